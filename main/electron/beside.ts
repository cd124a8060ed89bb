import { rename, rm, stat, writeFile } from 'node:fs/promises';
import path from 'node:path';
import { err, ok, type Result } from '../../core/result.ts';
import { readFile } from './read-file.ts';

/** Whether this very file, with these bytes, lies at the path: what a window says of a dropped file is not believed. */
export async function isFileAt(file: string, bytes: Uint8Array): Promise<boolean> {
  if (!path.isAbsolute(file)) return false;
  const found = await stat(file).catch(() => null);
  if (!found?.isFile() || found.size !== bytes.length) return false;
  const read = await readFile(file);
  return read.ok && Buffer.compare(read.value.bytes, bytes) === 0;
}

/** Writes a file beside another; one of the same name is replaced, whole or not at all. Fails with `not-saved`. */
export async function writeBeside(file: string, name: string, bytes: Uint8Array): Promise<Result<string>> {
  const place = path.join(path.dirname(file), path.basename(name));
  const unfinished = `${place}.part`;
  try {
    await writeFile(unfinished, bytes, { flush: true });
    await rename(unfinished, place);
    return ok(path.basename(name));
  } catch {
    await rm(unfinished, { force: true }).catch(() => null); // the folder is gone, and what was in it
    return err({ code: 'not-saved' });
  }
}
