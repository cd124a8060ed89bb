import { z } from 'zod';
import { entrySchema } from './contact.ts';

/** What the New group screen holds; kept in main, so that closing the window loses nothing. */
export const groupDraftSchema = z.strictObject({
  name: z.string().max(1000),
  entries: z.array(entrySchema).max(5000),
});
export type GroupDraft = z.infer<typeof groupDraftSchema>;

export const emptyDraft: GroupDraft = { name: '', entries: [] };
