import { z } from 'zod';

/** A person as groups and lists carry them. `phone` is formatted for people, empty when only a lid is known. */
export const personSchema = z.strictObject({
  chatId: z.string().min(1).max(64),
  name: z.string().max(200),
  phone: z.string().max(40),
});
export type Person = z.infer<typeof personSchema>;

/** What checkWhatsapp said of a number, and when (wall time); `unchecked` when it was never asked. */
export const whatsappSchema = z.discriminatedUnion('at', [
  z.strictObject({ at: z.literal('unchecked') }),
  z.strictObject({ at: z.literal('yes'), checkedAtMs: z.number() }),
  z.strictObject({ at: z.literal('no'), checkedAtMs: z.number() }),
]);

/** `phone`: saved in the phone's contacts; `chat`: only known from a chat there. */
export const contactSources = ['phone', 'chat', 'file', 'typed'] as const;
export const noteMax = 1000;

/**
 * One contact of an account. `source` says who named it: a name from a file or from a person is never overwritten by a
 * sync.
 */
export const contactSchema = personSchema.extend({
  source: z.enum(contactSources),
  /** Not in the phone's list any more at the last complete sync. Kept, and shown as such. */
  gone: z.boolean(),
  note: z.string().max(noteMax),
  /** The ids of the saved lists that the person is in. */
  lists: z.array(z.string()),
  whatsapp: whatsappSchema,
  /** In how many groups of the record the person was seen or is wanted. */
  groups: z.int(),
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
    reason: z.enum(['too-short', 'too-long', 'letters', 'not-a-number', 'extension', 'rounded']),
  }),
]);
export type Entry = z.infer<typeof entrySchema>;

/**
 * A number on its way into a field. `text` has the same digits, spaced as numbers are shown; `problem` is what more digits
 * cannot mend, null while all may become well.
 */
export const typedNumberSchema = z.strictObject({ text: z.string(), problem: entrySchema.nullable() });
export type TypedNumber = z.infer<typeof typedNumberSchema>;
