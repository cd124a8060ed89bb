import path from 'node:path';
import { expect, onTestFinished, test, vi } from 'vitest';
import { digitsOf } from '../../../core/chat-id.ts';
import type { GroupJob } from '../../../core/group-job.ts';
import { practiceSpeed } from '../../../core/practice-speed.ts';
import { createGreenApi } from '../../../main/green-api/client.ts';
import { realTimings, scaleTimings } from '../../../main/groups/timings.ts';
import { createPractice } from '../../../main/practice/practice.ts';
import { practiceClient } from '../../../main/practice-client.ts';
import { createQuickClock } from '../../../main/quick-clock.ts';
import { systemClock } from '../../../main/system-clock.ts';
import { accountId, openEngine } from '../../support/groups-engine.ts';
import { tempFolder } from '../../support/temp-folder.ts';

/** The engine, the client and the service as the app puts them together when somebody practises with the fastest clock. */
async function begin() {
  const { waits, service } = practiceSpeed.fastest;
  const clock = createQuickClock(systemClock);
  clock.setSpeed(service);
  const practice = await createPractice({ seed: 7, clock, speed: clock.speed });
  const api = createGreenApi(practice, practiceClient(clock));
  const timings = scaleTimings(realTimings, 1 / waits);
  const file = path.join(tempFolder(), 'practice.db');
  const engine = openEngine({ clock: systemClock, api, file, timings, perDay: 1000 });
  engine.account.sender = digitsOf(practice.world.me.chatId);
  onTestFinished(async () => {
    await engine.groups.stop();
    engine.database.close();
    await practice.close();
  });
  await engine.groups.start();
  return { practice, api, engine };
}

const groups = 15;
/** Alone on a computer a group takes 0.26 s; with the limits of the real service it would take more than 1.1 s. */
const perGroupMs = 1000;

test('on the fastest clock groups are made far faster than the service allows, with all that follows, and nobody says slow down', async () => {
  const { practice, api, engine } = await begin();
  const people = practice.world.people.filter((person) => person.onWhatsapp && person.addableBy === 'everyone');
  const asked = people.slice(0, 5).map(({ chatId, name }) => ({ chatId, name, phone: '' }));
  const startMs = performance.now();

  const finished = await Promise.all(
    Array.from({ length: groups }, async (_, number) => {
      const queued = await engine.groups.create({ accountId, name: `Group ${number}`, people: asked, again: false });
      return finish(queued.ok ? queued.value.id : expect.fail());
    }),
  );
  const tookMs = performance.now() - startMs;

  expect(finished).toHaveLength(groups);
  expect(practice.world.groups).toHaveLength(groups);
  expect(practice.calls.filter(({ status }) => status !== 200)).toEqual([]);
  expect(tookMs / groups).toBeLessThan(perGroupMs);

  /** Waits until it is known who is in, then does what a plan may ask for besides. */
  async function finish(jobId: string): Promise<void> {
    const { state } = await vi.waitFor(() => inAndKnown(jobId), { timeout: 30_000, interval: 20 });
    const chatId = state.at === 'created' && state.chatId ? state.chatId : expect.fail(state.at);
    expect(await api.setGroupPicture(chatId, Buffer.from([0xff, 0xd8]))).toMatchObject({ value: { isSet: true } });
    expect(await api.updateGroupSettings(chatId, { onlyAdminsWrite: true })).toMatchObject({ value: { isSet: true } });
    expect(await api.sendMessage(chatId, 'Welcome')).toMatchObject({ ok: true });
    for (const { chatId: person } of asked)
      expect(await api.setGroupAdmin(chatId, person)).toMatchObject({ value: { isAdmin: true } });
  }

  async function inAndKnown(jobId: string): Promise<GroupJob> {
    const shown = await engine.groups.show({ accountId, jobId });
    const job = shown.ok ? shown.value : expect.fail();
    expect(job.membership?.members.map(({ at }) => at)).toEqual(asked.map(() => 'in'));
    return job;
  }
});
