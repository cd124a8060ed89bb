import type { GroupRun } from '../../core/group-run.ts';

/** Electron's powerSaveBlocker, or a double of it. */
type Blocker = {
  start(type: 'prevent-app-suspension'): number;
  stop(id: number): unknown;
};

/** A computer that would sleep before the next group is kept awake; one that waits for tomorrow may sleep. */
const soonMs = 30 * 60_000;

/** Keeps the computer from falling asleep by itself while runs go on that ask for it; the screen may go dark. */
export function createKeepAwake({ blocker, now }: { readonly blocker: Blocker; readonly now: () => number }) {
  const runIds = new Set<string>();
  let blockedBy: number | null = null;

  return {
    /** How a run stands now. */
    noteRun(run: GroupRun): void {
      if (needsAwake(run, now())) runIds.add(run.id);
      else runIds.delete(run.id);
      if (runIds.size > 0) blockedBy ??= blocker.start('prevent-app-suspension');
      else if (blockedBy !== null) {
        blocker.stop(blockedBy);
        blockedBy = null;
      }
    },
  };
}

function needsAwake({ plan, state, waiting, counts, next }: GroupRun, nowMs: number): boolean {
  if (!plan.keepAwake || state.at !== 'running' || waiting !== null) return false;
  const startsAtMs = next?.startsAtMs ?? null;
  return counts.sending > 0 || (startsAtMs !== null && startsAtMs - nowMs <= soonMs);
}
