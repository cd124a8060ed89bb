import type { Result } from '../../core/result.ts';
import type { GreenApi } from '../green-api/green-api.ts';
import type { Log } from '../log/log.ts';
import { stopAfter, whatHappened } from './attempt.ts';
import { giveWay } from './give-way.ts';
import type { Attempt, AttemptEnd, Begin, Job, Journal, NotBegun, Outcome } from './journal.ts';
import type { RunTime } from './run-time.ts';
import type { Timings } from './timings.ts';

type SendingDeps = {
  readonly journal: Journal;
  readonly timings: Timings;
  readonly time: RunTime;
  readonly log: Log;
};

type Sent = { readonly job: Job; readonly outcome: Outcome; readonly passed: number };
type Open = { readonly attempt: Attempt; readonly end: AttemptEnd; readonly passed: number };

/** One CreateGroup from its intent to its end. */
export type Sending = {
  /** Writes the intent, sends once, and holds the end for `finish`. Null: it may not begin. `passed`: see `whatHappened`. */
  send(
    what: { readonly job: Job; readonly api: GreenApi; readonly begin: Begin; readonly passed: number },
    begun: (attempt: Attempt) => Promise<void>,
  ): Promise<NotBegun | null>;
  /** An attempt whose end is not in the record yet. While it is here, nothing else may be sent. */
  unfinished(): Attempt | null;
  /** Writes the end. When the record refuses it, it stays unfinished. */
  finish(): Promise<Result<Sent>>;
};

export function createSending({ journal, timings, time, log }: SendingDeps): Sending {
  let open: Open | null = null;

  const endOf = (attempt: Attempt, part: Partial<AttemptEnd>): AttemptEnd => {
    const { wallMs: atMs, serverMs } = time.moment();
    return {
      outcome: { at: 'unknown', failure: { code: 'unknown' } },
      evidence: { startedAtMs: attempt.wallMs, endedAtMs: atMs, status: null, serverDateMs: null },
      atMs,
      serverMs,
      firstReadInMs: timings.reconcileDelaysMs[0] ?? 0,
      stop: null,
      ...part,
    };
  };

  return {
    async send({ job, api, begin, passed }, begun) {
      // The intent is on the disk before the socket opens: after a crash an open attempt means
      // "look for the group", never "try again". A 500 from this service may still have made it.
      const written = await journal.begin(job.id, begin);
      if (!written.ok) return written.failure;
      const attempt = written.value;
      open = { attempt, end: endOf(attempt, {}), passed };
      const call = api.createGroup({ groupName: attempt.name, chatIds: attempt.chatIds });
      log.info('attempt.begun', { attempt: attempt.id });
      await Promise.race([giveWay(), call]);
      await begun(attempt);
      const answer = await call;
      const outcome = whatHappened(answer, passed);
      const evidence = answer.ok ? answer.value.evidence : answer.failure.evidence;
      time.heard(evidence);
      open = { attempt, end: endOf(attempt, { outcome, evidence, stop: stopAfter(outcome) }), passed };
      return null;
    },

    unfinished: () => open?.attempt ?? null,

    async finish() {
      if (!open) throw new Error('nothing was sent');
      const { attempt, end, passed } = open;
      const ended = await journal.end(attempt.id, end);
      if (!ended.ok) return ended;
      open = null;
      log.info('attempt.ended', { attempt: attempt.id, outcome: end.outcome.at, status: end.evidence.status });
      return { ok: true, value: { job: ended.value, outcome: end.outcome, passed } };
    },
  };
}
