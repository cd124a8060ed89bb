import type { Args } from '../../core/contract/calls.ts';
import type { JobEvent } from '../../core/job-machine.ts';
import { err, ok, type Result } from '../../core/result.ts';
import type { Job, Journal } from './journal.ts';
import type { Reconcile } from './reconcile.ts';
import type { RunTime } from './run-time.ts';

type DecideDeps = { readonly journal: Journal; readonly reconcile: Reconcile; readonly time: RunTime };

/** What a person may do about an unknown group: look again, or say what they know. */
export type Decide = {
  look(args: Args<'groups.look'>): Promise<Result<Job>>;
  decide(args: Args<'groups.decide'>): Promise<Result<Job>>;
};

export function createDecide({ journal, reconcile, time }: DecideDeps): Decide {
  async function unknown(jobId: string) {
    const job = await journal.job(jobId);
    if (!job) return err({ code: 'not-found' } as const);
    return job.state.at === 'unknown' ? ok({ job, state: job.state }) : err({ code: 'too-late' } as const);
  }

  return {
    async look({ jobId }) {
      const found = await unknown(jobId);
      if (!found.ok) return found;
      const looked = await reconcile.look(found.value.job.sender);
      if (!looked.ok) return looked;
      return ok((await journal.job(jobId)) ?? found.value.job);
    },

    async decide({ jobId, verdict }) {
      const found = await unknown(jobId);
      if (!found.ok) return found;
      const { job, state } = found.value;
      const atMs = time.moment().wallMs;
      if (verdict.is === 'exists' && verdict.chatId !== null) {
        if (!state.candidates.some(({ chatId }) => chatId === verdict.chatId)) return err({ code: 'not-found' });
      }
      const event: JobEvent =
        verdict.is === 'exists'
          ? { is: 'confirmed', chatId: verdict.chatId ?? '', atMs }
          : { is: 'denied', lookedOnPhone: verdict.lookedOnPhone };
      const moved = await journal.move(jobId, event);
      // Not yet offered: the groups have not been looked for long enough.
      if (!moved.ok && verdict.is === 'make-it') return err({ code: 'please-check', name: job.name });
      // Two unknown groups in a row stop the queue; now somebody has looked after one of them.
      if (moved.ok) await journal.go(job.sender, ['unknown']);
      return moved;
    },
  };
}
