import { z } from 'zod';
import { languages } from './language.ts';
import { recordPeriods } from './record-period.ts';
import { clockTimeSchema } from './run-plan.ts';

/** Choices of the person; every field has a default, so that an older or partly broken file still opens. */
export const settingsSchema = z.strictObject({
  language: z.enum(['system', ...languages]).default('system'),
  theme: z.enum(['system', 'light', 'dark']).default('system'),
  openAtLogin: z.boolean().default(false),
  closeToTray: z.boolean().default(true),
  /** "The app goes on in the tray" has been said once. */
  closeNoticeSeen: z.boolean().default(false),
  /** Minutes between two groups. The service asks for at least 5: what is less counts only where policy allows it. */
  paceMinutes: z.int().min(1).max(120).default(5),
  /** Groups on a calendar day, never more than the limit: the highest number leaves it to that. */
  groupsPerDay: z.int().min(1).max(200).default(200),
  /** Between which hours a new run makes groups; as in `RunPlan`. */
  hours: z.strictObject({ from: clockTimeSchema, to: clockTimeSchema }).default({ from: '09:00', to: '18:00' }),
  keepRecordsFor: z.enum(recordPeriods).default('2-years'),
  currentAccountId: z.string().nullable().default(null),
});
export type Settings = z.infer<typeof settingsSchema>;

/** What the window may change; the rest the app keeps for itself. */
export const settingsChangeSchema = settingsSchema
  .pick({
    ...{ language: true, theme: true, openAtLogin: true, closeToTray: true },
    ...{ paceMinutes: true, groupsPerDay: true, hours: true, keepRecordsFor: true },
  })
  .partial();
export type SettingsChange = z.infer<typeof settingsChangeSchema>;

/** The names of what a person may set, and an administrator may lock. */
export const settingNames = settingsChangeSchema.keyof();
export type SettingName = z.infer<typeof settingNames>;
