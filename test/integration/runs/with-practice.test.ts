import path from 'node:path';
import { expect, onTestFinished, test, vi } from 'vitest';
import { digitsOf } from '../../../core/chat-id.ts';
import type { GroupRun } from '../../../core/group-run.ts';
import { defaultPlan } from '../../../core/run-plan.ts';
import { createGreenApi } from '../../../main/green-api/client.ts';
import { createPacer } from '../../../main/green-api/pace.ts';
import { createPractice } from '../../../main/practice/practice.ts';
import { accountId } from '../../support/groups-engine.ts';
import { createHurriedClock } from '../../support/hurried-clock.ts';
import { testRow, testRun } from '../../support/run-samples.ts';
import { numbered, openRunsEngine } from '../../support/runs-engine.ts';
import { tempFolder } from '../../support/temp-folder.ts';

test('a run of many rows meets every kind of trouble of the service, and no row is made twice', async () => {
  const clock = createHurriedClock(600, Date.now());
  const practice = await createPractice({ seed: 7, clock });
  practice.world.calls.createGroup('Known before', []);
  const deadlines = { connectMs: 1_000, headersMs: 1_000, bodyMs: 1_000 };
  const api = createGreenApi(practice, { pacer: createPacer({ clock }), clock, deadlines: () => deadlines });
  const { engine, runs, store } = openRunsEngine({ clock, api, perDay: 1000, file: path.join(tempFolder(), 'a.db') });
  engine.account.sender = digitsOf(practice.world.me.chatId);
  onTestFinished(async () => {
    await runs.close();
    await engine.groups.stop();
    engine.database.close();
    await practice.close();
  });
  await engine.groups.start();
  await runs.open();
  const people = practice.world.people.filter(({ onWhatsapp, addableBy }) => onWhatsapp && addableBy === 'everyone');
  const entries = people.slice(1, 4).map(({ chatId, name }) => {
    return { at: 'ready' as const, text: '', person: { chatId, name, phone: '' } };
  });
  const rows = numbered(10).map((name) => testRow(name, { entries }));
  const plan = { ...defaultPlan('UTC', true), stopAfterRefusals: false };
  await store.add(testRun('run', { accountId, plan }), rows);
  const ofRun = { accountId, runId: 'run' };
  for (const fault of ['created-but-500', '429', 'validation', 'rate-overlimit', 'cut-json', 'quota'] as const) {
    practice.faults.next('createGroup', fault);
  }

  await runs.start(ofRun);
  const ended = await vi.waitFor(
    async (): Promise<GroupRun> => {
      const shown = await runs.show(ofRun);
      if (!shown.ok) throw new Error(shown.failure.code);
      if (shown.value.waiting) await runs.resume(ofRun);
      expect(shown.value.state).toMatchObject({ at: 'ended' });
      expect(shown.value.counts.unknown).toBeLessThanOrEqual(1);
      return shown.value;
    },
    { timeout: 60_000, interval: 50 },
  );

  const made = practice.world.groups.map(({ name }) => name).filter((name) => name !== 'Known before');
  expect(new Set(made).size).toBe(made.length);
  expect(ended.counts.created).toBe(made.length);
  expect(ended.counts).toMatchObject({ all: 10, waiting: 0, sending: 0, refused: 2 });
  expect(engine.errors).toEqual([]);
}, 90_000);
