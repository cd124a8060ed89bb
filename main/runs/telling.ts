import type { Emit } from '../../core/contract/events.ts';
import type { GroupRun } from '../../core/group-run.ts';
import type { RunView } from './run-view.ts';
import type { KeptRun, RunStore } from './store.ts';

/** Tells the window how runs stand now. */
export type RunTelling = {
  /** At once; answers what was told. */
  tell(run: KeptRun): Promise<GroupRun>;
  /** With the next look. */
  note(runId: string): void;
  /** Those that were noted, and those that go on where anything is different from before. */
  tellNoted(): Promise<void>;
};

type TellingDeps = { readonly store: Pick<RunStore, 'open' | 'run'>; readonly view: RunView; readonly emit: Emit };

export function createRunTelling({ store, view, emit }: TellingDeps): RunTelling {
  const noted = new Set<string>();
  const told = new Map<string, string>();

  function say(shown: GroupRun): GroupRun {
    told.set(shown.id, JSON.stringify(shown));
    emit('runs.changed', shown);
    return shown;
  }
  const tell = async (run: KeptRun): Promise<GroupRun> => say(await view.show(run));

  return {
    tell,
    note: (runId) => void noted.add(runId),
    async tellNoted() {
      const now = new Set(noted);
      noted.clear();
      for (const runId of now) {
        const run = await store.run(runId);
        if (run) await tell(run);
      }
      for (const run of await store.open()) {
        if (run.state.at !== 'running' || now.has(run.id)) continue;
        const shown = await view.show(run);
        if (told.get(run.id) !== JSON.stringify(shown)) say(shown);
      }
    },
  };
}
