import { describe, expect, test } from 'vitest';
import { applyPolicy, carefulPolicy, joinPolicies, limitsOf, lockedBy, noPolicy } from '../../../core/apply-policy.ts';
import type { Policy } from '../../../core/policy.ts';
import { type Settings, settingsSchema } from '../../../core/settings.ts';

const chosen = (change: Partial<Settings> = {}): Settings => ({ ...settingsSchema.parse({}), ...change });
const policy = (change: Partial<Policy>): Policy => ({ version: 1, ...change });

describe('without a policy', () => {
  test('what the person chose holds, within the usual limits', () => {
    const settings = applyPolicy(chosen({ theme: 'dark', paceMinutes: 8, groupsPerDay: 10 }), noPolicy);

    expect(settings).toMatchObject({ theme: 'dark', paceMinutes: 8, groupsPerDay: 10 });
    expect(lockedBy(noPolicy)).toEqual([]);
  });

  test('nobody is faster than the service asks for, nor makes more than 25 a day', () => {
    expect(applyPolicy(chosen({ paceMinutes: 1 }), noPolicy)).toMatchObject({ paceMinutes: 5, groupsPerDay: 25 });
  });
});

describe('with one', () => {
  test('a setting of the administrator takes the place of the chosen one, and is locked', () => {
    const given = policy({ settings: { language: 'ru', paceMinutes: 3, hours: { from: '08:00', to: '20:00' } } });

    expect(applyPolicy(chosen({ language: 'en', paceMinutes: 30 }), given)).toMatchObject({
      ...{ language: 'ru', paceMinutes: 3, hours: { from: '08:00', to: '20:00' }, theme: 'system' },
    });
    expect(lockedBy(given)).toEqual(['language', 'paceMinutes', 'hours']);
  });

  test('a limit lets the person choose up to it and no further', () => {
    const limits = policy({ limits: { leastPaceMinutes: 2, groupsPerDay: 40 } });
    const hold = (change: Partial<Settings>) => applyPolicy(chosen(change), limits);

    expect([hold({ paceMinutes: 1 }), hold({ paceMinutes: 3 })].map((now) => now.paceMinutes)).toEqual([2, 3]);
    expect([hold({}), hold({ groupsPerDay: 7 })].map((now) => now.groupsPerDay)).toEqual([40, 7]);
    expect(lockedBy(limits)).toEqual([]);
  });

  test('of a setting and a limit that disagree the more careful one holds', () => {
    const both = policy({
      settings: { paceMinutes: 3, groupsPerDay: 60 },
      limits: { leastPaceMinutes: 10, groupsPerDay: 20 },
    });

    expect(applyPolicy(chosen(), both)).toMatchObject({ paceMinutes: 10, groupsPerDay: 20 });
  });
});

test("two policies join key by key, and the machine's wins", () => {
  const machine = policy({ settings: { theme: 'dark' }, limits: { groupsPerDay: 10 }, allowedHosts: ['a.example'] });
  const fromSetup = policy({
    ...{ settings: { theme: 'light', language: 'ru' }, limits: { groupsPerDay: 50, leastPaceMinutes: 7 } },
    ...{ allowedHosts: ['b.example'], practice: false },
  });

  expect(joinPolicies(machine, fromSetup)).toEqual({
    ...{ version: 1, settings: { theme: 'dark', language: 'ru' }, limits: { groupsPerDay: 10, leastPaceMinutes: 7 } },
    ...{ allowedHosts: ['a.example'], practice: false },
  });
});

test('what cannot be trusted allows nothing that is not usual, and keeps what forbids', () => {
  const bold = policy({
    ...{ settings: { theme: 'dark', paceMinutes: 1, groupsPerDay: 200 }, allowedHosts: ['a.example'] },
    ...{ limits: { leastPaceMinutes: 1, groupsPerDay: 200 }, accountsByHand: false },
  });
  const strict = policy({ limits: { leastPaceMinutes: 9, groupsPerDay: 3 } });

  expect(carefulPolicy(bold)).toEqual({
    ...{ version: 1, settings: { theme: 'dark', paceMinutes: 5, groupsPerDay: 25 } },
    ...{ limits: { leastPaceMinutes: 5, groupsPerDay: 25 }, accountsByHand: false },
  });
  expect(limitsOf(carefulPolicy(strict))).toEqual({ leastPaceMinutes: 9, mostPerDay: 3 });
  expect(limitsOf(carefulPolicy(noPolicy))).toEqual({ leastPaceMinutes: 5, mostPerDay: 25 });
});
