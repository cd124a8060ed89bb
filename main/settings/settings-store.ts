import { existsSync } from 'node:fs';
import type { Failure } from '../../core/failure.ts';
import type { Policy } from '../../core/policy.ts';
import { err, ok, type Result } from '../../core/result.ts';
import type { Settings } from '../../core/settings.ts';
import { putAside } from '../storage/put-aside.ts';
import { createBackups } from './backups.ts';
import { fromContent, type Kept, type KeptAccount, nothingKept, toContent } from './kept.ts';
import { createTakingBack } from './taking-back.ts';

/** One JSON object in a file: electron-store in the app. */
export type SettingsFile = {
  readonly path: string;
  /** Throws when the file is no JSON. */
  read(): unknown;
  /** Whole and atomically. */
  write(content: Readonly<Record<string, unknown>>): void;
};

/** How the start went. `setAside` are the damaged files under their new names; nothing of them was deleted. */
export type Opening =
  | { readonly at: 'new' }
  | { readonly at: 'good' }
  | { readonly at: 'restored'; readonly from: string; readonly setAside: readonly string[] }
  | { readonly at: 'lost'; readonly setAside: readonly string[] };

export type SettingsStore = {
  readonly opening: Opening;
  kept(): Kept;
  /** On the disk, with a backup, when it answers ok; with `disk-full` or `not-writable` nothing has changed. */
  saveAccounts(accounts: readonly KeptAccount[]): Result<null, Failure>;
  /** Holds at once. Whether it could be written too is told: a disk must not stop anyone from changing the language. */
  saveSettings(settings: Settings): Result<null, Failure>;
  /** On the disk when it answers ok, as with accounts. Null: no set-up file decides anything any more. */
  setPolicyFromSetup(policy: Policy | null): Result<null, Failure>;
  /**
   * Makes changes of accounts and policy, and whatever else belongs to them, all or none: where `change` answers a failure or
   * throws, and where the app dies in between, the file is as it was. One at a time.
   */
  together<T>(change: () => Promise<Result<T, Failure>>): Promise<Result<T, Failure>>;
};

type StoreDeps = { readonly file: SettingsFile; readonly now: () => number };

/** Opens the settings and accounts. A damaged file never stops the start: it is set aside and the newest good backup opened. */
export function openSettingsStore({ file, now }: StoreDeps): SettingsStore {
  const backups = createBackups(file.path);
  const takingBack = createTakingBack(file.path);
  takingBack.takeBack();
  const { opening, ...opened } = open(file, now());
  let kept = opened.kept;
  let isTogether = false;

  const write = (next: Kept): Result<null, Failure> => attempt(() => file.write(toContent(next)));

  function save(next: Kept, options: { readonly alone: boolean }): Result<null, Failure> {
    const written = write(next);
    if (!written.ok) return written;
    kept = next;
    // What may still be taken back must not be found in a copy.
    if (!isTogether) copy(options);
    return ok(null);
  }

  function takeBack({ accounts, policyFromSetup }: Kept): void {
    takingBack.takeBack();
    kept = { ...kept, accounts, policyFromSetup };
  }

  if (opening.at === 'restored') writeBack();

  return {
    opening,
    kept: () => kept,

    saveAccounts(accounts) {
      const removed = kept.accounts.some(({ id }) => !accounts.some((account) => account.id === id));
      return save({ ...kept, accounts }, { alone: removed });
    },

    saveSettings(settings) {
      kept = { ...kept, settings };
      return write(kept);
    },

    setPolicyFromSetup: (policyFromSetup) => save({ ...kept, policyFromSetup }, { alone: false }),

    async together(change) {
      const before = kept;
      const begun = attempt(takingBack.begin);
      if (!begun.ok) return begun;
      isTogether = true;
      try {
        const done = await change();
        const ended = done.ok ? attempt(takingBack.end) : done;
        if (!ended.ok) {
          takeBack(before);
          return ended;
        }
        copy({ alone: false });
        return done;
      } catch (error) {
        takeBack(before);
        throw error;
      } finally {
        isTogether = false;
      }
    },
  };

  function writeBack(): void {
    try {
      write(kept);
    } catch {
      // The backup is still there for the next start; this one goes on with what it says.
    }
  }

  function copy(options: { readonly alone: boolean }): void {
    try {
      backups.keep(options);
    } catch (error) {
      // The file itself is written; a copy that finds no room or no permission is made at the next change.
      if (!failureOf(error)) throw error;
    }
  }
}

function attempt(write: () => void): Result<null, Failure> {
  try {
    write();
    return ok(null);
  } catch (error) {
    const failure = failureOf(error);
    if (failure) return err(failure);
    throw error;
  }
}

/** What a person can do something about: room on the disk, the right to write. Anything else is a bug or a broken disk. */
function failureOf(error: unknown): Failure | null {
  const code = error instanceof Error && 'code' in error ? String(error.code) : '';
  if (['ENOSPC', 'EDQUOT'].includes(code)) return { code: 'disk-full' };
  return ['EACCES', 'EPERM', 'EROFS'].includes(code) ? { code: 'not-writable' } : null;
}

function open(file: SettingsFile, nowMs: number): { readonly kept: Kept; readonly opening: Opening } {
  const backups = createBackups(file.path).list();
  const exists = existsSync(file.path);
  if (!exists && backups.length === 0) return { kept: nothingKept, opening: { at: 'new' } };
  const whole = exists ? readKept(file) : null;
  if (whole) return { kept: whole, opening: { at: 'good' } };

  const read = backups.map(({ path, content }) => ({ path, kept: fromContent(content) }));
  const best = read.find(({ kept }) => kept !== null);
  const damaged = [...(exists ? [file.path] : []), ...read.filter(({ kept }) => !kept).map(({ path }) => path)];
  const setAside = damaged.map((path) => tryToPutAside(path, nowMs));
  if (!best?.kept) return { kept: nothingKept, opening: { at: 'lost', setAside } };
  return { kept: best.kept, opening: { at: 'restored', from: best.path, setAside } };
}

function readKept(file: SettingsFile): Kept | null {
  try {
    return fromContent(file.read());
  } catch {
    return null; // no JSON, no file, or not ours to read: the backups are asked
  }
}

function tryToPutAside(path: string, nowMs: number): string {
  try {
    return putAside(path, nowMs);
  } catch {
    return path; // a folder that nobody may write: the file stays where it is, and nothing can be written over it either
  }
}
