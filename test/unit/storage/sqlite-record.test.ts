import path from 'node:path';
import { describe, expect, onTestFinished, test } from 'vitest';
import { textRow } from '../../../main/storage/job-rows.ts';
import { created, dayMs, oldRecord, sure } from '../../support/old-record.ts';
import { testRow, testRun } from '../../support/run-samples.ts';
import { tempFolder } from '../../support/temp-folder.ts';

async function open(file?: string) {
  const all = await oldRecord(file);
  onTestFinished(() => all.database.close());
  /** Removes what is older than this day, to the end. */
  async function removeBefore(day: number): Promise<number> {
    let removed = 0;
    for (let more = true; more; ) {
      const part = sure(await all.record.removeOld(day * dayMs));
      removed += part.removed.length;
      more = part.more;
    }
    return removed;
  }
  return { ...all, removeBefore };
}

describe('what is settled and old goes', () => {
  test('made, refused and cancelled groups, each by its own day', async () => {
    const { sent, asked, move, removeBefore, left } = await open();
    await sent('Made', 1, created('Made'));
    await sent('Refused', 2, { at: 'refused', failure: { code: 'not-accepted' } });
    await asked('Cancelled', 3);
    await move('Cancelled', { is: 'cancelled', atMs: 4 * dayMs });
    await sent('Newest', 100, created('Newest'));

    expect(await removeBefore(4)).toBe(2);
    expect((await left()).groups).toEqual(['Cancelled', 'Newest']);
    expect(await removeBefore(5)).toBe(1);
    expect((await left()).groups).toEqual(['Newest']);
  });

  test('with all that belonged to it, and nothing of others', async () => {
    const { database, journal, runs, sent, removeBefore } = await open();
    for (const [place, name] of ['Old', 'Newest'].entries()) {
      await sent(name, 100 * place + 1, created(name));
      const action = { kind: 'add', chatId: '1@c.us', runner: 'run', atMs: 0 } as const;
      sure(await journal.endAction(sure(await journal.beginAction(name, action)), 'done', null));
      sure(await runs.addSteps(name, [{ kind: 'message', chatId: '' }]));
      sure(await runs.endStep(sure(await runs.beginStep('account-1', 'run'))?.id ?? 0, { at: 'done' }));
    }

    await removeBefore(50);

    const count = (table: string) =>
      database.read((sql) => sql.all(textRow, `SELECT job_id AS value FROM ${table}`).map(({ value }) => value));
    const tables = ['attempts', 'actions', 'steps', 'members'];
    expect(tables.map((table) => [...new Set(count(table))])).toEqual(tables.map(() => ['Newest']));
  });

  test('a run that has ended, with its groups', async () => {
    const { run, sent, removeBefore, left } = await open();
    await run('old', { Choir: 1, Chess: 2 }, 3);
    await run('new', { Drama: 4 }, 60);
    await sent('Newest', 100, created('Newest'));

    expect(await removeBefore(50)).toBe(2);
    expect(await left()).toEqual({ groups: ['Drama', 'Newest'], runs: ['new'] });
  });
});

