import { z } from 'zod';
import { accountSchema, labelMax } from '../account.ts';
import { contactSchema, entrySchema, noteMax, personSchema } from '../contact.ts';
import { type Failure, failureSchema } from '../failure.ts';
import { groupDraftSchema } from '../group-draft.ts';
import { groupJobSchema, groupRowSchema } from '../group-job.ts';
import {
  groupRunSchema,
  missingPersonSchema,
  rowDetailSchema,
  rowFilters,
  runLineSchema,
  runRowSchema,
} from '../group-run.ts';
import { extrasSchema, sheetPreviewSchema, sheetReadingSchema, sheetShapes } from '../group-sheet.ts';
import { peoplePreviewSchema, tableReadingSchema } from '../people-import.ts';
import { listNameMax, peopleListSchema } from '../people-list.ts';
import { peopleOverviewSchema } from '../people-overview.ts';
import { peopleQuerySchema } from '../people-query.ts';
import type { Result } from '../result.ts';
import { forecastSchema, runPlanSchema } from '../run-plan.ts';
import { settingsChangeSchema, settingsSchema } from '../settings.ts';
import { accountsSchema, placeSchema, practiceSchema, queueSchema } from './events.ts';
import type { CallName } from './names.ts';

type Call = { readonly args: z.ZodType; readonly answer: z.ZodType };

const id = z.string().min(1).max(64);
const chatId = z.string().min(5).max(64);
const nothing = z.strictObject({});
const done = z.null();
const ofRun = z.strictObject({ accountId: id, runId: id });
const rowId = z.int().min(0);
const saved = z.strictObject({ saved: z.boolean() });
/** How many it changed, and the id by which it can be taken back. */
const undoSchema = z.strictObject({ undoId: z.string(), count: z.int() });
/** A typed value of an account may be wrong in every way: its service judges it and names the field. */
const typed = z.string().max(500);

