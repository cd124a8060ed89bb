import { open } from 'node:fs/promises';
import path from 'node:path';
import { err, ok, type Result } from '../../core/result.ts';

export type ChosenFile = { readonly name: string; readonly path: string; readonly bytes: Uint8Array<ArrayBuffer> };

/** More than any file that is taken has: whoever reads it says that it is too big. */
export const readMost = 32 * 1024 * 1024;

/** The beginning of a file, so much of it that whoever reads it knows when it is too big. Fails with `not-read`. */
export async function readFile(file: string): Promise<Result<ChosenFile>> {
  try {
    return ok({ name: path.basename(file), path: file, bytes: await readUpTo(file, readMost) });
  } catch {
    return err({ code: 'not-read' }); // gone, or not ours to read: the person chooses another
  }
}

async function readUpTo(file: string, most: number): Promise<Uint8Array<ArrayBuffer>> {
  const opened = await open(file);
  try {
    const { size } = await opened.stat();
    const bytes = new Uint8Array(Math.min(size, most));
    let filled = 0;
    while (filled < bytes.length) {
      const { bytesRead } = await opened.read(bytes, filled);
      if (bytesRead === 0) break;
      filled += bytesRead;
    }
    return bytes.subarray(0, filled);
  } finally {
    await opened.close();
  }
}
