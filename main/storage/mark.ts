import { constants, openSync, readFileSync, writeSync } from 'node:fs';

/** The number of the last attempt, kept beside the record: a record that knows fewer is an older copy put in its place. */
export type Mark = {
  /** 0 when there is none. */
  read(): number;
  write(lastAttempt: number): void;
};

export const noMark: Mark = { read: () => 0, write: () => {} };

/** As wide as the largest number, so that the next one is written over it in one go. */
const width = 16;

export function createMark(file: string): Mark {
  let opened: number | null = null;

  return {
    read() {
      try {
        return Number.parseInt(readFileSync(file, 'utf8'), 10) || 0;
      } catch {
        return 0; // not there yet, or not ours to read: then only the identity tells a copy
      }
    },
    write(lastAttempt) {
      try {
        opened ??= openSync(file, constants.O_WRONLY | constants.O_CREAT, 0o600);
        writeSync(opened, `${lastAttempt}`.padEnd(width).concat('\n'), 0);
      } catch {
        // The record itself is written; the mark is a second look that a full disk may cost.
      }
    },
  };
}
