import type { otherFiles } from '../../core/failure.ts';
import type { Zip } from './zip.ts';

export type OtherFile = (typeof otherFiles)[number];

/** What the first bytes tell; a text is still to be looked at. */
export function kindOfBytes(bytes: Uint8Array): 'zip' | 'text' | OtherFile {
  const data = Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  if (data.subarray(0, 2).toString('latin1') === 'PK') return 'zip';
  if (data.subarray(0, 8).equals(compoundFile)) return kindOfCompound(data);
  if (data.subarray(0, 1024).includes('%PDF-')) return 'pdf';
  return 'text';
}

/** The container of old Office files; new ones are in it when they have a password (MS-CFB, MS-OFFCRYPTO). */
const compoundFile = Buffer.from('d0cf11e0a1b11ae1', 'hex');

function kindOfCompound(data: Buffer): OtherFile {
  if (data.includes('EncryptedPackage', 0, 'utf16le')) return 'locked';
  return data.includes('Workbook', 0, 'utf16le') || data.includes('Book', 0, 'utf16le') ? 'xls' : 'unknown';
}

/** What an archive is when it is no xlsx file; null when it may be one. */
export function kindOfZip(zip: Zip): OtherFile | null {
  const names = [...zip.names];
  if (names.includes('mimetype')) {
    const type = Buffer.from(zip.read('mimetype') ?? []).toString('latin1');
    return type.includes('opendocument.spreadsheet') ? 'ods' : 'unknown';
  }
  if (names.some((name) => name.endsWith('.iwa') || name === 'index.zip')) return 'numbers';
  return names.includes('_rels/.rels') ? null : 'unknown';
}

/** What a text is when it is no csv; null when it may be one. */
export function kindOfText(text: string): OtherFile | null {
  const start = text.slice(0, sampleLength).trimStart();
  // Excel's XML of 2003; it opens it like its old files.
  if (/^<\?xml[^>]*>\s*<\?mso-application progid="Excel/i.test(start) || /<Workbook\b/.test(start)) return 'xls';
  if (/^(?:<!--[\s\S]*?-->\s*)?<(?:!doctype|html|head|body|meta|table|div|style|\?xml)\b/i.test(start))
    return 'web-page';
  if (/^\{\\rtf/.test(start)) return 'unknown';
  return isJunk(start) ? 'unknown' : null;
}

const sampleLength = 4096;

/** Programs, pictures and archives are full of signs that no text has. NUL alone is left out: some programs pad with it. */
function isJunk(text: string): boolean {
  // biome-ignore lint/suspicious/noControlCharactersInRegex: these are what is looked for.
  const odd = text.match(/[\x01-\x08\x0b\x0e-\x19\x1b-\x1f]/g)?.length ?? 0;
  return odd > text.length / 50;
}
