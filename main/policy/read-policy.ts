import { closeSync, constants, fstatSync, openSync, readSync, statSync } from 'node:fs';
import path from 'node:path';
import { bad, mostBytes, type PolicyResult, parsePolicy } from './parse-policy.ts';
import type { PolicyPlace } from './policy-place.ts';
import { isRoots, opensForWriting } from './protection.ts';

/** Reads the machine's policy; null when there is none. */
export function readPolicy({ file, mustBeProtected }: PolicyPlace): PolicyResult | null {
  let handle: number;
  try {
    // Without O_NONBLOCK a pipe of that name would hold the start for ever. Windows has no such flag.
    handle = openSync(file, constants.O_RDONLY | (constants.O_NONBLOCK ?? 0));
  } catch (error) {
    return isMissing(error) ? null : bad('not-opened');
  }
  try {
    const stats = fstatSync(handle);
    if (!stats.isFile()) return bad('not-opened');
    if (mustBeProtected && !isProtected(file, stats)) return bad('not-protected');
    return parsePolicy(readSome(handle));
  } catch {
    return bad('not-opened'); // the disk, the network drive or the rights went away in between
  } finally {
    closeSync(handle);
  }
}

/** Enough to see whether it is too much. */
function readSome(handle: number): Uint8Array {
  const bytes = new Uint8Array(mostBytes + 1);
  let length = 0;
  for (let read = -1; read !== 0 && length < bytes.length; length += read) {
    read = readSync(handle, bytes, length, bytes.length - length, null);
  }
  return bytes.subarray(0, length);
}

/** Whoever may write into the folder may put another file in this one's place. */
function isProtected(file: string, stats: Parameters<typeof isRoots>[0]): boolean {
  if (process.platform === 'win32') return !opensForWriting(file);
  return isRoots(stats) && isRoots(statSync(path.dirname(file)));
}

const isMissing = (error: unknown): boolean =>
  error instanceof Error && 'code' in error && (error.code === 'ENOENT' || error.code === 'ENOTDIR');
