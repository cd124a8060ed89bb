import type { Api } from '../../core/contract/calls.ts';
import type { GroupRun } from '../../core/group-run.ts';
import { noExtras } from '../../core/group-sheet.ts';
import { sameNames } from '../../core/judge-row.ts';
import { err, ok } from '../../core/result.ts';
import type { RunPlan } from '../../core/run-plan.ts';
import type { Judge, RowToJudge } from './judging.ts';
import type { OpenedSheets } from './opened-sheets.ts';
import { type SheetGroup, sheetFailure } from './sheet/sheet.ts';
import type { KeptRun, RunStore } from './store.ts';

type CheckDeps = {
  readonly store: RunStore;
  readonly sheets: Pick<OpenedSheets, 'find' | 'noteDraft'>;
  readonly judge: Judge;
  readonly newPlan: () => RunPlan;
  readonly tell: (run: KeptRun) => Promise<GroupRun>;
  readonly now: () => number;
  readonly newId: () => string;
};

/**
 * Makes a run of an opened file, with every row judged. When the same file is checked again, read in another way, the draft
 * before gives way; what was chosen for it as a whole stays.
 */
export function createCheck({ store, sheets, judge, newPlan, tell, now, newId }: CheckDeps): Api['runs.check'] {
  async function draftBefore(runId: string | null): Promise<KeptRun | null> {
    const run = runId === null ? null : await store.run(runId);
    return run?.state.at === 'draft' ? run : null;
  }

  return async ({ accountId, sheetId }) => {
    const sheet = sheets.find(accountId, sheetId);
    if (!sheet) return err({ code: 'not-found' });
    const { file, path, read } = sheet;
    const failure = sheetFailure(read, file);
    if (failure) return err(failure);

    const before = await draftBefore(sheet.runId);
    const extras = before?.extras ?? noExtras;
    const judged = await judge(accountId, rowsToJudge(read.groups), extras);
    if (!judged.ok) return judged;
    const run: KeptRun = {
      ...{ id: newId(), accountId, sender: null, file, path, madeAtMs: Math.round(now()), startedAtMs: null },
      ...{ state: { at: 'draft' }, plan: before?.plan ?? newPlan(), extras, refusals: 0, resultsFile: null },
    };
    const added = await store.add(run, judged.value);
    if (!added.ok) return added;
    sheets.noteDraft(sheetId, run.id);
    if (before) {
      const picture = await store.picture(before.id);
      if (picture) await store.keepPicture(run.id, picture);
      await store.remove(before.id);
    }
    return ok(await tell(run));
  };
}

/** The groups of a file with what decides about them among themselves. */
export function rowsToJudge(groups: readonly SheetGroup[]): (SheetGroup & RowToJudge)[] {
  const asked = groups.map((group) => ({ ...group, again: false, isLeftOut: false }));
  const lines = sameNames(asked);
  return asked.map((row, place) => ({ ...row, sameNameAt: lines[place] ?? null }));
}
