import { z } from 'zod';

export const listNameMax = 100;

/** A saved set of people of one account, "Branch heads". */
export const peopleListSchema = z.strictObject({
  listId: z.string(),
  name: z.string().min(1).max(listNameMax),
  count: z.int(),
});
export type PeopleList = z.infer<typeof peopleListSchema>;
