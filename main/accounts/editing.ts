import type { Account } from '../../core/account.ts';
import type { ApiUrlRules } from '../../core/api-url.ts';
import type { Api, Args } from '../../core/contract/calls.ts';
import type { Failure } from '../../core/failure.ts';
import { err, ok, type Result } from '../../core/result.ts';
import type { KeptAccount, SealedToken } from '../settings/kept.ts';
import type { Checking } from './checking.ts';
import { readApiUrl, readFields, readLabel, readToken } from './fields.ts';
import type { Keyring } from './keyring.ts';
import type { Roster } from './roster.ts';
import { sealedBefore, type Vault } from './vault.ts';

type EditingDeps = {
  readonly roster: Roster;
  readonly keyring: Keyring;
  readonly vault: Vault;
  readonly checking: Pick<Checking, 'check' | 'reset' | 'drop'>;
  readonly openJobs: (accountId: string) => Promise<{ open: number; queued: number }>;
  readonly cancelQueued: (accountId: string) => Promise<void>;
  readonly forget: (accountId: string) => Promise<void>;
  readonly urlRules: () => ApiUrlRules;
  readonly newId: () => string;
  readonly onSecret: (token: string) => void;
  readonly show: (account: KeptAccount) => Account;
  readonly changed: () => void;
};

/** Adding, changing and removing accounts. All of it works without a network; the service is asked afterwards. */
export function createEditing(deps: EditingDeps): {
  readonly [C in 'add' | 'change' | 'remove']: Api[`accounts.${C}`];
} {
  const { roster, keyring, vault, checking, show, changed } = deps;

  const refuseTwin = (idInstance: string): Result<null, Failure> => {
    const twin = roster.findInstance(idInstance);
    return twin ? err({ code: 'account-exists', label: twin.label }) : ok(null);
  };

  /** Null when the person chose to keep the token only until quit. */
  async function seal(token: string, keep: 'saved' | 'session'): Promise<Result<SealedToken | null, Failure>> {
    deps.onSecret(token);
    return keep === 'session' ? ok(null) : vault.seal(token);
  }

  async function add(args: Args<'accounts.add'>): Promise<Result<Account, Failure>> {
    const read = readFields(args, deps.urlRules());
    if (!read.ok) return read;
    const { token, ...fields } = read.value;
    const alone = refuseTwin(fields.idInstance);
    if (!alone.ok) return alone;
    const sealed = await seal(token, args.keep);
    if (!sealed.ok) return sealed;
    // The password store may have asked the person, who clicked once more in the meantime.
    const stillAlone = refuseTwin(fields.idInstance);
    if (!stillAlone.ok) return stillAlone;

    const account: KeptAccount = {
      id: deps.newId(),
      ...fields,
      phone: null,
      token: sealed.value,
    };
    const added = roster.add(account);
    if (!added.ok) return added;
    keyring.put(account.id, token, args.keep);
    return checkLater(account);
  }

  async function change(args: Args<'accounts.change'>): Promise<Result<Account, Failure>> {
    const before = roster.findSaved(args.accountId);
    if (!before) return err({ code: 'not-found' });
    const apiUrl = readApiUrl(args.apiUrl ?? before.apiUrl, before.idInstance, deps.urlRules());
    if (!apiUrl.ok) return apiUrl;
    const token = args.apiTokenInstance === undefined ? ok(null) : readToken(args.apiTokenInstance);
    if (!token.ok) return token;
    const keep = args.keep ?? 'saved';
    const sealed = token.value === null ? ok(null) : await seal(token.value, keep);
    if (!sealed.ok) return sealed;

    const account = roster.findSaved(args.accountId);
    if (!account) return err({ code: 'not-found' });
    const next: KeptAccount = {
      ...account,
      label: args.label === undefined ? account.label : readLabel(args.label, account.idInstance),
      apiUrl: apiUrl.value,
      token: token.value === null ? account.token : (sealed.value ?? sealedBefore(account, token.value)),
    };
    const kept = roster.keep(next);
    if (!kept.ok) return kept;
    if (token.value !== null) keyring.put(account.id, token.value, keep);
    if (token.value !== null || next.apiUrl !== account.apiUrl) return checkLater(next);
    changed();
    return ok(show(next));
  }

  /** The service is asked in the background: the account is here whether it answers or not. */
  function checkLater(account: KeptAccount): Result<Account, Failure> {
    checking.reset(account.id);
    const shown = show(account);
    void checking.check(account.id);
    return ok(shown);
  }

  async function remove({ accountId, cancelQueued }: Args<'accounts.remove'>): Promise<Result<null, Failure>> {
    if (!roster.findSaved(accountId)) return err({ code: 'not-found' });
    const jobs = await deps.openJobs(accountId);
    if (jobs.open > 0 || (jobs.queued > 0 && !cancelQueued)) return err({ code: 'account-busy', ...jobs });
    if (jobs.queued > 0) await deps.cancelQueued(accountId);
    // One of the queue may have begun while the others were being cancelled.
    const left = await deps.openJobs(accountId);
    if (left.open > 0 || left.queued > 0) return err({ code: 'account-busy', ...left });

    const removed = roster.remove(accountId);
    if (!removed.ok) return removed;
    checking.drop(accountId);
    await deps.forget(accountId);
    changed();
    return ok(null);
  }

  return { add, change, remove };
}
