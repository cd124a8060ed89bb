import { expect, onTestFinished, test } from 'vitest';
import { ok } from '../../../core/result.ts';
import { createGreenApi } from '../../../main/green-api/client.ts';
import type { GreenApi } from '../../../main/green-api/green-api.ts';
import { createPacer } from '../../../main/green-api/pace.ts';
import type { FaultName } from '../../../main/practice/fault-table.ts';
import { createPractice, type Practice } from '../../../main/practice/practice.ts';
import { createQuickClock } from '../../../main/quick-clock.ts';
import { systemClock } from '../../../main/system-clock.ts';
import { clientOf } from './call-service.ts';

async function openPractice({ speed = 1 } = {}): Promise<{ practice: Practice; api: GreenApi }> {
  const clock = createQuickClock(systemClock);
  clock.setSpeed(speed);
  const practice = await createPractice({ seed: 1, clock, speed: clock.speed });
  onTestFinished(() => practice.close());
  const api = createGreenApi(practice, { clock, pacer: createPacer({ clock }) });
  return { practice, api };
}

/** As large as a picture of WhatsApp, with every byte in it; the boundary's own beginning among them. */
const jpeg = Buffer.concat([
  Buffer.from([0xff, 0xd8]),
  Buffer.from('\r\n--\r\n\r\n'),
  Buffer.from(Array.from({ length: 256 * 600 }, (_, index) => index % 256)),
]);

/** The value of an answer that must be good. */
async function goodValue<T>(answer: Promise<{ ok: true; value: T } | { ok: false; failure: unknown }>): Promise<T> {
  const result = await answer;
  return result.ok ? result.value : expect.fail(JSON.stringify(result.failure));
}

test('every method is understood by the practice service, and the other way round', async () => {
  const { practice, api } = await openPractice();
  const people = practice.world.people.map(({ chatId }) => chatId).slice(0, 3);
  const [first = '', second = '', third = ''] = people;

  expect(await goodValue(api.getStateInstance())).toBe('authorized');
  expect(await goodValue(api.getWaSettings())).toMatchObject({ state: 'authorized', suspendedUntilMs: null });
  expect(await goodValue(api.qr())).toEqual({ at: 'linked' });
  expect(await goodValue(api.checkWhatsapp(first))).toMatchObject({ exists: true, chatId: first });
  expect((await goodValue(api.getContacts())).people.length).toBeGreaterThan(3);
  expect(await goodValue(api.addContact({ chatId: third, firstName: 'Masha' }))).toEqual({ onWhatsapp: true });

  const made = await goodValue(api.createGroup({ groupName: 'Choir', chatIds: [first, second] }));
  expect(made.chatId).toBe(practice.world.groups.at(-1)?.chatId);
  expect(made.link).toBe(practice.world.groups.at(-1)?.link);

  expect(await goodValue(api.addGroupParticipant(made.chatId, third))).toEqual({ added: true });
  expect(await goodValue(api.updateGroupName(made.chatId, 'Choir 2'))).toEqual({ renamed: true });
  expect(await goodValue(api.setGroupAdmin(made.chatId, first))).toEqual({ isAdmin: true });
  expect(await goodValue(api.setGroupPicture(made.chatId, jpeg))).toEqual({ isSet: true });
  expect(await goodValue(api.updateGroupSettings(made.chatId, { onlyAdminsWrite: true }))).toEqual({ isSet: true });
  expect((await goodValue(api.sendMessage(second, 'Join us'))).idMessage).not.toBe('');

  const data = await goodValue(api.getGroupData(made.chatId));
  const group = data.at === 'group' ? data.group : expect.fail();
  expect(group).toMatchObject({
    chatId: made.chatId,
    name: 'Choir 2',
    link: made.link,
    onlyAdminsWrite: true,
    size: 4,
  });
  expect(practice.world.pictureOf(made.chatId)).toEqual(jpeg);
  expect(group.members.map(({ chatId }) => chatId)).toEqual(expect.arrayContaining(people));
  expect(group.members.find(({ chatId }) => chatId === first)?.isAdmin).toBe(true);
});

