import { z } from 'zod';
import { failureSchema } from './failure.ts';
import { settingNames } from './settings.ts';

/** What the window needs to know of the administrator's policy. */
export const policyViewSchema = z.strictObject({
  /** Settings with a padlock. */
  locked: z.array(settingNames),
  leastPaceMinutes: z.int(),
  mostPerDay: z.int(),
  /** Whether the administrator wrote these limits, or they are the usual ones. */
  limitsPace: z.boolean(),
  limitsDay: z.boolean(),
  /** False: accounts come from set-up files alone. */
  accountsByHand: z.boolean(),
  practice: z.boolean(),
  /** Why the machine's policy cannot be read; the careful limits hold then. */
  trouble: failureSchema.nullable(),
});
export type PolicyView = z.infer<typeof policyViewSchema>;
