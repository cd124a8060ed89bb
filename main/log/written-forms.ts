/** How a secret may stand in a line after programs have had it: as it is, escaped, or encoded. */
export function writtenForms(secret: string): readonly string[] {
  const bytes = Buffer.from(secret, 'utf8');
  const wide = Buffer.from(secret, 'utf16le');
  const texts = [secret, inUrl(secret), fullyInUrl(bytes), wide.toString('latin1')];
  return [...texts, ...texts.map(inJson), ...encodings(bytes), ...encodings(wide)];
}

const inJson = (text: string): string => JSON.stringify(text).slice(1, -1);

// A lone surrogate cannot be encoded; whatever writes it replaces it first.
const inUrl = (text: string): string => encodeURIComponent(text.toWellFormed());

const fullyInUrl = (bytes: Buffer): string => bytes.toString('hex').replace(/../g, (pair) => `%${pair}`);

const encodings = (bytes: Buffer): string[] => [
  bytes.toString('hex'),
  ...[0, 1, 2].flatMap((offset) => inBase64(bytes, offset)),
];

/** Base64 of a text that holds the bytes `offset` (mod 3) in: only the characters that its neighbours have no part in. */
function inBase64(bytes: Buffer, offset: number): string[] {
  const shifted = Buffer.concat([Buffer.alloc(offset), bytes]);
  const start = Math.ceil((offset * 8) / 6);
  const end = Math.floor((shifted.length * 8) / 6);
  return (['base64', 'base64url'] as const).map((alphabet) => shifted.toString(alphabet).slice(start, end));
}
