import { z } from 'zod';
import { accountSchema } from '../account.ts';
import { failureSchema } from '../failure.ts';
import { groupJobSchema } from '../group-job.ts';
import { groupRunSchema } from '../group-run.ts';
import { policyViewSchema } from '../policy-view.ts';
import { settingsSchema } from '../settings.ts';
import type { EventName } from './names.ts';

export const accountsSchema = z.strictObject({
  accounts: z.array(accountSchema),
  currentId: z.string().nullable(),
  /** Whether the password store can keep a token. */
  canSave: z.boolean(),
});
export type Accounts = z.infer<typeof accountsSchema>;

/** The queue of the current account, for the rail, the button and the tray. */
export const queueSchema = z.strictObject({
  waiting: z.int(),
  sending: z.boolean(),
  /** When the next attempt may start (wall time); null when it may start at once. */
  nextStartAtMs: z.number().nullable(),
  /** When the attempt that holds the pace was made; null when none does. */
  lastSentAtMs: z.number().nullable(),
  /** Unknown groups that wait for a person. */
  pleaseCheck: z.int(),
  /** The run that goes on for this account, or stands and needs a word; null when there is none. */
  run: z
    .strictObject({
      runId: z.string(),
      file: z.string(),
      /** Rows that are settled, of all that it makes. */
      done: z.int(),
      total: z.int(),
      at: z.enum(['running', 'paused', 'needs-you']),
      /** When its next group may start; null when that is not known or it stands. */
      nextAtMs: z.number().nullable(),
    })
    .nullable(),
});
export type Queue = z.infer<typeof queueSchema>;

/** Troubles a person may practise; each is switched on by name for the next group. */
export const practiceTroubles = [
  'none',
  'made-no-answer',
  'made-but-500',
  'not-made-500',
  'rate-overlimit',
  'not-linked',
  'quota',
  'person-not-added',
  'bad-number',
  'offline',
] as const;
export type PracticeTrouble = (typeof practiceTroubles)[number];

export const practiceSchema = z.strictObject({
  trouble: z.enum(practiceTroubles),
  /** Five minutes pass in five seconds (`fast`) or in a quarter of one (`fastest`). */
  clock: z.enum(['real', 'fast', 'fastest']),
});
export type Practice = z.infer<typeof practiceSchema>;

export const screens = ['new-group', 'sheet', 'people', 'groups', 'settings'] as const;
export type ScreenName = (typeof screens)[number];

/** Where the tray, the menu or a notification leads. */
export const placeSchema = z.strictObject({
  screen: z.enum(screens),
  jobId: z.string().optional(),
  runId: z.string().optional(),
});
export type Place = z.infer<typeof placeSchema>;

/** A set-up file that was looked at from outside. `file` is its name without folders. */
export const sealedSetupSchema = z.strictObject({ setupId: z.string(), file: z.string() });
export type SealedSetup = z.infer<typeof sealedSetupSchema>;

/** A set-up file that came by the system: opened there, named at a start, or by a second start. */
export const offeredSetupSchema = z.discriminatedUnion('at', [
  sealedSetupSchema.extend({ at: z.literal('sealed') }),
  z.strictObject({ at: z.literal('refused'), failure: failureSchema }),
]);
export type OfferedSetup = z.infer<typeof offeredSetupSchema>;

/** How far slow work has come; `failure` says why it stopped before its end. */
const backgroundSchema = z.strictObject({
  accountId: z.string(),
  running: z.boolean(),
  done: z.int(),
  total: z.int(),
  failure: failureSchema.nullable(),
});
export type BackgroundWork = z.infer<typeof backgroundSchema>;

/** The whole bridge from main to the window: name → payload. */
export const events = {
  /** What the app as a whole has to tell, beside what the snapshot told. */
  'app.noted': failureSchema,
  'accounts.changed': accountsSchema,
  /** The choices that hold, by policy too. */
  'settings.changed': settingsSchema,
  'policy.changed': policyViewSchema,
  'people.changed': z.strictObject({ accountId: z.string(), total: z.int() }),
  /** Progress of a sync: `done` people of `total` (null until it is known). */
  'people.syncing': z.strictObject({ accountId: z.string(), running: z.boolean() }),
  /** The background check of numbers (checkWhatsapp). */
  'people.checking': backgroundSchema,
  /** Names on their way into the phone's own contacts (addContact). */
  'people.savingToPhone': backgroundSchema,
  'groups.changed': groupJobSchema,
  'queue.changed': queueSchema,
  /** A run changed, or something in it: rows are asked for again. */
  'runs.changed': groupRunSchema,
  'setup.offered': offeredSetupSchema,
  /** The tray or the menu asks for a screen. */
  'window.navigate': placeSchema,
} satisfies Record<EventName, z.ZodType>;

export type Payload<N extends EventName> = z.infer<(typeof events)[N]>;

/** Subscribes to an event; the answer unsubscribes. */
export type Listen = <N extends EventName>(name: N, listener: (payload: Payload<N>) => void) => () => void;

/** Sends an event to the window, if there is one. */
export type Emit = <N extends EventName>(name: N, payload: Payload<N>) => void;
