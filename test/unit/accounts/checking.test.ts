import { beforeEach, describe, expect, test } from 'vitest';
import { ok } from '../../../core/result.ts';
import type { Accounts } from '../../../main/accounts/accounts.ts';
import { settle } from '../../support/fake-clock.ts';
import { apiThat, failing, linkedApi } from './samples.ts';
import { add, failureOf, setUp } from './set-up.ts';

let world: ReturnType<typeof setUp>;
let accounts: Accounts;
beforeEach(async () => {
  world = setUp();
  accounts = world.accounts;
  await accounts.start();
});

const added = (change?: Partial<Parameters<Accounts['add']>[0]>) => add(accounts, change);
const only = () => accounts.view().accounts[0];

describe('checking', () => {
  test.each([
    ['not-linked', 'notAuthorized'],
    ['starting', 'starting'],
    ['blocked', 'blocked'],
    ['sleeping', 'sleepMode'],
  ] as const)('the failure %s is the state %s', async (code, state) => {
    const { id } = await added();
    world.service = apiThat({ getStateInstance: async () => failing({ code }) });

    expect(await accounts.check({ accountId: id })).toMatchObject({
      ok: true,
      value: { state: { at: 'checked', state } },
    });
  });

  test('what WhatsApp limits is said with its end', async () => {
    const { id } = await added();
    world.service = apiThat({
      getStateInstance: async () => ok('suspended'),
      getWaSettings: async () => ok({ phone: null, state: 'suspended', suspendedUntilMs: 5 }),
    });

    await accounts.check({ accountId: id });

    expect(only()).toMatchObject({ state: { state: 'suspended', suspendedUntilMs: 5 } });
  });

  test('without a network the account says so, and keeps its number over restarts', async () => {
    world.service = linkedApi('79000000000');
    const { id } = await added();
    const again = await world.restart();
    again.service = apiThat({ getStateInstance: async () => failing({ code: 'offline' }) });

    const answer = await again.accounts.check({ accountId: id });

    expect(answer).toMatchObject({ ok: true, value: { state: { at: 'failed', failure: { code: 'offline' } } } });
    expect(again.accounts.senderOf(id)).toBe('79000000000');
  });

  test('an address in the file that is not one of the service gets no key, and the account says so', async () => {
    const { id } = await added();
    world.store.saveAccounts(
      world.store.kept().accounts.map((account) => ({ ...account, apiUrl: 'https://evil.test' })),
    );
    const again = await world.restart();

    await again.accounts.check({ accountId: id });

    expect(again.made).toEqual([]);
    expect(again.accounts.api(id)).toEqual({ ok: false, failure: { code: 'bad-api-url' } });
    expect(again.accounts.view().accounts).toMatchObject([
      { apiUrl: 'https://evil.test', state: { at: 'failed', failure: { code: 'bad-api-url' } } },
    ]);
  });

  test('a number that is not told any more stays known, another one is noticed', async () => {
    world.service = linkedApi('79000000000');
    const { id } = await added();
    world.service = apiThat({
      getStateInstance: async () => ok('notAuthorized'),
      getWaSettings: async () => ok({ phone: null, state: 'notAuthorized', suspendedUntilMs: null }),
    });
    await accounts.check({ accountId: id });
    const unlinked = accounts.phoneOf(id);
    world.service = linkedApi('79000000007');
    await accounts.check({ accountId: id });

    expect([unlinked, accounts.phoneOf(id)]).toEqual(['79000000000', '79000000007']);
    expect(world.warnings).toEqual(['account.phone-changed']);
  });

  test('two questions at once are one for the service', async () => {
    const { id } = await added();
    let asked = 0;
    world.service = apiThat({
      getStateInstance: async () => {
        asked += 1;
        return ok('authorized');
      },
    });

    await Promise.all([accounts.check({ accountId: id }), accounts.checkAll(), accounts.check({ accountId: id })]);

    expect(asked).toBe(1);
  });

  test('what another call met is the state at once, and is asked again half a minute later', async () => {
    world.service = linkedApi('79000000000');
    const { id } = await added();

    accounts.report(id, { code: 'suspended', untilMs: 7 });
    const reported = only()?.state;
    await world.clock.advance(30_000);

    expect(reported).toMatchObject({ state: 'suspended', suspendedUntilMs: 7 });
    expect(only()).toMatchObject({ state: { state: 'authorized' } });
    expect(world.clock.timers()).toBe(0);
  });

  test('an account that starts up, or cannot be reached, is asked again until it answers', async () => {
    const { id } = await added();
    const seen: unknown[] = [];
    for (const code of ['starting', 'offline', 'no-answer'] as const) {
      world.service = apiThat({ getStateInstance: async () => failing({ code }) });
      await world.clock.advance(30_000);
      seen.push(accounts.view().accounts[0]?.state);
    }
    world.service = linkedApi('79000000000');
    await world.clock.advance(30_000);

    expect(seen).toMatchObject([
      { state: 'starting' },
      { failure: { code: 'offline' } },
      { failure: { code: 'no-answer' } },
    ]);
    expect(accounts.senderOf(id)).toBe('79000000000');
    expect(world.clock.timers()).toBe(0);
  });

  test('a failure that says nothing about the account leaves its state', async () => {
    world.service = linkedApi('79000000000');
    const { id } = await added();
    const before = only();

    accounts.report(id, { code: 'unknown' });
    accounts.report('nobody', { code: 'not-linked' });

    expect(only()).toEqual(before);
    expect(world.clock.timers()).toBe(0);
  });

  test('who listens hears of every change, until they stop', async () => {
    const heard: string[] = [];
    const stop = accounts.onChanged(() => void heard.push(only()?.state.at ?? ''));
    world.service = linkedApi('79000000000');
    await added();
    stop();
    await accounts.checkAll();

    expect(heard).toEqual(['not-checked', 'checking', 'checked']);
  });
});

