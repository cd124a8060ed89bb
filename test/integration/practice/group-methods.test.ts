import { expect, test } from 'vitest';
import { openPractice, threePeople } from './open-practice.ts';

const me = '79000000000@c.us';

test('createGroup answers with the group and its link, and the group is there with everybody', async () => {
  const { practice, call } = await openPractice();

  const { status, value } = await call('createGroup', { body: { groupName: 'Хор 5 «Б»', chatIds: threePeople } });

  expect(status).toBe(200);
  expect(value).toEqual({
    created: true,
    chatId: expect.stringMatching(/^120363\d{12}@g\.us$/),
    groupInviteLink: expect.stringMatching(/^https:\/\/chat\.whatsapp\.com\/[A-Za-z0-9]{22}$/),
  });
  expect(practice.world.groups).toMatchObject([{ name: 'Хор 5 «Б»', owner: me }]);
  expect(practice.world.groups[0]?.members.map(({ chatId }) => chatId)).toEqual([me, ...threePeople]);
});

test('createGroup takes a number nobody knows, our own number and repeats', async () => {
  const { practice, call } = await openPractice();

  await call('createGroup', { body: { groupName: 'Choir', chatIds: ['79161234567@c.us', '79161234567@c.us', me] } });

  expect(practice.world.groups[0]?.members.map(({ chatId }) => chatId)).toEqual([me, '79161234567@c.us']);
});

test('somebody who lets only contacts add them is left out in silence, until they are saved', async () => {
  const { practice, call } = await openPractice();
  const shy = practice.world.people.find(({ addableBy, onWhatsapp }) => addableBy === 'contacts' && onWhatsapp);
  const participant = { groupId: '', participantChatId: shy?.chatId };

  const created = await call('createGroup', { body: { groupName: 'Choir', chatIds: [shy?.chatId, threePeople[0]] } });
  const group = () => practice.world.groups[0];
  participant.groupId = group()?.chatId ?? '';
  const before = await call('addGroupParticipant', { body: participant });
  const saved = await call('addContact', { body: { chatId: shy?.chatId, firstName: 'Ann', lastName: 'Shy' } });
  const after = await call('addGroupParticipant', { body: participant });

  expect(created.value).toMatchObject({ created: true });
  expect(before.value).toEqual({ addParticipant: false });
  expect(saved.value).toEqual({ addContact: true });
  expect(after.value).toEqual({ addParticipant: true });
  expect(group()?.members.map(({ chatId }) => chatId)).toEqual([me, threePeople[0], shy?.chatId]);
});

test.each([
  ['a group', ['120363043968066561@g.us'], 'Internal Server Error'],
  ['a number in a wrong format', ['7900@c.us'], 'bad-request'],
])('createGroup with %s among the people is a 500 and makes nothing', async (_, chatIds, message) => {
  const { practice, call } = await openPractice();

  const { status, value } = await call('createGroup', { body: { groupName: 'Choir', chatIds } });

  expect(status).toBe(500);
  expect(value).toMatchObject({ statusCode: 500, message });
  expect(practice.world.groups).toEqual([]);
});

test('getGroupData tells who is in, the owner, the seconds of creation and the link', async () => {
  const { practice, call, createGroup } = await openPractice();
  await createGroup();
  const group = practice.world.groups[0];

  const { value } = await call('getGroupData', { body: { groupId: group?.chatId } });

  expect(value).toMatchObject({
    groupId: group?.chatId,
    owner: me,
    subject: 'Choir',
    creation: Date.UTC(2026, 10, 23, 9, 0, 1) / 1000,
    subjectOwner: me,
    groupInviteLink: group?.link,
    size: 4,
  });
  expect(value).toMatchObject({
    participants: [
      { id: me, lid: practice.world.me.lid, isAdmin: true, isSuperAdmin: true },
      ...threePeople.map((id) => ({ id, lid: expect.stringMatching(/^\d{15}@lid$/), isAdmin: false })),
    ],
  });
});

test('getGroupData answers a bare string for a group that is not there, and for one we have left', async () => {
  const { practice, call } = await openPractice();
  const { chatId } = practice.world.phone.createGroup('Choir', threePeople);

  const missing = await call('getGroupData', { body: { groupId: '120363000000000000@g.us' } });
  const left = await call('leaveGroup', { body: { groupId: chatId } });
  const forbidden = await call('getGroupData', { body: { groupId: chatId } });
  const again = await call('leaveGroup', { body: { groupId: chatId } });

  expect(missing).toMatchObject({ status: 200, text: 'Error: item-not-found' });
  expect(left.value).toEqual({ leaveGroup: true });
  expect(forbidden).toMatchObject({ status: 200, text: 'Error: forbidden' });
  expect(again.value).toEqual({ removeAdmin: false });
});

test('in a group of somebody else we are no admin: no link, and every change answers false', async () => {
  const { practice, call } = await openPractice();
  const [owner = '', other] = threePeople;
  const { chatId: groupId } = practice.world.phone.createGroup('Choir', [], owner);
  const body = { groupId, participantChatId: other };

  const data = await call('getGroupData', { body: { groupId } });
  const answers = [
    await call('addGroupParticipant', { body }),
    await call('removeGroupParticipant', { body }),
    await call('setGroupAdmin', { body }),
    await call('removeAdmin', { body }),
    await call('updateGroupName', { body: { groupId, groupName: 'Band' } }),
  ];

  expect(data.value).toMatchObject({ owner, groupInviteLink: '' });
  expect(answers.map(({ value }) => value)).toEqual([
    { addParticipant: false },
    { removeParticipant: false },
    { setGroupAdmin: false },
    { removeAdmin: false },
    { updateGroupName: false },
  ]);
  expect(practice.world.effects).toEqual([]);
});

