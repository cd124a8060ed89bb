import { describe, expect, onTestFinished, test } from 'vitest';
import type { Entry } from '../../core/contact.ts';
import type { Result } from '../../core/result.ts';
import type { AttemptEnd, Journal, Outcome } from '../../main/groups/journal.ts';
import type { KeptRun, NewRow, RunStore } from '../../main/runs/store.ts';
import { person } from './groups-engine.ts';
import { ready, testRow, testRun } from './run-samples.ts';

/** Opens stores over one empty database; each call is another process that looks at the same data. */
export type OpenRuns = () => {
  readonly open: () => { readonly runs: RunStore; readonly journal: Journal };
  readonly close: () => void;
};

/** What every store of runs must keep, whatever it is made of. */
export function runsContract(name: string, openRuns: OpenRuns): void {
  function stores() {
    const { open, close } = openRuns();
    onTestFinished(close);
    return open;
  }
  /** A run of these rows that was started. */
  async function started(...names: string[]) {
    const { runs, journal } = stores()();
    value(
      await runs.add(
        testRun('run'),
        names.map((row) => testRow(row)),
      ),
    );
    value(await runs.start('run', { sender: 'sender', atMs: 2000 }));
    await enlist(journal);
    return { runs, journal };
  }

  describe(name, () => {
    test('a run comes back as it was given, with its rows in their order', async () => {
      const { runs } = stores()();
      const rows = [testRow('Choir', { line: 4 }), testRow('Chess', { line: 7, verdict: 'to-fix' })];

      value(await runs.add(testRun('run'), rows));

      expect(await runs.run('run')).toEqual(testRun('run'));
      expect(await runs.allRows('run', { offset: 0, limit: 10 })).toMatchObject([
        { rowId: 1, ...rows[0], people: 2, again: false, wants: 'no', failure: null, job: null },
        { rowId: 2, ...rows[1] },
      ]);
      expect(await runs.allRows('run', { offset: 1, limit: 1 })).toMatchObject([{ name: 'Chess' }]);
    });

    test('the names of its rows are told in their order', async () => {
      const { runs } = stores()();
      value(await runs.add(testRun('run'), [testRow('Choir', { line: 4 }), testRow('Chess', { line: 7 })]));

      value(await runs.changeRow('run', 2, { name: 'Band', again: true, verdict: 'left-out' }));

      expect(await runs.names('run')).toEqual([
        { rowId: 1, line: 4, name: 'Choir', verdict: 'ready', again: false, wants: 'no' },
        { rowId: 2, line: 7, name: 'Band', verdict: 'left-out', again: true, wants: 'no' },
      ]);
    });

    test('runs are listed newest first, drafts on top, by account', async () => {
      const { runs } = stores()();
      for (const run of [
        testRun('old', { state: { at: 'running' }, startedAtMs: 2, madeAtMs: 1 }),
        testRun('draft', { madeAtMs: 2 }),
        testRun('new', { state: { at: 'paused', why: 'person' }, startedAtMs: 1, madeAtMs: 3 }),
        testRun('other', { accountId: 'account-2', madeAtMs: 4 }),
        testRun('done', { state: { at: 'ended', atMs: 9, how: 'done' }, startedAtMs: 3, madeAtMs: 5 }),
      ])
        await keep(runs, run);

      expect((await runs.runs('account-1', { offset: 0, limit: 10 })).map(({ id }) => id)).toEqual([
        'draft',
        'done',
        'new',
        'old',
      ]);
      expect(await runs.count('account-1')).toBe(4);
      expect((await runs.open()).map(({ id }) => id)).toEqual(['new', 'old']);
    });

    test('a start lets every ready row wait, once', async () => {
      const { runs } = stores()();
      value(await runs.add(testRun('run'), [testRow('Choir'), testRow('Chess', { verdict: 'left-out' })]));

      const run = value(await runs.start('run', { sender: 'sender', atMs: 2000 }));

      expect(run).toMatchObject({ state: { at: 'running' }, sender: 'sender', startedAtMs: 2000 });
      expect(await runs.waiting('run')).toBe(1);
      expect(await runs.start('run', { sender: 'sender', atMs: 3000 })).toMatchObject({
        failure: { code: 'too-late' },
      });
    });

    test('a run without a ready row does not start', async () => {
      const { runs } = stores()();
      value(await runs.add(testRun('run'), [testRow('Choir', { verdict: 'to-fix' })]));

      expect(await runs.start('run', { sender: 'sender', atMs: 1 })).toMatchObject({
        failure: { code: 'nothing-to-start' },
      });
      expect(await runs.run('run')).toMatchObject({ state: { at: 'draft' } });
    });

    test('what changes of a run is kept, the rest stays', async () => {
      const { runs } = stores()();
      await keep(runs, testRun('run'));

      value(await runs.change('run', { refusals: 2, resultsFile: 'Results.xlsx' }));

      expect(await runs.run('run')).toEqual(testRun('run', { refusals: 2, resultsFile: 'Results.xlsx' }));
      expect(await runs.change('none', { refusals: 1 })).toMatchObject({ failure: { code: 'not-found' } });
    });

    test('only a draft is removed, with its rows and its picture', async () => {
      const { runs } = stores()();
      for (const id of ['draft', 'started']) value(await runs.add(testRun(id), [testRow('Choir')]));
      value(await runs.namePictures('draft', new Map([['', value(await runs.keepPicture(new Uint8Array([1, 2])))]])));
      value(await runs.start('started', { sender: 'sender', atMs: 1 }));

      expect(await runs.remove('started')).toMatchObject({ failure: { code: 'too-late' } });
      value(await runs.remove('draft'));

      expect([await runs.run('draft'), await runs.row('draft', 1), await runs.picture('draft', '')]).toEqual([
        null,
        null,
        null,
      ]);
      expect((await runs.counts('draft')).all).toBe(0);
    });

    test('a picture is kept once under all of its names, until no run shows it', async () => {
      const { runs } = stores()();
      const [one, same, other] = [
        value(await runs.keepPicture(new Uint8Array([1, 2, 3]))),
        value(await runs.keepPicture(new Uint8Array([1, 2, 3]))),
        value(await runs.keepPicture(new Uint8Array([4]))),
      ];
      value(await runs.add(testRun('run'), [testRow('Choir')], new Map([['a.jpg', one]])));
      value(
        await runs.namePictures(
          'run',
          new Map([
            ['b.jpg', same],
            ['', other],
          ]),
        ),
      );
      value(
        await runs.add(
          testRun('gone'),
          [testRow('Band')],
          new Map([['', value(await runs.keepPicture(new Uint8Array([5])))]]),
        ),
      );
      value(await runs.remove('gone'));
      value(await runs.dropPictures());

      expect(same).toBe(one);
      expect(await runs.pictures('run')).toEqual(
        new Map([
          ['a.jpg', one],
          ['b.jpg', one],
          ['', other],
        ]),
      );
      expect([...((await runs.picture('run', 'b.jpg')) ?? [])]).toEqual([1, 2, 3]);
      expect(await runs.pictureBytes('run')).toBe(4);
      expect(await runs.picture('run', 'c.jpg')).toBeNull();
      expect(await runs.namePictures('none', new Map([['', one]]))).toMatchObject({ failure: { code: 'not-found' } });
    });

    test('rows wait in their order, and may be moved among those that wait', async () => {
      const { runs } = await started('A', 'B', 'C', 'D');
      const order = async () =>
        (await runs.rows({ runId: 'run', filter: 'waiting', text: '', offset: 0, limit: 10 })).rows.map(
          (row) => row.name,
        );
      const moved: string[] = [];
      for (const [rowId, to] of [
        [3, 'next'],
        [1, 'last'],
        [4, 'up'],
        [3, 'down'],
        [4, 'up'],
      ] as const) {
        value(await runs.moveRow('run', rowId, to));
        moved.push((await order()).join(''));
      }

      expect(moved).toEqual(['CABD', 'CBDA', 'CDBA', 'DCBA', 'DCBA']);
      expect(await runs.next('run')).toMatchObject({ name: 'D' });
    });

    test('a row that does not wait has no place to move to', async () => {
      const { runs } = await started('A', 'B');
      value(await runs.changeRow('run', 1, { wants: 'skipped' }));

      expect(await runs.moveRow('run', 1, 'last')).toMatchObject({ failure: { code: 'too-late' } });
      expect(await runs.next('run')).toMatchObject({ name: 'B' });
    });

    test('a row and its job are tied in one step, and its turn is over', async () => {
      const { runs, journal } = await started('Choir', 'Chess');

      value(await journal.add(job('Choir', 1), guard));

      expect(await runs.row('run', 1)).toMatchObject({ wants: 'no', job: { jobId: 'Choir', state: { at: 'queued' } } });
      expect(await runs.rowOf('Choir')).toEqual({ runId: 'run', rowId: 1 });
      expect(await runs.rowOf('none')).toBeNull();
      expect(await runs.next('run')).toMatchObject({ name: 'Chess' });
    });

    test('a row gets a job once, and only while its run goes on and it waits', async () => {
      const { runs, journal } = await started('Choir', 'Chess', 'Drama');
      value(await journal.add(job('Choir', 1), guard));
      value(await runs.changeRow('run', 2, { wants: 'skipped' }));

      const again = await journal.add({ ...job('Another', 1), id: 'again' }, guard);
      const skipped = await journal.add(job('Chess', 2), guard);
      value(await runs.change('run', { state: { at: 'paused', why: 'person' } }));
      const paused = await journal.add(job('Drama', 3), guard);

      expect([again, skipped, paused]).toMatchObject(Array(3).fill({ failure: { code: 'too-late' } }));
      expect(await journal.jobs('sender', 'queued')).toHaveLength(1);
    });

    test('a duplicate leaves its row as it was', async () => {
      const { runs, journal } = await started('Choir', 'Choir');
      value(await journal.add(job('Choir', 1), guard));

      const added = await journal.add({ ...job('Choir', 2), id: 'second' }, guard);

      expect(added).toMatchObject({ failure: { code: 'duplicate' } });
      expect(await runs.row('run', 2)).toMatchObject({ wants: 'turn', job: null });
    });

    test('a row whose job is queued, sent, made or unknown is not changed', async () => {
      const { runs, journal } = await started('Choir', 'Chess');
      value(await journal.add(job('Choir', 1), guard));

      const one = await runs.changeRow('run', 1, { name: 'Other' });
      const both = await runs.changeRows(
        'run',
        new Map([
          [2, { name: 'Other' }],
          [1, { name: 'Other' }],
        ]),
      );

      expect([one, both]).toMatchObject([{ failure: { code: 'too-late' } }, { failure: { code: 'too-late' } }]);
      expect(await runs.row('run', 2)).toMatchObject({ name: 'Chess' });
      expect(await runs.changeRow('run', 9, { name: 'Other' })).toMatchObject({ failure: { code: 'not-found' } });
    });

    test('a refused row that waits again is settled when its job goes back into the queue', async () => {
      const { runs, journal } = await started('Choir');
      await ended(journal, job('Choir', 1), { at: 'refused', failure: { code: 'not-accepted' } });
      value(await runs.changeRow('run', 1, { wants: 'turn', name: 'Choir 2' }));
      const waits = await runs.next('run');

      const people = [person(1), person(2)];
      value(await journal.requeue('Choir', { sender: 'sender', name: 'Choir 2', people, fromPhone: null }, guard));

      expect(waits).toMatchObject({ rowId: 1, job: { jobId: 'Choir', state: { at: 'refused' } } });
      expect(await runs.next('run')).toBeNull();
      expect(await runs.row('run', 1)).toMatchObject({ wants: 'no', job: { state: { at: 'queued' } } });
    });

    test('a row whose job was cancelled may get another one', async () => {
      const { runs, journal } = await started('Choir');
      value(await journal.add(job('Choir', 1), guard));
      value(await journal.move('Choir', { is: 'cancelled', atMs: 1 }));
      value(await runs.changeRow('run', 1, { wants: 'turn' }));

      value(await journal.add({ ...job('Choir', 1), id: 'second' }, guard));

      expect(await runs.rowOf('second')).toEqual({ runId: 'run', rowId: 1 });
      expect(await runs.rowOf('Choir')).toBeNull();
    });

    test('the counts follow every change of rows and jobs', async () => {
      const { runs, journal } = stores()();
      const row = (verdict: NewRow['verdict'], entries = [ready(1), ready(2)]) =>
        testRow(`Row ${verdict}`, { verdict, entries });
      const guess: Entry = { at: 'repair', text: '8900', name: 'P', guess: person(9) };
      const rows = [
        row('ready'),
        row('to-fix', [ready(1), guess, guess]),
        row('duplicate'),
        row('left-out'),
        testRow('B'),
      ];
      value(await runs.add(testRun('run'), [...rows, testRow('C'), testRow('D'), testRow('E'), testRow('F')]));
      await enlist(journal);
      const none = { ready: 0, toFix: 0, duplicate: 0, leftOut: 0, waiting: 0, sending: 0, created: 0, unknown: 0 };

      expect(await runs.sums('run')).toEqual({
        counts: { ...none, refused: 0, skipped: 0, all: 9, ready: 6, toFix: 1, duplicate: 1, leftOut: 1 },
        people: 12,
        repairable: { numbers: 2, groups: 1 },
        missing: { people: 0, groups: 0 },
        stepsFailed: 0,
      });

      value(await runs.start('run', { sender: 'sender', atMs: 1 }));
      await ended(journal, job('Row ready', 1), { at: 'created', chatId: '1@g.us', link: null });
      await ended(journal, job('B', 5), { at: 'unknown', failure: { code: 'unknown' } });
      await ended(journal, job('C', 6), { at: 'refused', failure: { code: 'not-accepted' } });
      value(await runs.changeRow('run', 7, { wants: 'skipped' }));
      value(await journal.add(job('E', 8), guard));
      value(await runs.changeRow('run', 2, { entries: [ready(1), ready(2)], verdict: 'ready', wants: 'turn' }));

      expect(await runs.counts('run')).toEqual({
        ...{ ...none, all: 9, duplicate: 1, leftOut: 1, waiting: 3, created: 1, unknown: 1, refused: 1, skipped: 1 },
      });
      expect(await runs.waiting('run')).toBe(2);
      expect((await runs.sums('run')).repairable).toEqual({ numbers: 0, groups: 0 });
      expect((await runs.sums('run')).people).toBe(10);
    });

    test('rows are found by filter, name, person and number, those that need a person on top', async () => {
      const { runs } = stores()();
      const anna: Entry = { at: 'ready', text: '', person: { ...person(77), name: 'Анна Семёнова' } };
      const rows = [testRow('Choir'), testRow('Chess', { entries: [anna] }), testRow('100%', { verdict: 'to-fix' })];
      value(await runs.add(testRun('run'), rows));
      const names = async (filter: 'all' | 'ready' | 'to-fix', text = '') => {
        const found = await runs.rows({ runId: 'run', filter, text, offset: 0, limit: 10 });
        return [found.total, ...found.rows.map((row) => row.name)];
      };

      expect(await names('all')).toEqual([3, '100%', 'Choir', 'Chess']);
      expect(await names('ready')).toEqual([2, 'Choir', 'Chess']);
      expect(await names('all', 'семенова')).toEqual([1, 'Chess']);
      expect(await names('all', '8 900 123 00-77')).toEqual([1, 'Chess']);
      expect(await names('all', 'choir')).toEqual([1, 'Choir']);
      expect(await names('ready', '%')).toEqual([0]);
      expect(await runs.rows({ runId: 'run', filter: 'all', text: '', offset: 1, limit: 1 })).toMatchObject({
        total: 3,
        rows: [{ name: 'Choir' }],
      });
    });

    test('people who are not in yet are those that the last look did not find', async () => {
      const { runs, journal } = await started('Choir', 'Chess');
      await ended(journal, job('Choir', 1), { at: 'created', chatId: '1@g.us', link: null });
      const before = await runs.missing('run', { offset: 0, limit: 10 });
      const look = (isIn: boolean) => ({
        ...{ atMs: 5, others: 0, link: null, chatId: '1@g.us' },
        members: [
          { chatId: person(1).chatId, isIn: true, isAdmin: false },
          { chatId: person(2).chatId, isIn, isAdmin: false },
        ],
      });

      value(await journal.keepMembership('Choir', look(false)));
      const missing = await runs.missing('run', { offset: 0, limit: 10 });
      const sums = await runs.sums('run');
      value(await journal.keepMembership('Choir', look(true)));

      expect(before).toEqual({ people: [], total: 0, groups: 0 });
      expect(missing).toEqual({ people: [{ jobId: 'Choir', group: 'Choir', person: person(2) }], total: 1, groups: 1 });
      expect(sums.missing).toEqual({ people: 1, groups: 1 });
      expect((await runs.sums('run')).missing).toEqual({ people: 0, groups: 0 });
      expect(await runs.row('run', 1)).toMatchObject({ job: { in: 2, notYet: 0 } });

      value(await journal.addPeople('Choir', [person(3)]));
      expect((await runs.sums('run')).missing).toEqual({ people: 1, groups: 1 });
    });

    test('steps are done one by one, each once', async () => {
      const { runs, journal } = await started('Choir');
      await ended(journal, job('Choir', 1), { at: 'created', chatId: '1@g.us', link: null });
      const steps = [
        { kind: 'picture', chatId: '' },
        { kind: 'message', chatId: '' },
      ] as const;
      value(await runs.addSteps('Choir', steps));
      value(await runs.addSteps('Choir', steps));
      const row = await runs.row('run', 1);

      const picture = value(await runs.beginStep('account-1', 'one'));
      value(await runs.endStep(picture?.id ?? 0, { at: 'again' }));
      const again = value(await runs.beginStep('account-1', 'one'));
      value(await runs.endStep(again?.id ?? 0, { at: 'failed', failure: { code: 'not-done' } }));
      const message = value(await runs.beginStep('account-1', 'one'));
      const meanwhile = value(await runs.beginStep('account-1', 'one'));
      value(await runs.endStep(message?.id ?? 0, { at: 'done' }));

      expect(row).toMatchObject({ job: { stepsLeft: 2, stepsFailed: 0 } });
      expect([picture, again, message]).toMatchObject([
        { kind: 'picture', tries: 0, jobId: 'Choir' },
        { kind: 'picture', tries: 1 },
        { kind: 'message', tries: 0 },
      ]);
      expect([meanwhile, value(await runs.beginStep('account-2', 'one'))]).toEqual([null, null]);
      expect(await runs.stepsFailed('run')).toBe(1);
      expect(await runs.row('run', 1)).toMatchObject({ job: { stepsLeft: 0, stepsFailed: 1 } });
    });

    test('steps of a dead run are done anew, a message is not', async () => {
      const { runs, journal } = await started('Choir');
      await ended(journal, job('Choir', 1), { at: 'created', chatId: '1@g.us', link: null });
      value(
        await runs.addSteps('Choir', [
          { kind: 'message', chatId: '' },
          { kind: 'picture', chatId: '' },
        ]),
      );
      for (let step = 0; step < 2; step += 1) value(await runs.beginStep('account-1', 'one'));

      const whileAlive = value(await runs.beginStep('account-1', 'two'));
      value(await journal.enlist({ now: moment('two'), isDead: (runner) => runner === 'one', firstReadInMs: 1 }));
      const after = value(await runs.beginStep('account-1', 'two'));

      expect(whileAlive).toBeNull();
      expect(after).toMatchObject({ kind: 'picture' });
      expect(value(await runs.beginStep('account-1', 'two'))).toBeNull();
      expect(await runs.stepsFailed('run')).toBe(1);
    });

    test('an account that comes again finds the runs of the one that is gone, standing', async () => {
      const { runs, journal } = stores()();
      value(await journal.bind('account-1', '79000000001'));
      value(await runs.add(testRun('run'), [testRow('Choir')]));
      value(await runs.start('run', { sender: '79000000001', atMs: 1 }));
      value(await journal.bind('account-2', '79000000001'));

      value(await journal.inherit('account-2', (accountId) => accountId === 'account-1'));

      expect(await runs.run('run')).toMatchObject({ accountId: 'account-2', state: { at: 'paused', why: 'person' } });
    });

    test('a run goes over to the number when that becomes known', async () => {
      const { runs, journal } = stores()();
      value(await journal.bind('account-1', 'id:1100000001'));
      value(await runs.add(testRun('run'), [testRow('Choir')]));
      value(await runs.start('run', { sender: 'id:1100000001', atMs: 1 }));

      value(await journal.bind('account-1', '79000000001'));

      expect(await runs.run('run')).toMatchObject({ sender: '79000000001', state: { at: 'running' } });
    });
  });
}

