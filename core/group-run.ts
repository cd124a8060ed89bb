import { z } from 'zod';
import { entrySchema, personSchema } from './contact.ts';
import { type Failure, failureSchema } from './failure.ts';
import { jobStateSchema } from './group-job.ts';
import { pictureTroubles } from './group-picture.ts';
import { extrasSchema } from './group-sheet.ts';
import { runPlanSchema } from './run-plan.ts';

/** What is wrong with a row, or was mended on the way. Those of `notes` do not keep it back. */
export const rowProblemSchema = z.discriminatedUnion('is', [
  z.strictObject({ is: z.literal('name-empty') }),
  z.strictObject({ is: z.literal('name-too-long'), over: z.int() }),
  /** The same name as another row of this file. */
  z.strictObject({ is: z.literal('name-repeated'), line: z.int() }),
  z.strictObject({ is: z.literal('no-people') }),
  z.strictObject({ is: z.literal('too-many-people'), count: z.int() }),
  /** Not a full number; `guess` is the one-click repair. `reason` is that of the entry, `repair` where there is a guess. */
  z.strictObject({
    is: z.literal('number'),
    text: z.string(),
    name: z.string(),
    reason: z.string(),
    guess: personSchema.nullable(),
  }),
  z.strictObject({ is: z.literal('not-on-whatsapp'), person: personSchema }),
  /** The picture that the row names cannot be used. */
  z.strictObject({ is: z.literal('picture'), name: z.string(), why: z.enum(pictureTroubles) }),
  /** A group of this name, or this very group (`exact`), exists or may exist. */
  z.strictObject({
    is: z.literal('exists'),
    exact: z.boolean(),
    state: z.enum(['created', 'unknown', 'open']),
    jobId: z.string(),
    madeAtMs: z.number(),
  }),
  /** Notes: somebody stood there twice, or it is our own number; taken once, or left out. */
  z.strictObject({ is: z.literal('repeated-person'), person: personSchema }),
  z.strictObject({ is: z.literal('own-number'), person: personSchema }),
]);
export type RowProblem = z.infer<typeof rowProblemSchema>;
export type PictureProblem = Extract<RowProblem, { readonly is: 'picture' }>;

/** Mended without asking. */
export const noteKinds: readonly RowProblem['is'][] = ['repeated-person', 'own-number'];

/** What the check says of a row; `left-out` is a person's choice. */
export const verdicts = ['ready', 'to-fix', 'duplicate', 'left-out'] as const;
export type Verdict = (typeof verdicts)[number];

/** Where a row of a run stands. Before the start: `checked`; then `waiting` until its turn, then its job. */
export const rowStateSchema = z.discriminatedUnion('at', [
  z.strictObject({ at: z.literal('checked'), verdict: z.enum(verdicts), problems: z.array(rowProblemSchema) }),
  z.strictObject({
    at: z.literal('waiting'),
    startsAtMs: z.number().nullable(),
    /** Refused once, and tried again when its turn comes. */
    again: z.boolean(),
  }),
  z.strictObject({ at: z.literal('skipped') }),
  /** When its turn came there was such a group already: a person says whether to make another one. */
  z.strictObject({ at: z.literal('duplicate'), failure: failureSchema }),
  z.strictObject({
    at: z.literal('job'),
    jobId: z.string(),
    state: jobStateSchema,
    in: z.int().nullable(),
    notYet: z.int().nullable(),
    link: z.string().nullable(),
    /** Steps after the group was made: still to do, and those that did not work. */
    stepsLeft: z.int(),
    stepsFailed: z.int(),
  }),
]);
export type RowState = z.infer<typeof rowStateSchema>;

export const runRowSchema = z.strictObject({
  rowId: z.int(),
  /** The line in the file, as its program shows it. */
  line: z.int(),
  name: z.string(),
  people: z.int(),
  state: rowStateSchema,
});
export type RunRow = z.infer<typeof runRowSchema>;

/** A row open for editing: its people as they were read. */
export const rowDetailSchema = runRowSchema.extend({ entries: z.array(entrySchema).max(5000) });
export type RowDetail = z.infer<typeof rowDetailSchema>;

export const rowFilters = [
  'all',
  'ready',
  'to-fix',
  'duplicate',
  'left-out',
  'waiting',
  'created',
  'unknown',
  'refused',
  'skipped',
] as const;
export type RowFilter = (typeof rowFilters)[number];

