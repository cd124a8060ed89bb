import { z } from 'zod';

export const id = z.string().min(1).max(64);
export const chatId = z.string().min(5).max(64);
export const nothing = z.strictObject({});
export const done = z.null();
/** Whether a file was written; false when the person cancelled the question where. */
export const saved = z.strictObject({ saved: z.boolean() });
