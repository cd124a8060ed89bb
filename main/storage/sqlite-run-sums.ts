import { z } from 'zod';
import type { RunCounts } from '../../core/group-run.ts';
import type { RunStore, RunSums } from '../runs/store.ts';
import type { Database, Sql } from './database.ts';

/** The figures of a run. The database keeps them up to date by itself, see the triggers of its table `run_sums`. */
export function createRunSums(database: Database): Pick<RunStore, 'counts' | 'sums' | 'waiting' | 'stepsFailed'> {
  return {
    counts: async (runId) => database.read((sql) => countsOf(read(sql, runId))),
    waiting: async (runId) => database.read((sql) => total(read(sql, runId), 'rows', ['waiting'])),
    stepsFailed: async (runId) => database.read((sql) => total(read(sql, runId), 'steps_failed')),
    sums: async (runId) => database.read((sql) => sumsOf(read(sql, runId))),
  };
}

const buckets = [
  'ready',
  'to-fix',
  'duplicate',
  'left-out',
  'waiting',
  'queued',
  'sending',
  'created',
  'unknown',
  'refused',
  'skipped',
] as const;
type Bucket = (typeof buckets)[number];

const sumRow = z.object({
  bucket: z.enum(buckets),
  rows: z.number(),
  people: z.number(),
  repairs: z.number(),
  repair_rows: z.number(),
  not_yet: z.number(),
  not_yet_rows: z.number(),
  steps_failed: z.number(),
});
type Sum = z.infer<typeof sumRow>;

const read = (sql: Sql, runId: string): Sum[] => sql.all(sumRow, 'SELECT * FROM run_sums WHERE run_id = ?', runId);

const total = (sums: readonly Sum[], of: Exclude<keyof Sum, 'bucket'>, within: readonly Bucket[] = buckets): number =>
  sums.filter(({ bucket }) => within.includes(bucket)).reduce((all, sum) => all + sum[of], 0);

/** A row whose job is in the queue has not been sent: it waits like the others. */
function countsOf(sums: readonly Sum[]): RunCounts {
  const of = (...within: Bucket[]) => total(sums, 'rows', within);
  return {
    all: of(...buckets),
    ready: of('ready'),
    toFix: of('to-fix'),
    duplicate: of('duplicate'),
    leftOut: of('left-out'),
    waiting: of('waiting', 'queued'),
    sending: of('sending'),
    created: of('created'),
    unknown: of('unknown'),
    refused: of('refused'),
    skipped: of('skipped'),
  };
}

const sumsOf = (sums: readonly Sum[]): RunSums => ({
  counts: countsOf(sums),
  people: total(sums, 'people', ['ready', 'waiting', 'queued', 'sending', 'created', 'unknown']),
  repairable: {
    numbers: total(sums, 'repairs', ['ready', 'to-fix', 'duplicate', 'waiting', 'refused']),
    groups: total(sums, 'repair_rows', ['ready', 'to-fix', 'duplicate', 'waiting', 'refused']),
  },
  missing: { people: total(sums, 'not_yet', ['created']), groups: total(sums, 'not_yet_rows', ['created']) },
  stepsFailed: total(sums, 'steps_failed'),
});