/** Where a run stands. A stop of the number itself (see `waiting` in the run) leaves it `running`. */
export const runStateSchema = z.discriminatedUnion('at', [
  /** Checked, changed, planned; nothing is sent before the start. */
  z.strictObject({ at: z.literal('draft') }),
  z.strictObject({ at: z.literal('running') }),
  /** By a person, or because the record is a copy and the original may have gone on. */
  z.strictObject({ at: z.literal('paused'), why: z.enum(['person', 'copied']) }),
  /** By itself: refusals in a row, or the account has another number now. A person lets it go on. */
  z.strictObject({ at: z.literal('stopped'), failure: failureSchema, atMs: z.number() }),
  z.strictObject({ at: z.literal('ended'), atMs: z.number(), how: z.enum(['done', 'stopped']) }),
]);
export type RunState = z.infer<typeof runStateSchema>;

export const runCountsSchema = z.strictObject({
  all: z.int(),
  ready: z.int(),
  toFix: z.int(),
  duplicate: z.int(),
  leftOut: z.int(),
  waiting: z.int(),
  sending: z.int(),
  created: z.int(),
  unknown: z.int(),
  refused: z.int(),
  skipped: z.int(),
});
export type RunCounts = z.infer<typeof runCountsSchema>;

/**
 * What is known of the tariff before the start. `told`: the service once refused a group because the month's `total` were
 * used up; about `left` are left until `resetsAtMs`. `free`: by its number of checks it is the free one.
 */
export const allowanceSchema = z.discriminatedUnion('is', [
  z.strictObject({
    is: z.literal('told'),
    total: z.int(),
    left: z.int(),
    saidAtMs: z.number(),
    resetsAtMs: z.number(),
  }),
  z.strictObject({ is: z.literal('free'), checks: z.int() }),
]);
export type Allowance = z.infer<typeof allowanceSchema>;

/** A run as the window shows it. */
export const groupRunSchema = z.strictObject({
  id: z.string(),
  accountId: z.string(),
  /** The file's name, for people. */
  file: z.string(),
  madeAtMs: z.number(),
  startedAtMs: z.number().nullable(),
  state: runStateSchema,
  plan: runPlanSchema,
  extras: extrasSchema,
  counts: runCountsSchema,
  /** People of the rows that are or will be made, counted in each group. */
  people: z.int(),
  /** Numbers that one click repairs, and in how many groups. */
  repairable: z.strictObject({ numbers: z.int(), groups: z.int() }),
  /** The next row, and when it may start; null when none waits. */
  next: z
    .strictObject({ rowId: z.int(), name: z.string(), people: z.int(), startsAtMs: z.number().nullable() })
    .nullable(),
  /** Of a draft; null when nothing is known, and after the start. */
  allowance: allowanceSchema.nullable(),
  /** Why nothing goes on although it runs (the number is stopped, the phone not linked, offline), or null. */
  waiting: failureSchema.nullable(),
  /** When it will be done, as far as is known; null when it stands. */
  doneAtMs: z.number().nullable(),
  /** People who are not in their group yet, over all groups, and how far helping them has come. */
  missing: z.strictObject({
    people: z.int(),
    groups: z.int(),
    /** About how long helping all of them takes. */
    takesMs: z.number(),
  }),
  helping: z.strictObject({ done: z.int(), total: z.int(), failure: failureSchema.nullable() }).nullable(),
  /** Steps after the groups were made that did not work. */
  stepsFailed: z.int(),
  /** The name of the results file beside the original; null while there is none. */
  resultsFile: z.string().nullable(),
});
export type GroupRun = z.infer<typeof groupRunSchema>;

const lastingCodes: readonly Failure['code'][] = [
  ...(['unknown', 'rate-overlimit', 'disk-full', 'not-linked', 'wrong-account', 'wrong-address'] as const),
  ...(['suspended', 'blocked', 'sleeping', 'quota', 'token-missing', 'certificate'] as const),
];

/** Whether a run that waits for this needs somebody; the rest passes by itself. */
export const needsPerson = (waiting: Failure): boolean =>
  lastingCodes.includes(waiting.code) || (waiting.code === 'stale-groups' && waiting.lost);

/** A run in a list: the newest first. */
export const runLineSchema = groupRunSchema.pick({
  id: true,
  file: true,
  madeAtMs: true,
  startedAtMs: true,
  state: true,
  counts: true,
});
export type RunLine = z.infer<typeof runLineSchema>;

/** Somebody who is not in their group yet. */
export const missingPersonSchema = z.strictObject({
  jobId: z.string(),
  group: z.string(),
  person: personSchema,
  doing: z
    .enum(['adding', 'sending-link', 'link-sent', 'link-unknown', 'add-unknown', 'add-failed', 'waiting'])
    .nullable(),
});
export type MissingPerson = z.infer<typeof missingPersonSchema>;