describe('linking the phone', () => {
  test('the QR code is passed on, and a linked phone is looked at', async () => {
    const { id } = await added();
    world.service = apiThat({ qr: async () => ok({ at: 'qr', png: 'iVBO' }) });
    const qr = await accounts.readQr({ accountId: id });
    world.service = { ...linkedApi('79000000000'), qr: async () => ok({ at: 'linked' }) };
    const linked = await accounts.readQr({ accountId: id });
    await settle();

    expect([qr, linked]).toEqual([ok({ at: 'qr', png: 'iVBO' }), ok({ at: 'linked' })]);
    expect(only()).toMatchObject({ phone: '79000000000' });
  });

  test('a code is asked for with the digits of the number and is good for two and a half minutes', async () => {
    const { id } = await added();
    const asked: string[] = [];
    world.service = apiThat({
      getAuthorizationCode: async (phone) => {
        asked.push(phone);
        return ok({ code: 'GAPI2015' });
      },
    });

    const answer = await accounts.askPairingCode({ accountId: id, phone: '+7 900 000-00-00' });

    expect(asked).toEqual(['79000000000']);
    expect(answer).toEqual(ok({ code: 'GAPI2015', untilMs: world.clock.now() + 150_000 }));
  });

  test('a number with a slip comes back with a guess', async () => {
    const { id } = await added();

    expect(failureOf(await accounts.askPairingCode({ accountId: id, phone: '8 900 000 00 00' }))).toEqual({
      code: 'bad-number',
      number: '8 900 000 00 00',
      guess: '+7 900 000-00-00',
    });
  });

  test('what the service answers instead is passed on', async () => {
    const { id } = await added();

    expect(failureOf(await accounts.readQr({ accountId: id }))).toEqual({ code: 'no-answer' });
    expect(failureOf(await accounts.readQr({ accountId: 'nobody' }))).toEqual({ code: 'not-found' });
  });
});
