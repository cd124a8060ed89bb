import { expect, test } from 'vitest';
import { openPractice } from './open-practice.ts';

const me = '79000000000@c.us';

test('the settings say who we are while a phone is linked', async () => {
  const { practice, call } = await openPractice();

  const linked = [await call('getSettings'), await call('getWaSettings'), await call('getStateInstance')];
  practice.world.instance.set('notAuthorized');
  const unlinked = [await call('getSettings'), await call('getWaSettings'), await call('getStateInstance')];

  expect(linked.map(({ value }) => value)).toMatchObject([
    { wid: me, incomingWebhook: 'no' },
    { phone: '79000000000', stateInstance: 'authorized', deviceId: expect.stringContaining('79000000000') },
    { stateInstance: 'authorized' },
  ]);
  expect(unlinked.map(({ value }) => value)).toMatchObject([
    { wid: '' },
    { phone: '', stateInstance: 'notAuthorized', deviceId: '' },
    { stateInstance: 'notAuthorized' },
  ]);
});

test('a limit says until when, in seconds, and ends by itself', async () => {
  const { practice, clock, call } = await openPractice();
  practice.world.instance.set('suspended', clock.now() + 60_000);

  const during = await call('getWaSettings');
  await clock.advance(60_000);
  const after = await call('getWaSettings');

  expect(during.value).toMatchObject({
    stateInstance: 'suspended',
    suspendedUntil: Date.UTC(2026, 10, 23, 9, 1) / 1000,
  });
  expect(after.value).toMatchObject({ stateInstance: 'authorized' });
  expect(after.value).not.toHaveProperty('suspendedUntil');
});

test('qr gives a PNG that changes after 20 seconds, and nothing once a phone is linked', async () => {
  const { practice, clock, call } = await openPractice();
  practice.world.instance.set('notAuthorized');

  const first = await call('qr');
  await clock.advance(20_000);
  const second = await call('qr');
  practice.world.instance.link();
  const linked = await call('qr');

  const png = (value: unknown) => Buffer.from(JSON.parse(JSON.stringify(value)).message, 'base64');
  expect(first.value).toMatchObject({ type: 'qrCode' });
  expect(png(first.value).subarray(1, 4).toString()).toBe('PNG');
  expect(png(second.value)).not.toEqual(png(first.value));
  expect(linked.value).toEqual({ type: 'alreadyLogged', message: 'instance account already authorized' });
});

test('a pairing code waits for the phone for two and a half minutes', async () => {
  const { practice, clock, call } = await openPractice();
  const ask = () => call('getAuthorizationCode', { body: { phoneNumber: 79000000000 } });

  const linked = await ask();
  practice.world.instance.set('notAuthorized');
  const code = await ask();
  const waiting = await call('getStateInstance');
  await clock.advance(150_000);
  const over = await call('getStateInstance');

  expect(linked.value).toEqual({ status: false, code: '' });
  expect(code.value).toEqual({ status: true, code: expect.stringMatching(/^[A-Z2-9]{8}$/) });
  expect(waiting.value).toEqual({ stateInstance: 'pendingCode' });
  expect(over.value).toEqual({ stateInstance: 'notAuthorized' });
});

test('logout unlinks the phone; reboot starts for a while and is back', async () => {
  const { clock, call } = await openPractice();
  const state = async () => (await call('getStateInstance')).value;

  expect((await call('reboot')).value).toEqual({ isReboot: true });
  expect(await state()).toEqual({ stateInstance: 'starting' });
  await clock.advance(5_000);
  expect(await state()).toEqual({ stateInstance: 'authorized' });
  expect((await call('logout')).value).toEqual({ isLogout: true });
  expect(await state()).toEqual({ stateInstance: 'notAuthorized' });
});

test('receiveNotification waits as long as asked and ends empty; there is nothing to delete', async () => {
  const { practice, clock, call } = await openPractice();

  const waiting = call('receiveNotification', { query: '?receiveTimeout=7' });
  await expect.poll(() => clock.timers()).toBe(1);
  await clock.advance(7_000);
  const deleted = await call('deleteNotification', { verb: 'DELETE', token: `${practice.apiTokenInstance}/1` });

  expect(await waiting).toMatchObject({ status: 200, value: null });
  expect(deleted.value).toEqual({ result: false, reason: '' });
});
