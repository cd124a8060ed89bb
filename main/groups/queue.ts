import type { Clock } from '../../core/clock.ts';
import type { Failure } from '../../core/failure.ts';
import type { Result } from '../../core/result.ts';
import type { Accounts } from '../accounts/accounts.ts';
import type { Log } from '../log/log.ts';
import { isOfTheAccount, obstacleOf } from './attempt.ts';
import { createBreaker } from './breaker.ts';
import type { GroupsList } from './groups-list.ts';
import type { Job, Journal, NotBegun, Slots } from './journal.ts';
import { createPauses } from './pauses.ts';
import { createReadiness, type Ready } from './readiness.ts';
import { createReasons, everyJob } from './reasons.ts';
import type { RunTime } from './run-time.ts';
import type { SenderApi } from './sender-api.ts';
import { createSending } from './sending.ts';
import type { Timings } from './timings.ts';
import { createWorker } from './worker.ts';

export type QueueDeps = {
  readonly sender: string;
  readonly journal: Journal;
  readonly accounts: Pick<Accounts, 'api' | 'stateOf' | 'report'>;
  readonly clock: Clock;
  readonly timings: Timings;
  readonly pace: () => { readonly paceMs: number; readonly perDay: number };
  readonly random: () => number;
  readonly time: RunTime;
  readonly list: GroupsList;
  readonly log: Log;
  /** Before that nothing is done. */
  readonly isStarted: () => boolean;
  /** Looks after what earlier runs left open, until that is once in the record; then answers null. */
  readonly enlisted: () => Promise<Failure | null>;
  /** The sender that an account belongs to now. */
  readonly bind: (accountId: string) => Promise<Result<string>>;
  readonly senderApi: SenderApi;
  /** A job changed in the record; the window is to be told, and what follows from it begins. */
  readonly changed: (job: Job) => Promise<void>;
  /** Looks for attempts that dead processes left open. */
  readonly recover: () => Promise<unknown>;
  /** The reason for waiting changed. */
  readonly waits: () => Promise<void>;
};

/** The queue of one sender: one group after the other, at the pace, and never the same one twice. */
export type SenderQueue = {
  /** Something changed: look again. */
  kick(): void;
  /** The network may be back, the account fine, the computer awake: no waiting out of habit. */
  wake(): void;
  /** The same by a person's word: the reasons for waiting are forgotten at once. */
  goOn(): void;
  reasonOf(jobId: string): Failure | null;
  slots(): Slots;
  /** Until the next try, the pace apart. */
  pausedMs(): number;
  stop(): Promise<void>;
};

/** In how many ms to look again; null: when something changes. Beside it, `next`: at once, with the job after this one. */
type Wait = number | null;

