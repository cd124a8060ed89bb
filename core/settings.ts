import { z } from 'zod';
import { languages } from './language.ts';

/** Choices of the person; every field has a default, so that an older or partly broken file still opens. */
export const settingsSchema = z.strictObject({
  language: z.enum(['system', ...languages]).default('system'),
  theme: z.enum(['system', 'light', 'dark']).default('system'),
  openAtLogin: z.boolean().default(false),
  closeToTray: z.boolean().default(true),
  /** "The app goes on in the tray" has been said once. */
  closeNoticeSeen: z.boolean().default(false),
  /** Minutes between two groups; the service asks for at least 5. */
  paceMinutes: z.int().min(5).max(120).default(5),
  currentAccountId: z.string().nullable().default(null),
});
export type Settings = z.infer<typeof settingsSchema>;

/** What the window may change; the rest the app keeps for itself. */
export const settingsChangeSchema = settingsSchema
  .pick({ language: true, theme: true, openAtLogin: true, closeToTray: true, paceMinutes: true })
  .partial();
export type SettingsChange = z.infer<typeof settingsChangeSchema>;
