import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { err, ok } from '../../../core/result.ts';
import * as answers from '../../../main/green-api/answers.ts';
import { readBody } from '../../../main/green-api/reply.ts';

const evidence = { startedAtMs: 1, endedAtMs: 2, status: 200, serverDateMs: 3 };
const read = <T>(reader: answers.Reader<T>, body: unknown) => reader(body, evidence);

const groupId = '120363043968066561@g.us';
const link = 'https://chat.whatsapp.com/AAAAAAAAAAAAAAAAAAAAAA';

describe('createGroup', () => {
  test.each([
    [groupId, link, link],
    ['79876543210-1587570015@g.us', link, link],
    [groupId, '', null],
    [groupId, undefined, null],
    [groupId, null, null],
    [groupId, 'https://evil.example/AAAAAAAAAAAAAAAAAAAAAA', null],
    [groupId, 7, null],
  ])('%s with the link %j is created with the link %j', (chatId, groupInviteLink, known) => {
    const body = { created: true, chatId, groupInviteLink };

    expect(read(answers.readCreatedGroup, body)).toEqual(ok({ chatId, link: known, evidence }));
  });

  test.each([
    [{ created: false, chatId: groupId, groupInviteLink: link }],
    [{ created: 'true', chatId: groupId }],
    [{ chatId: groupId }],
    [{ created: true, chatId: '' }],
    [{ created: true, chatId: '79001234567@c.us' }],
    [[{ created: true, chatId: groupId }]],
    ['created'],
    [null],
  ])('%j proves nothing', (body) => {
    expect(read(answers.readCreatedGroup, body)).toBeNull();
  });
});

describe('the state of an instance', () => {
  test.each([
    [{ stateInstance: 'authorized' }, 'authorized'],
    [{ stateInstance: 'notAuthorized' }, 'notAuthorized'],
    [{ stateInstance: 'yellowCard' }, 'suspended'],
    [{ stateInstance: 'suspended' }, 'suspended'],
    [{ stateInstance: 'pendingCode' }, 'pendingCode'],
    [null, 'starting'],
  ])('%j is %s', (body, state) => {
    expect(read(answers.readState, body)).toEqual(ok(state));
  });

  test.each([[{ stateInstance: 'dancing' }], [{}], ['authorized'], [[]]])('%j is no state', (body) => {
    expect(read(answers.readState, body)).toBeNull();
  });
});

describe('the settings of WhatsApp', () => {
  test.each([
    [
      { avatar: '', phone: '79001234567', stateInstance: 'authorized', deviceId: '' },
      { phone: '79001234567', state: 'authorized', suspendedUntilMs: null },
    ],
    [
      { phone: 79001234567, stateInstance: 'suspended', suspendedUntil: 1795424400 },
      { phone: '79001234567', state: 'suspended', suspendedUntilMs: 1795424400000 },
    ],
    [
      { phone: '', stateInstance: 'yellowCard', yellowCardUntil: 1795424400000 },
      { phone: null, state: 'suspended', suspendedUntilMs: 1795424400000 },
    ],
    [
      { stateInstance: 'new word', suspendedUntil: 0 },
      { phone: null, state: null, suspendedUntilMs: null },
    ],
  ])('%j', (body, settings) => {
    expect(read(answers.readWaSettings, body)).toEqual(ok(settings));
  });
});

describe('the QR code', () => {
  test.each([
    [
      { type: 'qrCode', message: 'iVBORw0KGgo=' },
      { at: 'qr', png: 'iVBORw0KGgo=' },
    ],
    [
      { type: 'qrCode', message: 'data:image/png;base64,iVBORw0KGgo=' },
      { at: 'qr', png: 'iVBORw0KGgo=' },
    ],
    [{ type: 'alreadyLogged', message: 'instance account already authorized' }, { at: 'linked' }],
    [{ type: 'error', message: 'Instance has auth. You need to make log out' }, { at: 'linked' }],
    [{ type: 'error', message: 'instance in starting process try later' }, { at: 'not-yet' }],
    [{ type: 'passkeyRequired' }, { at: 'not-yet' }],
  ])('%j', (body, code) => {
    expect(read(answers.readQr, body)).toEqual(ok(code));
  });

  test('a picture that is none is not shown', () => {
    expect(read(answers.readQr, { type: 'qrCode', message: '"><script>' })).toBeNull();
  });
});

