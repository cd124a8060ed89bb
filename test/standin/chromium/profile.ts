import { mkdirSync, readFileSync, readlinkSync, rmSync } from 'node:fs';
import path from 'node:path';
import { setTimeout as wait } from 'node:timers/promises';

const patienceMs = 5000;

/**
 * Makes Chromium's profile folder ready. After a crash the old Chromium may still be going away; a new one on the same
 * profile would only knock at its door and leave, so the old one's end is awaited.
 */
export async function readyProfile(folder: string): Promise<string> {
  mkdirSync(folder, { recursive: true });
  const lock = path.join(folder, 'SingletonLock');
  const deadlineMs = performance.now() + patienceMs;
  for (let owner = ownerOf(lock, folder); owner !== null; owner = ownerOf(lock, folder)) {
    if (performance.now() > deadlineMs) process.kill(owner, 'SIGKILL');
    await wait(20);
  }
  rmSync(lock, { force: true });
  return folder;
}

/** The process that has the profile open. Chromium's lock is a link to `host-pid`; a pid may have passed to a stranger. */
function ownerOf(lock: string, folder: string): number | null {
  try {
    const pid = /-(\d+)$/.exec(readlinkSync(lock))?.[1] ?? '';
    return readFileSync(`/proc/${pid}/cmdline`, 'utf8').includes(`--user-data-dir=${folder}\0`) ? Number(pid) : null;
  } catch {
    return null; // no lock, or nobody behind it
  }
}
