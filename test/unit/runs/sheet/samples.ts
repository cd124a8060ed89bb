import { expect } from 'vitest';
import type { Entry } from '../../../../core/contact.ts';
import type { Country } from '../../../../core/phone.ts';
import { openSheet, type ReadSheet, type SheetGroup } from '../../../../main/runs/sheet/sheet.ts';

export const bytesOf = (text: string): Uint8Array => new TextEncoder().encode(text);

/** What a file of groups gives, where it can be opened. */
export async function readBytes(bytes: Uint8Array, name: string, country: Country | null = 'RU'): Promise<ReadSheet> {
  const answer = await openSheet(bytes, name, country);
  if (!answer.ok) expect.fail(`${name}: ${JSON.stringify(answer.failure)}`);
  return answer.value.read;
}

export const readText = (text: string, country: Country | null = 'RU'): Promise<ReadSheet> =>
  readBytes(bytesOf(text), 'groups.csv', country);

/** Rows as a csv text, a list of cells each. */
export const csvOf = (rows: readonly (readonly string[])[]): string =>
  rows.map((cells) => cells.map((cell) => `"${cell.replaceAll('"', '""')}"`).join(';')).join('\n');

/** `Anna +79000000001`, with `?` before a guess and `!` before what is no number. */
export function shownEntry(entry: Entry): string {
  if (entry.at === 'bad') return ['!', entry.name, entry.text].filter(Boolean).join(' ');
  const { name, chatId } = entry.at === 'ready' ? entry.person : entry.guess;
  return [entry.at === 'repair' ? '?' : '', name, `+${chatId.slice(0, -'@c.us'.length)}`].filter(Boolean).join(' ');
}

/** `3 Choir: Anna +79000000001, +79000000002 (admins: Anna) (only admins) (says: Hello) (shows: 3b.jpg)`. */
export const shownGroup = ({ line, name, entries, extras }: SheetGroup): string =>
  [
    `${line} ${name}: ${entries.map(shownEntry).join(', ')}`,
    extras.admins.length > 0 && `(admins: ${extras.admins.map((person) => person.name || person.phone).join(', ')})`,
    extras.onlyAdminsWrite && '(only admins)',
    extras.message && `(says: ${extras.message})`,
    extras.picture && `(shows: ${extras.picture})`,
  ]
    .filter(Boolean)
    .join(' ');

export const shown = ({ groups }: ReadSheet): string[] => groups.map(shownGroup);

/** The columns that are read: `Phone: phone`. */
export const shownColumns = ({ reading, headings }: ReadSheet): string[] =>
  reading.roles.flatMap((role, column) => (role === 'leave-out' ? [] : [`${headings[column] || column}: ${role}`]));
