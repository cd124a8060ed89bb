import { asksPerson } from '../../core/asks-person.ts';
import type { GroupJob } from '../../core/group-job.ts';
import { type GroupRun, needsPerson } from '../../core/group-run.ts';
import type { Say } from '../../core/i18n/words.ts';

type Notice = { readonly title: string; readonly body: string; readonly onClick: () => void };

type RunNoticesDeps = {
  readonly say: () => Say;
  /** Shows it; answers what takes it away again. */
  readonly notify: (notice: Notice) => () => void;
  /** A person looks at the window anyway. */
  readonly isLookedAt: () => boolean;
  readonly show: (runId: string) => void;
};

/** Notifications about runs, few: done, stopped, waits for somebody, and groups that only a person can find. */
export function createRunNotices({ say, notify, isLookedAt, show }: RunNoticesDeps) {
  const told = new Map<string, ReturnType<typeof newsOf>>();
  /** The groups of a run that ask, with their names, and what takes away the notification about them. */
  const asking = new Map<string, { readonly names: Map<string, string>; takeAway: () => void }>();

  function askAbout(runId: string, names: ReadonlyMap<string, string>): () => void {
    const [name = ''] = names.values();
    return notify({
      title: say()('desktop.checkTitle'),
      body:
        names.size === 1 ? say()('desktop.runCheckText', { name }) : say()('desktop.runChecks', { count: names.size }),
      onClick: () => show(runId),
    });
  }

  return {
    /** Tells that a run is done, or stands and needs somebody: once, and not to a person who looks at the window. */
    tellRun(run: GroupRun): void {
      const news = newsOf(run);
      const before = told.get(run.id);
      told.set(run.id, news);
      if (before === undefined || news === before || news === null || isLookedAt()) return;
      notify({
        title: say()(`desktop.${news}Title`),
        body: say()(`desktop.${news}Text`, { file: run.file }),
        onClick: () => show(run.id),
      });
    },

    /** Of the groups of a run only those are told that ask a person: all of them in one notification. */
    tellJob(runId: string, { id, name, state }: GroupJob): void {
      const known = asking.get(runId) ?? { names: new Map<string, string>(), takeAway: () => {} };
      asking.set(runId, known);
      if (!asksPerson(state)) {
        if (known.names.delete(id) && known.names.size === 0) known.takeAway();
        return;
      }
      const isNew = !known.names.has(id);
      known.names.set(id, name);
      if (!isNew || isLookedAt()) return;
      known.takeAway();
      known.takeAway = askAbout(runId, known.names);
    },
  };
}

/** What is worth a notification. */
function newsOf({ state, waiting }: GroupRun): 'runDone' | 'runStopped' | 'runNeeds' | null {
  if (state.at === 'ended') return state.how === 'done' ? 'runDone' : null;
  if (state.at === 'stopped') return 'runStopped';
  return state.at === 'running' && waiting !== null && needsPerson(waiting) ? 'runNeeds' : null;
}