test('a picture that the service does not take is a refusal, one for a group it does not know is not set', async () => {
  // Calls a moment apart are no concern of this test.
  const { practice } = await openPractice({ speed: 1000 });
  const { chatId } = practice.world.phone.createGroup('Choir', []);
  const notAccepted = { ok: false, failure: { failure: { code: 'not-accepted' }, proof: 'refused' } };

  expect(await clientOf(practice).setGroupPicture(chatId, new Uint8Array())).toMatchObject(notAccepted);
  expect(await clientOf(practice).setGroupPicture(chatId, Buffer.from('GIF89a'))).toMatchObject(notAccepted);
  expect(await clientOf(practice).setGroupPicture('120363000000000000@g.us', jpeg)).toEqual(ok({ isSet: false }));
});

test('a phone that is not linked gets a picture and a code', async () => {
  const { practice, api } = await openPractice();
  practice.world.instance.set('notAuthorized');

  expect(await goodValue(api.getStateInstance())).toBe('notAuthorized');
  expect(await goodValue(api.qr())).toMatchObject({ at: 'qr', png: expect.stringMatching(/^iVBOR/) });
  expect(await goodValue(api.getAuthorizationCode('79000000000'))).toEqual({ code: expect.stringMatching(/^\w{6,}$/) });
  expect(await api.createGroup({ groupName: 'Choir', chatIds: ['79000000101@c.us'] })).toMatchObject({
    ok: false,
    failure: { failure: { code: 'not-linked' }, proof: 'refused' },
  });
});

const verdicts: Partial<Record<FaultName, string>> = {
  'created-but-500': 'unknown none',
  'not-created-500': 'unknown none',
  'rate-overlimit': 'rate-overlimit none',
  'rate-overlimit-created': 'rate-overlimit none',
  'bad-number': 'unknown none',
  'lost-before-effect': 'unknown none',
  'lost-after-effect': 'unknown none',
  'hang-before-effect': 'unknown none',
  'hang-after-effect': 'unknown none',
  'slow-body': 'unknown none',
  'cut-json': 'unknown none',
  'malformed-json': 'unknown none',
  'null-body': 'unknown none',
  'html-page': 'unknown none',
  'oversized-body': 'unknown none',
  redirect: 'unknown none',
  '429': 'too-fast refused',
  quota: 'quota refused',
  'chat-quota': 'quota refused',
  '401': 'wrong-account refused',
  '403': 'wrong-address refused',
  '404': 'wrong-address refused',
  '502': 'unknown none',
  '503': 'unknown none',
  '504': 'unknown none',
  starting: 'starting refused',
  'not-authorized': 'not-linked refused',
  'starting-or-not-authorized': 'not-linked refused',
  expired: 'wrong-account refused',
  deleted: 'wrong-account refused',
  validation: 'not-accepted refused',
  'created-false': 'unknown none',
};

// `Object.entries` forgets the names' type.
test.each(Object.entries(verdicts) as [FaultName, string][])('%s on CreateGroup is %s', async (fault, verdict) => {
  const { practice } = await openPractice();
  practice.faults.next('createGroup', fault);

  const answer = await clientOf(practice).createGroup({ groupName: 'Choir', chatIds: ['79000000101@c.us'] });

  const { failure, proof } = answer.ok ? expect.fail('the group was made') : answer.failure;
  expect(`${failure.code} ${proof}`).toBe(verdict);
  const effects = practice.world.effects.filter(({ what }) => what === 'group-created');
  // Whatever the service did, a proof of nothing done must be true.
  if (proof !== 'none') expect(effects).toHaveLength(0);
  expect(practice.calls.filter(({ method }) => method === 'createGroup')).toHaveLength(1);
});

test('a practice service that is switched off was sent nothing', async () => {
  const { practice, api } = await openPractice();
  await practice.goOffline();

  expect(await api.createGroup({ groupName: 'Choir', chatIds: ['79000000101@c.us'] })).toMatchObject({
    ok: false,
    failure: { failure: { code: 'offline' }, proof: 'never-sent' },
  });
});
