import { randomUUID } from 'node:crypto';
import type { Clock } from '../../core/clock.ts';
import type { Emit } from '../../core/contract/events.ts';
import type { Failure } from '../../core/failure.ts';
import type { GroupJob } from '../../core/group-job.ts';
import { err, ok, type Result } from '../../core/result.ts';
import type { Accounts } from '../accounts/accounts.ts';
import type { Log } from '../log/log.ts';
import { createActions } from './actions.ts';
import { mendable } from './attempt.ts';
import { createBackground } from './background.ts';
import { createBinding } from './binding.ts';
import { createCreate } from './create.ts';
import { createDecide } from './decide.ts';
import { createFeeding } from './feeding.ts';
import { giveWay } from './give-way.ts';
import { createGoingOn } from './going-on.ts';
import type { Groups } from './groups.ts';
import { createGroupsList } from './groups-list.ts';
import type { Job, Journal } from './journal.ts';
import { createMembership } from './membership.ts';
import { createQueue, type SenderQueue } from './queue.ts';
import { createReconcile } from './reconcile.ts';
import { createRunTime } from './run-time.ts';
import { isRunnerDead } from './runner.ts';
import { createSenderApi } from './sender-api.ts';
import { createTelling } from './telling.ts';
import type { Timings } from './timings.ts';
import { createView } from './view.ts';

export type GroupsDeps = {
  readonly journal: Journal;
  readonly accounts: Pick<Accounts, 'api' | 'senderOf' | 'phoneOf' | 'stateOf' | 'report'>;
  readonly clock: Clock;
  readonly timings: Timings;
  /** The pause between two groups, and how many a calendar day may have. */
  readonly pace: () => { readonly paceMs: number; readonly perDay: number };
  readonly emit: Emit;
  readonly log: Log;
  /** This run of the app, from `newRunner`. */
  readonly runner: string;
  readonly newId?: () => string;
  readonly random?: () => number;
};

const dayMs = 86_400_000;

