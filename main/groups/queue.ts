import type { Clock } from '../../core/clock.ts';
import type { Failure } from '../../core/failure.ts';
import type { Result } from '../../core/result.ts';
import type { Accounts } from '../accounts/accounts.ts';
import type { GreenApi } from '../green-api/green-api.ts';
import type { Log } from '../log/log.ts';
import { failureOfState, isOfTheAccount, stopAfter, whatHappened } from './attempt.ts';
import { createBreaker } from './breaker.ts';
import type { GroupsList } from './groups-list.ts';
import type { Attempt, AttemptEnd, Job, Journal, NotBegun, Slots } from './journal.ts';
import { createPauses } from './pauses.ts';
import type { RunTime } from './run-time.ts';
import type { Timings } from './timings.ts';
import { createWorker } from './worker.ts';

export type QueueDeps = {
  readonly sender: string;
  readonly journal: Journal;
  readonly accounts: Pick<Accounts, 'api' | 'report'>;
  readonly clock: Clock;
  readonly timings: Timings;
  readonly pace: () => { readonly paceMs: number; readonly perDay: number };
  readonly random: () => number;
  readonly time: RunTime;
  readonly list: GroupsList;
  readonly log: Log;
  /** Whether what earlier runs left open has been looked after. */
  readonly isStarted: () => boolean;
  /** The sender that an account belongs to now. */
  readonly bind: (accountId: string) => Promise<Result<string>>;
  /** A job changed in the record; the window is to be told, and what follows from it begins. */
  readonly changed: (job: Job) => Promise<void>;
  /** Looks for attempts that dead processes left open. */
  readonly recover: () => Promise<void>;
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
  let reasons = new Map<string, Failure>();
  /** An attempt whose end is not in the record yet. While it is here, nothing else is sent. */
  let unfinished: { readonly attempt: Attempt; readonly end: AttemptEnd } | null = null;

  const slots = (): Slots => {
    const { paceMs, perDay } = deps.pace();
    return { now: time.moment(), paceMs: paceMs * pauses.slowness(), perDay };
  };

  async function guarded(): Promise<Wait> {
    const before = reasons;
    reasons = new Map();
    let waitMs: Wait = timings.pollMs;
    try {
      waitMs = await step();
      if (!areSame(before, reasons)) await deps.waits();
    } catch (error) {
      // One of the two places where a bug may end: nothing more is sent, and the next look begins from the record.
      if (worker.isAbandoned()) return null;
      reasons = new Map([[everyJob, { code: 'unexpected', logId: log.error('queue.failed', error) }]]);
    }
    return waitMs;
  }

  async function step(): Promise<Wait> {
    if (!deps.isStarted()) return null;
    if (unfinished) return finish();
    const queued = (await journal.jobs(sender, 'queued')).filter(({ state }) => state.at === 'queued' && !state.held);
    const { stopped } = await journal.sender(sender, slots());
    if (stopped) return lookAtStop(stopped);
    breaker.closed();
    const [first] = queued;
    const reason = pauses.reason();
    if (first && reason && pauses.leftMs() > 0) reasons.set(first.id, reason);
    if (!first || pauses.leftMs() > 0) return first ? pauses.leftMs() : null;

    for (const job of queued) {
      const api = accounts.api(job.accountId);
      const waitMs = api.ok ? await advance({ job, api: api.value }) : skip(job, api.failure);
      if (waitMs !== 'next') return waitMs;
    }
    return null;
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
    if (!isListFresh(Number.POSITIVE_INFINITY)) return readList(ready);

    const { inFlightUntilMs, waitMs } = await journal.sender(sender, slots());
    if (inFlightUntilMs !== null) return waitForOther(inFlightUntilMs);
    if (waitMs > 0) return waitMs;
    if (!isListFresh(timings.groupsMaxAgeMs)) return readList(ready);
    return send(ready);
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

  const isListFresh = (maxAgeMs: number): boolean =>
    (list.lastReadRunMs(sender) ?? -1) >= time.freshSinceRunMs(maxAgeMs);

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
    await deps.waits();
    return 0;
  }

  async function send({ job, api }: Ready): Promise<Wait | 'next'> {
    const freshSinceRunMs = time.freshSinceRunMs(timings.groupsMaxAgeMs);
    // The intent is on the disk before the socket opens: after a crash an open attempt means
    // "look for the group", never "try again".
    const { deadlineMs } = timings;
    const begun = await journal.begin(job.id, { ...slots(), sender, freshSinceRunMs, deadlineMs });
    if (!begun.ok) return notBegun(job, begun.failure);
    const attempt = begun.value;
    unfinished = { attempt, end: lost(attempt) };
    log.info('attempt.begun', { attempt: attempt.id });
    await deps.changed({ ...job, state: { at: 'sending', sinceMs: attempt.wallMs } });

    const answer = await api.createGroup({ groupName: attempt.name, chatIds: attempt.chatIds });
    const outcome = whatHappened(answer, pauses.passed());
    const evidence = answer.ok ? answer.value.evidence : answer.failure.evidence;
    time.heard(evidence);
    unfinished = { attempt, end: { ...lost(attempt), outcome, evidence, stop: stopAfter(outcome) } };
    return finish();
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

  function lost(attempt: Attempt): AttemptEnd {
    const atMs = time.moment().wallMs;
    return {
      outcome: { at: 'unknown', failure: { code: 'unknown' } },
      evidence: { startedAtMs: attempt.wallMs, endedAtMs: atMs, status: null, serverDateMs: null },
      atMs,
      firstReadInMs: timings.reconcileDelaysMs[0] ?? 0,
      stop: null,
    };
  }

  /** Writes how an attempt ended. If the disk refuses, the queue stands until it does not. */
  async function finish(): Promise<Wait> {
    if (!unfinished || worker.isAbandoned()) return null;
    const { attempt, end } = unfinished;
    const ended = await journal.end(attempt.id, end);
    if (!ended.ok) {
      reasons.set(everyJob, ended.failure);
      return timings.pollMs;
    }
    unfinished = null;
    pauses.afterEnd(end.outcome);
    log.info('attempt.ended', { attempt: attempt.id, outcome: end.outcome.at, status: end.evidence.status });
    const failure = 'failure' in end.outcome ? end.outcome.failure : null;
    if (failure && isOfTheAccount(failure)) accounts.report(ended.value.accountId, failure);
    await deps.changed(ended.value);
    return 0;
  }

  /** The breaker is open. When its reason lies with the account, the account may be asked. */
  async function lookAtStop(stopped: Failure): Promise<Wait> {
    const dueInMs = breaker.dueInMs(stopped);
    if (dueInMs !== 0) return dueInMs;
    const accountId = (await journal.senders()).find((known) => known.sender === sender)?.accountIds[0];
    const api = accountId === undefined ? null : accounts.api(accountId);
    const answer = api?.ok ? await api.value.getStateInstance() : null;
    if (!answer?.ok || failureOfState(answer.value) !== null) {
      breaker.asked(stopped);
      return 0;
    }
    await journal.go(sender);
    await deps.waits();
    return 0;
  }

  return {
    kick: worker.kick,
    wake() {
      breaker.wake();
      pauses.wake();
      worker.kick();
    },
    reasonOf: (jobId) => reasons.get(jobId) ?? reasons.get(everyJob) ?? null,
    slots,
    pausedMs: pauses.leftMs,
    stop: () => worker.stop(timings.stopGraceMs),
  };
}

/** The key of a reason that holds for the whole queue. */
const everyJob = '';

const areSame = (before: ReadonlyMap<string, Failure>, after: ReadonlyMap<string, Failure>): boolean =>
  JSON.stringify([...before]) === JSON.stringify([...after]);
