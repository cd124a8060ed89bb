import { z } from 'zod';
import { entrySchema } from '../contact.ts';
import {
  groupRunSchema,
  missingPersonSchema,
  rowDetailSchema,
  rowFilters,
  runLineSchema,
  runRowSchema,
} from '../group-run.ts';
import { extrasSchema, sheetPreviewSchema, sheetReadingSchema, sheetShapes } from '../group-sheet.ts';
import { forecastSchema, runPlanSchema } from '../run-plan.ts';
import { done, id, saved } from './call-parts.ts';

const ofRun = z.strictObject({ accountId: id, runId: id });
const rowId = z.int().min(0);

/** Files of groups and the runs made of them. */
export const runCalls = {
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
   * with a bad number left out of their groups; pictures that were not found looked for again, or not wanted any more; the
   * row left out or taken in again; another group made all the same.
   */
  'runs.repair': {
    args: ofRun.extend({
      rowId: rowId.nullable(),
      how: z.enum(['numbers', 'without', 'look-again', 'no-picture', 'leave-out', 'take-in', 'make-another']),
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
};
