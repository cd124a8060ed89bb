/** How a token was written where it was found; null when it was not. */
export type FindToken = (content: Buffer) => string | null;

/** So much of a token in a row is a leak. */
const pieceLength = 12;

/**
 * Finds a token, or any twelve characters of it in a row, forwards or backwards, however programs write it: as it is,
 * escaped, encoded, in wide characters. It shares nothing with the app's own redaction, which it is there to check.
 */
export function createTokenSearch(token: string): FindToken {
  const needles = new Map<string, string>();
  for (const [direction, text] of [
    ['', token],
    [', reversed', [...token].reverse().join('')],
  ] as const) {
    for (const piece of piecesOf(text)) {
      for (const [form, written] of formsOf(piece)) needles.set(written, form + direction);
    }
  }
  return searchFor(needles);
}

function piecesOf(text: string): string[] {
  const count = Math.max(1, text.length - pieceLength + 1);
  return Array.from({ length: count }, (_, start) => text.slice(start, start + pieceLength));
}

/** Each form as latin1 text, a character for a byte. */
function formsOf(piece: string): [form: string, written: string][] {
  const bytes = Buffer.from(piece, 'utf8');
  const wide = Buffer.from(piece, 'utf16le');
  const hex = bytes.toString('hex');
  return [
    ['UTF-16LE', wide.toString('latin1')],
    ['UTF-16BE', Buffer.from(wide).swap16().toString('latin1')],
    ['hex', hex],
    ['hex', hex.toUpperCase()],
    ['URL-encoded', hex.replace(/../g, '%$&')],
    ['URL-encoded', hex.toUpperCase().replace(/../g, '%$&')],
    ['URL-encoded', encodeURIComponent(piece)],
    ['JSON-escaped', hex.replace(/../g, '\\u00$&')],
    ['JSON-escaped', JSON.stringify(piece).slice(1, -1)],
    ...[0, 1, 2].flatMap((offset) => inBase64(bytes, offset)).map((text): [string, string] => ['base64', text]),
    ['as it is', bytes.toString('latin1')], // last: for most tokens some forms above are the same text
  ];
}

/** What is left of base64 when `offset` unknown bytes stand before the piece, and others behind it. */
function inBase64(bytes: Buffer, offset: number): string[] {
  const whole = Buffer.concat([Buffer.alloc(offset), bytes]);
  const [first, end] = [Math.ceil((offset * 8) / 6), Math.floor((whole.length * 8) / 6)];
  return [whole.toString('base64'), whole.toString('base64url')].map((text) => text.slice(first, end));
}

/** One pass over the content, whatever the number of needles: most bytes begin none. */
function searchFor(needles: ReadonlyMap<string, string>): FindToken {
  const byStart = new Map<number, { readonly form: string; readonly written: Buffer }[]>();
  const beginsNone = new Uint8Array(1 << 16).fill(1);
  for (const [text, form] of needles) {
    const written = Buffer.from(text, 'latin1');
    const start = written.readUInt32LE();
    byStart.set(start, [...(byStart.get(start) ?? []), { form, written }]);
    beginsNone[written.readUInt16LE()] = 0;
  }

  return (content) => {
    for (let at = 0; at + pieceLength <= content.length; at += 1) {
      if (beginsNone[content.readUInt16LE(at)]) continue;
      const found = byStart
        .get(content.readUInt32LE(at))
        ?.find(({ written }) => content.subarray(at, at + written.length).equals(written));
      if (found) return found.form;
    }
    return null;
  };
}
