import { createHash } from 'node:crypto';
import { z } from 'zod';
import { idInstancePattern } from '../../core/chat-id.ts';
import { type Policy, policySchema } from '../../core/policy.ts';
import { type Settings, settingsSchema } from '../../core/settings.ts';

/** A token as the OS keychain sealed it: base64, with the backend that did it and the last characters for showing. */
export const sealedTokenSchema = z.strictObject({
  backend: z.string(),
  sealed: z.base64().min(1),
  end: z.string().max(4),
});
export type SealedToken = z.infer<typeof sealedTokenSchema>;

/** An account as it lies on the disk. Without `token`, it must be typed again after a start. */
export const keptAccountSchema = z.object({
  id: z.string().min(1),
  label: z.string(),
  idInstance: z.string().regex(idInstancePattern),
  apiUrl: z.string(),
  phone: z.string().nullable(),
  token: sealedTokenSchema.nullable(),
});
export type KeptAccount = z.infer<typeof keptAccountSchema>;

/** Everything that the settings file holds. */
export type Kept = {
  readonly settings: Settings;
  readonly accounts: readonly KeptAccount[];
  /** What the set-up file of this computer's accounts decides; null: nothing. */
  readonly policyFromSetup: Policy | null;
};

export const nothingKept: Kept = { settings: settingsSchema.parse({}), accounts: [], policyFromSetup: null };

/** As it is written, with a sum by which a bit that fell over is noticed in any place. */
export const toContent = ({ settings, accounts, policyFromSetup }: Kept): Record<string, unknown> => ({
  settings,
  accounts,
  policyFromSetup,
  sum: sumOf({ settings, accounts, policyFromSetup }),
});

const contentSchema = z.object({
  settings: z.record(z.string(), z.unknown()),
  accounts: z.array(keptAccountSchema),
  // One that a newer version wrote is not understood here, and decides nothing.
  policyFromSetup: policySchema.nullable().catch(null).default(null),
});

/** What the content holds, or null when it is damaged. A setting that this version does not know takes its default. */
export function fromContent(content: unknown): Kept | null {
  const parsed = contentSchema.safeParse(content);
  if (!parsed.success) return null;
  // The sum is of the text as it was written: a newer version's fields belong to it although they are not read.
  const { settings, accounts, policyFromSetup, sum } = z.record(z.string(), z.unknown()).parse(content);
  // The first version knew no policy: what is not there does not count into the sum.
  if (sum !== sumOf({ settings, accounts, policyFromSetup })) return null;
  return { ...parsed.data, settings: knownSettings(parsed.data.settings) };
}

const sumOf = (value: unknown): string => createHash('sha256').update(JSON.stringify(value)).digest('hex');

function knownSettings(raw: Readonly<Record<string, unknown>>): Settings {
  const known = Object.entries(settingsSchema.shape).filter(([key, schema]) => schema.safeParse(raw[key]).success);
  return settingsSchema.parse(Object.fromEntries(known.map(([key]) => [key, raw[key]])));
}