const guard = { again: false, sinceMs: 0 };

const keep = async (runs: RunStore, run: KeptRun): Promise<void> => {
  value(await runs.add(run, []));
  value(await runs.change(run.id, run));
};

const job = (name: string, rowId: number) => ({
  ...{ id: name, accountId: 'account-1', sender: 'sender', name, people: [person(1), person(2)], askedAtMs: 1 },
  ...{ fromPhone: null, row: { runId: 'run', rowId } },
});

const moment = (runner: string, runMs = 0) => ({
  ...{ runner, wallMs: runMs, runMs, serverMs: runMs, clockOk: true, day: '2026-11-23', dayEndsInMs: 1000 },
});

async function enlist(journal: Journal): Promise<void> {
  value(await journal.enlist({ now: moment('one'), isDead: () => false, firstReadInMs: 1 }));
  value(await journal.see('sender', [{ chatId: '0@g.us', name: 'Known' }], moment('one')));
}

/** A job of a row that was sent, and what came of it. */
async function ended(journal: Journal, asked: ReturnType<typeof job>, outcome: Outcome): Promise<void> {
  value(await journal.add(asked, guard));
  const begin = { sender: 'sender', now: moment('one'), paceMs: 0, perDay: 99, freshSinceRunMs: 0, deadlineMs: 1 };
  const begun = await journal.begin(asked.id, begin);
  if (!begun.ok) throw new Error(`did not begin: ${begun.failure.is}`);
  const end: AttemptEnd = {
    ...{ outcome, atMs: 2, serverMs: 2, firstReadInMs: 1, stop: null },
    evidence: { startedAtMs: 1, endedAtMs: 2, status: null, serverDateMs: null },
  };
  value(await journal.end(begun.value.id, end));
}

function value<T>(result: Result<T>): T {
  if (!result.ok) throw new Error(`failed: ${result.failure.code}`);
  return result.value;
}
