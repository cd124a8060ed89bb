import { readFileSync } from 'node:fs';
import path from 'node:path';
import { expect } from 'vitest';
import type { Country } from '../../../../core/phone.ts';
import { openPeopleFile, type ReadPeople } from '../../../../main/contacts/files/people-file.ts';
import { top } from '../../../support/sources.ts';

export const fixtures = path.join(top, 'test/fixtures/people');

export const fixtureBytes = (name: string): Uint8Array => new Uint8Array(readFileSync(path.join(fixtures, name)));

export const bytesOf = (text: string): Uint8Array => new TextEncoder().encode(text);

/** What a file gives, where it can be opened. */
export async function readBytes(bytes: Uint8Array, name: string, country: Country | null = 'RU'): Promise<ReadPeople> {
  const answer = await openPeopleFile(bytes, name, country);
  if (!answer.ok) expect.fail(`${name}: ${JSON.stringify(answer.failure)}`);
  return answer.value.read;
}

export const readText = (text: string, name: string, country: Country | null = 'RU'): Promise<ReadPeople> =>
  readBytes(bytesOf(text), name, country);

/** One short line for each person and each bad line: `? +7 900 000-00-01 Anna (note) #list`, `! 4 too-short 112`. */
export const shown = ({ people, bad }: ReadPeople): string[] => [
  ...people.map(({ phone, name, note, lists, repaired }) =>
    [repaired ? '?' : '', phone, name, note && `(${note})`, ...lists.map((list) => `#${list}`)]
      .filter(Boolean)
      .join(' '),
  ),
  ...bad.map(({ line, reason, text }) => `! ${line} ${reason} ${text}`.trim()),
];

/** The columns that are read: `Phone: phone`. */
export const shownColumns = ({ table }: ReadPeople): string[] =>
  table?.reading.roles.flatMap((role, column) =>
    role === 'leave-out' ? [] : [`${table.headings[column] || column}: ${role}`],
  ) ?? [];