describe('what stays', () => {
  test('what is not settled, however old', async () => {
    const { sent, asked, removeBefore, left } = await open();
    await asked('In the queue', 1);
    await sent('Unknown', 2, { at: 'unknown', failure: { code: 'unknown' } });
    await sent('On the wire', 3, null);

    expect(await removeBefore(5000)).toBe(0);
    expect((await left()).groups).toEqual(['In the queue', 'On the wire', 'Unknown']);
  });

  test('what was refused long ago and tried again lately', async () => {
    const { sent, move, again, removeBefore, left } = await open();
    await sent('Twice', 1, { at: 'refused', failure: { code: 'not-accepted' } });
    await move('Twice', { is: 'requeued' });
    await again('Twice', 60, created('Twice'));
    await sent('Newest', 100, created('Newest'));

    await removeBefore(50);

    expect((await left()).groups).toEqual(['Newest', 'Twice']);
  });

  test('a group with something under way: a message, a step', async () => {
    const { journal, runs, sent, removeBefore, left } = await open();
    await sent('Sending the link', 1, created('Sending the link'));
    await sent('Sent lately', 2, created('Sent lately'));
    await sent('With a step to do', 3, created('With a step to do'));
    await sent('Newest', 100, created('Newest'));
    const action = { kind: 'send-link', chatId: '1@c.us', runner: 'run' } as const;
    sure(await journal.beginAction('Sending the link', { ...action, atMs: 0 }));
    const late = sure(await journal.beginAction('Sent lately', { ...action, atMs: 60 * dayMs }));
    sure(await journal.endAction(late, 'done', null));
    sure(await runs.addSteps('With a step to do', [{ kind: 'picture', chatId: '' }]));

    await removeBefore(50);

    expect((await left()).groups).toEqual(['Newest', 'Sending the link', 'Sent lately', 'With a step to do']);
  });

  test('a run that goes on, was ended lately, or has a group that is younger; and all of its groups', async () => {
    const { run, sent, removeBefore, left } = await open();
    await run('goes on', { A: 1 }, null);
    await run('ended lately', { B: 2 }, 60);
    await run('with a young group', { C: 3, D: 60 }, 4);
    await sent('Newest', 100, created('Newest'));

    expect(await removeBefore(50)).toBe(0);
    expect(await left()).toEqual({
      groups: ['A', 'B', 'C', 'D', 'Newest'],
      runs: ['ended lately', 'goes on', 'with a young group'],
    });
  });

  test('a draft, which is no record yet', async () => {
    const { runs, removeBefore, left } = await open();
    sure(await runs.add(testRun('draft', { madeAtMs: 0 }), [testRow('Choir')]));

    await removeBefore(5000);

    expect((await left()).runs).toEqual(['draft']);
  });

  test('the newest attempt of a number, whatever its age: a record without it would pass for an older copy', async () => {
    const file = path.join(tempFolder(), 'record.db');
    const { database, journal, sent, asked, removeBefore, left, moment } = await open(file);
    await sent('Older', 1, created('Older'));
    await sent('Last', 2, created('Last'));
    await asked('In the queue', 2);

    await removeBefore(5000);
    expect((await left()).groups).toEqual(['In the queue', 'Last']);

    const now = { ...moment(5000), runner: 'next' };
    expect(sure(await journal.enlist({ now, isDead: () => true, firstReadInMs: 0 }))).toEqual([]);
    expect((await journal.job('In the queue'))?.state).toMatchObject({ held: false });
    expect(database.mark.read()).toBe(2);
  });
});

test('a group that left the record is not taken for one that is being looked for', async () => {
  const { journal, sent, removeBefore, moment } = await open();
  await sent('Unknown', 1, { at: 'unknown', failure: { code: 'unknown' } });
  const attempt = await journal.lastAttempt('Unknown');
  const groups = [
    { chatId: '0@g.us', name: 'Known before' },
    { chatId: 'Made@g.us', name: 'Unknown' },
  ];
  await journal.see('sender', groups, moment(1));
  await sent('Made', 2, created('Made'));
  await sent('Newest', 100, created('Newest'));
  const since = async () => (await journal.groupsAround('sender', attempt?.id ?? 0)).since;
  expect(await since()).toEqual([]);

  await removeBefore(50);

  expect(await journal.job('Made')).toBeNull();
  expect(await since()).toEqual([]);
});

test('what is counted is what goes', async () => {
  const { run, sent, asked, record, removeBefore, left } = await open();
  await run('old', { Choir: 1, Chess: 2 }, 3);
  await run('new', { Drama: 4 }, 60);
  await sent('Single', 5, created('Single'));
  await asked('In the queue', 6);
  await sent('Newest', 100, created('Newest'));
  const before = (await left()).groups.length;

  const counted = await record.countOld(50 * dayMs);
  await removeBefore(50);

  expect(counted).toEqual({ groups: 3, runs: 1 });
  expect(before - (await left()).groups.length).toBe(counted.groups);
  expect(await record.countOld(50 * dayMs)).toEqual({ groups: 0, runs: 0 });
});

test('much goes in small parts, and says who was in it', async () => {
  const { sent, record, left } = await open();
  for (let number = 0; number < 250; number += 1) await sent(`G${number}`, 1, created(`G${number}`));
  await sent('Newest', 100, created('Newest'));

  const parts = [];
  for (let more = true; more; ) {
    const part = sure(await record.removeOld(50 * dayMs));
    parts.push(part.removed.length);
    more = part.more;
    if (parts.length === 1)
      expect(part.removed[0]).toMatchObject({
        accountId: 'account-1',
        chatIds: [expect.any(String), expect.any(String)],
      });
  }

  expect(parts).toEqual([50, 50, 50, 50, 50, 0]);
  expect((await left()).groups).toEqual(['Newest']);
});