test('members, admins and the name of our own group can be changed', async () => {
  const { practice, call, createGroup } = await openPractice();
  await createGroup();
  const groupId = practice.world.groups[0]?.chatId ?? '';
  const body = { groupId, participantChatId: threePeople[0] };

  const answers = [
    await call('setGroupAdmin', { body }),
    await call('removeAdmin', { body }),
    await call('removeGroupParticipant', { body }),
    await call('addGroupParticipant', { body }),
    await call('addGroupParticipant', { body }),
    await call('updateGroupName', { body: { groupId, groupName: 'Band' } }),
  ];

  expect(answers.map(({ value }) => value)).toEqual([
    { setGroupAdmin: true },
    { removeAdmin: true },
    { removeParticipant: true },
    { addParticipant: true },
    { addParticipant: false },
    { updateGroupName: true },
  ]);
  expect(practice.world.effects.map(({ what }) => what)).toEqual([
    'group-created',
    'admin',
    'no-admin',
    'removed',
    'added',
    'renamed',
  ]);
});

test('updateGroupSettings changes what it names, and getGroupData tells it', async () => {
  const { practice, call, createGroup } = await openPractice();
  await createGroup();
  const groupId = practice.world.groups[0]?.chatId;
  const rules = async () => {
    const { value } = await call('getGroupData', { body: { groupId } });
    return value;
  };

  const before = await rules();
  const set = await call('updateGroupSettings', { body: { groupId, allowParticipantsSendMessages: false } });
  const after = await rules();
  const wrong = await call('updateGroupSettings', { body: { groupId, allowParticipantsSendMessages: 'no' } });
  const nowhere = await call('updateGroupSettings', { body: { groupId: '120363000000000000@g.us' } });

  expect(before).toMatchObject({ allowParticipantsSendMessages: true, allowParticipantsEditGroupSettings: true });
  expect(set.value).toEqual({ updateGroupSettings: true, reason: '' });
  expect(after).toMatchObject({ allowParticipantsSendMessages: false, allowParticipantsEditGroupSettings: true });
  expect(wrong).toMatchObject({
    status: 400,
    value: { message: "Validation failed. Details: 'allowParticipantsSendMessages' must be a boolean" },
  });
  expect(nowhere.value).toEqual({ updateGroupSettings: false, reason: '' });
  expect(practice.world.effects.at(-1)).toEqual({
    what: 'settings-changed',
    chatId: groupId,
    onlyAdminsWrite: true,
  });
});

test('setGroupPicture takes a JPEG in a form and nothing else', async () => {
  const { practice, call, createGroup } = await openPractice();
  await createGroup();
  const groupId = practice.world.groups[0]?.chatId ?? '';
  const jpeg = Buffer.from([0xff, 0xd8, 13, 10, 0, 0x80]);
  const send = (file: File | null, to = groupId) => {
    const form = new FormData();
    if (file) form.append('file', file);
    form.append('groupId', to);
    return call('setGroupPicture', { body: form });
  };

  const set = await send(new File([jpeg], 'choir.jpg'));
  const refused = [
    await send(null),
    await send(new File([], 'choir.jpg')),
    await send(new File([jpeg], 'choir.png')),
    await send(new File(['GIF89a'], 'choir.jpg')),
    await call('setGroupPicture', { body: { groupId, file: 'choir.jpg' } }),
  ];
  const nowhere = await send(new File([jpeg], 'choir.jpg'), '120363000000000000@g.us');

  expect(set).toMatchObject({ status: 200, value: { setGroupPicture: true, reason: '' } });
  expect(set.value).toMatchObject({ urlAvatar: practice.world.groups[0]?.pictureUrl });
  expect(practice.world.pictureOf(groupId)).toEqual(jpeg);
  expect(refused.map(({ status, value }) => ({ status, value }))).toMatchObject([
    { status: 400, value: { message: 'File is empty' } },
    { status: 400, value: { message: 'File is empty' } },
    { status: 400, value: { message: 'Unsupported media type' } },
    { status: 400, value: { message: 'Unsupported media type' } },
    { status: 400, value: { message: "Validation failed. Details: 'groupId' is required" } },
  ]);
  expect(nowhere.value).toEqual({ setGroupPicture: false, urlAvatar: null, reason: 'Timed Out' });
  expect(practice.world.effects.filter(({ what }) => what === 'picture-set')).toHaveLength(1);
});

test('a limited number can neither make a group nor add anybody', async () => {
  const { practice, call, createGroup } = await openPractice();
  await createGroup();
  practice.world.instance.set('suspended');

  const group = await createGroup();
  const added = await call('addGroupParticipant', {
    body: { groupId: practice.world.groups[0]?.chatId, participantChatId: '79161234567@c.us' },
  });

  expect(group).toMatchObject({ status: 500, value: { message: 'rate-overlimit' } });
  expect(added.value).toEqual({ addParticipant: false });
  expect(practice.world.effects).toHaveLength(1);
});
