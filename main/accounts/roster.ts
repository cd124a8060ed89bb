import type { Failure } from '../../core/failure.ts';
import { err, ok, type Result } from '../../core/result.ts';
import type { KeptAccount } from '../settings/kept.ts';
import type { SettingsService } from '../settings/settings.ts';
import type { SettingsStore } from '../settings/settings-store.ts';

export const practiceId = 'practice';

/** Which accounts there are and which one is in use. The practice account is in memory alone, beside the saved ones. */
export type Roster = {
  all(): readonly KeptAccount[];
  find(accountId: string): KeptAccount | null;
  /** Without the practice account, which nobody can change or remove. */
  findSaved(accountId: string): KeptAccount | null;
  findInstance(idInstance: string): KeptAccount | null;
  currentId(): string | null;
  choose(accountId: string): Result<null, Failure>;
  /** The first one is in use from now on. */
  add(account: KeptAccount): Result<null, Failure>;
  /** Keeps accounts that are new and what is new about others, in one. */
  keepAll(accounts: readonly KeptAccount[]): Result<null, Failure>;
  /** Where nobody has chosen, or what was chosen is gone, the first account is in use from now on. */
  chooseFirst(): void;
  /** Keeps what is new about an account. */
  keep(account: KeptAccount): Result<null, Failure>;
  remove(accountId: string): Result<null, Failure>;
  /** Null takes the practice account away; the one that was in use before is in use again. */
  setPractice(account: KeptAccount | null): void;
};

export type RosterDeps = {
  readonly store: Pick<SettingsStore, 'kept' | 'saveAccounts' | 'together'>;
  readonly settings: Pick<SettingsService, 'view' | 'change'>;
};

export function createRoster({ store, settings }: RosterDeps): Roster {
  let practice: KeptAccount | null = null;
  let isPractising = false;

  const saved = (): readonly KeptAccount[] => store.kept().accounts;
  const all = (): readonly KeptAccount[] => (practice ? [...saved(), practice] : saved());
  const find = (accountId: string): KeptAccount | null => all().find(({ id }) => id === accountId) ?? null;
  const findSaved = (accountId: string): KeptAccount | null => saved().find(({ id }) => id === accountId) ?? null;

  return {
    all,
    find,
    findSaved,
    findInstance: (idInstance) => saved().find((account) => account.idInstance === idInstance) ?? null,

    currentId() {
      if (isPractising) return practiceId;
      const { currentAccountId } = settings.view();
      return findSaved(currentAccountId ?? '')?.id ?? saved()[0]?.id ?? null;
    },

    choose(accountId) {
      if (!find(accountId)) return err({ code: 'not-found' });
      isPractising = accountId === practiceId;
      if (!isPractising) settings.change({ currentAccountId: accountId });
      return ok(null);
    },

    add(account) {
      const added = store.saveAccounts([...saved(), account]);
      if (added.ok && saved().length === 1) settings.change({ currentAccountId: account.id });
      return added;
    },

    keepAll(accounts) {
      const isNew = ({ id }: KeptAccount) => findSaved(id) === null;
      const renewed = saved().map((other) => accounts.find(({ id }) => id === other.id) ?? other);
      return store.saveAccounts([...renewed, ...accounts.filter(isNew)]);
    },

    chooseFirst() {
      const [first] = saved();
      if (first && !findSaved(settings.view().currentAccountId ?? '')) settings.change({ currentAccountId: first.id });
    },

    keep(account) {
      if (account.id !== practiceId) {
        return store.saveAccounts(saved().map((other) => (other.id === account.id ? account : other)));
      }
      practice = account;
      return ok(null);
    },

    remove: (accountId) => store.saveAccounts(saved().filter(({ id }) => id !== accountId)),

    setPractice(account) {
      practice = account;
      if (!account) isPractising = false;
    },
  };
}