/** Puts the parts of groups together. */
export function createGroups(deps: GroupsDeps): Groups {
  const { journal, accounts, clock, timings, emit, log, runner } = deps;
  const time = createRunTime(clock, runner);
  const list = createGroupsList({ journal, time });
  const background = createBackground({ clock, log });
  const { bind, inherit } = createBinding({
    ...{ journal, accounts, log, moved },
    // One job is enough for the window to read its list again.
    inherited: (newest) => tell.job(newest),
  });
  const queues = new Map<string, SenderQueue>();
  let isStarted = false;
  let isEnlisted = false;
  let isStopped = false;
  const parts = {
    ...{ journal, accounts, clock, timings, time, list, log, bind, changed, recover },
    senderApi: createSenderApi({ journal, accounts, bind }),
    pace: deps.pace,
    random: deps.random ?? Math.random,
    newId: deps.newId ?? randomUUID,
    inBackground: background.run,
    isStarted: () => isStarted,
    enlisted: async () => (isEnlisted ? null : recover()),
  };
  const view = createView({ journal, queueOf, now: clock.now });
  const tell = createTelling({ journal, view, emit });
  const membership = createMembership(parts);
  const reconcile = createReconcile(parts);
  const entry = createCreate(parts);
  const decide = createDecide({ ...parts, reconcile });
  const actions = createActions({ ...parts, check: membership.check });

  function queueOf(sender: string): SenderQueue {
    const known = queues.get(sender);
    if (known) return known;
    const queue = createQueue({ ...parts, sender, waits: () => tell.queue(sender) });
    queues.set(sender, queue);
    if (isStopped) void queue.stop();
    return queue;
  }

  /** What an account has asked for goes on under this sender. */
  async function moved(accountId: string, sender: string): Promise<void> {
    await tell.queuedOf(accountId);
    queueOf(sender).wake();
    await reconcile.plan(sender);
  }

  /** A job changed in the record: the window hears of it, and what follows begins. */
  async function changed(job: Job): Promise<void> {
    await tell.job(job);
    // Whoever stood behind one that left its place starts earlier now.
    if (job.state.at === 'cancelled' || (job.state.at === 'queued' && job.state.held)) await tell.queue(job.sender);
    if (job.state.at === 'unknown') await reconcile.plan(job.sender);
    if (job.state.at === 'created' && job.membership === null) membership.watch(job.id);
    // Whatever was settled may let another one go.
    if (job.state.at !== 'sending') queueOf(job.sender).kick();
  }

  /** A person lets the queue go on: why it stood counts no more. */
  async function goOn(sender: string): Promise<void> {
    queueOf(sender).goOn();
    await tell.queue(sender);
  }

  async function recover(): Promise<Failure | null> {
    const firstReadInMs = timings.reconcileDelaysMs[0] ?? 0;
    const recovered = await journal.enlist({ now: time.moment(), isDead: isRunnerDead, firstReadInMs });
    if (!recovered.ok) return recovered.failure;
    isEnlisted = true;
    for (const job of recovered.value) await changed(job);
    return null;
  }

  async function shown(result: Result<Job>): Promise<Result<GroupJob>> {
    return result.ok ? ok(await view.job(result.value)) : result;
  }
  /** For what a person did: the window hears of it, and the queue looks again without waiting out of habit. */
  async function done(result: Result<Job>): Promise<Result<GroupJob>> {
    if (!result.ok) return result;
    await changed(result.value);
    queueOf(result.value.sender).wake();
    return ok(await view.job(result.value));
  }
  async function own(accountId: string, jobId: string): Promise<Result<Job>> {
    const job = await journal.job(jobId);
    return job?.accountId === accountId ? ok(job) : err({ code: 'not-found' });
  }
  /** Calls about one job are answered only to the account that it belongs to. */
  const ofOwn =
    <A extends { readonly jobId: string }>(run: (args: A) => Promise<Result<Job>>) =>
    async (args: A & { readonly accountId: string }): Promise<Result<GroupJob>> => {
      const job = await own(args.accountId, args.jobId);
      return job.ok ? shown(await run(args)) : job;
    };

  return {
    feeding: createFeeding({ ...parts, entry, queueOf }),
    async create(args) {
      const created = await entry.create(args);
      if (!created.ok) return created;
      const { id, sender } = created.value;
      queueOf(sender).wake();
      await giveWay();
      // By now it may be on the wire: whoever has sent it tells the window so.
      const job = (await journal.job(id)) ?? created.value;
      if (job.state.at === 'queued') await tell.job(job);
      return ok(await view.job(job));
    },
    requeue: async (args) => {
      const requeued = await entry.requeue(args);
      if (requeued.ok) await journal.go(requeued.value.sender, mendable);
      return done(requeued);
    },
    show: async ({ accountId, jobId }) => shown(await own(accountId, jobId)),
    cancel: async ({ accountId, jobId }) => {
      const job = await own(accountId, jobId);
      return job.ok ? done(await journal.move(jobId, { is: 'cancelled', atMs: clock.now() })) : job;
    },
    look: ofOwn(decide.look),
    decide: async (args) => {
      const job = await own(args.accountId, args.jobId);
      return job.ok ? done(await decide.decide(args)) : job;
    },
    ...createGoingOn({ ...parts, goOn }),
    check: ofOwn(({ jobId }) => membership.check(jobId)),
    saveAndAdd: ofOwn(actions.saveAndAdd),
    addPeople: ofOwn(actions.addPeople),
    sendLink: ofOwn(actions.sendLink),
    rename: ofOwn(actions.rename),
    makeAdmin: ofOwn(actions.makeAdmin),

    async find(query) {
      const sender = await bind(query.accountId);
      if (!sender.ok && sender.failure.code === 'not-found') return sender;
      const { rows, total } = await journal.find(query);
      return sender.ok ? ok({ rows: await view.rows(rows, sender.value), total }) : ok({ rows: [...rows], total });
    },
    async queue(accountId) {
      const sender = await bind(accountId);
      return view.queue(accountId, sender.ok ? sender.value : accounts.senderOf(accountId));
    },
    async openJobs(accountId) {
      const { queued, sending, unknown } = await journal.count(accountId);
      return { open: sending + unknown, queued };
    },
    async cancelQueued(accountId) {
      for (const { id } of await journal.queuedOf(accountId)) {
        const cancelled = await journal.move(id, { is: 'cancelled', atMs: clock.now() });
        if (cancelled.ok) await changed(cancelled.value);
      }
    },

    async start() {
      await recover();
      isStarted = true;
      for (const job of await journal.unchecked(clock.now() - dayMs)) membership.watch(job.id);
      for (const { sender, accountIds } of await journal.senders()) {
        for (const accountId of accountIds) if ((await bind(accountId)).ok) await inherit(accountId);
        await reconcile.plan(sender);
        queueOf(sender).kick();
      }
    },
    wake() {
      time.unsettle();
      background.run('wake', async () => {
        for (const { accountIds } of await journal.senders()) {
          for (const accountId of accountIds) await bind(accountId);
        }
        for (const [sender, queue] of queues) {
          queue.wake();
          await reconcile.plan(sender);
        }
      });
    },
    async stop() {
      isStopped = true;
      reconcile.stop();
      membership.stop();
      await Promise.all([...queues.values()].map((queue) => queue.stop()));
      await background.stop(timings.stopGraceMs);
    },
  };
}
