import type { Account } from '../../core/account.ts';
import type { Api } from '../../core/contract/calls.ts';
import type { Emit, OfferedSetup } from '../../core/contract/events.ts';
import type { Failure } from '../../core/failure.ts';
import type { Policy } from '../../core/policy.ts';
import { err, ok, type Result } from '../../core/result.ts';
import type { SetupFile, SetupList, SetupPreview } from '../../core/setup-file.ts';
import type { TakingIn } from '../accounts/taking-in.ts';
import type { SetupLists } from '../contacts/setup-lists.ts';
import { readSealed, type Sealed } from './envelope.ts';
import { makeSetup } from './make-setup.ts';
import { expiredFailure, openSetup } from './open-setup.ts';
import { takeOver } from './take-over.ts';

/** A file as it was chosen, dropped, or handed over by the system. */
export type GivenFile = { readonly name: string; readonly bytes: Uint8Array };

type Calls = 'openFile' | 'unlock' | 'use' | 'drop';

export type SetupFiles = { readonly [C in Calls]: Api[`setup.${C}`] } & {
  /** A file that the system handed over, or could not be read: the window is told, and asks for the passphrase. */
  offer(given: Result<GivenFile, Failure>): void;
  /** What was offered and is neither used nor dropped: a window that opens now begins with it. */
  offered(): OfferedSetup | null;
  /** The window is gone: nothing of a file is kept in memory. */
  forget(): void;
  /** Seals a new file; `file` is the name that is proposed for it. */
  make(args: Parameters<Api['setup.make']>[0], file: string): Promise<Result<string, Failure>>;
};

export type SetupFilesDeps = {
  readonly accounts: TakingIn & { view(): { readonly accounts: readonly Account[] } };
  readonly people: Pick<SetupLists, 'add' | 'read'> & {
    undo: Api['people.undo'];
    forget(accountId: string): Promise<void>;
  };
  /** Keeps what the administrator decides. It is called inside a change that is taken back as a whole. */
  readonly keepPolicy: (policy: Policy) => Result<null, Failure>;
  readonly emit: Emit;
  readonly now: () => number;
  readonly newId: () => string;
};

/** One file at a time: the newest takes the place of the one before. `setup` is there once it was unlocked. */
type Held = {
  readonly setupId: string;
  readonly file: string;
  readonly sealed: Sealed;
  readonly setup: SetupFile | null;
};

const dayMs = 86_400_000;
const daysOf = { day: 1, week: 7, month: 31 } as const;

/** Set-up files on their way in and out. Their tokens stay here: the window sees previews. */
export function createSetupFiles(deps: SetupFilesDeps): SetupFiles {
  const { accounts, people, emit, now, newId } = deps;
  let held: Held | null = null;
  let refused: Failure | null = null;
  let isBusy = false;

  const find = (setupId: string): Held | null => (held?.setupId === setupId ? held : null);

  function hold({ name, bytes }: GivenFile): Result<Held, Failure> {
    const sealed = readSealed(bytes, name);
    if (!sealed.ok) return sealed;
    refused = null;
    held = { setupId: newId(), file: name, sealed: sealed.value, setup: null };
    return ok(held);
  }

  function offered(): OfferedSetup | null {
    if (held) return { at: 'sealed', setupId: held.setupId, file: held.file };
    return refused && { at: 'refused', failure: refused };
  }

  function forget(): void {
    held = null;
    refused = null;
  }

  function previewOf({ setupId }: Held, { label, madeAt, expiresAt, ...setup }: SetupFile): SetupPreview {
    const known = accounts.view().accounts;
    return {
      ...{ setupId, label, madeAtMs: Date.parse(madeAt) },
      expiresAtMs: expiresAt === null ? null : Date.parse(expiresAt),
      accounts: setup.accounts.map(({ label, idInstance }) => {
        const here = known.find((account) => account.idInstance === idInstance && !account.practice);
        return { label, idInstance, knownAs: here?.label ?? null };
      }),
      lists: setup.lists.map(({ name, people }) => ({ name, people: people.length })),
      policy: setup.policy ?? null,
    };
  }

  return {
    offered,
    forget,

    offer(given) {
      const looked = given.ok ? hold(given.value) : given;
      if (!looked.ok) {
        held = null;
        refused = looked.failure;
      }
      const offer = offered();
      if (offer) emit('setup.offered', offer);
    },

    async openFile(given) {
      const looked = hold(given);
      return looked.ok ? ok({ setupId: looked.value.setupId, file: looked.value.file }) : looked;
    },

    async unlock({ setupId, passphrase }) {
      const file = find(setupId);
      if (!file) return err({ code: 'not-found' });
      const opened = await openSetup({ ...file, passphrase, nowMs: now() });
      if (!opened.ok) return opened;
      // Another file may have come while this one was being opened.
      if (!find(setupId)) return err({ code: 'not-found' });
      held = { ...file, setup: opened.value };
      return ok(previewOf(file, opened.value));
    },

    async use({ setupId, keep }) {
      const setup = find(setupId)?.setup;
      if (!setup) return err({ code: 'not-found' });
      const expired = expiredFailure(setup, now());
      if (expired) return err(expired);
      if (isBusy) return err({ code: 'too-late' });
      isBusy = true;
      try {
        const taken = await takeOver(setup, keep, deps);
        if (taken.ok && find(setupId)) forget();
        return taken.ok ? ok({ accounts: [...taken.value] }) : taken;
      } finally {
        isBusy = false;
      }
    },

    async drop({ setupId }) {
      if (held?.setupId === setupId || held === null) forget();
      return ok(null);
    },

    async make({ label, accountIds: chosenIds, lists: chosen, usableFor, passphrase }, file) {
      const accountIds = [...new Set(chosenIds)];
      const given = accounts.giveOut(accountIds);
      if (!given.ok) return given;
      const lists: SetupList[] = [];
      for (const [place, { idInstance }] of given.value.entries()) {
        const accountId = accountIds[place] ?? '';
        const listIds = chosen.filter((list) => list.accountId === accountId).map(({ listId }) => listId);
        for (const list of await people.read(accountId, listIds)) lists.push({ ...list, idInstance });
      }
      const madeAtMs = now();
      const expiresAtMs = usableFor === null ? null : madeAtMs + daysOf[usableFor] * dayMs;
      return makeSetup({ label, accounts: given.value, lists, madeAtMs, expiresAtMs, passphrase, file });
    },
  };
}
