import { z } from 'zod';
import { accountSchema, labelMax } from '../account.ts';
import { failureSchema } from '../failure.ts';
import { groupDraftSchema } from '../group-draft.ts';
import { helpChapters } from '../help.ts';
import { policyViewSchema } from '../policy-view.ts';
import { recordPeriods } from '../record-period.ts';
import { settingsChangeSchema, settingsSchema } from '../settings.ts';
import { done, id, nothing, saved } from './call-parts.ts';
import { accountsSchema, offeredSetupSchema, placeSchema, practiceSchema, queueSchema } from './events.ts';

/** A typed value of an account may be wrong in every way: its service judges it and names the field. */
const typed = z.string().max(500);

/** The app as a whole, its settings, accounts, practice and the draft of a group. */
export const appCalls = {
  /** Everything the window needs to draw its first screen. */
  'app.snapshot': {
    args: nothing,
    answer: z.strictObject({
      version: z.string(),
      platform: z.enum(['win32', 'darwin', 'linux']),
      locale: z.string(),
      settings: settingsSchema,
      policy: policyViewSchema,
      accounts: accountsSchema,
      queue: queueSchema,
      practice: practiceSchema,
      draft: groupDraftSchema,
      /** A desktop without a tray keeps a normal window. */
      hasTray: z.boolean(),
      /** What the start has to tell, for example a damaged file; null when all is well. */
      note: failureSchema.nullable(),
      /** What the person asked for when this window was opened; null for the usual first screen. */
      place: placeSchema.nullable(),
      /** A set-up file that waits to be opened. */
      setup: offeredSetupSchema.nullable(),
    }),
  },
  /** Puts text on the clipboard. */
  'app.copy': { args: z.strictObject({ text: z.string().min(1).max(10_000) }), answer: done },
  /** Opens an invite link or GREEN-API's console in the system's browser, or the help at a chapter in its window. */
  'app.open': {
    args: z.union([
      z.strictObject({ invite: z.string().max(100) }),
      z.strictObject({ page: z.literal('console') }),
      z.strictObject({ help: z.enum(helpChapters) }),
    ]),
    answer: done,
  },
  /** Ends the app in order and opens it again. */
  'app.restart': { args: nothing, answer: done },
  /** Asks where, then writes the redacted support file. `withNumbers`: whole numbers of groups and people are in it. */
  'app.saveSupportFile': { args: z.strictObject({ withNumbers: z.boolean() }), answer: saved },

  /** The copies of the record that are kept, the newest first. */
  'record.copies': {
    args: nothing,
    answer: z.array(z.strictObject({ name: z.string(), atMs: z.number(), bytes: z.number() })),
  },
  /** A copy takes the record's place; the app starts anew. The former record is kept. */
  'record.putBack': { args: z.strictObject({ name: z.string().max(100) }), answer: done },

  /** Answers the settings that hold. `locked`: the administrator has set one of these; nothing is changed then. */
  'settings.change': { args: settingsChangeSchema, answer: settingsSchema },
  /** What the record would lose if it were kept no longer than this. */
  'record.countOld': {
    args: z.strictObject({ keepFor: z.enum(recordPeriods) }),
    answer: z.strictObject({ groups: z.int(), runs: z.int() }),
  },

  /** Works without a network. `keep: 'session'` is the person's answer to `keychain`. */
  'accounts.add': {
    args: z.strictObject({
      label: z.string().max(labelMax),
      idInstance: typed,
      apiTokenInstance: typed,
      apiUrl: typed,
      keep: z.enum(['saved', 'session']),
    }),
    answer: accountSchema,
  },
  /** idInstance never changes. A missing field stays as it is. */
  'accounts.change': {
    args: z.strictObject({
      accountId: id,
      label: z.string().max(labelMax).optional(),
      apiUrl: typed.optional(),
      apiTokenInstance: typed.optional(),
      keep: z.enum(['saved', 'session']).optional(),
    }),
    answer: accountSchema,
  },
  'accounts.remove': { args: z.strictObject({ accountId: id, cancelQueued: z.boolean() }), answer: done },
  'accounts.choose': { args: z.strictObject({ accountId: id }), answer: done },
  /** Asks getStateInstance and getWaSettings now. */
  'accounts.check': { args: z.strictObject({ accountId: id }), answer: accountSchema },
  /** The QR code that links the phone: base64 of a PNG, good for about 20 s; or the phone is linked already. */
  'accounts.readQr': {
    args: z.strictObject({ accountId: id }),
    answer: z.discriminatedUnion('at', [
      z.strictObject({ at: z.literal('qr'), png: z.string() }),
      z.strictObject({ at: z.literal('linked') }),
      z.strictObject({ at: z.literal('not-yet') }),
    ]),
  },
  /** A code to type on the phone, good for about 150 s. */
  'accounts.askPairingCode': {
    args: z.strictObject({ accountId: id, phone: typed }),
    answer: z.strictObject({ code: z.string(), untilMs: z.number() }),
  },

  /** Opens the practice account (made at the first time) and chooses it. */
  'practice.start': { args: nothing, answer: accountSchema },
  'practice.leave': { args: nothing, answer: done },
  'practice.setTrouble': { args: practiceSchema, answer: practiceSchema },

  /** What New group holds. Practice has a draft of its own: made-up people must not turn up among real ones. */
  'draft.read': { args: z.strictObject({ practice: z.boolean() }), answer: groupDraftSchema },
  'draft.keep': { args: groupDraftSchema.extend({ practice: z.boolean() }), answer: done },
};
