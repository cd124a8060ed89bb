import type { Clock } from '../../core/clock.ts';
import type { Emit } from '../../core/contract/events.ts';
import type { Failure } from '../../core/failure.ts';
import type { Result } from '../../core/result.ts';
import type { Accounts } from '../accounts/accounts.ts';
import type { Answered, GreenApi } from '../green-api/green-api.ts';
import type { Log } from '../log/log.ts';
import { createPause } from './pause.ts';
import type { ContactStore, QueuedPerson, QueueKind } from './store.ts';
import { afterFailure, mayBeTried, retryStoppedMs } from './work-failures.ts';

/** Something that is done person by person, slowly, from a queue on the disk: it goes on after a restart. */
export type SlowWork = {
  /** Goes on with what waits, if anything does. `byPerson`: a used-up allowance is tried once more. */
  wake(accountId: string, byPerson?: boolean): void;
  /** A person wants no more of it: the queue is emptied, what was done stays. */
  stop(accountId: string): Promise<Result<null>>;
  /** Says once more how far it is; nothing when nobody asked for it. */
  tell(accountId: string): void;
  /** The account was removed. */
  forget(accountId: string): void;
  /** The app ends: nothing is begun any more, and nothing written. */
  close(): void;
};

/** What slow work of every kind needs. */
export type WorkTools = {
  readonly store: ContactStore;
  readonly accounts: Pick<Accounts, 'api' | 'report'>;
  /** Why nothing may be sent from an account now, or null. */
  readonly obstacle: (accountId: string) => Failure | null;
  readonly emit: Emit;
  readonly clock: Clock;
  readonly log: Log;
  /** Between two people. */
  readonly gapMs: number;
};

type SlowWorkDeps<A> = Omit<WorkTools, 'obstacle'> & {
  readonly kind: QueueKind;
  readonly event: 'people.checking' | 'people.savingToPhone';
  readonly obstacle: (accountId: string, byPerson: boolean) => Promise<Failure | null>;
  readonly ask: (api: GreenApi, person: QueuedPerson) => Answered<A>;
  /** Keeps what came of it, and takes the person out of the queue. */
  readonly keep: (accountId: string, person: QueuedPerson, answer: A) => Promise<Result<null>>;
  readonly onStopped?: (accountId: string, failure: Failure) => Promise<void>;
};

type Run = {
  done: number;
  total: number;
  running: boolean;
  failure: Failure | null;
  gapMs: number;
  /** Failures since the last success. */
  inARow: number;
  /** Nobody needs to hear that nothing was to be done. */
  isTold: boolean;
};

