import path from 'node:path';
import { beforeEach, expect, onTestFinished, test, vi } from 'vitest';
import type { Emit } from '../../../core/contract/events.ts';
import { everybody } from '../../../core/people-query.ts';
import { ok } from '../../../core/result.ts';
import { defaultPlan } from '../../../core/run-plan.ts';
import { createEngine } from '../../../main/engine.ts';
import type { FileJobs } from '../../../main/file-worker.ts';
import { realTimings } from '../../../main/groups/timings.ts';
import { createInWorker } from '../../../main/spreadsheet/in-worker.ts';
import { createFakeClock } from '../../support/fake-clock.ts';
import { createFakeGreenApi, failures } from '../../support/fake-green-api.ts';
import { noRunFiles } from '../../support/no-run-files.ts';
import { tempFolder } from '../../support/temp-folder.ts';
import { account, personOf } from './people-world.ts';

/** Groups and people of one account, joined as the app joins them. */
function openBoth(folder = tempFolder()) {
  const clock = createFakeClock();
  const api = createFakeGreenApi({ clock });
  const events: string[] = [];
  const emit: Emit = (name) => void events.push(name);
  const engine = createEngine({
    ...{ file: path.join(folder, 'groups.db'), clock, emit, locale: 'en', gapMs: 1_000, runner: 'runner' },
    copyAfterMs: null,
    inWorker: createInWorker<FileJobs>({ entry: new URL('../../../main/file-worker.ts', import.meta.url), clock }),
    accounts: {
      ...{ api: () => ok(api), senderOf: () => '79000000001', phoneOf: () => '79000000001' },
      ...{ stateOf: () => ({ at: 'not-checked' as const }), report: () => {} },
    },
    timings: realTimings,
    pace: () => ({ paceMs: realTimings.paceMs, perDay: 25 }),
    log: { info() {}, warn() {}, error: () => '' },
    ...{ files: noRunFiles, language: () => 'en' as const, newPlan: () => defaultPlan('UTC', false) },
    ...{ keepRecordsFor: () => '2-years' as const, surelyNow: () => null },
  });
  let stopped: Promise<void> | null = null;
  const stop = () => {
    stopped ??= engine.stop();
    return stopped;
  };
  onTestFinished(stop);
  const inGroups = async (n: number) => {
    const found = await engine.people.find({ ...account, chatIds: [personOf(n)] });
    return found.ok ? found.value[0]?.groups : undefined;
  };
  const create = async (name: string, ...people: number[]) => {
    const asked = people.map((n) => ({ chatId: personOf(n), name: `Person ${n}`, phone: '' }));
    const created = await engine.groups.create({ ...account, name, people: asked, again: false });
    return created.ok ? created.value.id : '';
  };
  const becomes = (n: number, groups: number) => vi.waitFor(async () => expect(await inGroups(n)).toBe(groups));
  return { engine, stop, clock, api, events, inGroups, create, becomes, folder };
}

let world: ReturnType<typeof openBoth>;
beforeEach(async () => {
  world = openBoth();
  for (const n of [1, 2, 3]) {
    const person = { chatId: personOf(n), name: `Person ${n}`, phone: '' };
    await world.engine.people.keep({ ...account, person });
  }
});

test('a group counts for its people as soon as it is asked for, and no more when it is cancelled', async () => {
  const jobId = await world.create('Choir', 1, 2);
  await world.becomes(1, 1);
  await world.create('Chess', 1);
  await world.becomes(1, 2);

  await world.engine.groups.cancel({ ...account, jobId });
  await world.becomes(1, 1);

  expect([await world.inGroups(2), await world.inGroups(3)]).toEqual([0, 0]);
  expect(world.events).toContain('people.changed');
});

test('who is in no group is found by the filter, also after a restart', async () => {
  await world.create('Choir', 1);
  await world.becomes(1, 1);
  await world.stop();
  const { engine } = openBoth(world.folder);

  const query = { ...account, text: '', filter: { ...everybody, groups: 'none' }, order: 'name' } as const;
  const found = await engine.people.search({ ...query, offset: 0, limit: 9 });

  expect(found).toMatchObject({ value: { people: [{ name: 'Person 2' }, { name: 'Person 3' }] } });
  expect(await engine.people.overview(account)).toMatchObject({ value: { counts: { inNoGroup: 2 } } });
});

test('a refused group does not count, and who comes into one by another try does', async () => {
  world.api.fault('createGroup', failures.notAccepted);
  await world.engine.start();
  const jobId = await world.create('Choir', 1);
  await world.clock.advance(realTimings.paceMs);
  await world.becomes(1, 0);

  const people = [{ chatId: personOf(2), name: 'Person 2', phone: '' }];
  await world.engine.groups.requeue({ ...account, jobId, people });
  await world.becomes(2, 1);

  expect(await world.inGroups(1)).toBe(0);
});

test('somebody typed in after their group was made is known to be in it', async () => {
  await world.create('Choir', 7);

  await world.engine.people.keep({ ...account, person: { chatId: personOf(7), name: 'Late', phone: '' } });

  expect(await world.inGroups(7)).toBe(1);
});

test('a group changes nothing before anybody asked for people', async () => {
  await world.stop();
  const again = openBoth(world.folder);
  await again.create('Choir', 1);
  await again.clock.advance(0);

  expect(again.events).not.toContain('people.changed');
  expect(await again.inGroups(1)).toBe(1);
});
