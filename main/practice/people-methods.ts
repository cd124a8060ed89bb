import { isGroupChatId, toPersonChatId } from '../../core/chat-id.ts';
import { endpoints } from '../green-api/endpoints.ts';
import { type Context, done, type Method, method, refuse, textOf } from './method.ts';
import { json } from './reply.ts';
import { isFlag, isId, isNumber, isObject, isText, optional, required } from './validation.ts';
import type { World } from './world.ts';

const personId = required(isId('phone_number@c.us', 'chat_id@lid'));
const anyChatId = required(isId('phone_number@c.us', 'chat_id@lid', 'group_id@g.us'));

/** Numbers that checkWhatsapp has seen, world by world: the second answer comes from the service's memory. */
const checked = new WeakMap<World, Set<string>>();

/** GREEN-API's methods about people, lists and messages. */
export const peopleMethods = {
  getContacts: method(endpoints.getContacts, ({ world, query }) => {
    const wanted = query.get('group');
    const contacts = world.known(world.lag.contactsMs).map((chatId) => asContact(world, chatId));
    const chosen = contacts.filter(({ type }) => wanted === null || (type === 'group') === (wanted === 'true'));
    return done(chosen.slice(0, limitOf(query)));
  }),

  getChats: method(endpoints.getChats, ({ world, query }) => {
    const newestFirst = world.known(world.lag.chatsMs).toReversed().filter(isGroupChatId);
    const chats = [
      ...newestFirst.map((chatId) => asChat(chatId, world.group(chatId)?.name ?? '', 'group')),
      ...world.writers.map(({ chatId, name }) => asChat(chatId, name, 'user')),
    ];
    return done(chats.slice(0, limitOf(query)));
  }),

  checkWhatsapp: method(
    {
      ...endpoints.checkWhatsapp,
      rules: { chatId: optional(isText(100)), phoneNumber: optional(isNumber), force: optional(isFlag) },
    },
    checkWhatsapp,
  ),

  getContactInfo: method({ verb: 'POST', perSecond: 1, rules: { chatId: anyChatId } }, ({ world, body }) => {
    const person = world.person(textOf(body, 'chatId'));
    return done({
      avatar: '',
      name: person?.name ?? '',
      contactName: person?.savedAs ?? '',
      email: '',
      category: '',
      description: '',
      products: [],
      chatId: person?.chatId ?? textOf(body, 'chatId'),
      lastSeen: null,
      isArchive: false,
      isDisappearing: false,
      isMute: false,
      messageExpiration: 0,
      muteExpiration: null,
      isBusiness: false,
    });
  }),

  addContact: method(
    {
      ...endpoints.addContact,
      rules: {
        chatId: personId,
        firstName: required(isText(100)),
        lastName: optional(isText(100)),
        saveInAddressbook: optional(isFlag),
      },
    },
    ({ world, body }) => {
      const chatId = textOf(body, 'chatId');
      const name = [textOf(body, 'firstName'), textOf(body, 'lastName')].join(' ').trim();
      switch (world.calls.saveContact(chatId, name)) {
        case 'saved':
          return done({ addContact: true });
        case 'exists':
          return json({ message: `Contact ${chatId} already exists` }, 400);
        case 'not-on-whatsapp':
          return json({ message: `${chatId} is not on WhatsApp` }, 404);
      }
    },
  ),

  sendMessage: method(
    {
      ...endpoints.sendMessage,
      rules: {
        chatId: anyChatId,
        message: required(isText(20_000)),
        quotedMessageId: optional(isText(100)),
        archiveChat: optional(isFlag),
        linkPreview: optional(isFlag),
        typePreview: optional(isText(20)),
        customPreview: optional(isObject),
        typingTime: optional(isNumber),
      },
      chatOf: (body) => textOf(body, 'chatId'),
    },
    ({ world, body }) => done({ idMessage: world.calls.sendMessage(textOf(body, 'chatId'), textOf(body, 'message')) }),
  ),
} satisfies Record<string, Method>;

function checkWhatsapp(context: Context) {
  const { world, body } = context;
  const { phoneNumber } = body;
  const given = textOf(body, 'chatId');
  if ((given === '') === (phoneNumber === undefined)) return refuse(context, 400, 'XOR Validation failed');
  if (phoneNumber !== undefined && !/^\d{11,16}$/.test(String(phoneNumber))) {
    return refuse(context, 400, 'bad phone number, valid from 11 to 16 digits');
  }
  const id = phoneNumber !== undefined ? toPersonChatId(String(phoneNumber)) : withHost(given);
  const wrong = personId.check(id, 'chatId');
  if (wrong !== null) return refuse(context, 400, `Validation failed. Details: ${wrong}`);

  const seen = checked.get(world) ?? new Set();
  checked.set(world, seen);
  const fromCache = seen.has(id) && body.force !== true;
  seen.add(id);
  const person = world.person(id);
  if (!person?.onWhatsapp) {
    return done({ existsWhatsapp: false, chatId: '', username: '', phoneNumber: id, fromCache });
  }
  return done({ existsWhatsapp: true, chatId: person.lid, username: '', phoneNumber: person.chatId, fromCache });
}

/** checkWhatsapp takes bare digits too. */
const withHost = (id: string): string => (/^\d+$/.test(id) ? toPersonChatId(id) : id);

function asContact(world: World, chatId: string) {
  const group = world.group(chatId);
  if (group) return { id: chatId, name: group.name, contactName: group.name, type: 'group' };
  const person = world.person(chatId);
  return { ...world.listedAs(chatId), name: person?.name ?? '', contactName: person?.savedAs ?? '', type: 'user' };
}

const asChat = (id: string, name: string, type: 'group' | 'user') => ({
  ...{ archive: false, id, ephemeralExpiration: 0, ephemeralSettingTimestamp: 0 },
  ...{ name, type },
});

/** `count` of a list; without it, or when it is no number, all. */
function limitOf(query: URLSearchParams): number {
  const count = Number(query.get('count') ?? Number.NaN);
  return Number.isInteger(count) && count >= 0 ? count : Number.POSITIVE_INFINITY;
}
