import { closeSync, copyFileSync, fsyncSync, openSync, renameSync, writeFileSync } from 'node:fs';

/** The copy has its name only when it is whole and on the disk. `from` null: an empty file. */
export function copyDurably(from: string | null, to: string): void {
  const unfinished = `${to}.new`;
  if (from === null) writeFileSync(unfinished, '');
  else copyFileSync(from, unfinished);
  const handle = openSync(unfinished, 'r+');
  fsyncSync(handle);
  closeSync(handle);
  renameSync(unfinished, to);
}
