import { expect, test } from 'vitest';
import type { GroupRun } from '../../../core/group-run.ts';
import { createKeepAwake } from '../../../main/electron/keep-awake.ts';
import { plan, runOf } from '../renderer-screens/run-samples.ts';

function desk() {
  const blocked = new Set<number>();
  let ids = 0;
  const blocker = {
    start() {
      blocked.add(++ids);
      return ids;
    },
    stop: (id: number) => blocked.delete(id),
  };
  return { ...createKeepAwake({ blocker, now: () => 1_000_000 }), count: () => blocked.size };
}

const wanted = (id: string, more: Partial<GroupRun> = {}) =>
  runOf(id, { at: 'running' }, { plan: { ...plan, keepAwake: true }, next: nextIn(5 * 60_000), ...more });
const nextIn = (ms: number) => ({ rowId: 1, name: 'A', people: 1, startsAtMs: 1_000_000 + ms });

test('the computer is kept awake while a run that asks for it goes on, once for all of them', () => {
  const { noteRun, count } = desk();

  for (const id of ['a', 'b', 'a']) noteRun(wanted(id));
  expect(count()).toBe(1);
  noteRun(wanted('a', { state: { at: 'ended', atMs: 1, how: 'done' } }));
  expect(count()).toBe(1);
  noteRun(wanted('b', { state: { at: 'paused', why: 'person' } }));

  expect(count()).toBe(0);
});

test.each([
  ['a run that does not ask for it', runOf('a', { at: 'running' }, { next: nextIn(0) })],
  ['one whose next group is made tomorrow', wanted('a', { next: nextIn(15 * 3_600_000) })],
  ['one that waits for a person', wanted('a', { waiting: { code: 'not-linked' } })],
  ['one that has nothing left', wanted('a', { next: null })],
])('it may sleep during %s', (_, run) => {
  const { noteRun, count } = desk();
  noteRun(wanted('a'));

  noteRun(run);

  expect(count()).toBe(0);
});

test('it stays awake while the last group is on the wire', () => {
  const { noteRun, count } = desk();

  noteRun(wanted('a', { next: null, counts: { ...wanted('a').counts, sending: 1 } }));

  expect(count()).toBe(1);
});
