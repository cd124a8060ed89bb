import { expect, test } from 'vitest';
import { settle } from '../../support/fake-clock.ts';
import { failures } from '../../support/fake-green-api.ts';
import { accountId, person } from '../../support/groups-engine.ts';
import { scene } from '../../support/scene.ts';

/** A group of two that was made; person 2 could not be added. */
async function made() {
  const all = await scene();
  all.api.shy.add(person(2).chatId);
  const jobId = await all.create('Choir');
  await all.clock.advance(10_000);
  const missing = { accountId, jobId, chatId: person(2).chatId };
  const doing = async () => (await all.show(jobId)).membership?.members[1]?.doing;
  return { ...all, jobId, missing, doing };
}

test('a missing person is saved, added once, and then seen to be in', async () => {
  const { api, engine, missing } = await made();

  const added = await engine.groups.saveAndAdd(missing);

  expect(added).toMatchObject({ value: { membership: { members: [{ at: 'in' }, { at: 'in', doing: null }] } } });
  expect(api.callsOf('addGroupParticipant')).toHaveLength(1);
});

test('an answer that says no is shown beside the person', async () => {
  const { api, engine, missing, doing } = await made();
  api.addContact = async () => ({ ok: true, value: { onWhatsapp: true } });

  await engine.groups.saveAndAdd(missing);

  expect(await doing()).toBe('add-failed');
});

test('without an answer nobody knows, and the machine does not try again', async () => {
  const { api, engine, missing, doing, clock } = await made();
  api.fault('addGroupParticipant', failures.noAnswer);

  const added = await engine.groups.saveAndAdd(missing);
  await clock.advance(24 * 3_600_000);

  expect(added.ok).toBe(true);
  expect(await doing()).toBe('add-unknown');
  expect(api.callsOf('addGroupParticipant')).toHaveLength(1);
});

test('proof that nothing was sent leaves no trace', async () => {
  const { api, engine, missing, doing } = await made();
  api.fault('addGroupParticipant', failures.offline);

  const added = await engine.groups.saveAndAdd(missing);

  expect(added).toMatchObject({ failure: { code: 'offline' } });
  expect(await doing()).toBeNull();
});

test('someone who is not on WhatsApp is not added', async () => {
  const { api, engine, missing } = await made();
  api.addContact = async () => ({ ok: true, value: { onWhatsapp: false } });

  expect(await engine.groups.saveAndAdd(missing)).toMatchObject({
    failure: { code: 'not-on-whatsapp', name: 'Person 2' },
  });
  expect(api.callsOf('addGroupParticipant')).toHaveLength(0);
});

test('the link is sent once, however often it is clicked', async () => {
  const { api, engine, missing, doing } = await made();
  const message = { ...missing, message: 'Come in: https://chat.whatsapp.com/…' };

  const clicks = await Promise.all([engine.groups.sendLink(message), engine.groups.sendLink(message)]);
  const later = await engine.groups.sendLink(message);

  expect(clicks.map((click) => click.ok)).toEqual([true, false]);
  expect(later).toMatchObject({ failure: { code: 'too-late' } });
  expect(api.messages).toHaveLength(1);
  expect(await doing()).toBe('link-sent');
});

test('a message without an answer is unknown, and only a person sends it again', async () => {
  const { api, engine, missing, doing } = await made();
  api.fault('sendMessage', failures.noAnswer);
  await engine.groups.sendLink({ ...missing, message: 'Come in' });
  expect(await doing()).toBe('link-unknown');

  await engine.groups.sendLink({ ...missing, message: 'Come in' });

  expect(await doing()).toBe('link-sent');
});

test('what was under way when the process died is unknown at the next start', async () => {
  const { api, engine, missing } = await made();
  api.fault('sendMessage', failures.hangsAfterEffect);
  void engine.groups.sendLink({ ...missing, message: 'Come in' });
  await settle();

  const next = engine.restart();
  await next.groups.start();

  expect(await next.groups.show(missing)).toMatchObject({
    value: { membership: { members: [{ doing: null }, { doing: 'link-unknown' }] } },
  });
  expect(api.messages).toHaveLength(1);
});

test('people added later belong to the group', async () => {
  const { engine, jobId } = await made();

  const added = await engine.groups.addPeople({ accountId, jobId, people: [person(7), person(1)] });

  expect(added).toMatchObject({
    value: { people: [person(1), person(2), person(7)], membership: { members: [{ at: 'in' }, {}, { at: 'in' }] } },
  });
});

test('a new name is kept, and the old one still finds the group', async () => {
  const { api, engine, jobId } = await made();

  await engine.groups.rename({ accountId, jobId, name: ' Chess  club ' });

  expect(api.groups[1]?.name).toBe('Chess club');
  for (const text of ['chess', 'choir']) {
    expect(await engine.groups.find({ accountId, text, offset: 0, limit: 9 })).toMatchObject({
      value: { rows: [{ name: 'Chess club' }] },
    });
  }
});

test('an admin is shown as one', async () => {
  const { engine, jobId } = await made();

  const done = await engine.groups.makeAdmin({ accountId, jobId, chatId: person(1).chatId });

  expect(done).toMatchObject({ value: { membership: { members: [{ isAdmin: true }, { isAdmin: false }] } } });
});

test('nothing is done with a group of another account, or that was not made', async () => {
  const { engine, jobId, create } = await made();
  const queued = await create('Chess');

  expect(await engine.groups.rename({ accountId: 'other', jobId, name: 'X' })).toMatchObject({
    failure: { code: 'not-found' },
  });
  expect(await engine.groups.rename({ accountId, jobId: queued, name: 'X' })).toMatchObject({
    failure: { code: 'too-late' },
  });
});
