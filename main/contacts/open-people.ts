import type { Failure } from '../../core/failure.ts';
import type { TableReading } from '../../core/people-import.ts';
import type { Country } from '../../core/phone.ts';
import { ok, type Result } from '../../core/result.ts';
import type { FileJobs } from '../file-worker.ts';
import type { InWorker } from '../spreadsheet/in-worker.ts';
import type { ReadPeople } from './files/people-file.ts';

/** A file that was opened; `again` reads it in another way. */
export type OpenedPeople = {
  readonly read: ReadPeople;
  again(reading: TableReading): Promise<Result<ReadPeople, Failure>>;
};

/** Opens a file of people. Fails with what is wrong with it; numbers without a code are `country`'s. */
export type OpenPeopleFile = (
  bytes: Uint8Array,
  fileName: string,
  country: Country | null,
) => Promise<Result<OpenedPeople, Failure>>;

/** Opens and reads files away from the main thread: they come from anywhere, and may be long. */
export const openPeopleIn =
  (inWorker: InWorker<FileJobs>): OpenPeopleFile =>
  async (bytes, fileName, country) => {
    const done = await inWorker('people.open', { bytes, fileName, country });
    if (!done.ok) return done;
    const { opened, read } = done.value;
    return ok({ read, again: (reading) => inWorker('people.read', { opened, fileName, reading, country }) });
  };
