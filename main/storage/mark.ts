import { readFileSync, writeFileSync } from 'node:fs';

/** The number of the last attempt, kept beside the record: a record that knows fewer is an older copy put in its place. */
export type Mark = {
  /** 0 when there is none. */
  read(): number;
  write(lastAttempt: number): void;
};

export const noMark: Mark = { read: () => 0, write: () => {} };

export function createMark(file: string): Mark {
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
        writeFileSync(file, `${lastAttempt}\n`);
      } catch {
        // The record itself is written; the mark is a second look that a full disk may cost.
      }
    },
  };
}
