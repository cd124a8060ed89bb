import { closeSync, existsSync, fsyncSync, openSync, renameSync, rmSync, writeFileSync } from 'node:fs';

/** Writes a file for its owner alone, whole or not at all. False when there is one that may not be replaced. */
export function writePrivate(file: string, content: string, overwrite: boolean): boolean {
  if (!overwrite && existsSync(file)) return false;
  const unfinished = `${file}.part`;
  try {
    rmSync(unfinished, { force: true }); // one that an earlier try left behind keeps its own mode
    const handle = openSync(unfinished, 'wx', 0o600);
    writeFileSync(handle, content);
    fsyncSync(handle);
    closeSync(handle);
    renameSync(unfinished, file);
    return true;
  } finally {
    rmSync(unfinished, { force: true });
  }
}
