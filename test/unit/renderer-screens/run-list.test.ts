import { expect, test } from 'vitest';
import type { Args } from '../../../core/contract/calls.ts';
import { err, ok } from '../../../core/result.ts';
import { createRunList } from '../../../renderer/state/run-list.ts';
import { account, createNews, runOf, settled } from './run-samples.ts';

function setUp(removing: 'goes' | 'fails' = 'goes') {
  const news = createNews();
  const asked: Args<'runs.find'>[] = [];
  const kept = { runs: [runOf('r2'), runOf('r1', { at: 'running' })] };
  const list = createRunList({
    api: {
      'runs.find': async (args) => {
        asked.push(args);
        return ok({ runs: kept.runs, total: kept.runs.length });
      },
      'runs.remove': async ({ runId }) => {
        if (removing === 'fails') return err({ code: 'disk-full' });
        kept.runs = kept.runs.filter(({ id }) => id !== runId);
        return ok(null);
      },
    },
    listen: news.listen,
    accountId: account(),
  });
  return { list, news, asked, kept };
}

test('a run that goes on changes its line without being asked for', async () => {
  const { list, news, asked } = setUp();
  await list.read();

  const counts = { ...runOf('r1').counts, created: 2 };
  news.tell(runOf('r1', { at: 'running' }, { counts }));

  expect(list.lines.value?.map((line) => line.counts.created)).toEqual([0, 2]);
  expect(asked).toHaveLength(1);
});

test('a run that starts or ends may stand elsewhere: the list is read again', async () => {
  const { list, news, asked } = setUp();
  await list.read();

  news.tell(runOf('r1', { at: 'ended', atMs: 1, how: 'done' }));
  news.tell(runOf('r9'));
  await settled();

  expect(asked.length).toBeGreaterThan(1);
});

test('news of another account, and news before anybody looked, read nothing', async () => {
  const { list, news, asked } = setUp();
  news.tell(runOf('r1'));
  await list.read();

  news.tell(runOf('r9', { at: 'draft' }, { accountId: 'a2' }));

  expect(asked).toHaveLength(1);
});

test('a removed draft is gone; one that could not be removed stays, with the reason', async () => {
  const gone = setUp();
  await gone.list.read();
  await gone.list.remove('r2');

  const stays = setUp('fails');
  await stays.list.read();
  await stays.list.remove('r2');

  expect(gone.list.lines.value?.map(({ id }) => id)).toEqual(['r1']);
  expect(stays.list.lines.value?.map(({ id }) => id)).toEqual(['r2', 'r1']);
  expect(stays.list.failure.value).toEqual({ code: 'disk-full' });
});
