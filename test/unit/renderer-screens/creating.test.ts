import { signal } from '@preact/signals';
import { expect, test } from 'vitest';
import type { Entry } from '../../../core/contact.ts';
import type { Args } from '../../../core/contract/calls.ts';
import type { Failure } from '../../../core/failure.ts';
import type { GroupJob } from '../../../core/group-job.ts';
import { err, ok, type Result } from '../../../core/result.ts';
import { createCreator } from '../../../renderer/state/creating.ts';
import { createDraft } from '../../../renderer/state/draft.ts';
import { badEntry, byHand, createTimers, jobOf, personOf, queued, readyOf } from './samples.ts';

function setUp(name: string, entries: readonly Entry[]) {
  const create = byHand<Args<'groups.create'>, Result<GroupJob, Failure>>();
  const made: string[] = [];
  const draft = createDraft({
    api: { 'draft.keep': async () => ok(null), 'draft.read': async () => ok({ name: '', entries: [] }) },
    after: createTimers().after,
    isPractice: signal(false),
    first: { name, entries: [...entries] },
  });
  const creator = createCreator({
    api: { 'groups.create': create.call },
    draft,
    accountId: signal('a1'),
    onCreated: (job) => made.push(job.id),
  });
  return { creator, draft, create, made };
}

const duplicate = { code: 'duplicate', exact: true, state: 'created', jobId: 'old', madeAtMs: 5 } as const;

test.each([
  ['name-empty', ' ', [readyOf(1)]],
  ['name-too-long', 'x'.repeat(101), [readyOf(1)]],
  ['no-people', 'Choir', []],
  ['to-look-at', 'Choir', [badEntry]],
  ['to-look-at', 'Choir', [readyOf(1), badEntry]],
  ['too-many-people', 'Choir', Array.from({ length: 1024 }, (_, n) => readyOf(n))],
] as const)('a draft with %s is told so and not summed up', (problem, name, entries) => {
  const { creator } = setUp(name, entries);

  creator.begin();

  expect(creator.state.value).toEqual({ at: 'editing', problem, failure: null });
});

test('a sound draft is summed up first and sent only after the yes', async () => {
  const { creator, create } = setUp('Choir', [readyOf(1)]);

  creator.begin();
  const calledBefore = create.calls.length;
  void creator.confirm(false);

  expect(calledBefore).toBe(0);
  expect(create.calls).toEqual([{ accountId: 'a1', name: 'Choir', people: [personOf(1)], again: false }]);
});

test('two quick clicks ask once', () => {
  const { creator, create } = setUp('Choir', [readyOf(1)]);
  creator.begin();

  void creator.confirm(false);
  void creator.confirm(false);

  expect(create.calls).toHaveLength(1);
});

test('a group in the queue clears the draft and is shown', async () => {
  const { creator, draft, create, made } = setUp('Choir', [readyOf(1)]);
  creator.begin();
  void creator.confirm(false);

  await create.answer(ok(jobOf('j1', queued)));

  expect(made).toEqual(['j1']);
  expect(draft.name.value).toBe('');
  expect(draft.entries.list.value).toEqual([]);
});

test('a duplicate is a question, and only its answer makes another one', async () => {
  const { creator, draft, create } = setUp('Choir', [readyOf(1)]);
  creator.begin();
  void creator.confirm(false);
  await create.answer(err(duplicate));
  const question = creator.state.value;

  void creator.confirm(true);

  expect(question).toEqual({ at: 'duplicate', failure: duplicate });
  expect(create.calls.map(({ again }) => again)).toEqual([false, true]);
  expect(draft.name.value).toBe('Choir');
});

test('a failure leaves the draft as it is and stands in the form', async () => {
  const { creator, draft, create, made } = setUp('Choir', [readyOf(1)]);
  creator.begin();
  void creator.confirm(false);

  await create.answer(err({ code: 'disk-full' }));

  expect(creator.state.value).toEqual({ at: 'editing', problem: null, failure: { code: 'disk-full' } });
  expect(draft.name.value).toBe('Choir');
  expect(made).toEqual([]);
});

test('a refused draft becomes the problem of its field', async () => {
  const { creator, create } = setUp('Choir', [readyOf(1)]);
  creator.begin();
  void creator.confirm(false);

  await create.answer(err({ code: 'bad-draft', problem: 'name-too-long' }));

  expect(creator.state.value).toEqual({ at: 'editing', problem: 'name-too-long', failure: null });
});