export function createQueue(deps: QueueDeps): SenderQueue {
  const { sender, journal, accounts, timings, time, list, log } = deps;
  const pauses = createPauses(deps);
  const breaker = createBreaker(deps);
  const worker = createWorker({ clock: deps.clock, step: guarded });
  const sending = createSending(deps);
  const reasons = createReasons();
  const readiness = createReadiness({ ...deps, pauses, reasons });

  const slots = (): Slots => {
    const { paceMs, perDay } = deps.pace();
    return { now: time.moment(), paceMs: paceMs * pauses.slowness(), perDay };
  };

  async function guarded(): Promise<Wait> {
    reasons.begin();
    try {
      const waitMs = await step();
      if (reasons.end()) await deps.waits();
      return waitMs;
    } catch (error) {
      // One of the two places where a bug may end: nothing is sent now, and the next look begins from the record.
      if (worker.isAbandoned()) return null;
      reasons.set(everyJob, { code: 'unexpected', logId: log.error('queue.failed', error) });
      reasons.end();
      return timings.pollMs;
    }
  }

  async function step(): Promise<Wait> {
    if (!deps.isStarted()) return null;
    const notEnlisted = await deps.enlisted();
    if (notEnlisted) {
      reasons.set(everyJob, notEnlisted);
      return timings.pollMs;
    }
    if (sending.unfinished()) return finish();
    const queued = (await journal.jobs(sender, 'queued')).filter(({ state }) => state.at === 'queued' && !state.held);
    const { stopped, lastSentAtMs } = await journal.sender(sender, slots());
    if (stopped) {
      reasons.set(everyJob, stopped);
      return breaker.look(stopped);
    }
    breaker.closed();
    const [first] = queued;
    if (!first) {
      if (lastSentAtMs !== null && (await readiness.warmUp())) await deps.waits();
      return null;
    }
    if (pauses.leftMs() > 0) {
      const reason = pauses.reason();
      if (reason) reasons.set(first.id, reason);
      return pauses.leftMs();
    }
    for (const job of queued) {
      const waitMs = await take(job);
      if (waitMs !== 'next') return waitMs;
    }
    return null;
  }

  async function take(job: Job): Promise<Wait | 'next'> {
    const api = accounts.api(job.accountId);
    if (!api.ok) return skip(job, api.failure);
    // Once it can make groups again, the queue is woken.
    const obstacle = obstacleOf(accounts.stateOf(job.accountId));
    return obstacle ? skip(job, obstacle) : advance({ job, api: api.value });
  }

  function skip(job: Job, failure: Failure): 'next' {
    reasons.set(job.id, failure);
    return 'next';
  }

  /** Does what has to be done next for the first job that can go. */
  async function advance(ready: Ready): Promise<Wait | 'next'> {
    const bound = await deps.bind(ready.job.accountId);
    if (!bound.ok) return skip(ready.job, bound.failure);
    if (bound.value !== sender) return leave(ready.job);
    if (pauses.mustAsk()) return readiness.askState(ready);
    if (!list.isFresh(sender, Number.POSITIVE_INFINITY)) return readiness.readList(ready);

    const { inFlightUntilMs, waitMs, passed } = await journal.sender(sender, slots());
    if (inFlightUntilMs !== null) return waitForOther(inFlightUntilMs);
    if (waitMs > 0) return waitMs;
    if (!list.isFresh(sender, timings.groupsMaxAgeMs)) return readiness.readList(ready);
    return send(ready, passed);
  }

  /** Another process may be sending. When its time is over, nobody is. */
  async function waitForOther(untilMs: number): Promise<Wait> {
    const leftMs = untilMs - time.moment().wallMs;
    if (leftMs > 0) return Math.min(leftMs + 1, timings.pollMs);
    await deps.recover();
    return timings.pollMs;
  }

  /** The account has another number than the one this was asked for: a person must say go. */
  async function leave(job: Job): Promise<Wait> {
    const now = await journal.job(job.id);
    if (now?.sender !== sender) return 0;
    const held = await journal.move(job.id, { is: 'held' });
    if (held.ok) await deps.changed(held.value);
    return 0;
  }

  async function send({ job, api }: Ready, passed: number): Promise<Wait | 'next'> {
    const freshSinceRunMs = time.freshSinceRunMs(timings.groupsMaxAgeMs);
    const begin = { ...slots(), sender, freshSinceRunMs, deadlineMs: timings.deadlineMs };
    const obstacle = await sending.send({ job, api, begin, passed }, ({ wallMs }) =>
      deps.changed({ ...job, state: { at: 'sending', sinceMs: wallMs } }),
    );
    return obstacle ? notBegun(job, obstacle) : finish();
  }

  function notBegun(job: Job, why: NotBegun): Wait | 'next' {
    switch (why.is) {
      case 'blocked':
        return skip(job, why.failure);
      case 'failed':
        reasons.set(job.id, why.failure);
        return timings.pollMs;
      case 'in-flight':
        return timings.pollMs;
      case 'wait':
        return why.waitMs;
      case 'moved-on':
      case 'stopped':
      case 'stale-groups':
        return 0;
    }
  }

  /** Writes how an attempt ended. If the disk refuses, the queue stands until it does not. */
  async function finish(): Promise<Wait> {
    if (worker.isAbandoned()) return null;
    const finished = await sending.finish();
    if (!finished.ok) {
      reasons.set(everyJob, finished.failure);
      return timings.pollMs;
    }
    const { job, outcome, passed } = finished.value;
    pauses.afterEnd(outcome, passed);
    if ('failure' in outcome && isOfTheAccount(outcome.failure)) accounts.report(job.accountId, outcome.failure);
    await deps.changed(job);
    return 0;
  }

  function wake(): void {
    breaker.wake();
    pauses.wake();
    worker.kick();
  }

  return {
    kick: worker.kick,
    wake,
    goOn() {
      reasons.forget();
      wake();
    },
    reasonOf: reasons.of,
    slots,
    pausedMs: pauses.leftMs,
    stop: () => worker.stop(timings.stopGraceMs),
  };
}
