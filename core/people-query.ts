import { z } from 'zod';
import { contactSources } from './contact.ts';

/** Whom a list of people shows. Every part narrows it further. */
export const peopleFilterSchema = z.strictObject({
  source: z.enum(['any', ...contactSources]),
  /** A saved list; null for everybody. */
  listId: z.string().nullable(),
  whatsapp: z.enum(['any', 'yes', 'no', 'unchecked']),
  /** `none`: people who are in no group of the record. */
  groups: z.enum(['any', 'none']),
});
export type PeopleFilter = z.infer<typeof peopleFilterSchema>;

export const everybody: PeopleFilter = { source: 'any', listId: null, whatsapp: 'any', groups: 'any' };

/** `best`: the best matches first, everybody by name when the text says nothing. */
export const peopleOrders = ['best', 'name', 'name-down', 'phone', 'phone-down'] as const;
export type PeopleOrder = (typeof peopleOrders)[number];

/** A question to the contacts of one account. */
export const peopleQuerySchema = z.strictObject({
  text: z.string().max(200),
  filter: peopleFilterSchema,
  order: z.enum(peopleOrders),
});
export type PeopleQuery = z.infer<typeof peopleQuerySchema>;
