import { expect, test } from 'vitest';
import type { Policy } from '../../../core/policy.ts';
import { ok } from '../../../core/result.ts';
import { bad, type PolicyResult } from '../../../main/policy/parse-policy.ts';
import { createPolicy } from '../../../main/policy/policy.ts';
import { createSettings } from '../../../main/settings/settings.ts';
import { openSettingsStore } from '../../../main/settings/settings-store.ts';
import { tempFolder } from '../../support/temp-folder.ts';
import { plainFile } from '../settings/samples.ts';

/** A policy over a real settings file; `write` puts another one in the place of the machine's. */
function open(first: PolicyResult | null = null, folder = tempFolder()) {
  let machine = first;
  let changed = () => {};
  const logged: unknown[] = [];
  const file = plainFile(folder);
  const store = openSettingsStore({ file, now: () => 0 });
  const policy = createPolicy({
    read: () => machine,
    watch(tell) {
      changed = tell;
      return () => {};
    },
    store,
    log: {
      info: (event) => void logged.push(event),
      warn: (event, fields) => void logged.push([event, fields]),
      error: () => '',
    },
  });
  const settings = createSettings(store, policy);
  const write = (next: PolicyResult | null) => {
    machine = next;
    changed();
  };
  return { policy, settings, store, file, folder, logged, write };
}

const given = (change: Partial<Policy>): PolicyResult => ok({ version: 1, ...change });

test('without a file everything is left to the person, within the usual limits', () => {
  const { policy, logged } = open();

  expect(policy.view()).toEqual({
    ...{ locked: [], leastPaceMinutes: 5, mostPerDay: 25, limitsPace: false, limitsDay: false },
    ...{ accountsByHand: true, practice: true, trouble: null },
  });
  expect(policy.allowedHosts()).toEqual([]);
  expect(logged).toEqual(['policy.none']);
});

test('a locked setting is refused, alone or among others, and nothing is changed', () => {
  const { settings, store } = open(given({ settings: { theme: 'dark' } }));

  expect(settings.change({ theme: 'light', language: 'ru' })).toEqual({ ok: false, failure: { code: 'locked' } });

  expect(settings.view()).toMatchObject({ theme: 'dark', language: 'system' });
  expect(store.kept().settings).toMatchObject({ theme: 'system', language: 'system' });
  expect(settings.change({ language: 'ru', theme: undefined })).toMatchObject({ value: { language: 'ru' } });
});

test('what the app keeps for itself is never locked', () => {
  const { settings } = open(given({ settings: { theme: 'dark', closeToTray: true } }));

  expect(settings.change({ closeNoticeSeen: true, currentAccountId: 'a' })).toMatchObject({ ok: true });
});

test('the pace goes down to the least that policy allows, and not below', () => {
  const { settings } = open(given({ limits: { leastPaceMinutes: 2 } }));

  expect(settings.change({ paceMinutes: 2 })).toMatchObject({ value: { paceMinutes: 2 } });
  expect(settings.change({ paceMinutes: 1 })).toMatchObject({ failure: { code: 'bad-request', field: 'paceMinutes' } });
  expect(open().settings.change({ paceMinutes: 4 })).toMatchObject({ failure: { code: 'bad-request' } });
});

test('the pace that was chosen under a policy holds no more when the policy is gone', () => {
  const { settings, write } = open(given({ limits: { leastPaceMinutes: 2 } }));
  settings.change({ paceMinutes: 2 });

  write(null);

  expect(settings.view().paceMinutes).toBe(5);
});

test('a change of the file holds at once, and is told to those who listen', () => {
  const { policy, settings, write } = open();
  settings.change({ theme: 'light' });
  const heard: unknown[] = [];
  settings.onChanged(({ theme }) => heard.push(theme));
  policy.onChanged(() => heard.push(policy.view().locked));

  write(given({ settings: { theme: 'dark' } }));
  write(null);

  expect(heard).toEqual(['dark', ['theme'], 'light', []]);
});

test('a file that cannot be read allows nothing, is told with its key, and logged without a value', () => {
  const { policy, settings, logged, write } = open(
    given({ limits: { leastPaceMinutes: 1, groupsPerDay: 100 }, allowedHosts: ['gateway.example.org'] }),
  );
  settings.change({ paceMinutes: 1 });

  write(bad('bad-value', 'limits.groupsPerDay'));

  expect(policy.view()).toMatchObject({
    ...{ leastPaceMinutes: 5, mostPerDay: 25, limitsDay: false },
    trouble: { code: 'bad-policy', why: 'bad-value', key: 'limits.groupsPerDay' },
  });
  expect(policy.allowedHosts()).toEqual([]);
  expect(settings.view()).toMatchObject({ paceMinutes: 5, groupsPerDay: 25 });
  expect(logged.at(-1)).toEqual(['policy.bad', { reason: 'bad-value', field: 'limits.groupsPerDay' }]);
});

test("while the machine's file cannot be read, a set-up file allows nothing either, and what it locks stays locked", () => {
  const { policy, store } = open(bad('not-json'));

  store.setPolicyFromSetup({
    ...{ version: 1, limits: { leastPaceMinutes: 1, groupsPerDay: 100 }, allowedHosts: ['gateway.example.org'] },
    ...{ settings: { theme: 'dark' }, accountsByHand: false },
  });

  expect(policy.view()).toMatchObject({
    leastPaceMinutes: 5,
    mostPerDay: 25,
    locked: ['theme'],
    accountsByHand: false,
  });
  expect(policy.allowedHosts()).toEqual([]);
});

test("a set-up file's policy holds at once and after a restart, beside the machine's", () => {
  const first = open(given({ limits: { groupsPerDay: 10 } }));
  const heard: number[] = [];
  first.policy.onChanged(() => heard.push(first.policy.view().mostPerDay));

  first.store.setPolicyFromSetup({ version: 1, limits: { groupsPerDay: 50, leastPaceMinutes: 8 } });
  first.policy.refresh();

  expect(heard).toEqual([10]);
  const again = open(null, first.folder);
  expect(again.policy.view()).toMatchObject({ mostPerDay: 50, leastPaceMinutes: 8, limitsDay: true, limitsPace: true });
  again.store.setPolicyFromSetup(null);
  expect(again.policy.view()).toMatchObject({ mostPerDay: 25, leastPaceMinutes: 5 });
});

test('what is guarded runs only while it is left to the person', async () => {
  const { policy, write } = open();
  const add = policy.guard('accountsByHand', async (name: string) => ok(name));
  const practise = policy.guard('practice', async () => ok(null));

  const before = [await add('School 5'), await practise({})];
  write(given({ accountsByHand: false, practice: false }));
  const after = [await add('School 6'), await practise({})];

  expect(before).toEqual([ok('School 5'), ok(null)]);
  expect(after).toEqual([
    { ok: false, failure: { code: 'locked' } },
    { ok: false, failure: { code: 'locked' } },
  ]);
});
