import type { Clock } from '../../core/clock.ts';
import type { Api } from '../../core/contract/calls.ts';
import type { Failure } from '../../core/failure.ts';
import type { GroupJob } from '../../core/group-job.ts';
import { ok, type Result } from '../../core/result.ts';
import type { Groups } from '../groups/groups.ts';
import type { Log } from '../log/log.ts';
import { fillPlaces } from './fill-places.ts';
import type { Help, HelpEnd, HelpStore } from './help-store.ts';
import type { RunStore } from './store.ts';

/** Helping everybody who is not in their group yet: one person after the other, each at most once with the same help. */
export type Helping = {
  readonly [C in 'helpMissing' | 'stopHelping']: (args: Parameters<Api[`runs.${C}`]>[0]) => Promise<Result<null>>;
} & {
  /** How far it is; `failure`: why it stands. Null when nothing is to be done. */
  progress(runId: string): Promise<{ done: number; total: number; failure: Failure | null } | null>;
  start(): Promise<void>;
  /** What stood in the way may be gone. */
  wake(): void;
  stop(): void;
};

export type HelpingDeps = {
  readonly store: Pick<RunStore, 'run'> & HelpStore;
  readonly groups: Pick<Groups, 'show' | 'saveAndAdd' | 'sendLink'>;
  /** Why nothing may be sent from an account now, or null. */
  readonly obstacle: (accountId: string) => Failure | null;
  /** The failure would meet everybody else as well. */
  readonly stopsAll: (failure: Failure) => boolean;
  /** Between two people. */
  readonly gapMs: number;
  readonly clock: Clock;
  readonly log: Log;
  /** The run is told anew. */
  readonly changed: (runId: string) => Promise<void>;
};

export function createHelping(deps: HelpingDeps): Helping {
  const { store, groups, clock, log, gapMs, changed } = deps;
  const standing = new Map<string, Failure>();
  const working = new Set<string>();
  const waiting = new Map<string, () => void>();
  let isStopped = false;

  function wakeAccount(accountId: string): void {
    if (isStopped || working.has(accountId)) return;
    waiting.get(accountId)?.();
    waiting.delete(accountId);
    working.add(accountId);
    void step(accountId)
      .catch((error: unknown) => {
        standing.set(accountId, { code: 'unexpected', logId: log.error('helping.failed', error) });
        return false;
      })
      .then((goesOn) => {
        working.delete(accountId);
        if (goesOn && !isStopped)
          waiting.set(
            accountId,
            clock.after(gapMs, () => wakeAccount(accountId)),
          );
      });
  }

  /** One person. False: nobody is left, or something stands in the way of all. */
  async function step(accountId: string): Promise<boolean> {
    const help = await store.nextHelp(accountId);
    if (!help) {
      standing.delete(accountId);
      return false;
    }
    const obstacle = deps.obstacle(accountId);
    if (obstacle) return stand(help, accountId, obstacle);
    const begun = await store.beginHelp(help.id);
    if (!begun.ok) return stand(help, accountId, begun.failure);
    const { end, failure } = await give(help, accountId);
    const ended = await store.endHelp(help.id, end);
    if (failure || !ended.ok) return stand(help, accountId, failure ?? endedFailure(ended));
    standing.delete(accountId);
    await changed(help.runId);
    return true;
  }

  async function stand(help: Help, accountId: string, failure: Failure): Promise<boolean> {
    standing.set(accountId, failure);
    await changed(help.runId);
    return false;
  }

  /** `failure` only when it stands in the way of all; then this one was not helped and waits. */
  async function give(help: Help, accountId: string): Promise<{ end: HelpEnd; failure: Failure | null }> {
    const { jobId, chatId } = help;
    const shown = await groups.show({ accountId, jobId });
    if (!shown.ok) return { end: 'failed', failure: null };
    if (isIn(shown.value, chatId)) return { end: 'done', failure: null };
    const done =
      help.how === 'save-and-add'
        ? await groups.saveAndAdd({ accountId, jobId, chatId })
        : await groups.sendLink({ accountId, jobId, chatId, message: filled(help, shown.value) });
    if (!done.ok) return deps.stopsAll(done.failure) ? { end: 'todo', failure: done.failure } : failed;
    return { end: endOf(done.value, chatId), failure: null };
  }

  return {
    async helpMissing({ accountId, runId, how }) {
      const queued = await store.queueHelp(runId, how.is, how.is === 'send-link' ? how.message : '');
      if (!queued.ok) return queued;
      wakeAccount(accountId);
      return ok(null);
    },

    async stopHelping({ accountId, runId }) {
      const dropped = await store.dropHelp(runId);
      if (dropped.ok) standing.delete(accountId);
      return dropped;
    },

    async progress(runId) {
      const far = await store.helpProgress(runId);
      const run = far && (await store.run(runId));
      return far && run ? { ...far, failure: standing.get(run.accountId) ?? null } : null;
    },

    async start() {
      const accounts = await store.recoverHelp();
      if (accounts.ok) for (const accountId of accounts.value) wakeAccount(accountId);
    },

    wake() {
      for (const accountId of standing.keys()) wakeAccount(accountId);
    },

    stop() {
      isStopped = true;
      for (const cancel of waiting.values()) cancel();
    },
  };
}

const failed = { end: 'failed', failure: null } as const;

const endedFailure = (ended: Result<null>): Failure => (ended.ok ? { code: 'not-found' } : ended.failure);

const memberOf = (job: GroupJob, chatId: string) => job.membership?.members.find((member) => member.chatId === chatId);
const isIn = (job: GroupJob, chatId: string): boolean => memberOf(job, chatId)?.at === 'in';

function endOf(job: GroupJob, chatId: string): HelpEnd {
  const member = memberOf(job, chatId);
  if (member?.at === 'in') return 'done';
  if (member?.doing === 'add-unknown' || member?.doing === 'link-unknown') return 'unknown';
  return member?.doing === 'add-failed' ? 'failed' : 'done';
}

const filled = ({ message }: Help, { name, link }: GroupJob): string => fillPlaces(message, { name, link: link ?? '' });
