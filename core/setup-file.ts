import { z } from 'zod';
import { labelMax } from './account.ts';
import { idInstancePattern } from './chat-id.ts';
import { listNameMax } from './people-list.ts';
import { policySchema } from './policy.ts';

export const setupLimits = { accounts: 20, lists: 50, people: 20_000, megabytes: 5 } as const;

/** An account to be used; without `apiUrl` it lives where its number says. */
const setupAccountSchema = z.strictObject({
  label: z.string().max(labelMax).describe('What people call the account: "School 5".'),
  idInstance: z.string().regex(idInstancePattern).describe('idInstance in the console of GREEN-API, as text.'),
  apiTokenInstance: z
    .string()
    .regex(/^[A-Za-z0-9]{10,256}$/)
    .describe('apiTokenInstance in the console of GREEN-API.'),
  apiUrl: z.string().max(300).optional().describe('apiUrl in the console. Left out: the usual one of this idInstance.'),
});
export type SetupAccount = z.infer<typeof setupAccountSchema>;

const setupPersonSchema = z.strictObject({
  name: z.string().max(200),
  phone: z
    .string()
    .regex(/^\+\d[\d ()-]{5,30}$/)
    .describe('In full, with + and the code of the country: "+7 912 345-67-89".'),
});

const setupListSchema = z.strictObject({
  name: z.string().regex(/\S/).max(listNameMax),
  idInstance: z
    .string()
    .regex(idInstancePattern)
    .optional()
    .describe('The account of this file whose list it is. Left out: every account of the file gets it.'),
  people: z.array(setupPersonSchema).min(1).max(setupLimits.people),
});
export type SetupList = z.infer<typeof setupListSchema>;

const common = {
  label: z.string().max(labelMax).describe('Whom the file is for: "Anna, front desk". Shown before it is used.'),
  accounts: z.array(setupAccountSchema).min(1).max(setupLimits.accounts),
  policy: policySchema.optional().describe('What the administrator decides for whoever opens the file.'),
  lists: z.array(setupListSchema).max(setupLimits.lists),
};

/** What is sealed in a set-up file. A later version of the app may write another `version`; this one reads 1. */
export const setupFileSchema = z.strictObject({
  version: z.literal(1),
  madeAt: z.iso.datetime(),
  /** Nobody can use it from then on; null: it does not expire. */
  expiresAt: z.iso.datetime().nullable(),
  ...common,
});
export type SetupFile = z.infer<typeof setupFileSchema>;

/** What an administrator writes by hand, and `npm run setup-file` makes a set-up file of: docs/admin. */
export const setupSourceSchema = z.strictObject({
  $schema: z.string().optional().describe('For editors alone.'),
  ...common,
  lists: common.lists.optional(),
  expires: z
    .union([z.iso.date(), z.iso.datetime({ offset: true })])
    .nullable()
    .optional()
    .describe('The last day on which the file can be used, or the moment it ends. Left out: never.'),
});
export type SetupSource = z.infer<typeof setupSourceSchema>;

export const countPeople = (lists: readonly Pick<SetupList, 'people'>[]): number =>
  lists.reduce((sum, { people }) => sum + people.length, 0);

/** A file that was opened, as it stands before anything of it is kept. Nothing here is secret. */
export const setupPreviewSchema = z.strictObject({
  setupId: z.string(),
  label: z.string(),
  madeAtMs: z.number(),
  expiresAtMs: z.number().nullable(),
  accounts: z.array(
    z.strictObject({
      label: z.string(),
      idInstance: z.string(),
      /** What the account is called here now; null: it is new. */
      knownAs: z.string().nullable(),
    }),
  ),
  lists: z.array(z.strictObject({ name: z.string(), people: z.int() })),
  policy: policySchema.nullable(),
});
export type SetupPreview = z.infer<typeof setupPreviewSchema>;
