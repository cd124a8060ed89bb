import { computed, signal } from '@preact/signals';
import type { Account } from '../../core/account.ts';
import type { Answer, Api, Args } from '../../core/contract/calls.ts';
import type { Accounts, Listen } from '../../core/contract/events.ts';
import type { Failure } from '../../core/failure.ts';
import type { Result } from '../../core/result.ts';

type AccountCalls =
  | 'accounts.add'
  | 'accounts.change'
  | 'accounts.remove'
  | 'accounts.choose'
  | 'accounts.check'
  | 'practice.start'
  | 'practice.leave';

type AccountsDeps = { readonly api: Pick<Api, AccountCalls>; readonly listen: Listen; readonly accounts: Accounts };

export type AccountsState = ReturnType<typeof createAccountsState>;

/** The accounts as main knows them, and what one can do with them. */
export function createAccountsState({ api, listen, accounts: first }: AccountsDeps) {
  const view = signal(first);
  const currentId = computed(() => view.value.currentId);
  const list = computed<readonly Account[]>(() => view.value.accounts);
  const current = computed<Account | null>(() => byId(currentId.value));
  const isPractice = computed(() => current.value?.practice ?? false);
  /** The account whose check runs because the person asked for it. */
  const checkingId = signal<string | null>(null);

  listen('accounts.changed', (changed) => {
    view.value = changed;
  });

  function byId(accountId: string | null): Account | null {
    return view.value.accounts.find((account) => account.id === accountId) ?? null;
  }

  /** The answer may be here before the event: the next screen needs the account now. */
  function take(account: Account, becomesCurrent = false): void {
    const { accounts, currentId } = view.value;
    const isKnown = accounts.some(({ id }) => id === account.id);
    view.value = {
      ...view.value,
      accounts: isKnown ? accounts.map((known) => (known.id === account.id ? account : known)) : [...accounts, account],
      currentId: becomesCurrent || currentId === null ? account.id : currentId,
    };
  }

  async function taking(answer: Promise<Result<Account, Failure>>, becomesCurrent = false) {
    const result = await answer;
    if (result.ok) take(result.value, becomesCurrent);
    return result;
  }

  return {
    list,
    currentId,
    current,
    isPractice,
    checkingId,
    canSave: computed(() => view.value.canSave),
    byId,
    add: (args: Args<'accounts.add'>) => taking(api['accounts.add'](args)),
    change: (args: Args<'accounts.change'>) => taking(api['accounts.change'](args)),
    choose: (accountId: string) => api['accounts.choose']({ accountId }),
    remove: (args: Args<'accounts.remove'>): Promise<Result<Answer<'accounts.remove'>, Failure>> =>
      api['accounts.remove'](args),
    async check(accountId: string) {
      checkingId.value = accountId;
      try {
        return await taking(api['accounts.check']({ accountId }));
      } finally {
        checkingId.value = null;
      }
    },
    startPractice: () => taking(api['practice.start']({}), true),
    leavePractice: () => api['practice.leave']({}),
  };
}
