import { z } from 'zod';
import { settingsSchema } from './settings.ts';

/** A host of the service beside `*.green-api.com` and `*.greenapi.com`: a whole name, no wildcard, no port. */
const host = z
  .string()
  .max(253)
  .regex(/^([a-z0-9]([a-z0-9-]*[a-z0-9])?\.)+[a-z]{2,}$/);

const { language, theme, openAtLogin, closeToTray, groupsPerDay, hours, keepRecordsFor } = settingsSchema.shape;

/**
 * What an administrator decides for a machine or for an account's people: from the policy file or a set-up file.
 * A missing key decides nothing. A strict object, so that a misspelt key is told instead of being without effect.
 */
export const policySchema = z.strictObject({
  version: z.literal(1),
  /** Set and locked: the person sees the value with a padlock. */
  settings: z
    .strictObject({
      language: language.unwrap(),
      theme: theme.unwrap(),
      openAtLogin: openAtLogin.unwrap(),
      closeToTray: closeToTray.unwrap(),
      /** Minutes between two groups; below the service's own 5 only here. */
      paceMinutes: z.int().min(1).max(120),
      /** Groups of one calendar day; a person cannot choose fewer, as `limits` lets them. */
      groupsPerDay: groupsPerDay.unwrap(),
      /** The hours that a new run begins with; its plan may still be changed. */
      hours: hours.unwrap(),
      keepRecordsFor: keepRecordsFor.unwrap(),
    })
    .partial()
    .optional(),
  limits: z
    .strictObject({
      /** The fastest pace that a person may choose, in minutes. */
      leastPaceMinutes: z.int().min(1).max(120),
      /** Groups of one calendar day of one sender, over all runs and single groups. */
      groupsPerDay: z.int().min(1).max(200),
    })
    .partial()
    .optional(),
  /** More hosts that an account's apiUrl may name, over https. */
  allowedHosts: z.array(host).max(20).optional(),
  /** False: accounts come from set-up files alone; nobody types one in, changes or removes one here. */
  accountsByHand: z.boolean().optional(),
  /** False: no practice account. */
  practice: z.boolean().optional(),
  /** False: the app neither looks for new versions nor installs them. */
  updates: z.boolean().optional(),
});
export type Policy = z.infer<typeof policySchema>;