test('a pairing code that is not given is said to be not done', () => {
  expect(read(answers.readPairingCode, { status: true, code: 'GAPI2015' })).toEqual(ok({ code: 'GAPI2015' }));
  expect(read(answers.readPairingCode, { status: true, code: null })).toEqual(err({ code: 'not-done' }));
  expect(read(answers.readPairingCode, { status: false, code: '' })).toEqual(err({ code: 'not-done' }));
  expect(read(answers.readPairingCode, 'GAPI2015')).toBeNull();
});

describe('lists of contacts', () => {
  test('persons, lids and groups are told apart, and what is none of them is left out', () => {
    const body = [
      { id: '79001234567@c.us', name: 'masha', contactName: 'Masha, 4a', type: 'user' },
      { id: '12025550100@c.us', name: 'Alexander', contactName: '', type: 'user' },
      { id: '120650379300963@lid', type: 'user' },
      { id: groupId, name: 'Choir', contactName: 'Choir', type: 'group' },
      { id: '79876543210-1587570015@g.us', name: '', type: 'group' },
      { id: 'status@broadcast', name: '' },
      { name: 'without an id' },
      null,
    ];

    expect(read(answers.readContacts, body)).toEqual(
      ok({
        people: [
          { chatId: '79001234567@c.us', name: 'Masha, 4a' },
          { chatId: '12025550100@c.us', name: 'Alexander' },
          { chatId: '120650379300963@lid', name: '' },
        ],
        groups: [
          { chatId: groupId, name: 'Choir' },
          { chatId: '79876543210-1587570015@g.us', name: '' },
        ],
        evidence,
      }),
    );
  });

  test.each([
    ['a number that comes to light', '120650379300963@lid', '79001234567@c.us', '79001234567@c.us'],
    ['a number that goes into hiding', '79001234567@c.us', '120650379300963@lid', '79001234567@c.us'],
    ['a new number', '79001234567@c.us', '79007654321@c.us', '79007654321@c.us'],
    ['a new privacy id', '120650379300963@lid', '120650379300964@lid', '120650379300964@lid'],
  ])('%s is the same person under two ids', (_, id, newChatId, chatId) => {
    const otherId = chatId === id ? newChatId : id;

    expect(read(answers.readContacts, [{ id, newChatId, name: 'Anna' }])).toMatchObject({
      value: { people: [{ chatId, otherId, name: 'Anna' }] },
    });
  });

  test.each(['', null, 7, 'somebody', '79001234567@c.us'])('%j as a new id says nothing', (newChatId) => {
    expect(read(answers.readContacts, [{ id: '79001234567@c.us', newChatId, name: 'Anna' }])).toMatchObject({
      value: { people: [{ chatId: '79001234567@c.us', name: 'Anna' }] },
    });
  });

  test.each([[null], [{}], ['[]']])('%j is no list, which is not an empty one', (body) => {
    expect(read(answers.readContacts, body)).toBeNull();
  });
});

describe('the data of a group', () => {
  test('all that is known is told', () => {
    const body = {
      groupId,
      owner: '120650379300963@lid',
      subject: 'Choir',
      creation: 1795424400,
      participants: [
        { id: '79001234567@c.us', lid: '120650379300963@lid', isAdmin: false, isSuperAdmin: true },
        { id: '99@lid', lid: '99@lid', isAdmin: true },
        { id: '12025550100@c.us' },
        'nobody',
      ],
      groupInviteLink: link,
      allowParticipantsSendMessages: false,
      size: 4,
    };

    expect(read(answers.readGroup, body)).toEqual(
      ok({
        at: 'group',
        group: {
          chatId: groupId,
          name: 'Choir',
          owner: '120650379300963@lid',
          createdAtMs: 1795424400000,
          link,
          onlyAdminsWrite: true,
          size: 4,
          members: [
            { chatId: '79001234567@c.us', lid: '120650379300963@lid', isAdmin: true },
            { chatId: '99@lid', lid: null, isAdmin: true },
            { chatId: '12025550100@c.us', lid: null, isAdmin: false },
          ],
        },
      }),
    );
  });

  test('what the service leaves out is not made up', () => {
    expect(read(answers.readGroup, { groupId, subject: null, owner: '', creation: 0, groupInviteLink: '' })).toEqual(
      ok({
        at: 'group',
        group: {
          ...{ chatId: groupId, name: '', owner: null, createdAtMs: null, link: null },
          ...{ onlyAdminsWrite: null, size: null, members: [] },
        },
      }),
    );
  });

  test.each(['Error: forbidden', 'Error: item-not-found', '"Error: item-not-found"', 'Error: not-authorized'])(
    '%s means that it cannot be read',
    (text) => {
      expect(read(answers.readGroup, readBody(text))).toEqual(ok({ at: 'unreadable' }));
    },
  );

  test.each(['Error: rate-overlimit', 'Error: Timed Out', '', '<html></html>'])(
    '%j says nothing about the group',
    (text) => {
      expect(read(answers.readGroup, readBody(text))).toBeNull();
    },
  );
});

