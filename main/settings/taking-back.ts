import { existsSync, renameSync, rmSync, statSync } from 'node:fs';
import { copyDurably } from './copy-durably.ts';

/** How a file was before a change of several parts, beside it until all of them are made. */
export type TakingBack = {
  /** Notes the file as it is. Throws when there is no room for the copy: then nothing was begun. */
  begin(): void;
  /** All parts are made: there is nothing to take back any more. */
  end(): void;
  /** Puts the file back if a change was begun and not ended, by a failure or by a crash. It needs no room on the disk. */
  takeBack(): void;
};

export function createTakingBack(file: string): TakingBack {
  const before = `${file}.before`;
  return {
    begin: () => copyDurably(existsSync(file) ? file : null, before),
    end: () => rmSync(before, { force: true }),
    takeBack() {
      if (!existsSync(before)) return;
      if (statSync(before).size > 0) return renameSync(before, file);
      // There was no file. The note goes last, so that a crash in between is made good at the next start.
      rmSync(file, { force: true });
      rmSync(before, { force: true });
    },
  };
}
