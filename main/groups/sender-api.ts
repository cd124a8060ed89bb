import type { Result } from '../../core/result.ts';
import type { Accounts } from '../accounts/accounts.ts';
import type { GreenApi } from '../green-api/green-api.ts';
import type { Journal } from './journal.ts';

/** The service through an account that is this sender now, or null: the state and groups of another number prove nothing. */
export type SenderApi = (sender: string) => Promise<GreenApi | null>;

type SenderApiDeps = {
  readonly journal: Pick<Journal, 'senders'>;
  readonly accounts: Pick<Accounts, 'api'>;
  readonly bind: (accountId: string) => Promise<Result<string>>;
};

export function createSenderApi({ journal, accounts, bind }: SenderApiDeps): SenderApi {
  return async (sender) => {
    const { accountIds = [] } = (await journal.senders()).find((known) => known.sender === sender) ?? {};
    for (const accountId of accountIds) {
      const api = accounts.api(accountId);
      if (!api.ok) continue;
      const bound = await bind(accountId);
      if (bound.ok && bound.value === sender) return api.value;
    }
    return null;
  };
}
