import type { Api } from '../../core/contract/calls.ts';
import type { BackgroundWork } from '../../core/contract/events.ts';
import { pictureMostMb } from '../../core/group-picture.ts';
import type { GroupRun, RunRow } from '../../core/group-run.ts';
import type { Extras, SheetShape } from '../../core/group-sheet.ts';
import { err, ok, type Result } from '../../core/result.ts';
import type { RunPlan } from '../../core/run-plan.ts';
import type { People } from '../contacts/people.ts';
import { createChangeRows } from './change-rows.ts';
import { createCheck } from './check.ts';
import type { RunFiles } from './files.ts';
import type { InTurn } from './in-turn.ts';
import { createJudge, type JudgingDeps } from './judging.ts';
import { createOpenedSheets, type OpenedSheetsDeps } from './opened-sheets.ts';
import { isPicture } from './picture.ts';
import { lookedAgain, offWhatsapp, repairs } from './repairs.ts';
import { createReadPictures, knownProblem } from './row-pictures.ts';
import { createRunChecks } from './run-checks.ts';
import type { KeptRow, KeptRun, RunStore } from './store.ts';

type Calls =
  | 'openFile'
  | 'chooseFile'
  | 'readAgain'
  | 'dropFile'
  | 'saveTemplate'
  | 'check'
  | 'row'
  | 'editRow'
  | 'repair'
  | 'checkWhatsapp'
  | 'saveProblems'
  | 'setExtras'
  | 'choosePicture'
  | 'remove';

export type DraftCalls = { readonly [C in Calls]: Api[`runs.${C}`] };

/** From a file to a run that may be started: nothing is sent here. */
export type Drafts = DraftCalls & {
  /** The checks of an account have come further. */
  noticedChecks(work: BackgroundWork): Promise<void>;
  /** The account is being removed: its drafts go. */
  forget(accountId: string): Promise<void>;
};

export type DraftsDeps = Omit<JudgingDeps, 'people'> &
  OpenedSheetsDeps & {
    readonly store: RunStore;
    readonly people: Pick<People, 'whoIsOff' | 'checkPeople'>;
    readonly files: Pick<RunFiles, 'choose' | 'choosePicture' | 'save' | 'isAt' | 'readBeside'>;
    readonly writeTemplate: (format: 'xlsx' | 'csv', shape: SheetShape) => Promise<Result<Uint8Array>>;
    readonly writeProblems: (file: string, rows: readonly KeptRow[]) => Promise<Result<Uint8Array>>;
    readonly inTurn: InTurn;
    /** The plan of a run that was just checked. */
    readonly newPlan: () => RunPlan;
    /** A run as it is now; the window hears of it. */
    readonly tell: (run: KeptRun) => Promise<GroupRun>;
    readonly viewRow: (run: KeptRun, row: KeptRow) => Promise<RunRow>;
  };

