import { z } from 'zod';

/** `09:00`. */
export const clockTimeSchema = z.string().regex(/^([01]\d|2[0-3]):[0-5]\d$/);

/** When the groups of a run may be made. */
export const runPlanSchema = z.strictObject({
  /** Minutes between two groups; never faster than the settings say. */
  paceMinutes: z.int().min(1).max(240),
  /** Groups on a calendar day, over all runs and single groups of the number. */
  perDay: z.int().min(1).max(1000),
  /** `09:00` to `18:00` by the clocks of `timeZone`; the same twice: round the clock; `22:00` to `06:00`: by night. */
  from: clockTimeSchema,
  to: clockTimeSchema,
  /** Monday to Sunday. By night the hours after midnight belong to the day that has begun. */
  days: z.array(z.boolean()).length(7),
  /** IANA name. */
  timeZone: z.string().min(1).max(60),
  /** Not before this (wall time); null: at once. */
  startAtMs: z.number().nullable(),
  /** Three refusals in a row stop the run for a person. */
  stopAfterRefusals: z.boolean(),
  /** The computer is kept from falling asleep by itself while groups are being made; otherwise it may sleep. */
  keepAwake: z.boolean(),
});
export type RunPlan = z.infer<typeof runPlanSchema>;

/** How a plan works out, as far as is known now. */
export const forecastSchema = z.strictObject({
  /** Days with groups, in order; `day` is `2026-11-23` in the plan's time zone. */
  days: z.array(z.strictObject({ day: z.string(), fromMs: z.number(), toMs: z.number(), groups: z.int() })).max(1000),
  firstAtMs: z.number().nullable(),
  /** When the last one is made; null when the plan allows no time at all. */
  doneAtMs: z.number().nullable(),
});
export type Forecast = z.infer<typeof forecastSchema>;

type Chosen = {
  readonly paceMinutes: number;
  readonly groupsPerDay: number;
  readonly hours: { readonly from: string; readonly to: string };
};

const usual: Chosen = { paceMinutes: 5, groupsPerDay: 25, hours: { from: '09:00', to: '18:00' } };

/** What a person finds to begin with: what they chose in the settings. Practice has nobody to disturb. */
export function defaultPlan(timeZone: string, practice: boolean, chosen: Chosen = usual): RunPlan {
  const { paceMinutes, groupsPerDay, hours } = chosen;
  const common = { paceMinutes, timeZone, startAtMs: null, stopAfterRefusals: true, keepAwake: false };
  return practice
    ? { ...common, perDay: 1000, from: '00:00', to: '00:00', days: Array.from({ length: 7 }, () => true) }
    : { ...common, perDay: groupsPerDay, ...hours, days: Array.from({ length: 7 }, (_, day) => day < 5) };
}