test.each([
  [
    { existsWhatsapp: true, chatId: '9900@lid', username: '', phoneNumber: '79001234567@c.us', fromCache: true },
    { exists: true, chatId: '79001234567@c.us', lid: null },
  ],
  [
    { existsWhatsapp: true, chatId: '120650379300963@lid', phoneNumber: '79001234567@c.us' },
    { exists: true, chatId: '79001234567@c.us', lid: '120650379300963@lid' },
  ],
  [
    { existsWhatsapp: true, chatId: '79001234567@c.us' },
    { exists: true, chatId: '79001234567@c.us', lid: null },
  ],
  [{ existsWhatsapp: true }, { exists: true, chatId: null, lid: null }],
  [
    { existsWhatsapp: false, chatId: '' },
    { exists: false, chatId: null, lid: null },
  ],
])('the check %j', (body, check) => {
  expect(read(answers.readCheck, body)).toEqual(ok(check));
});

test('flags are taken as they are said, and only when they are said', () => {
  expect(read(answers.readAdded, { addParticipant: false })).toEqual(ok({ added: false }));
  expect(read(answers.readRenamed, { updateGroupName: true })).toEqual(ok({ renamed: true }));
  expect(read(answers.readAdmin, { setGroupAdmin: true })).toEqual(ok({ isAdmin: true }));
  expect(read(answers.readPicture, { setGroupPicture: true, urlAvatar: 'https://pps.whatsapp.net/1' })).toEqual(
    ok({ isSet: true }),
  );
  expect(read(answers.readPicture, { reason: 'Timed Out', urlAvatar: null, setGroupPicture: false })).toEqual(
    ok({ isSet: false }),
  );
  expect(read(answers.readGroupSettings, { updateGroupSettings: true, reason: '' })).toEqual(ok({ isSet: true }));
  expect(read(answers.readSaved, { addContact: true })).toEqual(ok({ onWhatsapp: true }));
  expect(read(answers.readSaved, { addContact: false })).toEqual(err({ code: 'not-done' }));
  expect(read(answers.readSent, { idMessage: '3EB0' })).toEqual(ok({ idMessage: '3EB0' }));
  for (const reader of [
    answers.readAdded,
    answers.readRenamed,
    answers.readAdmin,
    answers.readPicture,
    answers.readGroupSettings,
    answers.readSaved,
    answers.readSent,
  ]) {
    expect(read<unknown>(reader, {})).toBeNull();
    expect(read<unknown>(reader, null)).toBeNull();
  }
});

describe('whatever comes', () => {
  const readers = Object.entries(answers);
  /** Any JSON, and objects that have our fields with anything in them. */
  const fields = [
    'created',
    'chatId',
    'groupInviteLink',
    'stateInstance',
    'phone',
    'type',
    'message',
    'status',
    'code',
  ];
  const lists = ['id', 'name', 'groupId', 'participants', 'creation', 'subject', 'existsWhatsapp', 'idMessage'];
  const value = fc.oneof(
    fc.jsonValue(),
    fc.constantFrom(true, false, groupId, link, 'authorized', 'qrCode', '', null, 1e300),
  );
  const record = fc.dictionary(fc.constantFrom(...fields, ...lists), value);
  const body = fc.oneof(fc.jsonValue(), record, fc.array(record), fc.string());

  test('no reader throws', () => {
    fc.assert(
      fc.property(body, (value) => {
        for (const [, reader] of readers) read<unknown>(reader, value);
      }),
      { numRuns: 10_000 },
    );
  });

  test('only a group with its id is ever created', () => {
    fc.assert(
      fc.property(body, (value) => {
        const created = read(answers.readCreatedGroup, value);
        if (created?.ok) expect(value).toMatchObject({ created: true, chatId: groupId });
      }),
      { numRuns: 10_000 },
    );
  });

  test('a text is read as JSON or left a text', () => {
    fc.assert(
      fc.property(fc.string(), (text) => void readBody(text)),
      { numRuns: 10_000 },
    );
    expect(readBody('\uFEFF {"created":true} \n')).toEqual({ created: true });
    expect(readBody('')).toBe('');
  });
});
