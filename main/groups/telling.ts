import type { Emit } from '../../core/contract/events.ts';
import type { Job, Journal } from './journal.ts';
import type { View } from './view.ts';

/** Tells the window how things stand now. */
export type Telling = {
  /** A job, and how many wait. */
  job(job: Job): Promise<void>;
  /** Everything that waits in the queue of a sender. */
  queue(sender: string): Promise<void>;
  /** Everything that an account has asked for and that waits, whichever number it is for. */
  queuedOf(accountId: string): Promise<void>;
};

type TellingDeps = {
  readonly journal: Pick<Journal, 'queuedOf' | 'senders'>;
  readonly view: View;
  readonly emit: Emit;
};

export function createTelling({ journal, view, emit }: TellingDeps): Telling {
  /** Whoever shows it asks for the run beside it. */
  const standing = async (accountId: string, sender: string): Promise<void> =>
    emit('queue.changed', { ...(await view.queue(accountId, sender)), run: null });

  return {
    async job(job) {
      emit('groups.changed', await view.job(job));
      await standing(job.accountId, job.sender);
    },
    async queue(sender) {
      for (const job of await view.queued(sender)) emit('groups.changed', job);
      const { accountIds = [] } = (await journal.senders()).find((known) => known.sender === sender) ?? {};
      for (const accountId of accountIds) await standing(accountId, sender);
    },
    async queuedOf(accountId) {
      for (const job of await journal.queuedOf(accountId)) emit('groups.changed', await view.job(job));
    },
  };
}
