import { computed, signal } from '@preact/signals';
import type { Account } from '../../core/account.ts';
import { apiUrlOf } from '../../core/api-url.ts';
import type { Failure } from '../../core/failure.ts';
import type { AccountsState } from './accounts.ts';

type AccountFormDeps = {
  readonly accounts: Pick<AccountsState, 'add' | 'change' | 'remove' | 'check' | 'byId'>;
  /** The account to change; null types in a new one. */
  readonly account: Account | null;
};

export type FormField = 'label' | 'idInstance' | 'key' | 'apiUrl';
export type FormProblem = { readonly field: FormField | null; readonly failure: Failure | 'empty' };
export type AccountForm = ReturnType<typeof createAccountForm>;

/** One account's form. Saving works without a network; the check that follows may send the person back to a field. */
export function createAccountForm({ accounts, account }: AccountFormDeps) {
  const label = signal(account?.label ?? '');
  const idInstance = signal(account?.idInstance ?? '');
  const key = signal('');
  const typedUrl = signal<string | null>(account?.apiUrl ?? null);
  const apiUrl = computed(() => typedUrl.value ?? (idInstance.value.length < 4 ? '' : apiUrlOf(idInstance.value)));
  const problem = signal<FormProblem | null>(null);
  const busy = signal<'saving' | 'checking' | null>(null);
  /** What is saved by now: a second try changes it and adds no second account. */
  const saved = signal(account);

  function emptyField(): FormField | null {
    if (idInstance.value === '') return 'idInstance';
    if (key.value === '' && (!saved.value || saved.value.token === 'missing')) return 'key';
    return apiUrl.value === '' ? 'apiUrl' : null;
  }

  async function save(keep: 'saved' | 'session') {
    const before = saved.value;
    const common = { label: label.value.trim(), apiUrl: apiUrl.value, keep };
    if (before && before.idInstance === idInstance.value)
      return accounts.change({
        ...common,
        accountId: before.id,
        ...(key.value === '' ? {} : { apiTokenInstance: key.value }),
      });
    const added = await accounts.add({ ...common, idInstance: idInstance.value, apiTokenInstance: key.value });
    // A number never changes: the one that was mistyped a moment ago goes, now that the right one is here.
    if (added.ok && before) await accounts.remove({ accountId: before.id, cancelQueued: false });
    return added;
  }

  /** Saves, then checks. Answers the account when the person may go on, null when something here must change. */
  async function submit(keep: 'saved' | 'session' = 'saved'): Promise<Account | null> {
    if (busy.value) return null;
    const empty = emptyField();
    problem.value = empty && { field: empty, failure: 'empty' };
    if (empty) return null;

    busy.value = 'saving';
    const answer = await save(keep);
    busy.value = null;
    if (!answer.ok) {
      problem.value = { field: fieldOf(answer.failure), failure: answer.failure };
      return null;
    }
    saved.value = answer.value;

    busy.value = 'checking';
    const checked = await accounts.check(answer.value.id);
    busy.value = null;
    const now = accounts.byId(answer.value.id) ?? answer.value;
    const failure = checked.ok ? (now.state.at === 'failed' ? now.state.failure : null) : checked.failure;
    if (failure && isOfForm(failure)) {
      problem.value = { field: fieldOf(failure), failure };
      return null;
    }
    return now;
  }

  return {
    label,
    idInstance,
    key,
    apiUrl,
    isUrlTyped: computed(() => typedUrl.value !== null && typedUrl.value !== apiUrlOf(idInstance.value)),
    problem,
    busy,
    saved,
    /** Only an account that was there before the form keeps its number. */
    isNumberFixed: account !== null,
    typeLabel: (text: string) => type('label', label, text),
    typeIdInstance: (text: string) => type('idInstance', idInstance, withoutSpaces(text)),
    typeKey: (text: string) => type('key', key, withoutSpaces(text)),
    typeApiUrl: (text: string) => type('apiUrl', typedUrl, withoutSpaces(text)),
    deriveApiUrl: () => type('apiUrl', typedUrl, null),
    submit,
  };

  /** What stood beside a field is about what was typed before. */
  function type<T>(field: FormField, into: { value: T }, value: T): void {
    into.value = value;
    if (problem.value?.field === field) problem.value = null;
  }
}

/** Numbers and keys are copied from letters and consoles with spaces and line ends around them. */
const withoutSpaces = (text: string): string => text.replace(/\s/g, '');

const fields: Partial<Record<Failure['code'], FormField>> = {
  'bad-id-instance': 'idInstance',
  'account-exists': 'idInstance',
  'bad-token': 'key',
  'wrong-account': 'key',
  'token-missing': 'key',
  'bad-api-url': 'apiUrl',
  'wrong-address': 'apiUrl',
};

const fieldOf = (failure: Failure): FormField | null => fields[failure.code] ?? null;

/** A check that says the account itself is wrong; anything else (offline, not linked) is no reason to stay here. */
const isOfForm = (failure: Failure): boolean => fieldOf(failure) !== null || failure.code === 'certificate';
