import { expect, test } from 'vitest';
import { createWords } from '../../../core/i18n/words.ts';
import { ok } from '../../../core/result.ts';
import type { GroupPage } from '../../../main/runs/files.ts';
import { createResults } from '../../../main/runs/results.ts';
import type { ResultRow } from '../../../main/runs/sheet/write-results.ts';
import { failures } from '../../support/fake-green-api.ts';
import { person } from '../../support/groups-engine.ts';
import { type MadeRun, madeRun, runId, sure } from './made-run.ts';

/** Results whose files are only noted, not written. */
function noted({ store, journal, clock }: MadeRun, { isWritable = true } = {}) {
  const rows: ResultRow[] = [];
  const pages: GroupPage[] = [];
  const beside: string[] = [];
  const results = createResults({
    ...{ store, journal, say: () => createWords('en') },
    write: async (_, written) => {
      rows.push(...written);
      return ok(new Uint8Array([1]));
    },
    sayFailure: ({ code }) => code,
    sayProblem: ({ is }) => (is === 'own-number' ? null : is),
    files: {
      async save(_, make) {
        sure(await make());
        return ok({ saved: true });
      },
      async print(printed) {
        pages.push(...printed);
        return ok(new Uint8Array([2]));
      },
      async writeBeside(path, name) {
        if (!isWritable) return { ok: false, failure: { code: 'not-saved' } };
        beside.push(`${path} ${name}`);
        return ok(name);
      },
      show: (path) => void beside.push(path),
    },
    now: clock.now,
    log: { info: () => {}, warn: () => {}, error: () => 'LOG' },
  });
  const kept = async () => {
    const run = await store.run(runId);
    if (!run) throw new Error('gone');
    return run;
  };
  return { results, rows, pages, beside, kept };
}

test('each row says what came of it, who is in, and why somebody is not', async () => {
  const run = await madeRun({ rows: [{ line: 7 }, {}], shy: 2 });
  sure(
    await run.engine.groups.sendLink({
      accountId: 'account-1',
      jobId: 'job-0',
      chatId: person(2).chatId,
      message: 'Hi',
    }),
  );
  const { results, rows, kept } = noted(run);

  sure(await results.save(await kept(), 'csv'));

  expect(rows).toMatchObject([
    {
      ...{ line: 7, name: 'Group 0', what: 'created', in: ['Person 1, +7 900 123-0001'] },
      notIn: [{ who: 'Person 2, +7 900 123-0002', reason: 'the link was sent' }],
      link: expect.stringMatching(/^https:\/\/chat\.whatsapp\.com\//),
    },
    { what: 'created', notIn: [{ reason: 'not seen in the group yet' }] },
  ]);
});

test('a row that was not made says why', async () => {
  const run = await madeRun({
    rows: [{}, { verdict: 'to-fix', problems: [{ is: 'name-empty' }, { is: 'own-number', person: person(1) }] }],
    answers: [failures.notAccepted],
  });
  const { results, rows, kept } = noted(run);

  sure(await results.save(await kept(), 'xlsx'));

  expect(rows).toMatchObject([
    { what: 'refused', reason: 'not-accepted', atMs: null },
    { what: 'left-out', reason: 'name-empty' },
  ]);
});

test('the pages are those of the groups that have a link', async () => {
  const run = await madeRun({ rows: [{}, {}], answers: [failures.notAccepted] });
  const { results, pages, kept } = noted(run);

  sure(await results.savePages(await kept()));

  expect(pages).toMatchObject([
    { name: 'Group 1', people: ['Person 1, +7 900 123-0001', 'Person 2, +7 900 123-0002'] },
  ]);
});

test('the results lie beside the file, and can be shown there', async () => {
  const run = await madeRun();
  const { results, beside, kept } = noted(run);

  await results.writeBeside(await kept());
  sure(results.show(await kept()));

  expect(beside).toEqual([
    expect.stringMatching(/^\/home\/me\/Groups\.xlsx Groups.*\.xlsx$/),
    expect.stringMatching(/^\/home\/me\/Groups.+\.xlsx$/),
  ]);
});

test('what was still open when they were written is put in as soon as it is known, and once', async () => {
  const run = await madeRun({ rows: [{}, {}], answers: [failures.madeWithoutAnswer] });
  const { results, rows, beside, kept } = noted(run);
  await results.writeBeside(await kept());
  const job = async (id: string) => sure(await run.engine.groups.show({ accountId: 'account-1', jobId: id }));
  await results.noticed(await job('job-0'));
  await results.noticed(await job('job-1'));
  expect(rows).toMatchObject([{ what: 'unknown' }, { what: 'created' }]);

  await run.clock.advance(60_000);
  await results.noticed(await job('job-0'));
  await results.noticed(await job('job-0'));

  expect(rows.slice(2)).toMatchObject([{ what: 'created', in: { length: 2 } }, { what: 'created' }]);
  expect(beside).toHaveLength(2);
});

test('a folder that cannot be written leaves the results to be saved elsewhere', async () => {
  const run = await madeRun();
  const { results, kept } = noted(run, { isWritable: false });

  await results.writeBeside(await kept());

  expect((await kept()).resultsFile).toBeNull();
  expect(results.show(await kept())).toMatchObject({ failure: { code: 'not-found' } });
});

/** The run as it is when its last row was sent. */
const end = async ({ store, clock }: MadeRun) =>
  sure(await store.change(runId, { state: { at: 'ended', atMs: clock.now(), how: 'done' } }));

test('results that the app had no time to write are written at its next start, and once', async () => {
  const run = await madeRun();
  await end(run);

  const after = noted(run);
  await after.results.writeDue();
  await noted(run).results.writeDue();

  expect(after.beside).toHaveLength(1);
  expect((await after.kept()).resultsFile).toBe('Groups - results.xlsx');
  expect(await run.store.resultsDue(0)).toEqual([]);
});

test('a group that came to light while the app was closed is put in at the next start', async () => {
  const run = await madeRun({ answers: [failures.madeWithoutAnswer] });
  await end(run);
  await noted(run).results.writeDue();
  const unchanged = noted(run);
  await unchanged.results.writeDue();
  await run.clock.advance(60_000);

  const after = noted(run);
  await after.results.writeDue();

  expect(unchanged.beside).toEqual([]);
  expect(after.rows).toMatchObject([{ what: 'created', in: { length: 2 } }]);
  expect(await run.store.resultsDue(0)).toEqual([]);
});

test('one that is still open at the next start is put in when it is known', async () => {
  const run = await madeRun({ answers: [failures.madeWithoutAnswer] });
  await end(run);
  await noted(run).results.writeDue();
  const { results, rows, beside } = noted(run);
  await results.writeDue();
  await run.clock.advance(60_000);

  await results.noticed(sure(await run.engine.groups.show({ accountId: 'account-1', jobId: 'job-0' })));

  expect(rows).toMatchObject([{ what: 'created' }]);
  expect(beside).toHaveLength(1);
});

test('a folder that is back gets its results at the next start, for a month', async () => {
  const run = await madeRun();
  await end(run);
  await noted(run, { isWritable: false }).results.writeDue();
  const back = noted(run);

  await back.results.writeDue();
  await end(run);
  await run.clock.advance(31 * 86_400_000);
  const late = noted(run);
  await late.results.writeDue();

  expect(back.beside).toHaveLength(1);
  expect(late.beside).toEqual([]);
});
