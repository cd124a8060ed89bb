import { expect, test } from 'vitest';
import type { Account } from '../../../core/account.ts';
import type { Answer, Args } from '../../../core/contract/calls.ts';
import type { Failure } from '../../../core/failure.ts';
import { err, ok, type Result } from '../../../core/result.ts';
import { createLinkPhone } from '../../../renderer/state/link-phone.ts';
import { createFakeClock, settle } from '../../support/fake-clock.ts';
import { account, nowMs } from './samples.ts';

type Qr = Result<Answer<'accounts.readQr'>, Failure>;

const unlinked = account({ state: { at: 'checked', state: 'notAuthorized', suspendedUntilMs: null, atMs: nowMs } });

function create() {
  const clock = createFakeClock();
  const script = { qr: ok({ at: 'qr', png: 'one' }) as Qr, check: ok(unlinked) as Result<Account, Failure> };
  const asked: string[] = [];
  const link = createLinkPhone({
    clock,
    accountId: 'a1',
    api: {
      'accounts.readQr': async () => {
        asked.push('qr');
        return script.qr;
      },
      'accounts.check': async () => {
        asked.push('check');
        return script.check;
      },
      'accounts.askPairingCode': async ({ phone }: Args<'accounts.askPairingCode'>) =>
        phone === 'bad'
          ? err({ code: 'bad-number', number: phone, guess: null })
          : ok({ code: 'ABCD-EF12', untilMs: clock.now() + 150_000 }),
    },
  });
  return { link, clock, script, asked };
}

test('the code is asked for every five seconds, and only while somebody looks', async () => {
  const { link, clock, asked } = create();
  expect(asked).toEqual([]);

  link.start();
  await clock.advance(10_000);
  expect(asked).toHaveLength(3);
  link.stop();
  await clock.advance(60_000);

  expect(asked).toHaveLength(3);
  expect(clock.timers()).toBe(0);
});

test('the countdown runs from the moment a new picture came, whatever is asked meanwhile', async () => {
  const { link, clock, script } = create();

  link.start();
  await clock.advance(7_000);
  expect(link.qrLeftMs.value).toBe(13_000);
  script.qr = ok({ at: 'qr', png: 'two' });
  await clock.advance(3_000);

  expect(link.qr.value?.png).toBe('two');
  expect(link.qrLeftMs.value).toBe(20_000);
});

test('a picture that is late counts down to nothing and not below', async () => {
  const { link, clock } = create();

  link.start();
  await clock.advance(31_000);

  expect(link.qrLeftMs.value).toBe(0);
});

test('a linked phone ends the asking and has its account checked', async () => {
  const { link, clock, script, asked } = create();

  link.start();
  await settle();
  script.qr = ok({ at: 'linked' });
  script.check = ok(account());
  await clock.advance(60_000);

  expect(link.isLinked.value).toBe(true);
  expect(asked).toEqual(['qr', 'qr', 'check']);
  expect(clock.timers()).toBe(0);
});

test('a lost connection is said and goes by itself when it is back', async () => {
  const { link, clock, script } = create();
  script.qr = err({ code: 'offline' });

  link.start();
  await settle();
  expect(link.failure.value).toEqual({ code: 'offline' });
  script.qr = ok({ at: 'qr', png: 'one' });
  await clock.advance(5_000);

  expect(link.failure.value).toBeNull();
});

test('a key that is not accepted stops the asking: only a person can change that', async () => {
  const { link, clock, script, asked } = create();
  script.qr = err({ code: 'wrong-account' });

  link.start();
  await clock.advance(60_000);

  expect(asked).toHaveLength(1);
  expect(link.failure.value).toEqual({ code: 'wrong-account' });
});

test('a service that asks to slow down is given the time it asks for', async () => {
  const { link, clock, script, asked } = create();
  script.qr = err({ code: 'too-fast', waitMs: 30_000 });

  link.start();
  await clock.advance(29_000);

  expect(asked).toHaveLength(1);
});

test('an answer that comes after the person has gone changes nothing', async () => {
  const { link } = create();

  link.start();
  link.stop();
  await settle();

  expect(link.qr.value).toBeNull();
});

test('with a code to type, the account tells that the phone is linked', async () => {
  const { link, clock, script, asked } = create();

  link.choose('code');
  await link.askCode('+7 900 000-00-00');
  expect(link.pairing.value?.code).toBe('ABCD-EF12');
  script.check = ok(account());
  await clock.advance(5_000);

  expect(asked).not.toContain('qr');
  expect(link.isLinked.value).toBe(true);
});

test('a number that is refused stays refused on the screen while the asking goes on', async () => {
  const { link, clock } = create();

  link.choose('code');
  await link.askCode('bad');
  await clock.advance(15_000);

  expect(link.pairingFailure.value).toMatchObject({ code: 'bad-number' });
});
