import { z } from 'zod';
import { type InstanceState, instanceStates } from '../../core/account.ts';
import { isGroupChatId, isInviteLink, isPersonChatId, lidPattern } from '../../core/chat-id.ts';
import type { Evidence } from '../../core/failure.ts';
import { err, ok, type Result } from '../../core/result.ts';
import type { ContactList, CreatedGroup, GreenApi, GroupData, PhoneContact } from './green-api.ts';

/** Makes sense of the body of a 200: the answer, a failure that the service tells politely, or null for nonsense. */
export type Reader<T> = (body: unknown, evidence: Evidence) => Result<T> | null;

type Answer<Method extends keyof GreenApi> =
  Awaited<ReturnType<GreenApi[Method]>> extends infer R ? (R extends { ok: true; value: infer T } ? T : never) : never;

/** A reader from a schema and a function; whatever does not fit the schema is nonsense. */
const reader =
  <S extends z.ZodType, T>(schema: S, make: (value: z.output<S>, evidence: Evidence) => T | null): Reader<T> =>
  (body, evidence) => {
    const read = schema.safeParse(body);
    const value = read.success ? make(read.data, evidence) : null;
    return value === null ? null : ok(value);
  };

/** A field that is left out when it is missing, null, empty or of another kind than we know. */
const text = z.string().min(1).nullable().catch(null);
/** Unix seconds as the service gives them; some answers have ms. */
const momentMs = z
  .number()
  .positive()
  .transform((value) => (value > 1e11 ? value : value * 1000))
  .nullable()
  .catch(null);

const linkOrNull = (link: string | null): string | null => (link !== null && isInviteLink(link) ? link : null);

export const readCreatedGroup: Reader<CreatedGroup> = reader(
  z.object({ created: z.literal(true), chatId: z.string().refine(isGroupChatId), groupInviteLink: text }),
  ({ chatId, groupInviteLink }, evidence) => ({ chatId, link: linkOrNull(groupInviteLink), evidence }),
);

// `yellowCard` is what `suspended` was called before July 2026; null is said while a new instance is being made.
const stateSchema = z.preprocess(
  (value) => (value === 'yellowCard' ? 'suspended' : value),
  z.enum(instanceStates),
) satisfies z.ZodType<InstanceState>;

export const readState: Reader<InstanceState> = reader(
  z.object({ stateInstance: stateSchema }).nullable(),
  (body) => body?.stateInstance ?? 'starting',
);

const digits = (value: string | number | null): string | null => String(value ?? '').replace(/\D/g, '') || null;

export const readWaSettings: Reader<Answer<'getWaSettings'>> = reader(
  z.object({
    phone: z.union([z.string(), z.number()]).nullable().catch(null),
    stateInstance: stateSchema.nullable().catch(null),
    suspendedUntil: momentMs,
    yellowCardUntil: momentMs,
  }),
  ({ phone, stateInstance, suspendedUntil, yellowCardUntil }) => ({
    phone: digits(phone),
    state: stateInstance,
    suspendedUntilMs: suspendedUntil ?? yellowCardUntil,
  }),
);

export const readQr: Reader<Answer<'qr'>> = reader(
  z.object({ type: z.string(), message: z.string().catch('') }),
  ({ type, message }) => {
    if (type === 'alreadyLogged' || /has auth|already authori[sz]ed/i.test(message)) return { at: 'linked' };
    if (type !== 'qrCode') return { at: 'not-yet' };
    const png = message.replace(/^data:image\/png;base64,/, '');
    return /^[A-Za-z0-9+/]+=*$/.test(png) ? { at: 'qr', png } : null;
  },
);

const pairingSchema = z.object({ status: z.boolean(), code: text });

export const readPairingCode: Reader<{ readonly code: string }> = (body) => {
  const read = pairingSchema.safeParse(body);
  if (!read.success) return null;
  const { status, code } = read.data;
  return status && code !== null ? ok({ code }) : err({ code: 'not-done' });
};

const contactSchema = z.object({ id: z.string(), name: text, contactName: text, newChatId: text });

/** One odd contact among thousands is left out; a list that is no list is nonsense. */
export const readContacts: Reader<ContactList> = reader(z.array(z.unknown()), (items, evidence) => {
  const people: PhoneContact[] = [];
  const groups: PhoneContact[] = [];
  for (const item of items) {
    const read = contactSchema.safeParse(item);
    if (!read.success) continue;
    const { id, name, contactName, newChatId } = read.data;
    if (isGroupChatId(id)) groups.push({ chatId: id, name: name ?? contactName ?? '' });
    // What the clerk saved a person as comes before what the person calls herself.
    else if (isPersonId(id)) people.push({ ...idsOf(id, newChatId), name: contactName ?? name ?? '' });
  }
  return { people, groups, evidence };
});

