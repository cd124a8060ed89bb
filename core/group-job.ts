import { z } from 'zod';
import { personSchema } from './contact.ts';
import { failureSchema } from './failure.ts';

/** A group on the phone that may be the one an unknown job made; a person decides with these shown. */
export const candidateSchema = z.strictObject({
  chatId: z.string(),
  /** Empty when the service could not read the group. */
  name: z.string(),
  createdAtMs: z.number().nullable(),
  people: z.number().nullable(),
});
export type Candidate = z.infer<typeof candidateSchema>;

/** How long an unknown group has been looked for since the verdict, as far as the clocks of the runs that looked prove it. */
export const searchSchema = z.strictObject({
  /** The run that measured last, and when by its own clock. */
  runner: z.string(),
  runMs: z.number(),
  forMs: z.number(),
  /** Clean readings far enough from each other, and `forMs` at the last of them. */
  reads: z.int(),
  lastReadForMs: z.number().nullable(),
});
export type Search = z.infer<typeof searchSchema>;

/** Where a job stands. All times are wall time in ms. See ARCHITECTURE.md, "A group job and its attempts". */
export const jobStateSchema = z.discriminatedUnion('at', [
  z.strictObject({
    at: z.literal('queued'),
    /** Why it has not started although its turn has come (offline, not linked, stale list…), or null. */
    waiting: failureSchema.nullable(),
    /** Held: a person must say go (the refusal was repaired, the data were restored from a copy). */
    held: z.boolean(),
  }),
  z.strictObject({ at: z.literal('sending'), sinceMs: z.number() }),
  z.strictObject({
    at: z.literal('created'),
    chatId: z.string(),
    madeAtMs: z.number(),
    /** How we know: the answer itself, found by reading, or a person's word. */
    how: z.enum(['answered', 'found', 'confirmed']),
  }),
  z.strictObject({ at: z.literal('refused'), failure: failureSchema, atMs: z.number() }),
  z.strictObject({
    at: z.literal('unknown'),
    failure: failureSchema,
    sentAtMs: z.number(),
    sinceMs: z.number(),
    /** Clean reads so far, and when the next one is due (null when none is planned). */
    reads: z.int(),
    nextReadAtMs: z.number().nullable(),
    candidates: z.array(candidateSchema),
    /** Null before it has begun. */
    search: searchSchema.nullable().default(null),
    /** Whether *It does not: create it* may be offered; `look-first` asks for "I looked on the phone". */
    mayDeny: z.enum(['no', 'yes', 'look-first']),
  }),
  z.strictObject({ at: z.literal('cancelled'), atMs: z.number() }),
]);
export type JobState = z.infer<typeof jobStateSchema>;

/** Someone asked for and where they are. `doing` names an action that runs or ended without a known effect. */
export const memberSchema = personSchema.extend({
  at: z.enum(['in', 'not-yet']),
  isAdmin: z.boolean(),
  doing: z.enum(['adding', 'sending-link', 'link-sent', 'link-unknown', 'add-unknown', 'add-failed']).nullable(),
});
export type Member = z.infer<typeof memberSchema>;

/** Who is in, by the last getGroupData. `others` are members nobody asked for here (without ourselves). */
export const membershipSchema = z.strictObject({
  checkedAtMs: z.number(),
  members: z.array(memberSchema),
  others: z.int(),
});
export type Membership = z.infer<typeof membershipSchema>;

/** A group job whole, as Result and the record's detail show it. */
export const groupJobSchema = z.strictObject({
  id: z.string(),
  accountId: z.string(),
  name: z.string(),
  people: z.array(personSchema),
  askedAtMs: z.number(),
  state: jobStateSchema,
  /** When the pace lets it start; null unless queued. */
  startsAtMs: z.number().nullable(),
  /** Invite link; null until it is known. */
  link: z.string().nullable(),
  membership: membershipSchema.nullable(),
  /** The number it is made from, for showing. */
  fromPhone: z.string().nullable(),
  /** Short code for the administrator, for example `7F3A-21`. */
  supportCode: z.string(),
});
export type GroupJob = z.infer<typeof groupJobSchema>;

/** A line of the record. */
export const groupRowSchema = z.strictObject({
  id: z.string(),
  name: z.string(),
  state: jobStateSchema,
  askedAtMs: z.number(),
  startsAtMs: z.number().nullable(),
  people: z.int(),
  in: z.int().nullable(),
  notYet: z.int().nullable(),
});
export type GroupRow = z.infer<typeof groupRowSchema>;
