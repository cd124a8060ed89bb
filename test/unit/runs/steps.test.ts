import { expect, test } from 'vitest';
import { settle } from '../../support/fake-clock.ts';
import { failures } from '../../support/fake-green-api.ts';
import { person } from '../../support/groups-engine.ts';
import { madeRun, runId, sure } from './made-run.ts';

const groupMessages = (messages: readonly { chatId: string; message: string }[]) =>
  messages.filter(({ chatId }) => chatId.endsWith('@g.us')).map(({ message }) => message);

test('a group gets what its run and its row ask for, once', async () => {
  const admins = [person(1)];
  const run = await madeRun({
    extras: { admins, onlyAdminsWrite: true, message: 'Welcome to {name}: {link}', picture: 'school.jpg' },
    rows: [{ extras: { admins: [person(2)], message: '', onlyAdminsWrite: false, picture: '' } }],
  });
  const picture = sure(await run.store.keepPicture(new Uint8Array([0xff, 0xd8, 0xff])));
  sure(await run.store.namePictures(runId, new Map([['', picture]])));

  await run.steps.noticed(await run.show('job-0'));
  await run.steps.noticed(await run.show('job-0'));
  await run.clock.advance(60_000);

  expect(run.api.callsOf('setGroupPicture')).toHaveLength(1);
  expect(run.api.callsOf('setGroupAdmin').map(({ args }) => args[1])).toEqual([person(1).chatId, person(2).chatId]);
  expect(run.api.callsOf('updateGroupSettings')).toHaveLength(1);
  expect(groupMessages(run.api.messages)).toEqual([
    expect.stringMatching(/^Welcome to Group 0: https:\/\/chat\.whatsapp/),
  ]);
  expect(await run.row()).toMatchObject({ stepsLeft: 0, stepsFailed: 0 });
});

test("a row's own message comes before that of the run", async () => {
  const run = await madeRun({
    extras: { message: 'For all' },
    rows: [{ extras: { admins: [], message: 'For these', onlyAdminsWrite: false, picture: '' } }, {}],
  });

  for (const job of ['job-0', 'job-1']) await run.steps.noticed(await run.show(job));
  await run.clock.advance(60_000);

  expect(groupMessages(run.api.messages)).toEqual(['For these', 'For all']);
});

test('a row that names its own picture gets that one, the others the one for all', async () => {
  const own = { admins: [], message: '', onlyAdminsWrite: false, picture: '3b.jpg' };
  const run = await madeRun({ extras: { picture: 'school.jpg' }, rows: [{ extras: own }, {}] });
  const [forAll, for3b] = [new Uint8Array([0xff, 0xd8, 0xff, 1]), new Uint8Array([0xff, 0xd8, 0xff, 2])];
  for (const [name, jpeg] of [
    ['', forAll],
    ['3b.jpg', for3b],
  ] as const) {
    sure(await run.store.namePictures(runId, new Map([[name, sure(await run.store.keepPicture(jpeg))]])));
  }

  for (const job of ['job-0', 'job-1']) await run.steps.noticed(await run.show(job));
  await run.clock.advance(60_000);

  expect(run.api.callsOf('setGroupPicture').map(({ args }) => args[1])).toEqual([for3b, forAll]);
});

test('what may be repeated is tried again until it works', async () => {
  const run = await madeRun({ extras: { onlyAdminsWrite: true } });
  run.api.fault('updateGroupSettings', failures.readFailed, 2);

  await run.steps.noticed(await run.show('job-0'));
  await settle();
  expect(await run.row()).toMatchObject({ stepsLeft: 1 });
  await run.clock.advance(60_000);

  expect(run.api.callsOf('updateGroupSettings')).toHaveLength(3);
  expect(await run.row()).toMatchObject({ stepsLeft: 0, stepsFailed: 0 });
});

test('a message whose answer is lost is never sent again by itself, not even after a restart', async () => {
  const run = await madeRun({ extras: { message: 'Hello' } });
  run.api.fault('sendMessage', { ...failures.noAnswer, effect: true });

  await run.steps.noticed(await run.show('job-0'));
  await run.clock.advance(3_600_000);
  const next = run.stepsOf('run-2');
  await next.start();
  await next.redo('account-1', runId);
  await run.clock.advance(3_600_000);

  expect(groupMessages(run.api.messages)).toEqual(['Hello']);
});

test('a message that was under way when the app died is not sent again', async () => {
  const run = await madeRun({ extras: { message: 'Hello' } });
  run.api.fault('sendMessage', failures.hangsAfterEffect);
  await run.steps.noticed(await run.show('job-0'));
  await settle();

  const next = run.stepsOf('run-2');
  await next.start();
  await run.clock.advance(3_600_000);

  expect(groupMessages(run.api.messages)).toEqual(['Hello']);
});

test('a message that was surely not sent waits, and goes when the connection is back', async () => {
  const run = await madeRun({ extras: { message: 'Hello' } });
  run.api.fault('sendMessage', failures.offline);

  await run.steps.noticed(await run.show('job-0'));
  await settle();
  expect(run.api.messages).toHaveLength(0);
  await run.clock.advance(5_000);

  expect(groupMessages(run.api.messages)).toEqual(['Hello']);
});

test('who is not in yet becomes an admin when they are', async () => {
  const run = await madeRun({ extras: { admins: [person(2)] }, shy: 2 });
  await run.steps.noticed(await run.show('job-0'));
  await run.clock.advance(60_000);
  expect(await run.row()).toMatchObject({ stepsFailed: 1 });
  expect(run.api.callsOf('setGroupAdmin')).toHaveLength(0);

  await run.engine.groups.saveAndAdd({ accountId: 'account-1', jobId: 'job-0', chatId: person(2).chatId });
  await run.steps.noticed(await run.show('job-0'));
  await run.clock.advance(60_000);

  expect(run.api.callsOf('setGroupAdmin')).toHaveLength(1);
  expect(await run.row()).toMatchObject({ stepsFailed: 0 });
});

test('a group that was made just before the app ended gets its steps at the next start', async () => {
  const run = await madeRun({ extras: { onlyAdminsWrite: true } });

  await run.steps.start();
  await run.clock.advance(60_000);

  expect(run.api.callsOf('updateGroupSettings')).toHaveLength(1);
});

test('what failed is tried again when a person says so', async () => {
  const run = await madeRun({ extras: { onlyAdminsWrite: true } });
  run.api.fault('updateGroupSettings', failures.notAccepted);
  await run.steps.noticed(await run.show('job-0'));
  await run.clock.advance(60_000);
  expect(await run.row()).toMatchObject({ stepsFailed: 1 });

  await run.steps.redo('account-1', runId);
  await run.clock.advance(60_000);

  expect(await run.row()).toMatchObject({ stepsLeft: 0, stepsFailed: 0 });
  expect(run.told).toContain(runId);
});

test('nothing is done while the account cannot send', async () => {
  const run = await madeRun({ extras: { onlyAdminsWrite: true } });
  run.setObstacle({ code: 'not-linked' });
  await run.steps.noticed(await run.show('job-0'));
  await run.clock.advance(60_000);
  expect(run.api.callsOf('updateGroupSettings')).toHaveLength(0);

  run.setObstacle(null);
  run.steps.wake();
  await run.clock.advance(1_000);

  expect(run.api.callsOf('updateGroupSettings')).toHaveLength(1);
});
