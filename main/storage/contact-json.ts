import { z } from 'zod';
import { contactSources } from '../../core/contact.ts';
import type { KeptContact } from '../contacts/store.ts';
import { jsonColumn } from './job-rows.ts';

/** As a list without names: a change may hold a hundred thousand of them. */
const partsSchema = z.tuple([
  z.string(),
  z.string(),
  z.enum(contactSources),
  z.string(),
  z.array(z.string()),
  z.string().nullable(),
  z.boolean(),
  z.number().nullable(),
  z.number(),
]);

/** A contact as JSON; what checkWhatsapp said and the groups are kept elsewhere. Of a deleted one there is nothing to keep. */
export function contactJson(contact: KeptContact): string {
  const { name, phone, source, note, lists, phoneName, gone, usedAtMs, uses, deleted } = contact;
  if (deleted) return '';
  return JSON.stringify([name, phone, source, note, lists, phoneName, gone, usedAtMs, uses]);
}

const partsColumn = jsonColumn(partsSchema);

/** The contact that `contactJson` wrote. */
export function readContactJson(chatId: string, text: string): KeptContact {
  const parts = text === '' ? deletedParts : partsColumn.parse(text);
  const [name, phone, source, note, lists, phoneName, gone, usedAtMs, uses] = parts;
  return {
    ...{ chatId, name, phone, source, note, lists, phoneName, gone, usedAtMs, uses },
    ...{ deleted: text === '', whatsapp: { at: 'unchecked' }, groups: 0 },
  };
}

const deletedParts: z.infer<typeof partsSchema> = ['', '', 'typed', '', [], null, false, null, 0];
