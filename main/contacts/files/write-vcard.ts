import type { WrittenPerson } from './write-people.ts';

/**
 * Writes people as vCard 3.0 (RFC 2426) in UTF-8: iPhone, Android, Outlook and Google Contacts all read it, while 4.0 is
 * unknown to Outlook and to phones before Android 10, and 2.1 needs an encoding for every letter that is not Latin.
 */
export function writeVcard(people: readonly WrittenPerson[]): Uint8Array {
  return new TextEncoder().encode(people.map(cardOf).join(''));
}

function cardOf({ name, phone, note, lists }: WrittenPerson): string {
  const properties = [
    'BEGIN:VCARD',
    'VERSION:3.0',
    // Which word is the family's nobody knows here; phones show the given name alone just as it stands.
    `N:;${escaped(name)};;;`,
    // A card must have a name to show. The reader knows a number in its place for none.
    `FN:${escaped(name === '' ? phone : name)}`,
    `TEL;TYPE=CELL:${escaped(phone)}`,
    ...(note === '' ? [] : [`NOTE:${escaped(note)}`]),
    ...(lists.length === 0 ? [] : [`CATEGORIES:${lists.map(escaped).join(',')}`]),
    'END:VCARD',
  ];
  return properties.map((line) => `${folded(line)}\r\n`).join('');
}

const escaped = (text: string): string =>
  text
    .replace(/\r\n?/g, '\n')
    .replace(/[\\,;]/g, '\\$&')
    .replaceAll('\n', '\\n');

const octetsInLine = 75;

/** Long lines go on in the next one, after a space; never in the middle of a letter. */
function folded(line: string): string {
  const bytes = Buffer.from(line);
  const pieces: string[] = [];
  let from = 0;
  while (from < bytes.length) {
    let end = Math.min(from + octetsInLine - (from === 0 ? 0 : 1), bytes.length);
    while (isInsideLetter(bytes[end])) end -= 1;
    pieces.push(bytes.toString('utf8', from, end));
    from = end;
  }
  return pieces.join('\r\n ');
}

/** The second and further octets of a letter in UTF-8. */
const isInsideLetter = (octet: number | undefined): boolean => octet !== undefined && (octet & 0xc0) === 0x80;