export function createSlowWork<A>(deps: SlowWorkDeps<A>): SlowWork {
  const { kind, event, store, accounts, emit, clock, log } = deps;
  const runs = new Map<string, Run>();
  const pause = createPause(clock);
  let isClosed = false;

  const isOver = (accountId: string, run: Run): boolean => isClosed || runs.get(accountId) !== run;

  function tell(accountId: string): void {
    const run = runs.get(accountId);
    if (!run) return;
    run.isTold = true;
    const { running, done, total, failure } = run;
    emit(event, { accountId, running, done, total, failure });
  }

  async function work(accountId: string, run: Run, byPerson: boolean): Promise<void> {
    const obstacle = await deps.obstacle(accountId, byPerson);
    if (isOver(accountId, run)) return;
    for (let person = await next(accountId, run); person; person = await next(accountId, run)) {
      if (obstacle) return end(accountId, run, obstacle);
      const waitMs = mayBeTried(person)
        ? await attempt(accountId, run, person)
        : await passOver(accountId, run, person);
      if (waitMs === null || isOver(accountId, run)) return;
      await pause.wait(accountId, waitMs);
      if (isOver(accountId, run)) return;
    }
    if (!isOver(accountId, run)) await end(accountId, run, null);
  }

  async function next(accountId: string, run: Run): Promise<QueuedPerson | undefined> {
    const [person] = await store.queued(accountId, kind, 1);
    run.total = run.done + (await store.queueLength(accountId, kind));
    if (person && !isOver(accountId, run)) tell(accountId);
    return person;
  }

  /** One call and what follows it: how long to wait then, or null to wait no more. */
  async function attempt(accountId: string, run: Run, person: QueuedPerson): Promise<number | null> {
    const api = accounts.api(accountId);
    if (!api.ok) return stopWith(accountId, run, api.failure);
    // Before the call: whoever makes the app end is not called for again and again.
    const tried = await store.setTries(accountId, kind, { ...person, tries: person.tries + 1 });
    if (!tried.ok) return stopWith(accountId, run, tried.failure);
    const startedMs = clock.monotonic();
    const answer = await deps.ask(api.value, person);
    if (isClosed) return null;
    const kept = answer.ok
      ? await deps.keep(accountId, person, answer.value)
      : ({ ok: false, failure: answer.failure.failure } as const);
    if (isOver(accountId, run)) return null;
    if (kept.ok) {
      run.done += 1;
      run.inARow = 0;
      return Math.max(0, run.gapMs - (clock.monotonic() - startedMs));
    }
    return afterwards(accountId, run, { person, failure: kept.failure });
  }

  async function afterwards(
    accountId: string,
    run: Run,
    { person, failure }: { person: QueuedPerson; failure: Failure },
  ): Promise<number | null> {
    log.info('people.work-failed', { account: accountId, kind, code: failure.code });
    const then = afterFailure(failure, { tries: person.tries + 1, inARow: run.inARow });
    run.inARow += 1;
    if (then === 'pass-over') return passOver(accountId, run, person);
    // A turn that the service did not take is none.
    if (failure.code !== 'no-answer') await store.setTries(accountId, kind, person);
    if (then === 'stop') return stopWith(accountId, run, failure);
    if (then.isTooFast) run.gapMs = Math.min(16 * deps.gapMs, 2 * run.gapMs);
    return then.waitMs;
  }

  async function passOver(accountId: string, run: Run, { chatId }: QueuedPerson): Promise<number | null> {
    const written = await store.write(accountId, { unqueued: { kind, chatIds: [chatId] } });
    if (!written.ok) return stopWith(accountId, run, written.failure);
    run.done += 1;
    return run.gapMs;
  }

  async function stopWith(accountId: string, run: Run, failure: Failure): Promise<null> {
    await end(accountId, run, failure);
    return null;
  }

  async function end(accountId: string, run: Run, failure: Failure | null): Promise<void> {
    run.running = false;
    run.failure = failure;
    if (failure || run.isTold) tell(accountId);
    if (failure === null) return void runs.delete(accountId);
    accounts.report(accountId, failure);
    await deps.onStopped?.(accountId, failure);
    const retryMs = failure.code === 'quota' ? failure.resetsAtMs - clock.now() : retryStoppedMs(failure);
    if (retryMs !== null && !isOver(accountId, run)) pause.later(accountId, retryMs, () => wake(accountId));
  }

  function wake(accountId: string, byPerson = false): void {
    const before = runs.get(accountId);
    if (isClosed || before?.running) return;
    pause.cancel(accountId);
    const run: Run = {
      ...{ done: before?.done ?? 0, total: before?.total ?? 0 },
      ...{ running: true, failure: null, gapMs: deps.gapMs, inARow: 0, isTold: false },
    };
    runs.set(accountId, run);
    work(accountId, run, byPerson).catch((error: unknown) => {
      const logId = log.error('people.work-broke', error, { account: accountId, kind });
      run.running = false;
      run.failure = { code: 'unexpected', logId };
      if (!isOver(accountId, run)) tell(accountId);
    });
  }

  function drop(accountId: string): void {
    runs.delete(accountId);
    pause.cancel(accountId);
  }

  return {
    wake,
    tell,
    forget: drop,

    async stop(accountId) {
      const run = runs.get(accountId);
      const emptied = await store.emptyQueue(accountId, kind);
      if (!emptied.ok) return emptied;
      drop(accountId);
      if (run) emit(event, { accountId, running: false, done: run.done, total: run.done, failure: null });
      return emptied;
    },

    close() {
      isClosed = true;
      pause.cancelAll();
    },
  };
}
