import { z } from 'zod';
import { contactSchema, entrySchema, noteMax, personSchema, typedNumberSchema } from '../contact.ts';
import { failureSchema } from '../failure.ts';
import { peoplePreviewSchema, tableReadingSchema } from '../people-import.ts';
import { listNameMax, peopleListSchema } from '../people-list.ts';
import { peopleOverviewSchema } from '../people-overview.ts';
import { peopleQuerySchema } from '../people-query.ts';
import { chatId, done, id, saved } from './call-parts.ts';

/** How many it changed, and the id by which it can be taken back. */
const undoSchema = z.strictObject({ undoId: z.string(), count: z.int() });

/** People and saved lists. */
export const peopleCalls = {
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
  /** Formats and judges a single number at each key. */
  'people.typing': { args: z.strictObject({ accountId: id, text: z.string().max(200) }), answer: typedNumberSchema },
  /** Keeps a person with the name given by hand. */
  'people.keep': { args: z.strictObject({ accountId: id, person: personSchema }), answer: contactSchema },
  /** Reads the phone's contacts and chats and merges them. `withoutChats` says why the chats could not be read. */
  'people.sync': {
    args: z.strictObject({ accountId: id }),
    answer: z.strictObject({
      added: z.int(),
      changed: z.int(),
      gone: z.int(),
      total: z.int(),
      withoutChats: failureSchema.nullable(),
    }),
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
    answer: saved,
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
};
