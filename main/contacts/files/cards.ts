import { decodeText } from '../../spreadsheet/decode-text.ts';

/** One property of a vCard: its name in capitals; `value` is decoded, the backslashes of its version are still there. */
export type CardProperty = { readonly name: string; readonly params: string; readonly value: string };

/** What has no `END:VCARD` is not whole. */
export type Card = { readonly isWhole: boolean; readonly properties: readonly CardProperty[] };

/**
 * Reads the cards of a vCard file, 2.1 (quoted-printable, with charsets), 3.0 (RFC 2426) and 4.0 (RFC 6350), whole or not,
 * also where a 3.0 card uses the means of 2.1, as phones do. Only the properties that make a person are kept.
 */
export function readCards(bytes: Uint8Array): Card[] {
  const cards: Card[] = [];
  let properties: CardProperty[] | null = null;
  const close = (isWhole: boolean): void => {
    if (properties) cards.push({ isWhole, properties });
    properties = null;
  };

  for (const text of contentLines(bytes)) {
    if (/^BEGIN:\s*VCARD\s*$/i.test(text)) {
      close(false);
      properties = [];
    } else if (/^END:\s*VCARD\s*$/i.test(text)) {
      close(true);
    } else {
      // A card whose beginning is lost is a card.
      properties ??= [];
      properties.push(propertyOf(text));
    }
  }
  close(false);
  return cards;
}

type OpenLine = { readonly parts: string[]; readonly isQuotedPrintable: boolean };

/** What is passed over here costs nothing: photos are most of a file. */
const wanted = /^(?:[\w-]{1,60}\.)?(?:BEGIN|END|FN|N|TEL|ORG|NICKNAME|NOTE|CATEGORIES)[;:]/i;

/**
 * The lines with what was folded put together again. They are bytes as yet, one in each character: some programs fold in
 * the middle of a letter, and every property may have a charset of its own.
 */
function* contentLines(bytes: Uint8Array): Generator<string> {
  // Two bytes a letter make every second one a zero.
  const narrow = bytes.subarray(0, 200).includes(0) ? Buffer.from(decodeText(bytes)) : bytes;
  const lines = Buffer.from(narrow.buffer, narrow.byteOffset, narrow.byteLength)
    .toString('latin1')
    .replace(/^\u00ef\u00bb\u00bf/, '')
    .split(/\r\n?|\n/);
  let open: OpenLine | null = null;
  for (const [index, text] of lines.entries()) {
    if (open && goesOn(open, text)) {
      open.parts.push(open.isQuotedPrintable ? text : text.slice(1));
      continue;
    }
    if (open) yield joined(open);
    const isWanted = wanted.test(text) && !isCutOff(text, index === lines.length - 1);
    open = isWanted
      ? { parts: [text], isQuotedPrintable: /^[^:]*[;=]QUOTED-PRINTABLE/i.test(text.slice(0, 500)) }
      : null;
  }
  if (open) yield joined(open);
}

const goesOn = ({ parts, isQuotedPrintable }: OpenLine, text: string): boolean =>
  isQuotedPrintable ? parts.at(-1)?.endsWith('=') === true : /^[ \t]/.test(text);

/** The last line of a file that was cut off may hold half a number. */
const isCutOff = (text: string, isLast: boolean): boolean => isLast && !/^END:/i.test(text);

const joined = ({ parts, isQuotedPrintable }: OpenLine): string =>
  isQuotedPrintable ? parts.map((part) => part.replace(/=$/, '')).join('') : parts.join('');

/** `item1.TEL;TYPE="cell,voice":…`: the name, the parameters, and where the value begins. */
const head = /^(?:[\w-]+\.)?([\w-]+)((?:;(?:"[^"]*"|[^":])*)?):/;
const headMax = 2000;

function propertyOf(text: string): CardProperty {
  const found = head.exec(text.slice(0, headMax));
  const [whole = text, name = '', params = ''] = found ?? [];
  const value = text.slice(whole.length);
  return { name: name.toUpperCase(), params: params.toUpperCase(), value: decodeValue(value, params) };
}

function decodeValue(value: string, params: string): string {
  const [, encoding = ''] = /;(?:ENCODING=)?(QUOTED-PRINTABLE|BASE64|B)(?:;|$)/i.exec(params) ?? [];
  const [, charset = 'utf-8'] = /;CHARSET="?([\w-]+)/i.exec(params) ?? [];
  switch (encoding.toUpperCase()) {
    case '':
      return decodeBytes(value, charset);
    case 'QUOTED-PRINTABLE':
      return decodeBytes(
        value.replace(/=([\dA-F]{2})/gi, (_, hex: string) => String.fromCharCode(Number.parseInt(hex, 16))),
        charset,
      );
    default:
      return decodeBytes(Buffer.from(value, 'base64').toString('latin1'), charset);
  }
}

/** What is no UTF-8 and does not say what it is comes from Windows. */
function decodeBytes(binary: string, charset: string): string {
  if (!/[\u0080-\u00ff]/.test(binary)) return binary;
  const bytes = Buffer.from(binary, 'latin1');
  return decodeAs(charset.toLowerCase(), bytes) ?? decodeAs('utf-8', bytes) ?? windows.decode(bytes);
}

const windows = new TextDecoder('windows-1251');
/** A decoder takes longer to make than a name to decode. */
const decoders = new Map([['utf-8', new TextDecoder('utf-8', { fatal: true })]]);

/** Null when the bytes are of another charset than the card says, or of one that nobody knows. */
function decodeAs(charset: string, bytes: Uint8Array): string | null {
  try {
    const decoder = decoders.get(charset) ?? new TextDecoder(charset, { fatal: true });
    decoders.set(charset, decoder);
    return decoder.decode(bytes);
  } catch {
    return null;
  }
}
