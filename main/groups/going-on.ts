import type { Api } from '../../core/contract/calls.ts';
import type { Result } from '../../core/result.ts';
import type { Journal } from './journal.ts';

type GoingOnDeps = {
  readonly journal: Pick<Journal, 'go'>;
  readonly bind: (accountId: string) => Promise<Result<string>>;
  /** Why the queue of this sender stood counts no more; it looks again at once. */
  readonly goOn: (sender: string) => Promise<void>;
};

/** A person's word that a queue goes on which nothing else may move. */
export function createGoingOn({ journal, bind, goOn }: GoingOnDeps): { readonly [C in 'goOn']: Api[`groups.${C}`] } {
  return {
    async goOn({ accountId }) {
      const sender = await bind(accountId);
      if (!sender.ok) return sender;
      const gone = await journal.go(sender.value);
      if (gone.ok) await goOn(sender.value);
      return gone;
    },
  };
}
