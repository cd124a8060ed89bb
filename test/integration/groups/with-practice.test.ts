import path from 'node:path';
import { expect, onTestFinished, test, vi } from 'vitest';
import { digitsOf } from '../../../core/chat-id.ts';
import type { JobState } from '../../../core/group-job.ts';
import { createGreenApi } from '../../../main/green-api/client.ts';
import { createPacer } from '../../../main/green-api/pace.ts';
import type { FaultName } from '../../../main/practice/fault-table.ts';
import { createPractice } from '../../../main/practice/practice.ts';
import { accountId, draft, openEngine } from '../../support/groups-engine.ts';
import { createHurriedClock } from '../../support/hurried-clock.ts';
import { tempFolder } from '../../support/temp-folder.ts';

const minute = 60_000;

/** The engine over a file, the client and the practice service, all of them the real ones; a minute takes 0.1 s. */
async function begin() {
  const clock = createHurriedClock(600, Date.now());
  const practice = await createPractice({ seed: 7, clock });
  const known = practice.world.calls.createGroup('Known before', []);
  const deadlines = () => ({ connectMs: 1_000, headersMs: 1_000, bodyMs: 1_000 });
  const api = createGreenApi(practice, { pacer: createPacer({ clock }), clock, deadlines });
  const engine = openEngine({ clock, api, file: path.join(tempFolder(), 'record.db') });
  engine.account.sender = digitsOf(practice.world.me.chatId);
  onTestFinished(async () => {
    await engine.groups.stop();
    engine.database.close();
    await practice.close();
  });
  await engine.groups.start();

  const people = practice.world.people.filter((person) => person.onWhatsapp && person.addableBy === 'everyone');
  const create = async (name: string): Promise<string> => {
    const asked = await engine.groups.create({
      ...draft(name),
      people: people.slice(1, 4).map(({ chatId, name: who }) => ({ chatId, name: who, phone: '' })),
    });
    return asked.ok ? asked.value.id : '';
  };
  const stateOf = async (jobId: string): Promise<JobState | null> => {
    const shown = await engine.groups.show({ accountId, jobId });
    return shown.ok ? shown.value.state : null;
  };
  const made = () => practice.world.groups.filter((group) => group.chatId !== known.chatId);
  const becomes = (jobId: string, state: Partial<JobState>) =>
    vi.waitFor(async () => expect(await stateOf(jobId)).toMatchObject(state), { timeout: 10_000, interval: 20 });
  return { clock, practice, engine, create, stateOf, made, becomes };
}

test('a group is made, with its link and its people', async () => {
  const { engine, create, becomes, made } = await begin();

  const jobId = await create('Choir');
  await becomes(jobId, { at: 'created', how: 'answered' });
  await vi.waitFor(async () => expect(await engine.groups.check({ accountId, jobId })).toMatchObject({ ok: true }));

  expect(made()).toMatchObject([{ name: 'Choir' }]);
  expect(await engine.groups.show({ accountId, jobId })).toMatchObject({
    value: {
      link: made()[0]?.link,
      membership: { members: [{ at: 'in' }, { at: 'in' }, { at: 'in' }], others: 0 },
    },
  });
});

const made: readonly FaultName[] = [
  'created-but-500',
  'lost-after-effect',
  'cut-json',
  'malformed-json',
  'null-body',
  'rate-overlimit-created',
];

test.each(made)('a group made behind “%s” is found again, not made twice', async (fault) => {
  const { practice, create, becomes, made } = await begin();
  practice.world.lag.contactsMs = 4 * minute;
  practice.faults.next('createGroup', fault);

  const jobId = await create('Choir');

  await becomes(jobId, { at: 'created', how: 'found' });
  expect(made()).toHaveLength(1);
});

const notMade: readonly FaultName[] = [
  'not-created-500',
  'lost-before-effect',
  'html-page',
  '502',
  'created-false',
  'redirect',
];

test.each(notMade)('after “%s” nobody knows, and nothing is sent again', async (fault) => {
  const { practice, create, becomes, made } = await begin();
  practice.faults.next('createGroup', fault);

  const jobId = await create('Choir');

  await becomes(jobId, { at: 'unknown', reads: 4, mayDeny: 'yes' });
  expect(made()).toHaveLength(0);
});

const refused: readonly [FaultName, string][] = [
  ['validation', 'not-accepted'],
  ['quota', 'quota'],
  ['401', 'wrong-account'],
  ['403', 'wrong-address'],
  ['404', 'wrong-address'],
  ['expired', 'wrong-account'],
];

test.each(refused)('“%s” is a refusal', async (fault, code) => {
  const { practice, create, becomes, made } = await begin();
  practice.faults.next('createGroup', fault);

  const jobId = await create('Choir');

  await becomes(jobId, { at: 'refused', failure: expect.objectContaining({ code }) });
  expect(made()).toHaveLength(0);
});

const passing: readonly FaultName[] = ['429', 'starting', 'starting-or-not-authorized'];

test.each(passing)('“%s” passes, and the group is made', async (fault) => {
  const { practice, create, becomes, made } = await begin();
  practice.faults.next('createGroup', fault);

  const jobId = await create('Choir');

  await becomes(jobId, { at: 'created', how: 'answered' });
  expect(made()).toHaveLength(1);
});

test('without a connection nothing is sent, and the group is made when it is back', async () => {
  const { practice, engine, create, becomes, made } = await begin();
  await practice.goOffline();
  const jobId = await create('Choir');
  await becomes(jobId, { at: 'queued', waiting: { code: 'offline' } });

  await practice.goOnline();
  engine.groups.wake();

  await becomes(jobId, { at: 'created', how: 'answered' });
  expect(made()).toHaveLength(1);
});
