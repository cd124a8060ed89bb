import type { Api } from '../../core/contract/calls.ts';
import type { GroupRun } from '../../core/group-run.ts';
import { noExtras } from '../../core/group-sheet.ts';
import { sameNames } from '../../core/judge-row.ts';
import { err, ok } from '../../core/result.ts';
import type { RunPlan } from '../../core/run-plan.ts';
import type { Judge, RowToJudge } from './judging.ts';
import type { OpenedSheets } from './opened-sheets.ts';
import { pictureProblem, type ReadPictures, type RowPictures } from './row-pictures.ts';
import { type SheetGroup, sheetFailure } from './sheet/sheet.ts';
import type { KeptRun, RunPictures, RunStore } from './store.ts';

type CheckDeps = {
  readonly store: RunStore;
  readonly sheets: Pick<OpenedSheets, 'find' | 'noteDraft'>;
  readonly judge: Judge;
  readonly readPictures: ReadPictures;
  readonly newPlan: () => RunPlan;
  readonly tell: (run: KeptRun) => Promise<GroupRun>;
  readonly now: () => number;
  readonly newId: () => string;
};

/**
 * Makes a run of an opened file, with every row judged. When the same file is checked again, read in another way, the draft
 * before gives way; what was chosen for it as a whole stays.
 */
export function createCheck(deps: CheckDeps): Api['runs.check'] {
  const { store, sheets, judge, readPictures, newPlan, tell, now, newId } = deps;
  async function draftBefore(runId: string | null): Promise<KeptRun | null> {
    const run = runId === null ? null : await store.run(runId);
    return run?.state.at === 'draft' ? run : null;
  }

  /** The picture for all groups was chosen for the draft before. */
  async function pictureForAll(before: KeptRun | null): Promise<RunPictures> {
    const id = before && (await store.pictures(before.id)).get('');
    return new Map(id ? [['', id]] : []);
  }

  return async ({ accountId, sheetId }) => {
    const sheet = sheets.find(accountId, sheetId);
    if (!sheet) return err({ code: 'not-found' });
    const { file, path, read } = sheet;
    const failure = sheetFailure(read, file);
    if (failure) return err(failure);

    const before = await draftBefore(sheet.runId);
    const extras = before?.extras ?? noExtras;
    const pictures = await readPictures(
      path,
      read.groups.map((group) => group.extras.picture),
      0,
    );
    if (!pictures.ok) return pictures;
    const judged = await judge(accountId, rowsToJudge(read.groups, pictures.value), extras);
    if (!judged.ok) return judged;
    const run: KeptRun = {
      ...{ id: newId(), accountId, sender: null, file, path, madeAtMs: Math.round(now()), startedAtMs: null },
      ...{ state: { at: 'draft' }, plan: before?.plan ?? newPlan(), extras, refusals: 0, resultsFile: null },
    };
    const shown = new Map([...(await pictureForAll(before)), ...pictures.value.kept]);
    const added = await store.add(run, judged.value, shown);
    if (!added.ok) return added;
    sheets.noteDraft(sheetId, run.id);
    if (before) await store.remove(before.id);
    return ok(await tell(run));
  };
}

/** The groups of a file with what decides about them among themselves, and what came of their pictures. */
export function rowsToJudge(
  groups: readonly SheetGroup[],
  pictures: Pick<RowPictures, 'troubles'>,
): (SheetGroup & RowToJudge)[] {
  const asked = groups.map((group) => ({
    ...group,
    ...{ again: false, isLeftOut: false, picture: pictureProblem(group.extras.picture, pictures) },
  }));
  const lines = sameNames(asked);
  return asked.map((row, place) => ({ ...row, sameNameAt: lines[place] ?? null }));
}
