import { expect, test } from 'vitest';
import type { BackgroundWork } from '../../../core/contract/events.ts';
import { account, openPhone, turnUntil, value } from '../contacts/people-world.ts';
import { openDrafts } from './drafts-world.ts';

/** A file of two groups: everybody of the first is on WhatsApp, one of the second is not. */
async function openChecked() {
  const world = openDrafts();
  const { practice, api } = await openPhone(world.clock);
  world.api = api;
  const people = practice.world.people;
  const here = people.filter(({ onWhatsapp }) => onWhatsapp).map(({ chatId }) => chatId);
  const absent = people.find(({ onWhatsapp }) => !onWhatsapp)?.chatId ?? '';
  const numbers = (...ids: (string | undefined)[]) => ids.map((id) => `+${id?.replace('@c.us', '')}`).join(', ');
  const text = `Group;People\nChoir;${numbers(here[0], here[1])}\nChess;${numbers(here[1], absent)}`;
  const runId = await world.checked(text);
  const asked = () => practice.calls.filter(({ method }) => method === 'checkWhatsapp').length;
  const ended = () =>
    turnUntil(world.clock, () => expect(world.progress('people.checking')).toMatchObject({ running: false }));
  /** What the window heard of the checks so far. */
  const heard = () =>
    world.events.flatMap(([name, payload]) => (name === 'people.checking' ? [payload as BackgroundWork] : [])); // events of this name carry it
  return { ...world, runId, absent, asked, ended, heard };
}

test('everybody of a run is asked about once, and rows are judged by the answers', async () => {
  const { drafts, runId, of, ended, heard, asked, lines, desk } = await openChecked();

  expect(await drafts.checkWhatsapp(of(runId))).toEqual({ ok: true, value: { queued: 3 } });
  await ended();
  for (const work of heard()) await drafts.noticedChecks(work);

  expect(asked()).toBe(3);
  expect(await lines(runId)).toEqual(['2 Choir: ready', '3 Chess: to-fix (not-on-whatsapp)']);
  expect(desk.told.at(-1)?.counts).toMatchObject({ ready: 1, toFix: 1 });
  expect(value(await drafts.checkWhatsapp(of(runId)))).toEqual({ queued: 0 });
});

test('answers of an earlier start of the app are found with the first news', async () => {
  const { drafts, runId, store, absent, clock, lines } = await openChecked();
  value(await store.write(account.accountId, { checked: { chatId: absent, isOn: false, atMs: clock.now() } }));
  expect(await lines(runId)).toEqual(['2 Choir: ready', '3 Chess: ready']);

  const work = { accountId: account.accountId, done: 1, total: 1, failure: null };
  await drafts.noticedChecks({ ...work, running: true });
  expect(await lines(runId)).toEqual(['2 Choir: ready', '3 Chess: ready']);
  await drafts.noticedChecks({ ...work, running: false });

  expect(await lines(runId)).toEqual(['2 Choir: ready', '3 Chess: to-fix (not-on-whatsapp)']);
});

test('nobody is asked about for rows that are left out or exist already', async () => {
  const { drafts, runId, of, repair } = await openChecked();
  await repair(runId, 'leave-out', 2);

  expect(value(await drafts.checkWhatsapp(of(runId)))).toEqual({ queued: 2 });
});

test('when the allowance of the month is used up, that is said', async () => {
  const { drafts, runId, of, store, clock } = await openChecked();
  const month = new Date(clock.now()).toISOString().slice(0, 7);
  value(await store.write(account.accountId, { count: { month, used: 100, total: 100 } }));

  expect(await drafts.checkWhatsapp(of(runId))).toMatchObject({ failure: { code: 'quota', used: 100, total: 100 } });
});
