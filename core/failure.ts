import { z } from 'zod';

const plain = <C extends string>(code: C) => z.strictObject({ code: z.literal(code) });

/** What is wrong with a draft, named so that the window can put the sentence beside the right field. */
export const draftProblems = ['name-empty', 'name-too-long', 'no-people', 'too-many-people', 'bad-person'] as const;
export type DraftProblem = (typeof draftProblems)[number];

/** What people choose instead of a table; each has its own way to become one. */
export const otherFiles = ['xls', 'ods', 'numbers', 'locked', 'web-page', 'pdf', 'unknown'] as const;

/** Something of a set-up file that there is too much of. */
export const setupCounts = ['accounts', 'lists', 'people'] as const;
/** Why the administrator's policy cannot be used. */
export const policyTroubles = [
  'not-protected',
  'not-opened',
  'too-big',
  'not-utf8',
  'not-json',
  'repeated-key',
  'newer-version',
  'unknown-key',
  'bad-value',
] as const;

const tooBig = z.discriminatedUnion('of', [
  z.strictObject({ of: z.literal('megabytes'), count: z.number() }),
  z.strictObject({ of: z.literal('rows'), count: z.number() }),
  z.strictObject({ of: z.literal('people'), count: z.number() }),
  z.strictObject({ of: z.literal('work') }),
]);

/**
 * Every failure that may cross the bridge: a closed union of codes with the figures their sentences need.
 * The sentences are in core/i18n under `failure.<code>`. No message of a library, no body of the service.
 */
