import { z } from 'zod';
import { failureSchema } from './failure.ts';

/** Values of GREEN-API getStateInstance; `yellowCard` is read as `suspended`, its successor since July 2026. */
export const instanceStates = [
  'authorized',
  'notAuthorized',
  'blocked',
  'sleepMode',
  'starting',
  'suspended',
  'pendingCode',
] as const;
export type InstanceState = (typeof instanceStates)[number];

/** What is known of an account's state, and since when (`atMs`, wall time). */
export const accountStateSchema = z.discriminatedUnion('at', [
  z.strictObject({ at: z.literal('not-checked') }),
  z.strictObject({ at: z.literal('checking') }),
  z.strictObject({
    at: z.literal('checked'),
    state: z.enum(instanceStates),
    suspendedUntilMs: z.number().nullable(),
    atMs: z.number(),
  }),
  z.strictObject({ at: z.literal('failed'), failure: failureSchema, atMs: z.number() }),
]);
export type AccountState = z.infer<typeof accountStateSchema>;

/** An account as the window sees it: never with its token, only whether and how it is kept. */
export const accountSchema = z.strictObject({
  id: z.string(),
  label: z.string(),
  idInstance: z.string(),
  apiUrl: z.string(),
  practice: z.boolean(),
  /** `saved` in the OS keychain, `session` in memory until quit, `missing` must be typed again. */
  token: z.enum(['saved', 'session', 'missing']),
  tokenEnd: z.string(),
  /** The number behind the account in digits, from getWaSettings; null until it is known. */
  phone: z.string().nullable(),
  /** Formatted for people: `+7 900 000-00-00`. */
  phoneShown: z.string().nullable(),
  state: accountStateSchema,
});
export type Account = z.infer<typeof accountSchema>;

export const labelMax = 60;
