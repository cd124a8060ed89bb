import type { Failure } from '../../core/failure.ts';
import type { TableReading } from '../../core/people-import.ts';
import type { Country } from '../../core/phone.ts';
import { ok, type Result } from '../../core/result.ts';
import { openPeopleFile, type ReadPeople, readPeople } from './files/people-file.ts';

/** A file that was opened; `again` reads it in another way. */
export type OpenedPeople = {
  readonly read: ReadPeople;
  again(reading: TableReading): Promise<Result<ReadPeople, Failure>>;
};

/** Opens a file of people. Fails with what is wrong with it; numbers without a code are `country`'s. */
export type OpenPeople = (
  bytes: Uint8Array,
  fileName: string,
  country: Country | null,
) => Promise<Result<OpenedPeople, Failure>>;

/** Opens files on this very thread. */
export const openPeopleHere: OpenPeople = async (bytes, fileName, country) => {
  const done = await openPeopleFile(bytes, fileName, country);
  if (!done.ok) return done;
  const { opened, read } = done.value;
  return ok({ read, again: async (reading) => ok(readPeople(opened, reading, country)) });
};