/** The whole bridge from the window to main: name → arguments and answer. Every call answers `Result<answer, Failure>`. */
export const calls = {
  /** Everything the window needs to draw its first screen. */
  'app.snapshot': {
    args: nothing,
    answer: z.strictObject({
      version: z.string(),
      platform: z.enum(['win32', 'darwin', 'linux']),
      locale: z.string(),
      settings: settingsSchema,
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
    }),
  },
  /** Puts text on the clipboard. */
  'app.copy': { args: z.strictObject({ text: z.string().min(1).max(10_000) }), answer: done },
  /** Opens an invite link, or one of our constant pages, in the system's browser. */
  'app.open': {
    args: z.union([
      z.strictObject({ invite: z.string().max(100) }),
      z.strictObject({ page: z.enum(['console', 'help']) }),
    ]),
    answer: done,
  },
  /** Asks where, then writes the redacted support file. `saved` is false when the person cancelled. */
  'app.saveSupportFile': { args: nothing, answer: z.strictObject({ saved: z.boolean() }) },

  'settings.change': { args: settingsChangeSchema, answer: settingsSchema },

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

  /** One page of the answer to a question; `total` counts all. */
  'people.search': {
    args: peopleQuerySchema.extend({ accountId: id, offset: z.int().min(0), limit: z.int().min(1).max(500) }),
    answer: z.strictObject({ people: z.array(contactSchema), total: z.int() }),
  },
  /** Reads typed or pasted text as people: one entry for each line, cell or number. */
  'people.read': {
    args: z.strictObject({ accountId: id, text: z.string().min(1).max(200_000) }),
    answer: z.array(entrySchema),
  },
  /** Keeps a person with the name given by hand. */
  'people.keep': { args: z.strictObject({ accountId: id, person: personSchema }), answer: contactSchema },
  /** Reads the phone's contacts and merges them. */
  'people.sync': {
    args: z.strictObject({ accountId: id }),
    answer: z.strictObject({ added: z.int(), changed: z.int(), gone: z.int(), total: z.int() }),
  },
  /** What stands around the list: counts, saved lists, the last sync, the allowance of checks. */
  'people.overview': { args: z.strictObject({ accountId: id }), answer: peopleOverviewSchema },
  /** Everybody a question finds, in its order, for *choose all* and a range. */
  'people.ids': {
    args: peopleQuerySchema.extend({ accountId: id, offset: z.int().min(0), limit: z.int().min(1).max(100_000) }),
    answer: z.array(chatId),
  },
  /** The contacts with these ids, those that are known, in this order: for chips of a list or of a selection. */
  'people.find': {
    args: z.strictObject({ accountId: id, chatIds: z.array(chatId).max(5000) }),
    answer: z.array(contactSchema),
  },
  /** Type-ahead: the place of the first name that begins so, in the list of the question; null when there is none. */
  'people.place': {
    args: peopleQuerySchema.extend({ accountId: id, prefix: z.string().min(1).max(100) }),
    answer: z.int().nullable(),
  },
  'people.edit': {
    args: z.strictObject({
      accountId: id,
      chatId,
      name: z.string().max(200).optional(),
      note: z.string().max(noteMax).optional(),
    }),
    answer: contactSchema,
  },
  /** They go from the contacts and the lists, and a sync does not bring them back. */
  'people.delete': {
    args: z.strictObject({ accountId: id, chatIds: z.array(chatId).min(1).max(100_000) }),
    answer: undoSchema,
  },
  /** Takes back a deletion, an import or a change of a list: by the id it answered. `too-late` when others followed it. */
  'people.undo': { args: z.strictObject({ accountId: id, undoId: id }), answer: z.strictObject({ count: z.int() }) },
  /** Opens a file that was dropped into the window. Nothing of it is kept yet. */
  'people.openFile': {
    args: z.strictObject({ accountId: id, name: z.string().min(1).max(255), bytes: z.instanceof(Uint8Array) }),
    answer: peoplePreviewSchema,
  },
  /** Asks for a file and opens it; null when the person cancelled. */
  'people.chooseFile': { args: z.strictObject({ accountId: id }), answer: peoplePreviewSchema.nullable() },
  /** The same file read with other columns, another sheet or another line of headings. */
  'people.readAgain': {
    args: z.strictObject({ accountId: id, importId: id, reading: tableReadingSchema }),
    answer: peoplePreviewSchema,
  },
  /** Keeps the people of an opened file, all or none; with `listName` also as a saved list. */
  'people.import': {
    args: z.strictObject({
      accountId: id,
      importId: id,
      listName: z.string().max(listNameMax).nullable(),
      /** Also into the phone's own contacts (addContact), in the background. */
      toPhone: z.boolean(),
    }),
    answer: undoSchema.extend({ added: z.int(), changed: z.int(), known: z.int(), listId: z.string().nullable() }),
  },
  /** Asks where, then writes the lines that gave nobody, with their reasons. */
  'people.saveBadLines': {
    args: z.strictObject({ accountId: id, importId: id }),
    answer: z.strictObject({ saved: z.boolean() }),
  },
  'people.dropImport': { args: z.strictObject({ accountId: id, importId: id }), answer: done },
  /** Asks where, then writes these people; all whom the question finds when `chatIds` is null. */
  'people.export': {
    args: peopleQuerySchema.extend({
      accountId: id,
      chatIds: z.array(chatId).max(100_000).nullable(),
      format: z.enum(['csv', 'xlsx', 'vcard']),
    }),
    answer: z.strictObject({ saved: z.boolean(), count: z.int() }),
  },
  /** Asks checkWhatsapp in the background about those who were not checked yet; `people.checking` tells the progress. */
  'people.checkWhatsapp': {
    args: z.strictObject({ accountId: id, chatIds: z.array(chatId).min(1).max(100_000) }),
    answer: z.strictObject({ queued: z.int() }),
  },
  'people.stopChecking': { args: z.strictObject({ accountId: id }), answer: done },

  'lists.create': {
    args: z.strictObject({
      accountId: id,
      name: z.string().min(1).max(listNameMax),
      chatIds: z.array(chatId).max(100_000),
    }),
    answer: peopleListSchema,
  },
  'lists.rename': {
    args: z.strictObject({ accountId: id, listId: id, name: z.string().min(1).max(listNameMax) }),
    answer: peopleListSchema,
  },
  /** The list alone: its people stay among the contacts. */
  'lists.delete': { args: z.strictObject({ accountId: id, listId: id }), answer: undoSchema },
  'lists.add': {
    args: z.strictObject({ accountId: id, listId: id, chatIds: z.array(chatId).min(1).max(100_000) }),
    answer: undoSchema,
  },
  'lists.remove': {
    args: z.strictObject({ accountId: id, listId: id, chatIds: z.array(chatId).min(1).max(100_000) }),
    answer: undoSchema,
  },

  /** Puts the group into the queue, durably. `again` is the person's answer to `duplicate`. */
  'groups.create': {
    args: z.strictObject({
      accountId: id,
      name: z.string().max(1000),
      people: z.array(personSchema).max(5000),
      again: z.boolean(),
    }),
    answer: groupJobSchema,
  },
  /** The record, newest first, "please check" on top: by name, person, number or date. Works offline. */
  'groups.find': {
    args: z.strictObject({
      accountId: id,
      text: z.string().max(200),
      offset: z.int().min(0),
      limit: z.int().min(1).max(200),
    }),
    answer: z.strictObject({ rows: z.array(groupRowSchema), total: z.int() }),
  },
  'groups.show': { args: z.strictObject({ accountId: id, jobId: id }), answer: groupJobSchema },
  /** Takes a queued group out of the queue. */
  'groups.cancel': { args: z.strictObject({ accountId: id, jobId: id }), answer: groupJobSchema },
  /** A refused or held group goes back into the queue, if wanted with other people or another name. */
  'groups.requeue': {
    args: z.strictObject({
      accountId: id,
      jobId: id,
      name: z.string().max(1000).optional(),
      people: z.array(personSchema).max(5000).optional(),
    }),
    answer: groupJobSchema,
  },
  /** Looks for an unknown group now. Reads only. */
  'groups.look': { args: z.strictObject({ accountId: id, jobId: id }), answer: groupJobSchema },
  /** A person's word on an unknown group. `exists` may name the candidate; `make-it` sends it again. */
  'groups.decide': {
    args: z.strictObject({
      accountId: id,
      jobId: id,
      verdict: z.discriminatedUnion('is', [
        z.strictObject({ is: z.literal('exists'), chatId: chatId.nullable() }),
        z.strictObject({ is: z.literal('make-it'), lookedOnPhone: z.boolean() }),
      ]),
    }),
    answer: groupJobSchema,
  },
  /** A person's word that a queue which was stopped goes on, whatever stopped it. */
  'groups.goOn': { args: z.strictObject({ accountId: id }), answer: done },
  /** A person's word that the groups on the phone are the ones to know from now on, although all known before are gone. */
  'groups.beginAnew': { args: z.strictObject({ accountId: id }), answer: done },
  /** Reads the link and who is in again. */
  'groups.check': { args: z.strictObject({ accountId: id, jobId: id }), answer: groupJobSchema },
  /** Saves a missing person to the phone's contacts (addContact) and adds them once (addGroupParticipant). */
  'groups.saveAndAdd': { args: z.strictObject({ accountId: id, jobId: id, chatId }), answer: groupJobSchema },
  'groups.addPeople': {
    args: z.strictObject({ accountId: id, jobId: id, people: z.array(personSchema).min(1).max(50) }),
    answer: groupJobSchema,
  },
  /** Sends one person a message with the link, once. */
  'groups.sendLink': {
    args: z.strictObject({ accountId: id, jobId: id, chatId, message: z.string().min(1).max(2000) }),
    answer: groupJobSchema,
  },
  'groups.rename': {
    args: z.strictObject({ accountId: id, jobId: id, name: z.string().min(1).max(1000) }),
    answer: groupJobSchema,
  },
  'groups.makeAdmin': { args: z.strictObject({ accountId: id, jobId: id, chatId }), answer: groupJobSchema },
  /** Asks where, then writes the link's QR code. */
  'groups.saveQr': {
    args: z.strictObject({ accountId: id, jobId: id, format: z.enum(['png', 'svg']) }),
    answer: z.strictObject({ saved: z.boolean() }),
  },

  /** Opens a file of groups that was dropped into the window. `path` is where it lies, empty when nobody knows. */
  'runs.openFile': {
    args: z.strictObject({
      accountId: id,
      name: z.string().min(1).max(255),
      bytes: z.instanceof(Uint8Array),
      path: z.string().max(4096),
    }),
    answer: sheetPreviewSchema,
  },
  /** Asks for a file and opens it; null when the person cancelled. */
  'runs.chooseFile': { args: z.strictObject({ accountId: id }), answer: sheetPreviewSchema.nullable() },
  /** The same file read in another way. */
  'runs.readAgain': {
    args: z.strictObject({ accountId: id, sheetId: id, reading: sheetReadingSchema }),
    answer: sheetPreviewSchema,
  },
  'runs.dropFile': { args: z.strictObject({ accountId: id, sheetId: id }), answer: done },
  /** Asks where, then writes an example file to fill in. */
  'runs.saveTemplate': {
    args: z.strictObject({ format: z.enum(['xlsx', 'csv']), shape: z.enum(sheetShapes) }),
    answer: saved,
  },
  /** Makes a run of an opened file, with every row judged. Nothing is sent. It is kept until it is started or removed. */
  'runs.check': { args: z.strictObject({ accountId: id, sheetId: id }), answer: groupRunSchema },
  /** The runs of an account, newest first; drafts on top. */
  'runs.find': {
    args: z.strictObject({ accountId: id, offset: z.int().min(0), limit: z.int().min(1).max(200) }),
    answer: z.strictObject({ runs: z.array(runLineSchema), total: z.int() }),
  },
  'runs.show': { args: ofRun, answer: groupRunSchema },
  /** Rows by a filter and by name, person or number; what needs a person on top, then in their order. */
  'runs.rows': {
    args: ofRun.extend({
      filter: z.enum(rowFilters),
      text: z.string().max(200),
      offset: z.int().min(0),
      limit: z.int().min(1).max(500),
    }),
    answer: z.strictObject({ rows: z.array(runRowSchema), total: z.int() }),
  },
  'runs.row': { args: ofRun.extend({ rowId }), answer: rowDetailSchema },
  /** Changes a row that is not sent yet; it is judged anew. `too-late` when it has a job that is not refused. */
  'runs.editRow': {
    args: ofRun.extend({ rowId, name: z.string().max(1000), entries: z.array(entrySchema).max(5000) }),
    answer: rowDetailSchema,
  },
  /**
   * One click for one row, or for all of the run (`rowId` null): every guessed number taken; those without WhatsApp or
   * with a bad number left out of their groups; the row left out or taken in again; another group made all the same.
   */
  'runs.repair': {
    args: ofRun.extend({
      rowId: rowId.nullable(),
      how: z.enum(['numbers', 'without', 'leave-out', 'take-in', 'make-another']),
    }),
    answer: groupRunSchema,
  },
  /** Asks checkWhatsapp in the background about the people of the run who were not checked, within the month's allowance. */
  'runs.checkWhatsapp': { args: ofRun, answer: z.strictObject({ queued: z.int() }) },
  /** Asks where, then writes every row with a problem and what to do. */
  'runs.saveProblems': { args: ofRun, answer: saved },
  'runs.setExtras': { args: ofRun.extend({ extras: extrasSchema.omit({ picture: true }) }), answer: groupRunSchema },
  /** Asks for a JPEG for all groups; `remove` takes it away. */
  'runs.choosePicture': { args: ofRun.extend({ remove: z.boolean() }), answer: groupRunSchema },
  /** Keeps the plan, also of a run that goes on, and tells how it works out. */
  'runs.plan': {
    args: ofRun.extend({ plan: runPlanSchema }),
    answer: z.strictObject({ run: groupRunSchema, forecast: forecastSchema }),
  },
  /** The rows that are ready are made from now on, by the plan. */
  'runs.start': { args: ofRun, answer: groupRunSchema },
  'runs.pause': { args: ofRun, answer: groupRunSchema },
  /** A person's word that it goes on, whatever stopped it. */
  'runs.resume': { args: ofRun, answer: groupRunSchema },
  /** For good: what waits is not made. */
  'runs.stop': { args: ofRun, answer: groupRunSchema },
  /** Takes a draft away; a run that was started stays in the record. */
  'runs.remove': { args: ofRun, answer: done },
  /** A waiting row is left out (`skip`), or taken in again. */
  'runs.skip': { args: ofRun.extend({ rowId, skip: z.boolean() }), answer: groupRunSchema },
  /** A waiting row goes to another place among those that wait. */
  'runs.moveRow': { args: ofRun.extend({ rowId, to: z.enum(['next', 'up', 'down', 'last']) }), answer: groupRunSchema },
  /** A refused row waits again, if wanted changed by `runs.editRow` before; for a duplicate it is the word to make another. */
  'runs.retry': { args: ofRun.extend({ rowId }), answer: groupRunSchema },
  /** Tries once more what did not work after the groups were made: picture, admins, first message, who may write. */
  'runs.retrySteps': { args: ofRun, answer: groupRunSchema },
  /** Everybody who is not in their group yet. */
  'runs.missing': {
    args: ofRun.extend({ offset: z.int().min(0), limit: z.int().min(1).max(500) }),
    answer: z.strictObject({ people: z.array(missingPersonSchema), total: z.int() }),
  },
  /** Helps all who are missing, one after the other at a pace of its own: each at most once with the same help. */
  'runs.helpMissing': {
    args: ofRun.extend({
      how: z.discriminatedUnion('is', [
        z.strictObject({ is: z.literal('save-and-add') }),
        z.strictObject({ is: z.literal('send-link'), message: z.string().min(1).max(2000) }),
      ]),
    }),
    answer: groupRunSchema,
  },
  'runs.stopHelping': { args: ofRun, answer: groupRunSchema },
  /** Asks where, then writes what came of each row. */
  'runs.saveResults': { args: ofRun.extend({ format: z.enum(['xlsx', 'csv']) }), answer: saved },
  /** Asks where, then writes a page for each created group: name, QR code and link (PDF). */
  'runs.savePages': { args: ofRun, answer: saved },
  /** Shows the results file in its folder. */
  'runs.showFile': { args: ofRun, answer: done },
} satisfies Record<CallName, Call>;

export type Args<N extends CallName> = z.infer<(typeof calls)[N]['args']>;
export type Answer<N extends CallName> = z.infer<(typeof calls)[N]['answer']>;

/** What the window calls and main implements. */
export type Api = { readonly [N in CallName]: (args: Args<N>) => Promise<Result<Answer<N>, Failure>> };
