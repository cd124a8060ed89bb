import { createWords } from '../../../core/i18n/words.ts';
import type { Language } from '../../../core/language.ts';
import type { BadLine } from '../../../core/people-import.ts';
import { writeCsv } from '../../spreadsheet/write-csv.ts';
import { writeXlsx } from '../../spreadsheet/write-xlsx.ts';
import { cellOfLists } from './list-names.ts';
import { writeVcard } from './write-vcard.ts';

/** Somebody as files carry them: `phone` as people write it, `lists` by their names. */
export type WrittenPerson = {
  readonly name: string;
  readonly phone: string;
  readonly note: string;
  readonly lists: readonly string[];
};

/** Writes people so that `openPeopleFile` reads the same people again. The headings of a table are in the language. */
export async function writePeople(
  format: 'csv' | 'xlsx' | 'vcard',
  people: readonly WrittenPerson[],
  language: Language,
): Promise<Uint8Array> {
  if (format === 'vcard') return writeVcard(people);
  const say = createWords(language);
  const headings = [say('peopleFile.name'), say('peopleFile.phone'), say('peopleFile.note'), say('peopleFile.lists')];
  const rows = [headings, ...people.map(({ name, phone, note, lists }) => [name, phone, note, cellOfLists(lists)])];
  return format === 'csv' ? writeCsv(rows, language) : writeXlsx(say('peopleFile.people'), rows);
}

/** Writes the lines that gave nobody, with the reasons in words, as an xlsx file: as text, nothing in it comes to life. */
export async function writeBadLines(lines: readonly BadLine[], language: Language): Promise<Uint8Array> {
  const say = createWords(language);
  const headings = [say('peopleFile.line'), say('peopleFile.text'), say('peopleFile.reason')];
  const rows = lines.map(({ line, text, reason }) => [String(line), text, say(reasons[reason])]);
  return writeXlsx(say('peopleFile.leftOut'), [headings, ...rows]);
}

const reasons = {
  'no-number': 'peopleImport.noNumber',
  'too-short': 'peopleImport.tooShort',
  'too-long': 'peopleImport.tooLong',
  letters: 'peopleImport.letters',
  'not-a-number': 'peopleImport.notANumber',
  extension: 'peopleImport.extension',
  rounded: 'peopleImport.rounded',
  damaged: 'peopleImport.damaged',
} as const satisfies Record<BadLine['reason'], string>;
