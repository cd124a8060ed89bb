import { expect, test } from 'vitest';
import { openPractice, threePeople } from './open-practice.ts';

test('getContacts lists people and groups apart, together, and as many as asked for', async () => {
  const { practice, call, createGroup } = await openPractice();
  await createGroup();

  const all = await call('getContacts');
  const groups = await call('getContacts', { query: '?group=true' });
  const people = await call('getContacts', { query: '?group=false' });
  const two = await call('getContacts', { query: '?count=2' });

  expect(all.value).toHaveLength(241);
  expect(groups.value).toEqual([
    { id: practice.world.groups[0]?.chatId, name: 'Choir', contactName: 'Choir', type: 'group' },
  ]);
  expect(people.value).toHaveLength(240);
  expect(two.value).toEqual([
    { id: threePeople[0], name: expect.stringMatching(/\S+ \S+/), contactName: expect.any(String), type: 'user' },
    expect.objectContaining({ id: threePeople[1] }),
  ]);
});

test('a new group comes to the lists with their lag', async () => {
  const { practice, clock, call, createGroup } = await openPractice();
  Object.assign(practice.world.lag, { contactsMs: 300_000, chatsMs: 60_000 });
  await createGroup();

  const listed = async () => {
    const contacts = await call('getContacts', { query: '?group=true' });
    const chats = await call('getChats', { query: '?count=5' });
    return [contacts.value, chats.value].map((list) => Array.isArray(list) && list.length);
  };

  // Three people who wrote are chats, too.
  expect(await listed()).toEqual([0, 3]);
  await clock.advance(60_000);
  expect(await listed()).toEqual([0, 4]);
  await clock.advance(240_000);
  expect(await listed()).toEqual([1, 4]);
});

test('getChats shows the newest group first', async () => {
  const { practice, clock, call } = await openPractice();
  practice.world.phone.createGroup('First', threePeople);
  await clock.advance(1000);
  const second = practice.world.phone.createGroup('Second', threePeople);

  const { value } = await call('getChats', { query: '?count=1' });

  expect(value).toEqual([
    {
      archive: false,
      id: second.chatId,
      ephemeralExpiration: 0,
      ephemeralSettingTimestamp: 0,
      name: 'Second',
      type: 'group',
    },
  ]);
});

test('checkWhatsapp knows who is there, by id, digits, number and lid, and remembers', async () => {
  const { practice, call } = await openPractice();
  const chatId = threePeople[0] ?? '';
  const lid = practice.world.person(chatId)?.lid;
  const yes = { existsWhatsapp: true, chatId: lid, username: '', phoneNumber: chatId };

  expect((await call('checkWhatsapp', { body: { chatId } })).value).toEqual({ ...yes, fromCache: false });
  expect((await call('checkWhatsapp', { body: { chatId } })).value).toEqual({ ...yes, fromCache: true });
  expect((await call('checkWhatsapp', { body: { chatId, force: true } })).value).toEqual({ ...yes, fromCache: false });
  expect((await call('checkWhatsapp', { body: { chatId: '79000000101' } })).value).toMatchObject(yes);
  expect((await call('checkWhatsapp', { body: { phoneNumber: 79000000101 } })).value).toMatchObject(yes);
  expect((await call('checkWhatsapp', { body: { chatId: lid } })).value).toMatchObject(yes);
});

test('somebody who is not on WhatsApp is not found, cannot be saved and is left out of groups', async () => {
  const { practice, call } = await openPractice();
  const chatId = practice.world.people.find(({ onWhatsapp }) => !onWhatsapp)?.chatId;

  const check = await call('checkWhatsapp', { body: { chatId } });
  const save = await call('addContact', { body: { chatId, firstName: 'Nobody' } });
  await call('createGroup', { body: { groupName: 'Choir', chatIds: [chatId, threePeople[0]] } });

  expect(check.value).toMatchObject({ existsWhatsapp: false, chatId: '' });
  expect(save).toMatchObject({ status: 404, value: { message: `${chatId} is not on WhatsApp` } });
  expect(practice.world.groups[0]?.members).toHaveLength(2);
});

test('checkWhatsapp asks for exactly one of two, of the right length', async () => {
  const { call } = await openPractice();
  const message = async (body: unknown) => (await call('checkWhatsapp', { body })).value;

  expect(await message({})).toMatchObject({ statusCode: 400, message: 'XOR Validation failed' });
  expect(await message({ chatId: '79000000101', phoneNumber: 1 })).toMatchObject({ message: 'XOR Validation failed' });
  expect(await message({ phoneNumber: 7123 })).toMatchObject({
    message: 'bad phone number, valid from 11 to 16 digits',
  });
  expect(await message({ chatId: '7123@c.us' })).toMatchObject({
    message:
      "Validation failed. Details: 'chatId' must be one of the next formats: 'phone_number@c.us' or 'chat_id@lid'",
  });
});

test('addContact saves a stranger, who then is in the list, and refuses a second time', async () => {
  const { practice, call } = await openPractice();
  const body = { chatId: '79161234567@c.us', firstName: 'Olga', saveInAddressbook: true };

  const first = await call('addContact', { body });
  const second = await call('addContact', { body });
  const contacts = await call('getContacts', { query: '?group=false' });

  expect(first.value).toEqual({ addContact: true });
  expect(second).toMatchObject({ status: 400, value: { message: 'Contact 79161234567@c.us already exists' } });
  expect(contacts.value).toContainEqual({ id: body.chatId, name: '', contactName: 'Olga', type: 'user' });
  expect(practice.world.effects).toHaveLength(1);
});

test('people may be listed by other ids, and vanish from the list', async () => {
  const { practice, call } = await openPractice();
  const [first = '', second = ''] = threePeople;
  practice.world.phone.listAs(first, { id: '120650379300963@lid', newChatId: first });
  practice.world.phone.unlist(second);

  const { value } = await call('getContacts', { query: '?group=false' });

  expect(value).toHaveLength(239);
  expect(value).toContainEqual(expect.objectContaining({ id: '120650379300963@lid', newChatId: first }));
  expect(value).not.toContainEqual(expect.objectContaining({ id: second }));
});

test('sendMessage is accepted with an id and told to the world', async () => {
  const { practice, call } = await openPractice();

  const { value } = await call('sendMessage', { body: { chatId: threePeople[0], message: 'Hello' } });

  expect(value).toEqual({ idMessage: expect.stringMatching(/^3EB0[0-9A-F]{16}$/) });
  expect(practice.world.effects).toEqual([{ what: 'message-sent', chatId: threePeople[0], message: 'Hello' }]);
});

test('getContactInfo describes a person', async () => {
  const { practice, call } = await openPractice();

  const { value } = await call('getContactInfo', { body: { chatId: threePeople[0] } });

  expect(value).toMatchObject({ chatId: threePeople[0], name: practice.world.people[0]?.name, isBusiness: false });
});
