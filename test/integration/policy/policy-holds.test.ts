import { writeFileSync } from 'node:fs';
import path from 'node:path';
import { expect, onTestFinished, test, vi } from 'vitest';
import { ok } from '../../../core/result.ts';
import { defaultPlan } from '../../../core/run-plan.ts';
import { createEngine } from '../../../main/engine.ts';
import type { FileJobs } from '../../../main/file-worker.ts';
import { realTimings } from '../../../main/groups/timings.ts';
import { createPolicy } from '../../../main/policy/policy.ts';
import { readPolicy } from '../../../main/policy/read-policy.ts';
import { watchPolicy } from '../../../main/policy/watch-policy.ts';
import { createSettings } from '../../../main/settings/settings.ts';
import { openSettingsStore } from '../../../main/settings/settings-store.ts';
import { createInWorker } from '../../../main/spreadsheet/in-worker.ts';
import { createFakeClock } from '../../support/fake-clock.ts';
import { createFakeGreenApi } from '../../support/fake-green-api.ts';
import { noRunFiles } from '../../support/no-run-files.ts';
import { tempFolder } from '../../support/temp-folder.ts';
import { plainFile } from '../../unit/settings/samples.ts';

const minuteMs = 60_000;
const account = { accountId: 'account-1' };

/** The engine of the app over a policy file on the disk, with a service that takes every group. */
async function open(first: object | string | null) {
  const folder = tempFolder();
  const place = { file: path.join(folder, 'policy.json'), mustBeProtected: false };
  const write = (policy: object | string) =>
    writeFileSync(place.file, typeof policy === 'string' ? policy : JSON.stringify({ version: 1, ...policy }));
  if (first !== null) write(first);

  const clock = createFakeClock();
  const api = createFakeGreenApi({ clock });
  api.make('Known before');
  const log = { info() {}, warn() {}, error: () => '' };
  const store = openSettingsStore({ file: plainFile(folder), now: clock.now });
  const policy = createPolicy({
    read: () => readPolicy(place),
    watch: (changed) => watchPolicy(place.file, clock, changed),
    ...{ store, log },
  });
  const settings = createSettings(store, policy);
  const engine = createEngine({
    ...{ file: path.join(folder, 'groups.db'), clock, log, locale: 'en', gapMs: 1_000, runner: 'runner', emit() {} },
    inWorker: createInWorker<FileJobs>({ entry: new URL('../../../main/file-worker.ts', import.meta.url), clock }),
    accounts: {
      ...{ api: () => ok(api), senderOf: () => '79000000001', phoneOf: () => '79000000001' },
      ...{ stateOf: () => ({ at: 'not-checked' as const }), report: () => {} },
    },
    timings: realTimings,
    pace: () => ({ paceMs: settings.view().paceMinutes * minuteMs, perDay: settings.view().groupsPerDay }),
    ...{ files: noRunFiles, language: () => 'en' as const },
    newPlan: () => defaultPlan('UTC', false, settings.view()),
    ...{ keepRecordsFor: () => null, surelyNow: () => null, copyAfterMs: null },
  });
  settings.onChanged(() => engine.wake());
  onTestFinished(async () => {
    policy.close();
    await engine.stop();
  });
  await engine.start();

  let asked = 0;
  async function ask(count: number): Promise<void> {
    for (let number = 0; number < count; number += 1) {
      asked += 1;
      const people = [{ chatId: '79001230001@c.us', name: 'Anna', phone: '' }];
      await engine.groups.create({ ...account, name: `Group ${asked}`, people, again: false });
    }
  }
  /** Puts another file in the place of the policy; ready when the app goes by it. */
  async function rewrite(policyNow: object | string): Promise<void> {
    const timers = clock.timers();
    write(policyNow);
    await vi.waitFor(() => expect(clock.timers()).toBeGreaterThan(timers));
    await clock.advance(300);
  }
  const sent = () => api.callsOf('createGroup').length;
  return { clock, settings, policy, ask, rewrite, sent };
}

test('two a day are two a day', async () => {
  const { clock, ask, sent } = await open({ limits: { groupsPerDay: 2 } });
  await ask(4);

  await clock.advance(2 * 60 * minuteMs);

  expect(sent()).toBe(2);
  await clock.advance(24 * 60 * minuteMs);
  expect(sent()).toBe(4);
});

test('without a word from the administrator the service is asked every five minutes', async () => {
  const { clock, ask, sent } = await open(null);
  await ask(4);

  await clock.advance(10.5 * minuteMs);

  expect(sent()).toBe(3);
});

test('a pace below five minutes is kept where policy gives it, and not where it only allows it', async () => {
  const given = await open({ settings: { paceMinutes: 1 } });
  const allowed = await open({ limits: { leastPaceMinutes: 1 } });
  await given.ask(5);
  await allowed.ask(5);

  await given.clock.advance(3.5 * minuteMs);
  await allowed.clock.advance(3.5 * minuteMs);

  expect([given.sent(), allowed.sent()]).toEqual([4, 1]);
});

test('a file that is changed holds for what waits in the queue', async () => {
  const { clock, settings, ask, rewrite, sent } = await open({ settings: { paceMinutes: 1 } });
  await ask(6);
  await clock.advance(1.5 * minuteMs);
  expect(sent()).toBe(2);

  await rewrite({ settings: { paceMinutes: 30 } });
  await clock.advance(20 * minuteMs);

  expect([settings.view().paceMinutes, sent()]).toEqual([30, 2]);
  await clock.advance(12 * minuteMs);
  expect(sent()).toBe(3);
});

test('a file that is broken while the app runs takes the faster pace back at once', async () => {
  const { clock, policy, ask, rewrite, sent } = await open({
    settings: { paceMinutes: 1 },
    limits: { groupsPerDay: 100 },
  });
  await ask(6);
  await clock.advance(0.5 * minuteMs);
  expect(sent()).toBe(1);

  await rewrite('{"version": 1, "settings": {');
  await clock.advance(4 * minuteMs);

  expect(sent()).toBe(1);
  expect(policy.view()).toMatchObject({ leastPaceMinutes: 5, mostPerDay: 25, trouble: { why: 'not-json' } });
});