const isPersonId = (id: string): boolean => isPersonChatId(id) || lidPattern.test(id);

/** A number says more than the privacy id that may stand for it; of two of a kind the new one holds. */
function idsOf(id: string, newId: string | null): { chatId: string; otherId?: string } {
  if (newId === null || newId === id || !isPersonId(newId)) return { chatId: id };
  const isHidden = isPersonChatId(id) && !isPersonChatId(newId);
  return isHidden ? { chatId: id, otherId: newId } : { chatId: newId, otherId: id };
}

const memberSchema = z.object({
  id: z.string(),
  lid: text,
  isAdmin: z.boolean().catch(false),
  isSuperAdmin: z.boolean().catch(false),
});

const groupSchema = z.object({
  groupId: z.string().refine(isGroupChatId),
  subject: z.string().catch(''),
  owner: text,
  creation: momentMs,
  groupInviteLink: text,
  allowParticipantsSendMessages: z.boolean().nullable().catch(null),
  size: z.int().nonnegative().nullable().catch(null),
  participants: z.array(z.unknown()).catch([]),
});

/** GREEN-API says these in a 200, as a text or as a JSON string. */
const unreadable = /^Error: (forbidden|item-not-found|not-authorized|gone)/i;

export const readGroup: Reader<{ at: 'group'; group: GroupData } | { at: 'unreadable' }> = (body, evidence) => {
  if (typeof body === 'string') return unreadable.test(body) ? ok({ at: 'unreadable' }) : null;
  return readGroupData(body, evidence);
};

const readGroupData: Reader<{ at: 'group'; group: GroupData }> = reader(groupSchema, (group) => ({
  at: 'group',
  group: {
    chatId: group.groupId,
    name: group.subject,
    owner: group.owner,
    createdAtMs: group.creation,
    link: linkOrNull(group.groupInviteLink),
    onlyAdminsWrite: group.allowParticipantsSendMessages === null ? null : !group.allowParticipantsSendMessages,
    size: group.size,
    members: group.participants.flatMap((participant) => {
      const read = memberSchema.safeParse(participant);
      if (!read.success) return [];
      const { id: chatId, lid, isAdmin, isSuperAdmin } = read.data;
      return [{ chatId, lid: lid === chatId ? null : lid, isAdmin: isAdmin || isSuperAdmin }];
    }),
  },
}));

// The newer answer gives a lid in `chatId` and the number in `phoneNumber`; the older one says `existsWhatsapp` alone.
export const readCheck: Reader<Answer<'checkWhatsapp'>> = reader(
  z.object({ existsWhatsapp: z.boolean(), chatId: text, phoneNumber: text }),
  ({ existsWhatsapp, chatId, phoneNumber }) => {
    const ids = [phoneNumber, chatId].filter((id) => id !== null);
    return {
      exists: existsWhatsapp,
      chatId: ids.find(isPersonChatId) ?? null,
      lid: ids.find((id) => lidPattern.test(id)) ?? null,
    };
  },
);

export const readSaved: Reader<{ readonly onWhatsapp: boolean }> = (body) => {
  const read = z.object({ addContact: z.boolean() }).safeParse(body);
  if (!read.success) return null;
  return read.data.addContact ? ok({ onWhatsapp: true }) : err({ code: 'not-done' });
};

export const readAdded: Reader<{ readonly added: boolean }> = reader(
  z.object({ addParticipant: z.boolean() }),
  ({ addParticipant }) => ({ added: addParticipant }),
);

export const readRenamed: Reader<{ readonly renamed: boolean }> = reader(
  z.object({ updateGroupName: z.boolean() }),
  ({ updateGroupName }) => ({ renamed: updateGroupName }),
);

export const readAdmin: Reader<{ readonly isAdmin: boolean }> = reader(
  z.object({ setGroupAdmin: z.boolean() }),
  ({ setGroupAdmin }) => ({ isAdmin: setGroupAdmin }),
);

export const readPicture: Reader<{ readonly isSet: boolean }> = reader(
  z.object({ setGroupPicture: z.boolean() }),
  ({ setGroupPicture }) => ({ isSet: setGroupPicture }),
);

export const readGroupSettings: Reader<{ readonly isSet: boolean }> = reader(
  z.object({ updateGroupSettings: z.boolean() }),
  ({ updateGroupSettings }) => ({ isSet: updateGroupSettings }),
);

export const readSent: Reader<{ readonly idMessage: string }> = reader(
  z.object({ idMessage: z.string().min(1) }),
  (sent) => sent,
);
