import type { Clock } from '../../core/clock.ts';
import type { Failure } from '../../core/failure.ts';
import type { Result } from '../../core/result.ts';
import type { Accounts } from '../accounts/accounts.ts';
import type { GreenApi } from '../green-api/green-api.ts';
import type { Log } from '../log/log.ts';
import { failureOfState, isOfTheAccount, obstacleOf } from './attempt.ts';
import { createBreaker } from './breaker.ts';
import type { GroupsList } from './groups-list.ts';
import type { Job, Journal, NotBegun, Slots } from './journal.ts';
import { createPauses } from './pauses.ts';
import { createReasons, everyJob } from './reasons.ts';
import type { RunTime } from './run-time.ts';
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
  reasonOf(jobId: string): Failure | null;
  slots(): Slots;
  /** Until the next try, the pace apart. */
  pausedMs(): number;
  stop(): Promise<void>;
};

type Ready = { readonly job: Job; readonly api: GreenApi };
/** In how many ms to look again; null: when something changes; `next`: at once, with the job after this one. */
type Wait = number | null;

export function createQueue(deps: QueueDeps): SenderQueue {
  const { sender, journal, accounts, timings, time, list, log } = deps;
  const pauses = createPauses(deps);
  const breaker = createBreaker(deps);
  const worker = createWorker({ clock: deps.clock, step: guarded });
  const sending = createSending(deps);
  const reasons = createReasons();
  let isWarm = false;

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
    if (stopped) return lookAtStop(stopped);
    breaker.closed();
    const [first] = queued;
    if (!first) return warmUp(lastSentAtMs);
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
    if (pauses.mustAsk()) return askState(ready);
    if (!list.isFresh(sender, Number.POSITIVE_INFINITY)) return readList(ready);

    const { inFlightUntilMs, waitMs, passed } = await journal.sender(sender, slots());
    if (inFlightUntilMs !== null) return waitForOther(inFlightUntilMs);
    if (waitMs > 0) return waitMs;
    if (!list.isFresh(sender, timings.groupsMaxAgeMs)) return readList(ready);
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

  async function readList({ job, api }: Ready): Promise<Wait> {
    const reading = await list.read(sender, api);
    if (reading.ok && reading.value.isClean) {
      pauses.afterRead();
      return 0;
    }
    return miss(job, reading.ok ? { code: 'stale-groups' } : reading.failure);
  }

  function miss(job: Job, failure: Failure): Wait {
    if (isOfTheAccount(failure)) accounts.report(job.accountId, failure);
    pauses.afterMiss(failure);
    reasons.set(job.id, failure);
    return pauses.leftMs();
  }

  /** After a refusal that passes, or too many misses: the service says when to go on. */
  async function askState({ job, api }: Ready): Promise<Wait> {
    const answer = await api.getStateInstance();
    if (!answer.ok) return miss(job, answer.failure.failure);
    const failure = failureOfState(answer.value);
    if (failure) accounts.report(job.accountId, failure);
    if (pauses.asked(failure)) return 0;
    if (failure) await journal.stop(sender, failure);
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

  /** The breaker is open. When its reason lies with the account, the account may be asked. */
  async function lookAtStop(stopped: Failure): Promise<Wait> {
    reasons.set(everyJob, stopped);
    const dueInMs = breaker.dueInMs(stopped);
    if (dueInMs !== 0) return dueInMs;
    const api = await anyApi();
    const answer = api ? await api.getStateInstance() : null;
    if (!answer?.ok || failureOfState(answer.value) !== null) {
      breaker.asked(stopped);
      return 0;
    }
    await journal.go(sender);
    return 0;
  }

  /** With nothing to send, the groups are read once a run all the same: then the time is known, and with it the pace. */
  async function warmUp(lastSentAtMs: number | null): Promise<Wait> {
    if (isWarm || lastSentAtMs === null) return null;
    isWarm = true;
    const api = await anyApi();
    if (api) await list.read(sender, api);
    await deps.waits();
    return null;
  }

  /** The service through any account of this sender. */
  async function anyApi(): Promise<GreenApi | null> {
    const { accountIds = [] } = (await journal.senders()).find((known) => known.sender === sender) ?? {};
    const apis = accountIds.map((accountId) => accounts.api(accountId));
    return apis.find((api) => api.ok)?.value ?? null;
  }

  return {
    kick: worker.kick,
    wake() {
      breaker.wake();
      pauses.wake();
      worker.kick();
    },
    reasonOf: reasons.of,
    slots,
    pausedMs: pauses.leftMs,
    stop: () => worker.stop(timings.stopGraceMs),
  };
}
