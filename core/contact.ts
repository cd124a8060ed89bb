import { z } from 'zod';

/** A person as groups and lists carry them. `phone` is formatted for people, empty when only a lid is known. */
export const personSchema = z.strictObject({
  chatId: z.string().min(1).max(64),
  name: z.string().max(200),
  phone: z.string().max(40),
});
export type Person = z.infer<typeof personSchema>;

/** One contact of an account. `source` says who named it: the person's own edits are never overwritten by a sync. */
export const contactSchema = personSchema.extend({
  source: z.enum(['phone', 'typed']),
  /** Not in the phone's list any more at the last complete sync. Kept, and shown as such. */
  gone: z.boolean(),
});
export type Contact = z.infer<typeof contactSchema>;

/** One piece of text that was typed or pasted as a person. `text` is what stood there. */
export const entrySchema = z.discriminatedUnion('at', [
  z.strictObject({ at: z.literal('ready'), text: z.string(), person: personSchema }),
  /** Looks like a number with a slip; `guess` is the one-click repair. */
  z.strictObject({ at: z.literal('repair'), text: z.string(), name: z.string(), guess: personSchema }),
  z.strictObject({
    at: z.literal('bad'),
    text: z.string(),
    name: z.string(),
    reason: z.enum(['too-short', 'too-long', 'letters', 'not-a-number']),
  }),
]);
export type Entry = z.infer<typeof entrySchema>;
