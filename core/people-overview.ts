import { z } from 'zod';
import { peopleListSchema } from './people-list.ts';

/** What stands around the list of people of an account. */
export const peopleOverviewSchema = z.strictObject({
  counts: z.strictObject({
    all: z.int(),
    onWhatsapp: z.int(),
    notOnWhatsapp: z.int(),
    unchecked: z.int(),
    inNoGroup: z.int(),
  }),
  /** By name. */
  lists: z.array(peopleListSchema),
  /** The end of the last complete sync; null before the first. */
  syncedAtMs: z.number().nullable(),
  /** The last import, as long as it can be taken back: by its id, with how many people it changed. */
  lastImport: z.strictObject({ undoId: z.string(), atMs: z.number(), count: z.int() }).nullable(),
  /** How many numbers were asked about this month; `total` is null until the service has told the allowance. */
  checks: z.strictObject({ used: z.int(), total: z.int().nullable(), resetsAtMs: z.number() }),
});
export type PeopleOverview = z.infer<typeof peopleOverviewSchema>;
