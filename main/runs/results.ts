import path from 'node:path';
import type { Failure } from '../../core/failure.ts';
import type { GroupJob } from '../../core/group-job.ts';
import type { RowProblem } from '../../core/group-run.ts';
import type { Say } from '../../core/i18n/words.ts';
import { err, ok, type Result } from '../../core/result.ts';
import type { Job, Journal } from '../groups/journal.ts';
import type { Log } from '../log/log.ts';
import type { GroupPage, RunFiles } from './files.ts';
import { createInTurn } from './in-turn.ts';
import type { ResultsStore } from './results-store.ts';
import type { ResultRow, ResultWord } from './sheet/write-results.ts';
import type { KeptRow, KeptRun, RunStore } from './store.ts';

type Saved = Promise<Result<{ saved: boolean }>>;

/** What came of a run, as files. */
export type Results = {
  save(run: KeptRun, format: 'xlsx' | 'csv'): Saved;
  /** A page for each created group whose link is known. */
  savePages(run: KeptRun): Saved;
  /** The run has ended: its results lie beside the file it came from, if anybody knows where that is. */
  writeBeside(run: KeptRun): Promise<void>;
  /** Goes on with what an earlier run of the app left unwritten. */
  writeDue(): Promise<void>;
  /** A job changed: when it was the one of an ended run that was still open, the file beside is written anew. */
  noticed(job: GroupJob): Promise<void>;
  show(run: KeptRun): Result<null>;
};

export type ResultsDeps = {
  readonly store: Pick<RunStore, 'allRows' | 'change' | 'run'> & ResultsStore;
  readonly journal: Pick<Journal, 'job'>;
  readonly files: Pick<RunFiles, 'save' | 'print' | 'writeBeside' | 'show'>;
  readonly write: (format: 'xlsx' | 'csv', rows: readonly ResultRow[]) => Promise<Result<Uint8Array>>;
  readonly say: () => Say;
  readonly sayFailure: (failure: Failure) => string;
  /** Null for what was mended without asking. */
  readonly sayProblem: (problem: RowProblem) => string | null;
  readonly now: () => number;
  readonly log: Log;
};

