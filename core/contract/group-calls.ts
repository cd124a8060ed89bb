import { z } from 'zod';
import { personSchema } from '../contact.ts';
import { groupJobSchema, groupRowSchema } from '../group-job.ts';
import { chatId, done, id, saved } from './call-parts.ts';

/** Groups: create, find, decide, mend. */
export const groupCalls = {
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
    answer: saved,
  },
};
