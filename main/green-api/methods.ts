import {
  type Reader,
  readAdded,
  readAdmin,
  readCheck,
  readContacts,
  readCreatedGroup,
  readGroup,
  readGroupSettings,
  readPairingCode,
  readPicture,
  readQr,
  readRenamed,
  readSaved,
  readSent,
  readState,
  readWaSettings,
} from './answers.ts';
import type { MethodName } from './endpoints.ts';
import type { Answered, GreenApi } from './green-api.ts';
import { type Reply, wordsOf } from './reply.ts';

export type Request<T> = {
  readonly query?: Readonly<Record<string, string>>;
  /** Goes as JSON. */
  readonly body?: Readonly<Record<string, unknown>>;
  /** Goes as multipart/form-data, in place of a body. */
  readonly form?: FormData;
  readonly read: Reader<T>;
  /** An error of the service that is an answer for us; null leaves it an error. */
  readonly excuse?: (reply: Reply) => T | null;
};

export type Call = <T>(method: MethodName, request: Request<T>) => Answered<T>;

/** GREEN-API's methods, a few lines each: what is sent, and who reads the answer. The service rejects unknown fields. */
export function createMethods(call: Call): GreenApi {
  return {
    createGroup: ({ groupName, chatIds }) =>
      call('createGroup', { body: { groupName, chatIds }, read: readCreatedGroup }),

    getStateInstance: () => call('getStateInstance', { read: readState }),

    getWaSettings: () => call('getWaSettings', { read: readWaSettings }),

    qr: () => call('qr', { read: readQr }),

    getAuthorizationCode: (phone) =>
      call('getAuthorizationCode', { body: { phoneNumber: Number(phone) }, read: readPairingCode }),

    getContacts: ({ groupsOnly = false } = {}) =>
      call('getContacts', { query: groupsOnly ? { group: 'true' } : {}, read: readContacts }),

    getChats: (count) => call('getChats', { query: { count: String(count) }, read: readContacts }),

    getGroupData: (groupId) => call('getGroupData', { body: { groupId }, read: readGroup }),

    checkWhatsapp: (chatId) => call('checkWhatsapp', { body: { chatId }, read: readCheck }),

    addContact: (person) =>
      call('addContact', { body: { ...person, saveInAddressbook: true }, read: readSaved, excuse: excuseSaved }),

    addGroupParticipant: (groupId, participantChatId) =>
      call('addGroupParticipant', { body: { groupId, participantChatId }, read: readAdded }),

    updateGroupName: (groupId, groupName) =>
      call('updateGroupName', { body: { groupId, groupName }, read: readRenamed }),

    setGroupAdmin: (groupId, participantChatId) =>
      call('setGroupAdmin', { body: { groupId, participantChatId }, read: readAdmin }),

    setGroupPicture: (groupId, jpeg) =>
      call('setGroupPicture', { form: pictureForm(groupId, jpeg), read: readPicture }),

    updateGroupSettings: (groupId, { onlyAdminsWrite }) =>
      call('updateGroupSettings', {
        body: { groupId, allowParticipantsSendMessages: !onlyAdminsWrite },
        read: readGroupSettings,
      }),

    sendMessage: (chatId, message) => call('sendMessage', { body: { chatId, message }, read: readSent }),
  };
}

/** The service tells a picture by the name of its file. */
function pictureForm(groupId: string, jpeg: Uint8Array): FormData {
  const form = new FormData();
  form.append('file', new Blob([new Uint8Array(jpeg)], { type: 'image/jpeg' }), 'picture.jpg');
  form.append('groupId', groupId);
  return form;
}

function excuseSaved({ status, text }: Reply): { readonly onWhatsapp: boolean } | null {
  const words = wordsOf(text);
  if (status === 400 && /already exists/i.test(words)) return { onWhatsapp: true };
  if (status === 404 && /is not on WhatsApp/i.test(words)) return { onWhatsapp: false };
  return null;
}
