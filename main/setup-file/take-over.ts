import type { Account } from '../../core/account.ts';
import type { Failure } from '../../core/failure.ts';
import { ok, type Result } from '../../core/result.ts';
import type { SetupFile, SetupList } from '../../core/setup-file.ts';
import type { SetupFilesDeps } from './setup-files.ts';

type Deps = Pick<SetupFilesDeps, 'accounts' | 'people' | 'keepPolicy'>;

/**
 * Keeps all that is in a set-up file, or nothing: accounts and policy stand in one file that is put back where anything after
 * it fails, and lists that were kept by then are taken out again.
 */
export async function takeOver(
  setup: SetupFile,
  keep: 'saved' | 'session',
  { accounts, people, keepPolicy }: Deps,
): Promise<Result<readonly Account[], Failure>> {
  const before = new Set(accounts.view().accounts.map(({ id }) => id));
  const undos: (() => Promise<unknown>)[] = [];

  async function keepLists(accountId: string, lists: readonly SetupList[]): Promise<Result<unknown, Failure>> {
    if (lists.length === 0) return ok(null);
    const added = await people.add(accountId, lists);
    if (!added.ok) return added;
    const { undoId } = added.value;
    undos.push(() => (before.has(accountId) ? people.undo({ accountId, undoId }) : people.forget(accountId)));
    return ok(null);
  }

  async function keepRest(idOf: (idInstance: string) => string): Promise<Result<null, Failure>> {
    const policy = setup.policy ? keepPolicy(setup.policy) : ok(null);
    if (!policy.ok) return policy;
    for (const { idInstance } of setup.accounts) {
      const lists = setup.lists.filter((list) => (list.idInstance ?? idInstance) === idInstance);
      const kept = await keepLists(idOf(idInstance), lists);
      if (!kept.ok) return kept;
    }
    return ok(null);
  }

  let isDone = false;
  try {
    const incoming = setup.accounts.map(({ apiUrl = '', ...account }) => ({ ...account, apiUrl }));
    const taken = await accounts.takeIn(incoming, {
      ...{ keep, also: keepRest },
      allowedHosts: setup.policy?.allowedHosts ?? [],
    });
    isDone = taken.ok;
    return taken;
  } finally {
    if (!isDone) for (const undo of undos) await undo();
  }
}
