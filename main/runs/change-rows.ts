import { setImmediate } from 'node:timers/promises';
import { foldName } from '../../core/draft-rules.ts';
import { sameNames } from '../../core/judge-row.ts';
import { err, ok, type Result } from '../../core/result.ts';
import type { Judge } from './judging.ts';
import { knownProblem } from './row-pictures.ts';
import type { KeptRow, KeptRun, NamedRow, RowChange, RunStore } from './store.ts';

/** What a person changes of a row; null leaves it. */
export type EditRow = (
  row: KeptRow,
) => Pick<RowChange, 'name' | 'entries' | 'extras' | 'problems' | 'again' | 'verdict'> | null;

export type ChangeRows = {
  /** All rows of a run in their order. */
  all(runId: string): Promise<KeptRow[]>;
  /**
   * Changes one row, or with null every one that may still be changed, and judges them and those of the same names anew. All is
   * kept or nothing. Fails with `not-found` and `too-late`.
   */
  change(run: KeptRun, rowId: number | null, edit: EditRow): Promise<Result<null>>;
  /** Judges these rows anew, or all, after something around them changed. */
  judgeAgain(run: KeptRun, rowIds: readonly number[] | null): Promise<Result<null>>;
};

const pageSize = 500;

/** Changes of rows before they are sent: what depends on a name is judged with it. */
export function createChangeRows({ store, judge }: { store: RunStore; judge: Judge }): ChangeRows {
  async function all(runId: string): Promise<KeptRow[]> {
    const rows: KeptRow[] = [];
    for (;;) {
      const page = await store.allRows(runId, { offset: rows.length, limit: pageSize });
      rows.push(...page);
      if (page.length < pageSize) return rows;
      await setImmediate();
    }
  }

  async function some(runId: string, rowIds: readonly number[]): Promise<KeptRow[]> {
    const rows = await Promise.all(rowIds.map((rowId) => store.row(runId, rowId)));
    return rows.flatMap((row) => row ?? []);
  }

  /** The rows of the names that the edited ones had and have, and those themselves. */
  function concerned(names: readonly NamedRow[], before: readonly KeptRow[], edited: readonly KeptRow[]): number[] {
    const touched = new Set([...before, ...edited].map(({ name }) => foldName(name)));
    return names.filter(({ name }) => touched.has(foldName(name))).map(({ rowId }) => rowId);
  }

  /** Judges `rows`, some of which are edited already, among the names of all; answers what has to be written of them. */
  async function judged(
    run: KeptRun,
    rows: readonly KeptRow[],
    names: readonly NamedRow[],
  ): Promise<Result<readonly KeptRow[]>> {
    const byId = new Map<number, NamedRow>(rows.map((row) => [row.rowId, row]));
    const present = names.map((name) => byId.get(name.rowId) ?? name);
    const lines = sameNames(present.map((row) => ({ ...row, isLeftOut: isAway(row) })));
    const sameNameAt = new Map(present.map(({ rowId }, place) => [rowId, lines[place] ?? null]));
    const asked = rows.map((row) => ({
      ...row,
      isLeftOut: row.verdict === 'left-out',
      picture: knownProblem(row),
      sameNameAt: sameNameAt.get(row.rowId) ?? null,
    }));
    const after = await judge(run.accountId, asked, run.extras);
    return after.ok ? ok(after.value.map((row) => settled(run, row))) : after;
  }

  async function keep(run: KeptRun, before: readonly KeptRow[], after: readonly KeptRow[]): Promise<Result<null>> {
    const old = new Map(before.map((row) => [row.rowId, row]));
    const changes = after.flatMap((row) => {
      const was = old.get(row.rowId);
      return was && isSame(was, row) ? [] : [[row.rowId, changeOf(row)] as const];
    });
    return changes.length === 0 ? ok(null) : store.changeRows(run.id, new Map(changes));
  }

  return {
    all,

    async change(run, rowId, edit) {
      const targets = rowId === null ? await all(run.id) : await some(run.id, [rowId]);
      if (rowId !== null && targets.length === 0) return err({ code: 'not-found' });
      const free = targets.filter((row) => isFree(run, row));
      if (rowId !== null && free.length === 0) return err({ code: 'too-late' });
      const edited = free.flatMap((row) => {
        const change = edit(row);
        return change ? { ...row, ...change } : [];
      });
      if (edited.length === 0) return ok(null);

      const names = await store.names(run.id);
      const ids = new Set(edited.map((row) => row.rowId));
      const beside = concerned(names, free, edited).filter((id) => !ids.has(id));
      const known = new Map(free.map((row) => [row.rowId, row]));
      const others = rowId === null ? beside.flatMap((id) => known.get(id) ?? []) : await some(run.id, beside);
      const rows = [...edited, ...others.filter((row) => isFree(run, row))];
      const after = await judged(run, rows, names);
      return after.ok ? keep(run, [...free, ...others], after.value) : after;
    },

    async judgeAgain(run, rowIds) {
      const rows = (rowIds === null ? await all(run.id) : await some(run.id, rowIds)).filter((row) => isFree(run, row));
      const after = await judged(run, rows, await store.names(run.id));
      return after.ok ? keep(run, rows, after.value) : after;
    },
  };
}

/** Its name is there for others. */
const isAway = ({ verdict, wants }: NamedRow): boolean => verdict === 'left-out' || wants === 'skipped';

const isOpen = ({ state }: KeptRun): boolean =>
  state.at === 'running' || state.at === 'paused' || state.at === 'stopped';

/** Whether a row may be changed: nothing has come of it yet, or a refusal, which a person may try again. */
function isFree(run: KeptRun, { job }: KeptRow): boolean {
  if (job === null) return run.state.at === 'draft' || isOpen(run);
  return job.state.at === 'refused' || job.state.at === 'cancelled';
}

/** After the start a row that is sound waits for its turn, and one that is not waits for a person. */
function settled(run: KeptRun, row: KeptRow): KeptRow {
  if (!isOpen(run) || row.job !== null || row.wants === 'skipped') return row;
  if (row.verdict === 'ready') return { ...row, wants: 'turn', failure: null };
  return row.wants === 'turn' ? { ...row, wants: 'no' } : row;
}

const changeOf = ({ name, entries, extras, again, verdict, problems, wants, failure }: KeptRow): RowChange => ({
  ...{ name, entries, extras, again, verdict, problems, wants, failure },
});

const isSame = (before: KeptRow, after: KeptRow): boolean =>
  JSON.stringify(changeOf(before)) === JSON.stringify(changeOf(after));
