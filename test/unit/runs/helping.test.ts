import { expect, test } from 'vitest';
import { failures } from '../../support/fake-green-api.ts';
import { accountId, person } from '../../support/groups-engine.ts';
import { gapMs, madeRun, runId, sure } from './made-run.ts';

const everybody = { accountId, runId };
const sendLink = { ...everybody, how: { is: 'send-link', message: 'Join {name}: {link}' } } as const;
const saveAndAdd = { ...everybody, how: { is: 'save-and-add' } } as const;

test('everybody who is missing gets the link of their own group, one after the other', async () => {
  const run = await madeRun({ rows: [{}, {}], shy: 2 });

  sure(await run.helping.helpMissing(sendLink));
  await run.clock.advance(0);
  expect(run.api.messages).toHaveLength(1);
  expect(await run.helping.progress(runId)).toEqual({ done: 1, total: 2, failure: null });
  await run.clock.advance(gapMs);

  expect(run.api.messages.map(({ chatId }) => chatId)).toEqual([person(2).chatId, person(2).chatId]);
  expect(run.api.messages[1]?.message).toMatch(/^Join Group 1: https:\/\/chat\.whatsapp\.com\//);
  await run.clock.advance(gapMs);
  expect(await run.helping.progress(runId)).toBeNull();
});

test('nobody is sent the link twice, however often it is asked for', async () => {
  const run = await madeRun({ shy: 2 });
  run.api.fault('sendMessage', { ...failures.noAnswer, effect: true });

  sure(await run.helping.helpMissing(sendLink));
  await run.clock.advance(10 * gapMs);
  sure(await run.helping.helpMissing(sendLink));
  await run.clock.advance(10 * gapMs);

  expect(run.api.messages).toHaveLength(1);
});

test('who was sent the link by hand is not sent it again with the others', async () => {
  const run = await madeRun({ shy: 2 });
  sure(await run.engine.groups.sendLink({ accountId, jobId: 'job-0', chatId: person(2).chatId, message: 'Join' }));

  sure(await run.helping.helpMissing(sendLink));
  await run.clock.advance(10 * gapMs);

  expect(run.api.messages).toHaveLength(1);
});

test('the missing are saved and added', async () => {
  const run = await madeRun({ rows: [{}, {}], shy: 2 });

  sure(await run.helping.helpMissing(saveAndAdd));
  await run.clock.advance(2 * gapMs);

  expect(run.api.saved.has(person(2).chatId)).toBe(true);
  expect(await run.row(1)).toMatchObject({ notYet: 0 });
  expect(await run.row(2)).toMatchObject({ notYet: 0 });
});

test('what stands in the way of all stops it, and it goes on where it stood', async () => {
  const run = await madeRun({ rows: [{}, {}], shy: 2 });
  run.api.fault('sendMessage', failures.offline);

  sure(await run.helping.helpMissing(sendLink));
  await run.clock.advance(10 * gapMs);
  expect(await run.helping.progress(runId)).toEqual({ done: 0, total: 2, failure: { code: 'offline' } });
  run.helping.wake();
  await run.clock.advance(10 * gapMs);

  expect(run.api.messages).toHaveLength(2);
});

test('a restart goes on with the others, and not with the one that was under way', async () => {
  const run = await madeRun({ rows: [{}, {}], shy: 2 });
  run.api.fault('sendMessage', failures.hangsAfterEffect);
  sure(await run.helping.helpMissing(sendLink));
  await run.clock.advance(gapMs);
  run.helping.stop();
  const { groups } = run.engine.restart();
  await groups.start();

  const next = run.helpingAgain(groups);
  await next.start();
  await run.clock.advance(10 * gapMs);

  expect(run.api.messages.map(({ message }) => message.slice(0, 12))).toEqual(['Join Group 0', 'Join Group 1']);
});

test('stopped, whoever waits is let go', async () => {
  const run = await madeRun({ rows: [{}, {}], shy: 2 });
  sure(await run.helping.helpMissing(sendLink));
  await run.clock.advance(0);

  sure(await run.helping.stopHelping(everybody));
  await run.clock.advance(10 * gapMs);

  expect(run.api.messages).toHaveLength(1);
  expect(await run.helping.progress(runId)).toBeNull();
});