export function createDrafts(deps: DraftsDeps): Drafts {
  const { store, files, inTurn, writeTemplate, writeProblems, tell, viewRow } = deps;
  const sheets = createOpenedSheets(deps);
  const judge = createJudge(deps);
  const readPictures = createReadPictures(deps);
  const rows = createChangeRows({ store, judge });

  async function own(accountId: string, runId: string): Promise<Result<KeptRun>> {
    const run = await store.run(runId);
    return run?.accountId === accountId ? ok(run) : err({ code: 'not-found' });
  }
  type OfRun = { readonly accountId: string; readonly runId: string };
  /** A row that has its turn is not changed meanwhile, and each change sees what the one before left. Then the run is told. */
  const changing = ({ accountId, runId }: OfRun, change: (run: KeptRun) => Promise<Result<unknown>>) =>
    inTurn(async (): Promise<Result<GroupRun>> => {
      const run = await own(accountId, runId);
      if (!run.ok) return run;
      const changed = await change(run.value);
      const after = changed.ok ? await own(accountId, runId) : changed;
      return after.ok ? ok(await tell(after.value)) : after;
    });
  const changingDraft = (of: OfRun, change: (run: KeptRun) => Promise<Result<unknown>>) =>
    changing(of, async (run) => (run.state.at === 'draft' ? change(run) : err({ code: 'too-late' })));

  async function detail({ accountId, runId, rowId }: OfRun & { readonly rowId: number }) {
    const run = await own(accountId, runId);
    if (!run.ok) return run;
    const row = await store.row(runId, rowId);
    if (!row) return err({ code: 'not-found' } as const);
    return ok({ ...(await viewRow(run.value, row)), entries: [...row.entries] });
  }

  async function keepExtras(run: KeptRun, extras: Extras): Promise<Result<unknown>> {
    const kept = await store.change(run.id, { extras });
    return kept.ok ? rows.judgeAgain(kept.value, null) : kept;
  }

  /** Who is in every group and not on WhatsApp is in none from now on. */
  async function withoutInExtras(run: KeptRun, rowId: number | null): Promise<Result<unknown>> {
    const looked = rowId === null ? await rows.all(run.id) : [await store.row(run.id, rowId)];
    const off = new Set(looked.flatMap((row) => (row ? offWhatsapp(row) : [])));
    const isHere = ({ chatId }: { readonly chatId: string }): boolean => !off.has(chatId);
    const { alwaysAdd, admins } = run.extras;
    if (run.state.at !== 'draft' || [...alwaysAdd, ...admins].every(isHere)) return ok(null);
    return keepExtras(run, { ...run.extras, alwaysAdd: alwaysAdd.filter(isHere), admins: admins.filter(isHere) });
  }

  async function lookAgain(run: KeptRun, rowId: number | null): Promise<Result<unknown>> {
    const looked = rowId === null ? await rows.all(run.id) : [await store.row(run.id, rowId)];
    const names = looked.flatMap((row) => (row && knownProblem(row) ? row.extras.picture : []));
    const found = await readPictures(run.path, names, await store.pictureBytes(run.id));
    if (!found.ok) return found;
    const kept = await store.namePictures(run.id, found.value.kept);
    return kept.ok ? rows.change(run, rowId, lookedAgain(found.value)) : kept;
  }

  const checks = createRunChecks({
    ...deps,
    allRows: rows.all,
    judgeAgain: async (runId, rowIds) => {
      const run = await store.run(runId);
      return run ? changing({ accountId: run.accountId, runId }, (now) => rows.judgeAgain(now, rowIds)) : ok(null);
    },
  });

  return {
    openFile: sheets.openFile,
    chooseFile: sheets.chooseFile,
    readAgain: sheets.readAgain,
    dropFile: sheets.dropFile,
    saveTemplate: ({ format, shape }) =>
      files.save({ kind: 'template', format, of: '' }, () => writeTemplate(format, shape)),

    check: createCheck({ ...deps, judge, sheets, readPictures }),
    row: detail,

    async editRow({ accountId, runId, rowId, name, entries }) {
      const edited = await changing({ accountId, runId }, (run) => rows.change(run, rowId, () => ({ name, entries })));
      return edited.ok ? detail({ accountId, runId, rowId }) : edited;
    },

    repair: ({ accountId, runId, rowId, how }) =>
      changing({ accountId, runId }, async (run) => {
        if (how === 'look-again') return lookAgain(run, rowId);
        const changed = await rows.change(run, rowId, repairs(how, rowId === null));
        return changed.ok && how === 'without' ? withoutInExtras(run, rowId) : changed;
      }),

    async checkWhatsapp({ accountId, runId }) {
      const run = await own(accountId, runId);
      return run.ok ? checks.ask(run.value) : run;
    },
    noticedChecks: checks.heard,

    async saveProblems({ accountId, runId }) {
      const run = await own(accountId, runId);
      if (!run.ok) return run;
      const { file } = run.value;
      return files.save({ kind: 'problems', format: 'xlsx', of: file }, async () => {
        const all = await rows.all(runId);
        return writeProblems(
          file,
          all.filter(({ verdict, job }) => job === null && (verdict === 'to-fix' || verdict === 'duplicate')),
        );
      });
    },

    setExtras: ({ accountId, runId, extras }) =>
      changingDraft({ accountId, runId }, (run) => keepExtras(run, { ...extras, picture: run.extras.picture })),

    async choosePicture({ accountId, runId, remove }) {
      const chosen = remove ? ok(null) : await files.choosePicture();
      if (!chosen.ok) return chosen;
      if (chosen.value && !isPicture(chosen.value.bytes)) {
        return err({ code: 'bad-picture', mostMegabytes: pictureMostMb });
      }
      return changingDraft({ accountId, runId }, async (run) => {
        if (!remove && !chosen.value) return ok(null);
        if (chosen.value) {
          const id = await store.keepPicture(chosen.value.bytes);
          const named = id.ok ? await store.namePictures(runId, new Map([['', id.value]])) : id;
          if (!named.ok) return named;
        }
        return store.change(runId, { extras: { ...run.extras, picture: chosen.value?.name ?? null } });
      });
    },

    remove: ({ accountId, runId }) =>
      inTurn(async () => {
        const run = await own(accountId, runId);
        return run.ok ? store.remove(runId) : run;
      }),

    async forget(accountId) {
      sheets.forget(accountId);
      // Drafts come first, and fewer with each that goes.
      for (;;) {
        const drafts = (await store.runs(accountId, { offset: 0, limit: 50 })).filter(
          ({ state }) => state.at === 'draft',
        );
        for (const { id } of drafts) if (!(await inTurn(() => store.remove(id))).ok) return;
        if (drafts.length === 0) return;
      }
    },
  };
}
