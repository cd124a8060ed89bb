import { isUtf8 } from 'node:buffer';
import { guessCyrillic } from './guess-cyrillic.ts';

/**
 * The text of a file whose encoding nobody tells: UTF-8 and UTF-16 with their marks or without, else windows-1251 or koi8-r,
 * whichever reads more like Russian. A UTF-8 text with a few broken bytes stays UTF-8. For tables and vCards.
 */
export function decodeText(bytes: Uint8Array): string {
  const wide = utf16Of(bytes);
  // A mark at the beginning (BOM) is left out by TextDecoder.
  if (wide !== null) return new TextDecoder(wide).decode(bytes);
  return utf8(bytes) ?? guessCyrillic(bytes);
}

const sampleBytes = 4096;

function utf16Of(bytes: Uint8Array): 'utf-16le' | 'utf-16be' | null {
  if (bytes[0] === 0xff && bytes[1] === 0xfe) return 'utf-16le';
  if (bytes[0] === 0xfe && bytes[1] === 0xff) return 'utf-16be';
  const pairs = Math.min(bytes.length, sampleBytes) >> 1;
  if (pairs === 0) return null;
  const high = { even: 0, odd: 0 };
  for (let pair = 0; pair < pairs; pair += 1) {
    if (isHighByte(bytes[2 * pair])) high.even += 1;
    if (isHighByte(bytes[2 * pair + 1])) high.odd += 1;
  }
  const most = 0.8 * pairs;
  if (high.odd > most && high.even < pairs - most) return 'utf-16le';
  if (high.even > most && high.odd < pairs - most) return 'utf-16be';
  return null;
}

/** Latin and Cyrillic letters have 0 or 4 in their higher byte; texts of one byte a letter have neither anywhere. */
const isHighByte = (byte: number | undefined): boolean => byte === 0 || byte === 4;

function utf8(bytes: Uint8Array): string | null {
  const text = new TextDecoder().decode(bytes);
  const isMarked = bytes[0] === 0xef && bytes[1] === 0xbb && bytes[2] === 0xbf;
  if (isMarked || isUtf8(Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength))) return text;
  let [whole, broken] = [0, 0];
  for (let at = 0; at < text.length; at += 1) {
    const code = text.charCodeAt(at);
    if (code === 0xfffd) broken += 1;
    else if (code > 0x7f) whole += 1;
  }
  // Other encodings hardly ever look like whole letters of UTF-8.
  return whole > 4 * broken ? text : null;
}
