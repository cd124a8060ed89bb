import { open, rename, rm } from 'node:fs/promises';
import { err, ok, type Result } from '../../core/result.ts';

/** For the owner alone: what is sealed may still be tried at by whoever can read it. */
export const ownerOnly = 0o600;

/** Writes a file; one of the same name is replaced, whole or not at all. Fails with `not-saved`. */
export async function writeWhole(file: string, content: string | Uint8Array, mode = 0o666): Promise<Result<null>> {
  const unfinished = `${file}.part`;
  try {
    await rm(unfinished, { force: true }); // one that an earlier try left behind keeps its own mode
    const opened = await open(unfinished, 'wx', mode);
    try {
      await opened.writeFile(content);
      await opened.sync();
    } finally {
      await opened.close();
    }
    await rename(unfinished, file);
    return ok(null);
  } catch {
    await rm(unfinished, { force: true }).catch(() => null); // the folder is gone, and what was in it
    return err({ code: 'not-saved' }); // full or read-only disk, a folder that is gone: the person chooses another
  }
}