export function createResults(deps: ResultsDeps): Results {
  const { store, journal, files, say, sayFailure, log } = deps;
  const inTurn = createInTurn();
  /** Jobs of which a file beside could not say yet whether the group is there and who is in; with their runs. */
  const open = new Map<string, string>();

  async function* allRows(runId: string): AsyncGenerator<{ row: KeptRow; job: Job | null }> {
    for (let offset = 0; ; offset += pageOfRows) {
      const rows = await store.allRows(runId, { offset, limit: pageOfRows });
      for (const row of rows) yield { row, job: row.job && (await journal.job(row.job.jobId)) };
      if (rows.length < pageOfRows) return;
    }
  }

  async function read(run: KeptRun): Promise<ResultRow[]> {
    const results: ResultRow[] = [];
    for await (const { row, job } of allRows(run.id)) results.push(resultOf(run, row, job));
    return results;
  }

  function resultOf(run: KeptRun, row: KeptRow, job: Job | null): ResultRow {
    const what = whatOf(run, row);
    const members = job?.membership?.members ?? [];
    return {
      ...{ line: row.line, name: job?.name ?? row.name, what },
      reason: reasonOf(row, what),
      link: job?.link ?? '',
      in: members.filter(({ at }) => at === 'in').map(whoIs),
      notIn: members
        .filter(({ at }) => at === 'not-yet')
        .map((member) => ({ who: whoIs(member), reason: why(member) })),
      atMs: job?.state.at === 'created' ? job.state.madeAtMs : null,
    };
  }

  function reasonOf({ job, failure, problems }: KeptRow, what: ResultWord): string {
    if (what === 'duplicate' && failure) return sayFailure(failure);
    if (what === 'left-out' || what === 'duplicate') return problems.map(deps.sayProblem).filter(Boolean).join('\n');
    if (job?.state.at === 'refused' || job?.state.at === 'unknown') return sayFailure(job.state.failure);
    return what === 'created' && (job?.stepsFailed ?? 0) > 0 ? say()('runFile.stepsFailed') : '';
  }

  type Member = NonNullable<Job['membership']>['members'][number];
  const why = ({ doing }: Member): string => say()(doing === null ? 'runFile.notSeen' : whys[doing]);

  async function pages(run: KeptRun): Promise<GroupPage[]> {
    const made: GroupPage[] = [];
    for await (const { job } of allRows(run.id)) {
      if (job?.state.at === 'created' && job.link !== null) {
        made.push({ name: job.name, link: job.link, people: job.people.map(whoIs) });
      }
    }
    return made;
  }

  /** Notes the groups of a run that are still open, and counts them. */
  async function noteOpen({ id: runId }: KeptRun): Promise<number> {
    let count = 0;
    for await (const { job } of allRows(runId)) {
      if (job === null) continue;
      if (!isOpen(job)) open.delete(job.id);
      else if (open.set(job.id, runId)) count++;
    }
    return count;
  }

  async function write(run: KeptRun): Promise<void> {
    if (run.path === '') {
      await store.noteResults(run.id, 0);
      return;
    }
    const openNow = await noteOpen(run);
    const format = path.extname(run.path).toLowerCase() === '.xlsx' ? 'xlsx' : 'csv';
    const written = await deps.write(format, await read(run));
    if (!written.ok) return;
    const name = `${say()('desktop.resultsFile', { file: path.parse(run.file).name })}.${format}`;
    const beside = await files.writeBeside(run.path, name, written.value);
    // The window offers to save them elsewhere.
    if (!beside.ok) {
      log.warn('results-not-written', { code: beside.failure.code });
      return;
    }
    await store.change(run.id, { resultsFile: beside.value });
    await store.noteResults(run.id, openNow);
  }
  /** The newest is written last. */
  const writeBeside = (run: KeptRun): Promise<void> => inTurn(() => write(run));

  return {
    save: (run, format) =>
      files.save({ kind: 'results', format, of: run.file }, async () => deps.write(format, await read(run))),

    savePages: (run) =>
      files.save({ kind: 'pages', format: 'pdf', of: run.file }, async () => files.print(await pages(run))),

    writeBeside,
    async writeDue() {
      for (const due of await store.resultsDue(deps.now() - dueForMs)) {
        const isAsWritten = due.open === (await noteOpen(due.run));
        if (!isAsWritten) await writeBeside(due.run);
      }
    },
    async noticed({ id, state, membership }) {
      const run = state.at === 'created' && membership !== null && (await store.run(open.get(id) ?? ''));
      if (run) await writeBeside(run);
    },

    show(run) {
      if (run.path === '' || run.resultsFile === null) return err({ code: 'not-found' });
      files.show(path.join(path.dirname(run.path), run.resultsFile));
      return ok(null);
    },
  };
}

const pageOfRows = 500;
/** A folder that is gone for so long does not come back. */
const dueForMs = 30 * 86_400_000;

const isOpen = ({ state, membership }: Job): boolean =>
  state.at === 'unknown' || (state.at === 'created' && membership === null);

/** A name with its number, so that two of one name can be told apart; whoever has none is their number. */
const whoIs = ({ name, phone, chatId }: { name: string; phone: string; chatId: string }): string =>
  [name, phone].filter(Boolean).join(', ') || chatId;

const whys = {
  adding: 'runFile.notSeen',
  'add-unknown': 'runFile.addUnknown',
  'add-failed': 'runFile.addFailed',
  'sending-link': 'runFile.linkUnknown',
  'link-sent': 'runFile.linkSent',
  'link-unknown': 'runFile.linkUnknown',
} as const;

function whatOf({ state }: KeptRun, { job, wants, verdict }: KeptRow): ResultWord {
  if (wants === 'turn') return state.at === 'ended' ? 'skipped' : 'waiting';
  if (wants === 'skipped') return 'skipped';
  if (wants === 'word') return 'duplicate';
  if (!job) return verdict === 'duplicate' ? 'duplicate' : 'left-out';
  switch (job.state.at) {
    case 'queued':
      return 'waiting';
    case 'sending':
    case 'unknown':
      return 'unknown';
    case 'cancelled':
      return 'skipped';
    default:
      return job.state.at;
  }
}
