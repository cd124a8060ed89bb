import { stat } from 'node:fs/promises';
import path from 'node:path';
import { ok, type Result } from '../../core/result.ts';
import { readFile } from './read-file.ts';
import { writeWhole } from './write-whole.ts';

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
  const written = await writeWhole(place, bytes);
  return written.ok ? ok(path.basename(name)) : written;
}
