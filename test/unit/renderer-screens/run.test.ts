import { expect, test } from 'vitest';
import type { Answer, Args } from '../../../core/contract/calls.ts';
import type { Failure } from '../../../core/failure.ts';
import type { GroupRun } from '../../../core/group-run.ts';
import { err, ok, type Result } from '../../../core/result.ts';
import { progressOf } from '../../../core/run-progress.ts';
import { createOpenRun, type OpenRunTools } from '../../../renderer/state/run.ts';
import { account, createNews, forecast, plan, rowOf, runOf, settled } from './run-samples.ts';
import { byHand } from './samples.ts';

type Run = Result<GroupRun, Failure>;

async function setUp() {
  const news = createNews();
  const rows: Args<'runs.rows'>[] = [];
  const shown = { run: runOf('r1') };
  const change = byHand<unknown, Run>();
  const planned = byHand<Args<'runs.plan'>, Result<Answer<'runs.plan'>, Failure>>();
  const extended = byHand<Args<'runs.setExtras'>, Run>();
  const calls = {
    'runs.show': async () => ok(shown.run),
    'runs.rows': async (args: Args<'runs.rows'>) => {
      rows.push(args);
      return ok({ rows: [rowOf(0), rowOf(1)], total: 2 });
    },
    'runs.plan': planned.call,
    'runs.setExtras': extended.call,
    'runs.saveProblems': async () => ok({ saved: true }),
  };
  // Every other call is one that changes the run; all of them are answered by hand.
  const api = new Proxy(calls, { get: (own, name) => Reflect.get(own, name) ?? change.call }) as unknown;
  const run = createOpenRun({ api: api as OpenRunTools['api'], listen: news.listen, accountId: account() });
  await run.open('r1');
  await settled();
  rows.length = 0;
  return { run, news, rows, shown, change, planned, extended };
}

test('an opened run is shown with its rows', async () => {
  const { run } = await setUp();

  expect(run.value.value?.id).toBe('r1');
  expect(run.rows.total.value).toBe(2);
  expect(run.rows.at(1)?.name).toBe('Class 1');
});

test('a change says which call runs for which row, and what came of it', async () => {
  const { run, change, rows } = await setUp();

  const repairing = run.change('runs.repair', { rowId: 3, how: 'numbers' });
  const during = run.acting.value;
  await change.answer(ok(runOf('r1', { at: 'draft' }, { people: 7 })));

  expect(during).toEqual({ call: 'runs.repair', rowId: 3 });
  expect(await repairing).toBe(true);
  expect(change.calls).toEqual([{ accountId: 'a1', runId: 'r1', rowId: 3, how: 'numbers' }]);
  expect(run.value.value?.people).toBe(7);
  expect(run.acting.value).toBeNull();
  expect(rows.length).toBe(1);
});

test('a second click while something runs does nothing', async () => {
  const { run, change } = await setUp();

  void run.change('runs.pause', {});
  const second = await run.change('runs.stop', {});

  expect(second).toBe(false);
  expect(change.calls).toHaveLength(1);
});

test('a failure stays until the next thing is asked for', async () => {
  const { run, change } = await setUp();

  void run.change('runs.start', {});
  await change.answer(err({ code: 'nothing-to-start' }));
  await settled();
  const failed = run.failure.value;
  void run.change('runs.start', {});

  expect(failed).toEqual({ call: 'runs.start', rowId: null, failure: { code: 'nothing-to-start' } });
  expect(run.failure.value).toBeNull();
});

test('what came too late shows where the run stands now, and still says so', async () => {
  const { run, change, shown } = await setUp();
  shown.run = runOf('r1', { at: 'running' });

  void run.change('runs.skip', { rowId: 1, skip: true });
  await change.answer(err({ code: 'too-late' }));
  await settled();

  expect(run.value.value?.state).toEqual({ at: 'running' });
  expect(run.failure.value?.failure).toEqual({ code: 'too-late' });
});

test('news of this run are shown and its rows read again; those of others are not', async () => {
  const { run, news, rows } = await setUp();

  news.tell(runOf('r2', { at: 'running' }));
  news.tell(runOf('r1', { at: 'running' }));
  await settled();

  expect(run.value.value?.state.at).toBe('running');
  expect(rows).toHaveLength(1);
});

test('an answer for the run before does not change the opened one', async () => {
  const { run, change, shown } = await setUp();

  void run.change('runs.pause', {});
  shown.run = runOf('r2');
  await run.open('r2');
  await change.answer(err({ code: 'disk-full' }));

  expect(run.value.value?.id).toBe('r2');
  expect(run.failure.value).toBeNull();
});

test('a plan is seen at once, and of quick changes main hears the newest with all of them', async () => {
  const { run, planned } = await setUp();

  void run.setPlan({ perDay: 26 });
  void run.setPlan({ perDay: 27 });
  void run.setPlan({ paceMinutes: 10 });
  const early = run.plan.value;
  await planned.answer(ok({ run: runOf('r1'), forecast }));
  const newest = { ...plan, perDay: 27, paceMinutes: 10 };
  await planned.answer(ok({ run: runOf('r1', { at: 'draft' }, { plan: newest }), forecast }));

  expect(early).toEqual(newest);
  expect(planned.calls.map((asked) => asked.plan)).toEqual([{ ...plan, perDay: 26 }, newest]);
  expect(run.plan.value).toEqual(newest);
  expect(run.forecast.value).toEqual(forecast);
});

test('a plan that is refused goes back to what is kept, with the reason', async () => {
  const { run, planned } = await setUp();

  void run.setPlan({ perDay: 900 });
  await planned.answer(err({ code: 'disk-full' }));

  expect(run.plan.value).toEqual(plan);
  expect(run.failure.value?.call).toBe('runs.plan');
});

test('extras go to main without the picture, which it keeps itself', async () => {
  const { run, extended } = await setUp();

  void run.setExtras({ message: 'Hello' });

  expect(extended.calls[0]?.extras).toEqual({ alwaysAdd: [], admins: [], onlyAdminsWrite: false, message: 'Hello' });
  expect(run.extras.value?.message).toBe('Hello');
});

test('a filter and a search ask for the rows anew', async () => {
  const { run, rows } = await setUp();

  await run.show('to-fix', ' class ');

  expect(rows).toEqual([{ accountId: 'a1', runId: 'r1', filter: 'to-fix', text: 'class', offset: 0, limit: 100 }]);
  expect(run.text.value).toBe(' class ');
});

test('progress counts what is settled of all that is made, at the end of all that was wanted, never what the check keeps back', () => {
  const run = runOf('r1', { at: 'running' });
  const keptBack = { leftOut: 1, toFix: 4, duplicate: 3 };
  const counts = { ...run.counts, all: 19, ...keptBack, skipped: 1, created: 3, unknown: 1, refused: 1, waiting: 5 };

  expect(progressOf({ ...run, counts })).toEqual({ done: 5, total: 10 });
  expect(progressOf({ counts, state: { at: 'ended', atMs: 1, how: 'stopped' } })).toEqual({ done: 5, total: 11 });
});