export const failureSchema = z.discriminatedUnion('code', [
  plain('offline'),
  plain('not-linked'),
  plain('wrong-account'),
  plain('wrong-address'),
  plain('starting'),
  /** WhatsApp limits the number; `untilMs` is wall time, null when the service does not say. */
  z.strictObject({ code: z.literal('suspended'), untilMs: z.number().nullable() }),
  plain('blocked'),
  plain('sleeping'),
  /** HTTP 466/469. `resetsAtMs` is the first of next month. */
  z.strictObject({
    code: z.literal('quota'),
    used: z.number().nullable(),
    total: z.number().nullable(),
    resetsAtMs: z.number(),
  }),
  z.strictObject({ code: z.literal('too-fast'), waitMs: z.number() }),
  plain('rate-overlimit'),
  /** CreateGroup was or may have been sent, and nothing proves what came of it. */
  plain('unknown'),
  /** A call other than CreateGroup got no usable answer. A read changed nothing; for the others `proof` tells. */
  plain('no-answer'),
  /** The service refused the data of the call (HTTP 400 validation). */
  plain('not-accepted'),
  /** The service answered that the action had no effect (for example `addParticipant: false`). */
  plain('not-done'),
  z.strictObject({ code: z.literal('please-check'), name: z.string() }),
  /** The same group (`exact`) or one of the same name exists or may exist. `jobId` is that one. */
  z.strictObject({
    code: z.literal('duplicate'),
    exact: z.boolean(),
    state: z.enum(['created', 'unknown', 'open']),
    jobId: z.string(),
    madeAtMs: z.number(),
  }),
  z.strictObject({ code: z.literal('bad-draft'), problem: z.enum(draftProblems) }),
  z.strictObject({ code: z.literal('bad-number'), number: z.string(), guess: z.string().nullable() }),
  z.strictObject({ code: z.literal('not-on-whatsapp'), name: z.string() }),
  plain('bad-id-instance'),
  plain('bad-token'),
  plain('bad-api-url'),
  /** An account with this idInstance is already here. */
  z.strictObject({ code: z.literal('account-exists'), label: z.string() }),
  /** sending or unknown jobs keep the account; `queued` are cancelled with it when the person agrees. */
  z.strictObject({ code: z.literal('account-busy'), open: z.number(), queued: z.number() }),
  /** The token of the account is not here (never saved, or the password store cannot open it). */
  plain('token-missing'),
  plain('keychain'),
  plain('disk-full'),
  /** The folder of the settings is not for us to write in, or the disk is for reading only. */
  plain('not-writable'),
  /** The administrator has decided it: a setting, typed accounts, practice. */
  plain('locked'),
  /** `key` is the one that is wrong (`limits.groupsPerDay`), as far as it is one key and can be shown. */
  z.strictObject({ code: z.literal('bad-policy'), why: z.enum(policyTroubles), key: z.string().nullable() }),
  plain('certificate'),
  plain('newer-data'),
  /** A damaged file was set aside at the start: a backup of the accounts was good, or none; or the record began anew. */
  plain('accounts-restored'),
  plain('accounts-lost'),
  plain('record-lost'),
  /** A part of the record cannot be read; the next start looks through all of it. */
  plain('record-unreadable'),
  /** A copy of the record, made at `atMs`, is open: a person asked for it, or the record was damaged. */
  z.strictObject({ code: z.literal('record-restored'), atMs: z.number(), asked: z.boolean() }),
  /** A file that the person wanted could not be written where they chose. */
  plain('not-saved'),
  /** A key stood in a file that was to be written; nothing was written. */
  plain('unsafe-file'),
  /** A file that the person chose could not be read at all. */
  plain('not-read'),
  /** A file that was given has nothing in it. `file` is its name without folders, here and below. */
  z.strictObject({ code: z.literal('file-empty'), file: z.string() }),
  /** `most` is the limit in MB, in rows or in people; what takes too long or too much memory (`work`) has none. */
  z.strictObject({ code: z.literal('file-too-big'), file: z.string(), most: tooBig }),
  /** A vCard file (.vcf) in which no card begins. */
  z.strictObject({ code: z.literal('file-no-cards'), file: z.string() }),
  /** The file is sound as far as we can see, but it is something else than a table that we read. */
  z.strictObject({ code: z.literal('file-is-other'), file: z.string(), is: z.enum(otherFiles) }),
  /** `line` counts from 1 as the program that wrote the file shows it; null where it is the file as a whole. */
  z.strictObject({
    code: z.literal('file-unreadable'),
    file: z.string(),
    kind: z.enum(['csv', 'xlsx']),
    why: z.enum(['damaged', 'quotes']),
    line: z.number().nullable(),
  }),
  /** A set-up file that cannot be used. `setup-not-one` is another kind of file, `setup-newer` one of a later version. */
  z.strictObject({ code: z.literal('setup-not-one'), file: z.string() }),
  z.strictObject({ code: z.literal('setup-newer'), file: z.string() }),
  z.strictObject({ code: z.literal('setup-damaged'), file: z.string() }),
  z.strictObject({ code: z.literal('setup-too-big'), file: z.string(), mostMegabytes: z.number() }),
  z.strictObject({ code: z.literal('setup-too-many'), of: z.enum(setupCounts), most: z.int() }),
  plain('setup-wrong-passphrase'),
  /** `atMs` is when it ended, wall time. */
  z.strictObject({ code: z.literal('setup-expired'), atMs: z.number() }),
  /** The passphrase for a new one can be guessed. */
  plain('setup-weak-passphrase'),
  /** The list of groups could not be read freshly enough, or has `lost` every group known before: nothing may be sent yet. */
  z.strictObject({ code: z.literal('stale-groups'), lost: z.boolean() }),
  /** The account has another WhatsApp number than the one its run was started with. */
  plain('number-changed'),
  /** So many refusals in a row stopped a run. */
  z.strictObject({ code: z.literal('refused-in-a-row'), count: z.int() }),
  /** A file of groups with no group in it, or with more than the limit. */
  z.strictObject({ code: z.literal('no-groups'), file: z.string() }),
  z.strictObject({ code: z.literal('too-many-groups'), file: z.string(), most: z.int() }),
  /** A run without a row that is ready cannot start; a plan without an hour to work in neither. */
  plain('nothing-to-start'),
  plain('no-time-planned'),
  /** The picture for the groups is no JPEG, or too big. */
  z.strictObject({ code: z.literal('bad-picture'), mostMegabytes: z.number() }),
  plain('not-found'),
  /** A saved list of this name is here already. */
  z.strictObject({ code: z.literal('list-exists'), name: z.string() }),
  /** The job has moved on; the window shows the new state. */
  plain('too-late'),
  z.strictObject({ code: z.literal('bad-request'), field: z.string() }),
  plain('forbidden'),
  z.strictObject({ code: z.literal('unexpected'), logId: z.string() }),
]);

export type Failure = z.infer<typeof failureSchema>;
export type FailureCode = Failure['code'];

/**
 * How sure a failed call is that it had no effect: `never-sent` (nothing left this computer), `refused`
 * (the service documents that it did nothing), `none` (anything else: it may have happened).
 */
export type Proof = 'never-sent' | 'refused' | 'none';

/** What came of one call on the wire; kept beside an attempt. Times in ms since 1970. */
export type Evidence = {
  readonly startedAtMs: number;
  readonly endedAtMs: number;
  readonly status: number | null;
  /** The server's own `Date` header, for comparing its `creation` stamps with our clock. */
  readonly serverDateMs: number | null;
};

/** A failure of a GREEN-API call, with what it proves. */
export type ApiFailure = { readonly failure: Failure; readonly proof: Proof; readonly evidence: Evidence };
