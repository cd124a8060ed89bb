import { expect, test } from 'vitest';
import type { GroupJob, JobState } from '../../../core/group-job.ts';
import { createWords } from '../../../core/i18n/words.ts';
import { createRunNotices } from '../../../main/electron/run-notices.ts';
import { runOf } from '../renderer-screens/run-samples.ts';

function desk({ isLookedAt = false } = {}) {
  const shown = new Map<number, string>();
  const clicks: (() => void)[] = [];
  const opened: string[] = [];
  let count = 0;
  const notices = createRunNotices({
    say: () => createWords('en'),
    notify({ title, body, onClick }) {
      const id = ++count;
      shown.set(id, `${title}: ${body}`);
      clicks.push(onClick);
      return () => void shown.delete(id);
    },
    isLookedAt: () => isLookedAt,
    show: (runId) => void opened.push(runId),
  });
  return { ...notices, clicks, opened, shown: () => [...shown.values()], count: () => count };
}

const unknown = (mayDeny: 'no' | 'yes'): JobState => ({
  ...{ at: 'unknown', failure: { code: 'unknown' }, sentAtMs: 1, sinceMs: 1 },
  ...{ reads: 3, nextReadAtMs: null, candidates: [], search: null, mayDeny },
});
const job = (name: string, state: JobState): GroupJob => ({
  ...{ id: name, accountId: 'a1', name, people: [], askedAtMs: 1, link: null, fromPhone: null },
  ...{ startsAtMs: null, supportCode: '', membership: null, state },
});
const found: JobState = { at: 'created', chatId: '1@g.us', madeAtMs: 1, how: 'found' };

test('a group of a run that asks a person is told once; a click opens the run', () => {
  const { tellJob, shown, clicks, opened } = desk();

  tellJob('run', job('5 A', unknown('no')));
  expect(shown()).toEqual([]);
  tellJob('run', job('5 A', unknown('yes')));
  tellJob('run', job('5 A', unknown('yes')));
  clicks[0]?.();

  expect(shown()).toEqual(['Please check a group: 5 A: we could not find it. Please look in WhatsApp on the phone.']);
  expect(opened).toEqual(['run']);
});

test('several are told together, and when they are settled nothing is left to be seen', () => {
  const { tellJob, shown } = desk();

  for (const name of ['5 A', '5 B']) tellJob('run', job(name, unknown('yes')));
  expect(shown()).toEqual(['Please check a group: 2 groups could not be found. Please look in WhatsApp on the phone.']);
  for (const name of ['5 A', '5 B']) tellJob('run', job(name, found));

  expect(shown()).toEqual([]);
});

test('who looks at the window is told nothing', () => {
  const { tellJob, tellRun, count } = desk({ isLookedAt: true });

  tellJob('run', job('5 A', unknown('yes')));
  tellRun(runOf('run', { at: 'running' }));
  tellRun(runOf('run', { at: 'ended', atMs: 1, how: 'done' }));

  expect(count()).toBe(0);
});

test('the end, a stop and a wait for a person are told once each; what was so before the app began is not', () => {
  const { tellRun, shown } = desk();
  const waits = { waiting: { code: 'not-linked' } } as const;

  tellRun(runOf('old', { at: 'ended', atMs: 1, how: 'done' }));
  tellRun(runOf('run', { at: 'running' }));
  for (const _ of [1, 2]) tellRun(runOf('run', { at: 'running' }, waits));
  for (const _ of [1, 2]) tellRun(runOf('run', { at: 'stopped', atMs: 1, failure: { code: 'number-changed' } }));
  tellRun(runOf('run', { at: 'ended', atMs: 1, how: 'done' }));
  tellRun(runOf('mine', { at: 'running' }));
  tellRun(runOf('mine', { at: 'ended', atMs: 1, how: 'stopped' }));

  expect(shown().map((text) => text.split(':')[0])).toEqual([
    'The groups wait for you',
    'The groups stand',
    'The groups are made',
  ]);
});
