import type { Failure } from '../../../core/failure.ts';
import type { Language } from '../../../core/language.ts';
import type { BadLine, TableReading } from '../../../core/people-import.ts';
import type { Country } from '../../../core/phone.ts';
import { ok, type Result } from '../../../core/result.ts';
import { type OpenedFile, openPeopleFile, type ReadPeople, readNotTooMany } from './people-file.ts';
import { type WrittenPerson, writeBadLines, writePeople } from './write-people.ts';

type Opening = { readonly bytes: Uint8Array; readonly fileName: string; readonly country: Country | null };
type Reading = {
  readonly opened: OpenedFile;
  readonly fileName: string;
  readonly reading: TableReading;
  readonly country: Country | null;
};
type Writing = {
  readonly format: 'csv' | 'xlsx' | 'vcard';
  readonly people: readonly WrittenPerson[];
  readonly language: Language;
};
type WritingBad = { readonly lines: readonly BadLine[]; readonly language: Language };

/** What is done with files of people away from the main thread. Writing, too: a hundred thousand people take their time. */
export const peopleJobs = {
  'people.open': ({ bytes, fileName, country }: Opening) => openPeopleFile(bytes, fileName, country),
  'people.read': async ({ opened, ...how }: Reading): Promise<Result<ReadPeople, Failure>> =>
    readNotTooMany(opened, how),
  'people.write': async ({ format, people, language }: Writing): Promise<Result<Uint8Array, Failure>> =>
    ok(await writePeople(format, people, language)),
  'people.writeBad': async ({ lines, language }: WritingBad): Promise<Result<Uint8Array, Failure>> =>
    ok(await writeBadLines(lines, language)),
};
