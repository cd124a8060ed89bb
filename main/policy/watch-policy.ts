import { type FSWatcher, statSync, watch } from 'node:fs';
import path from 'node:path';
import type { Clock } from '../../core/clock.ts';

/** What editors write in several steps is read once. */
const settleMs = 300;
/** Not every file system tells of changes, and a folder that is not there yet tells of none. */
const lookEveryMs = 30_000;

/** Calls `changed` whenever the file was written, moved or taken away, until the answer is called. */
export function watchPolicy(file: string, clock: Clock, changed: () => void): () => void {
  const folder = path.dirname(file);
  let seen = stampOf(file);
  let watcher: FSWatcher | null = null;
  let cancelSettling = () => {};

  function look(): void {
    const now = stampOf(file);
    if (now === seen) return;
    seen = now;
    changed();
  }

  function lookSoon(): void {
    cancelSettling();
    cancelSettling = clock.after(settleMs, look);
  }

  function attach(): void {
    if (watcher) return;
    try {
      watcher = watch(folder, { persistent: false }, lookSoon);
      watcher.on('error', detach);
    } catch {
      watcher = null; // no such folder yet, or no watching there: the regular look sees it too
    }
  }

  function detach(): void {
    watcher?.close();
    watcher = null;
  }

  function lookRegularly(): () => void {
    let cancel = () => {};
    const later = () => {
      cancel = clock.after(lookEveryMs, () => {
        // A folder that was removed and made again is another one.
        detach();
        attach();
        look();
        later();
      });
    };
    later();
    return () => cancel();
  }

  attach();
  const stopLooking = lookRegularly();
  return () => {
    stopLooking();
    cancelSettling();
    detach();
  };
}

/** Changes with every write; null without a file. Its rights count: they decide whether it is believed. */
function stampOf(file: string): string | null {
  try {
    const { mtimeMs, ctimeMs, size, ino } = statSync(file);
    return [mtimeMs, ctimeMs, size, ino].join(' ');
  } catch {
    return null; // none, or not ours to see
  }
}
