import { z } from 'zod';
import { accountSchema, labelMax } from '../account.ts';
import { setupPeriods } from '../setup-ending.ts';
import { setupLimits, setupPreviewSchema } from '../setup-file.ts';
import { done, id, nothing, saved } from './call-parts.ts';
import { sealedSetupSchema } from './events.ts';

/** As it was typed; main makes it the same however that was done. */
const passphrase = z.string().min(1).max(500);

/** Set-up files: opened with a passphrase, looked at, used; and made for a colleague. */
export const setupCalls = {
  /** Looks at a file that was dropped into the window. It is opened with `setup.unlock`. */
  'setup.openFile': {
    args: z.strictObject({ name: z.string().min(1).max(255), bytes: z.instanceof(Uint8Array) }),
    answer: sealedSetupSchema,
  },
  /** Asks for a file and looks at it; null when the person cancelled. */
  'setup.chooseFile': { args: nothing, answer: sealedSetupSchema.nullable() },
  /** Opens it and tells what is in it, without anything secret. Nothing is kept yet. */
  'setup.unlock': { args: z.strictObject({ setupId: id, passphrase }), answer: setupPreviewSchema },
  /** Keeps all that is in an opened file, or nothing. `keep: 'session'` is the person's answer to `keychain`. */
  'setup.use': {
    args: z.strictObject({ setupId: id, keep: z.enum(['saved', 'session']) }),
    answer: z.strictObject({ accounts: z.array(accountSchema) }),
  },
  /** Nothing of the file stays in memory; null: of one that was offered and refused. */
  'setup.drop': { args: z.strictObject({ setupId: id.nullable() }), answer: done },
  /** Seals a new file, asks where to save it and writes it there, for its owner alone. `usableFor` null: it does not expire. */
  'setup.make': {
    args: z.strictObject({
      label: z.string().max(labelMax),
      accountIds: z.array(id).min(1).max(setupLimits.accounts),
      lists: z.array(z.strictObject({ accountId: id, listId: id })).max(setupLimits.lists),
      usableFor: z.enum(setupPeriods).nullable(),
      passphrase,
    }),
    answer: saved,
  },
};
