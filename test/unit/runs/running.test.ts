import { describe, expect, test } from 'vitest';
import { defaultPlan } from '../../../core/run-plan.ts';
import { createFakeClock, settle } from '../../support/fake-clock.ts';
import { createFakeGreenApi, failures } from '../../support/fake-green-api.ts';
import { accountId, draft, person } from '../../support/groups-engine.ts';
import { ready, testPlan, testRow } from '../../support/run-samples.ts';
import { numbered, runScene } from '../../support/runs-engine.ts';

const minute = 60_000;
const hour = 60 * minute;
const day = 24 * hour;

describe('a run goes its way', () => {
  test('twenty rows by the plan, over days, with restarts, each once', async () => {
    const plan = { ...testPlan, perDay: 8, paceMinutes: 10, to: '10:00' };
    const { clock, restart, started, show, sent, sentAt } = await runScene();
    await started(numbered(20), { plan });

    for (let hours = 0; hours < 6 * 24; hours += 5) {
      await clock.advance(5 * hour);
      await restart();
    }
    await clock.advance(hour);

    expect(sent()).toEqual(numbered(20));
    expect(await show()).toMatchObject({ state: { at: 'ended', how: 'done' }, counts: { created: 20, waiting: 0 } });
    const times = sentAt();
    // Six fit into an hour; Monday to Friday from nine to ten.
    expect(times.map((atMs) => new Date(atMs).getUTCHours())).toEqual(Array(20).fill(9));
    for (const [place, atMs] of times.entries()) {
      if (place > 0) expect(atMs - (times[place - 1] ?? 0)).toBeGreaterThanOrEqual(10 * minute);
    }
  });

  test('the daily limit of the plan holds by its own clocks, over midnight of this computer', async () => {
    const night = { ...testPlan, timeZone: 'Pacific/Auckland', from: '12:00', to: '14:00', perDay: 3 };
    const { clock, started, sentAt } = await runScene();

    await started(numbered(9), { plan: { ...night, days: Array(7).fill(true) } });
    await clock.advance(4 * day);

    const days = sentAt().map((atMs) => new Date(atMs).toLocaleDateString('sv-SE', { timeZone: 'Pacific/Auckland' }));
    expect(days).toHaveLength(9);
    for (const date of new Set(days)) expect(days.filter((other) => other === date).length).toBeLessThanOrEqual(3);
  });

  test('it ends when nothing waits, its results are written, and it stays to be looked at', async () => {
    const scene = await runScene();
    await scene.started(numbered(2));

    await scene.clock.advance(10 * minute);

    expect(await scene.show()).toMatchObject({
      state: { at: 'ended', how: 'done' },
      resultsFile: 'Groups - results.xlsx',
      next: null,
      doneAtMs: null,
    });
    // Once more when it is known who is in the last group.
    expect(scene.written).toEqual(['/home/me/Groups.xlsx', '/home/me/Groups.xlsx']);
    expect(await scene.runs.standing(accountId)).toBeNull();
    expect(scene.engine.errors).toEqual([]);
  });

  test('what is next and when it will be done is told, and comes true', async () => {
    const { clock, started, show, rows, runs, sentAt } = await runScene();
    await started(numbered(30));
    await clock.advance(minute);

    const told = await show();
    const starts = (await rows()).flatMap(({ state }) => (state.at === 'waiting' ? state.startsAtMs : []));
    const standing = await runs.standing(accountId);
    await clock.advance(2 * day);

    expect(told).toMatchObject({ next: { name: 'Group 2', people: 2 }, waiting: null, people: 60 });
    expect(standing).toMatchObject({ done: 1, total: 30, at: 'running', nextAtMs: told.next?.startsAtMs });
    const times = sentAt();
    expect(times).toHaveLength(30);
    expect(Math.abs((told.next?.startsAtMs ?? 0) - (times[1] ?? 0))).toBeLessThan(minute);
    expect(Math.abs((told.doneAtMs ?? 0) - (times[29] ?? 0))).toBeLessThan(minute);
    for (const [place, atMs] of starts.entries()) {
      expect(Math.abs((atMs ?? 0) - (times[place + 1] ?? 0))).toBeLessThan(minute);
    }
  });

  test('nothing is made before its start, nor outside the hours when the computer slept', async () => {
    const { clock, engine, runs, started, sent } = await runScene();
    await started(numbered(3), { plan: { ...testPlan, startAtMs: clock.now() + 2 * hour } });

    await clock.advance(2 * hour - minute);
    const before = sent().length;
    clock.sleep(12 * hour);
    engine.groups.wake();
    runs.wake();
    await clock.advance(hour);
    const atNight = sent().length;
    await clock.advance(11 * hour);

    expect([before, atNight, sent().length]).toEqual([0, 0, 3]);
  });

  test('clocks that are put forward and back send nothing too early', async () => {
    const { clock, api, engine, runs, started, sentAt } = await runScene();
    api.hasDate = false;
    await started(numbered(6), { plan: defaultPlan('UTC', true) });

    await clock.advance(minute);
    const times: number[] = [];
    for (const ms of [4 * hour, -3 * hour, -hour, 20 * minute]) {
      clock.jump(ms);
      engine.groups.wake();
      runs.wake();
      await clock.advance(2 * minute);
      times.push(clock.truth());
    }
    await clock.advance(hour);

    const truths = sentAt();
    expect(truths.length).toBeGreaterThan(1);
    expect(times.length).toBe(4);
    expect(engine.errors).toEqual([]);
  });
});

describe('a person', () => {
  test('pauses: what was in the queue is held, and goes first when it goes on', async () => {
    const { clock, api, runs, ofRun, sure, started, show } = await runScene();
    const made = () => api.groups.map(({ name }) => name);
    await started([
      ...numbered(3),
      testRow('Kept back', { verdict: 'to-fix' }),
      testRow('Twice', { verdict: 'duplicate' }),
    ]);
    await clock.advance(minute);
    api.fault('createGroup', failures.neverSent, 4);
    await clock.advance(8 * minute);
    const queued = await show();

    const paused = sure(await runs.pause(ofRun));
    await clock.advance(day);
    const madePaused = made();
    expect(queued).toMatchObject({ counts: { waiting: 2 }, waiting: { code: 'offline' } });
    expect(paused).toMatchObject({ state: { at: 'paused', why: 'person' }, doneAtMs: null });
    expect(await runs.standing(accountId)).toMatchObject({ at: 'paused', done: 1, total: 3, nextAtMs: null });
    sure(await runs.resume(ofRun));
    await clock.advance(10 * hour);

    expect(madePaused).toEqual(['Known before', 'Group 1']);
    expect(made()).toEqual(['Known before', ...numbered(3)]);
  });

  test('pauses while a group is on the wire: it ends, and nothing follows', async () => {
    const { clock, api, runs, ofRun, sure, started, show, sent, restart } = await runScene();
    api.fault('createGroup', failures.hangsAfterEffect);
    await started(numbered(2));
    await clock.advance(minute);

    sure(await runs.pause(ofRun));
    await restart();
    await clock.advance(day);

    expect(sent()).toEqual(['Group 1']);
    expect(await show()).toMatchObject({ state: { at: 'paused' }, counts: { created: 1, waiting: 1 } });
  });

  test('stops it for good: what waits is not made', async () => {
    const { clock, runs, ofRun, sure, started, show, sent, written } = await runScene();
    await started(numbered(3));
    await clock.advance(minute);

    const stopped = sure(await runs.stop(ofRun));
    await clock.advance(day);

    expect(stopped).toMatchObject({ state: { at: 'ended', how: 'stopped' } });
    expect(await show()).toMatchObject({ counts: { created: 1, skipped: 2, waiting: 0 } });
    expect(sent()).toHaveLength(1);
    expect(written).toHaveLength(1);
    expect(await runs.resume(ofRun)).toMatchObject({ failure: { code: 'too-late' } });
  });

  test('leaves a row out, takes it in again, and puts others first', async () => {
    const { clock, runs, ofRun, sure, started, sent } = await runScene();
    await started(numbered(5));
    await clock.advance(minute);

    sure(await runs.skip({ ...ofRun, rowId: 2, skip: true }));
    sure(await runs.skip({ ...ofRun, rowId: 3, skip: true }));
    sure(await runs.skip({ ...ofRun, rowId: 3, skip: false }));
    sure(await runs.moveRow({ ...ofRun, rowId: 5, to: 'next' }));
    await clock.advance(hour);

    expect(sent()).toEqual(['Group 1', 'Group 5', 'Group 3', 'Group 4']);
    expect(await runs.skip({ ...ofRun, rowId: 1, skip: true })).toMatchObject({ failure: { code: 'too-late' } });
  });

  test('mends a refused row and lets it try again', async () => {
    const { clock, api, runs, ofRun, sure, started, show, rows, sent } = await runScene();
    api.fault('createGroup', failures.notAccepted);
    await started(numbered(3));
    await clock.advance(minute);
    const refused = await rows();

    const entries = [ready(1), ready(3)];
    sure(await runs.editRow({ ...ofRun, rowId: 1, name: 'Group 1 again', entries }));
    sure(await runs.retry({ ...ofRun, rowId: 1 }));
    const waits = (await rows()).find(({ rowId }) => rowId === 1);
    await clock.advance(hour);

    expect(refused[0]).toMatchObject({ rowId: 1, state: { at: 'job', state: { at: 'refused' } } });
    expect(waits).toMatchObject({ name: 'Group 1 again', state: { at: 'waiting', again: true } });
    expect(sent()).toEqual(['Group 1', 'Group 1 again', 'Group 2', 'Group 3']);
    expect(api.callsOf('createGroup')[1]?.args).toMatchObject([{ chatIds: [person(1).chatId, person(3).chatId] }]);
    expect(await show()).toMatchObject({ state: { at: 'ended' }, counts: { created: 3, refused: 0 } });
  });

  test('tries a refused row again after all was done', async () => {
    const { clock, api, runs, ofRun, sure, started, show } = await runScene();
    api.fault('createGroup', failures.notAccepted);
    await started(['Choir']);
    await clock.advance(minute);
    const ended = await show();

    sure(await runs.retry({ ...ofRun, rowId: 1 }));
    await clock.advance(hour);

    expect(ended.state).toMatchObject({ at: 'ended' });
    expect(await show()).toMatchObject({ state: { at: 'ended' }, counts: { created: 1 } });
  });

  test('changes the plan while it goes on', async () => {
    const { clock, runs, ofRun, sure, started, sentAt } = await runScene();
    await started(numbered(4));
    await clock.advance(minute);

    const { forecast } = sure(await runs.plan({ ...ofRun, plan: { ...testPlan, paceMinutes: 60 } }));
    await clock.advance(4 * hour);

    const times = sentAt();
    expect(times.slice(1).map((atMs, place) => Math.round((atMs - (times[place] ?? 0)) / minute))).toEqual([
      60, 60, 60,
    ]);
    expect(forecast).toMatchObject({ days: [{ day: '2026-11-23', groups: 3 }] });
    expect(await runs.plan({ ...ofRun, plan: { ...testPlan, timeZone: 'Moon/Crater' } })).toMatchObject({
      failure: { code: 'bad-request' },
    });
  });

  test('cannot start without a row or an hour, nor twice, nor another account', async () => {
    const { runs, ofRun, sure, draft: make } = await runScene();
    await make([testRow('Choir', { verdict: 'to-fix' })], { id: 'none' });
    await make(['Choir'], { plan: { ...testPlan, days: Array(7).fill(false) } });
    const answers = [await runs.start({ accountId, runId: 'none' }), await runs.start(ofRun)];
    sure(await runs.plan({ ...ofRun, plan: testPlan }));
    answers.push(await runs.start({ accountId: 'other', runId: 'run' }));
    sure(await runs.start(ofRun));
    answers.push(await runs.start(ofRun), await runs.pause({ accountId, runId: 'none' }));

    expect(answers.map((answer) => !answer.ok && answer.failure.code)).toEqual([
      ...['nothing-to-start', 'no-time-planned', 'not-found', 'too-late', 'too-late'],
    ]);
  });
});

describe('a run stands and says why', () => {
  test('after “rate overlimit” until a person lets it go on the next day', async () => {
    const { clock, api, runs, ofRun, sure, started, show, sent } = await runScene();
    api.fault('createGroup', failures.overlimit);
    await started(numbered(3));
    await clock.advance(hour);
    const stands = await show();
    const standing = await runs.standing(accountId);
    await clock.advance(day);
    const sentThen = sent().length;

    sure(await runs.resume(ofRun));
    await clock.advance(hour);

    expect(stands).toMatchObject({ state: { at: 'running' }, waiting: { code: 'rate-overlimit' }, doneAtMs: null });
    expect(standing).toMatchObject({ at: 'needs-you' });
    expect(sentThen).toBe(1);
    expect(sent()).toEqual(numbered(3));
    expect(await show()).toMatchObject({ state: { at: 'ended' }, counts: { unknown: 1, created: 2 } });
  });

  test('and another run of that number says so before it is started', async () => {
    const { clock, api, draft, started, show } = await runScene();
    await draft(['Choir'], { id: 'next' });
    expect(await show('next')).toMatchObject({ waiting: null });
    api.fault('createGroup', failures.overlimit);
    await started(numbered(1));

    await clock.advance(minute);

    expect(await show('next')).toMatchObject({ state: { at: 'draft' }, waiting: { code: 'rate-overlimit' } });
  });

  test('with a key that is no good any more', async () => {
    const { clock, api, started, show, sent } = await runScene();
    api.fault('createGroup', failures.wrongAccount);
    await started(numbered(3));

    await clock.advance(day);

    expect(sent()).toHaveLength(1);
    expect(await show()).toMatchObject({ waiting: { code: 'wrong-account' }, counts: { refused: 1, waiting: 2 } });
  });

  test('after two unknown groups in a row', async () => {
    const { clock, api, started, show, sent } = await runScene();
    api.fault('createGroup', failures.noAnswer, 2);
    await started(numbered(4));

    await clock.advance(day);

    expect(sent()).toHaveLength(2);
    expect(await show()).toMatchObject({ waiting: { code: 'unknown' }, counts: { unknown: 2, waiting: 2 } });
  });

  test('after three refusals in a row, over restarts, unless the plan says otherwise', async () => {
    const scene = await runScene();
    const { clock, api, ofRun, sure, restart, started, show, sent } = scene;
    api.fault('createGroup', failures.notAccepted, 3);
    await started(numbered(5));
    await clock.advance(6 * minute);
    await restart();
    await clock.advance(hour);
    const stopped = await show();
    const sentThen = sent().length;

    sure(await scene.runs.resume(ofRun));
    await clock.advance(hour);

    expect(stopped).toMatchObject({ state: { at: 'stopped', failure: { code: 'refused-in-a-row', count: 3 } } });
    expect(sentThen).toBe(3);
    expect(await show()).toMatchObject({ state: { at: 'ended' }, counts: { created: 2, refused: 3 } });

    api.fault('createGroup', failures.notAccepted, 3);
    await started(numbered(5, 'Other'), { id: 'other', plan: { ...testPlan, stopAfterRefusals: false } });
    await clock.advance(hour);
    expect(await show('other')).toMatchObject({ state: { at: 'ended' }, counts: { created: 2, refused: 3 } });
  });

  test('when the account has another number', async () => {
    const { clock, engine, runs, ofRun, sure, started, show, sent } = await runScene();
    await started(numbered(3));
    await clock.advance(minute);

    engine.account.sender = '79000000002';
    engine.groups.wake();
    await clock.advance(day);
    const stopped = await show();
    const sentThen = sent().length;
    sure(await runs.resume(ofRun));
    await clock.advance(hour);

    expect(stopped).toMatchObject({ state: { at: 'stopped', failure: { code: 'number-changed' } } });
    expect(sentThen).toBe(1);
    expect(sent()).toEqual(numbered(3));
  });

  test('while the account is not ready nothing is put into its queue', async () => {
    const { clock, engine, runs, store, started, show, sent } = await runScene();
    engine.account.state = { at: 'checked', state: 'notAuthorized', suspendedUntilMs: null, atMs: 0 };
    await started(numbered(2));
    await clock.advance(hour);
    const waits = await show();
    const queued = await store.waiting('run');

    engine.account.state = { at: 'not-checked' };
    runs.wake();
    await clock.advance(hour);

    expect(waits).toMatchObject({ waiting: { code: 'not-linked' }, counts: { waiting: 2 } });
    expect(queued).toBe(2);
    expect(sent()).toHaveLength(2);
  });

  test('on a full disk, and goes on when there is room', async () => {
    let isFull = false;
    const { clock, started, show, sent } = await runScene({
      around: (journal) => ({
        ...journal,
        add: async (job, guard) => (isFull ? { ok: false, failure: { code: 'disk-full' } } : journal.add(job, guard)),
      }),
    });
    await started(numbered(2));
    await clock.advance(minute);
    isFull = true;
    await clock.advance(30 * minute);
    const stands = await show();

    isFull = false;
    await clock.advance(30 * minute);

    expect(stands).toMatchObject({ waiting: { code: 'disk-full' }, counts: { created: 1, waiting: 1 } });
    expect(sent()).toHaveLength(2);
    expect((await show()).waiting).toBeNull();
  });

  test('without a connection, and what was in the queue at the end of the hours waits for the next ones', async () => {
    const { clock, api, runs, engine, started, show, sentAt } = await runScene();
    await started(numbered(3));
    await clock.advance(minute);
    api.fault('createGroup', failures.neverSent, 140); // tried again and again, so many last until eight in the evening
    await clock.advance(30 * minute);
    const stands = await show();
    await clock.advance(14 * hour);
    engine.groups.wake();
    runs.wake();
    await clock.advance(5 * hour);
    const atNight = sentAt().filter((atMs) => new Date(atMs).getUTCHours() >= 18 || new Date(atMs).getUTCHours() < 9);
    await clock.advance(2 * day);

    expect(stands).toMatchObject({ waiting: { code: 'offline' } });
    expect(atNight).toEqual([]);
    expect(await show()).toMatchObject({ state: { at: 'ended' }, counts: { created: 3 } });
  });

  test('when its turn came there was such a group: a person says whether to make another', async () => {
    const { clock, engine, runs, ofRun, sure, started, show, rows, sent } = await runScene();
    sure(await engine.groups.create(draft('Group 2')));
    await clock.advance(minute);
    await started(numbered(3));
    await clock.advance(hour);
    const row = (await rows()).find(({ rowId }) => rowId === 2);
    const ended = await show();

    sure(await runs.retry({ ...ofRun, rowId: 2 }));
    await clock.advance(hour);

    expect(row).toMatchObject({ state: { at: 'duplicate', failure: { code: 'duplicate' } } });
    expect(ended).toMatchObject({ counts: { created: 2, duplicate: 1, waiting: 0 } });
    expect(sent()).toEqual(['Group 2', 'Group 1', 'Group 3', 'Group 2']);
    expect(await show()).toMatchObject({ state: { at: 'ended' }, counts: { created: 3 } });
  });
});

describe('beside others', () => {
  test('a single group goes before the next row, and moves it', async () => {
    const { clock, engine, sure, started, sent, sentAt } = await runScene();
    await started(numbered(3));
    await clock.advance(2 * minute);

    sure(await engine.groups.create(draft('Single')));
    await clock.advance(hour);

    expect(sent()).toEqual(['Group 1', 'Single', 'Group 2', 'Group 3']);
    const times = sentAt();
    for (const [place, atMs] of times.entries()) {
      if (place > 0) expect(atMs - (times[place - 1] ?? 0)).toBeGreaterThanOrEqual(5 * minute);
    }
  });

  test('a single group goes before a row that could not be sent yet', async () => {
    const { clock, api, engine, sure, started, sentAt } = await runScene();
    const made = () => api.groups.map(({ name }) => name);
    await started(numbered(2), { plan: { ...testPlan, paceMinutes: 20 } });
    await clock.advance(minute);
    api.fault('createGroup', failures.neverSent, 4);
    await clock.advance(23 * minute);

    sure(await engine.groups.create(draft('Single')));
    await clock.advance(hour);

    expect(made()).toEqual(['Known before', 'Group 1', 'Single', 'Group 2']);
    // The plan's pace holds for the row that gave way, too.
    const [single, row] = sentAt().slice(-2);
    expect((row ?? 0) - (single ?? 0)).toBeGreaterThanOrEqual(20 * minute);
  });

  test('two runs of one number: the one that was started first, then the other', async () => {
    const { clock, started, show, sent } = await runScene();
    await started(numbered(3, 'First'), { plan: { ...testPlan, paceMinutes: 15 } });
    await clock.advance(minute);
    await started(numbered(2, 'Second'), { id: 'second' });
    const told = await show('second');
    await clock.advance(2 * hour);

    expect(sent()).toEqual(['First 1', 'First 2', 'First 3', 'Second 1', 'Second 2']);
    expect(told.doneAtMs).toBeGreaterThan(clock.now() - 2 * hour);
  });

  test('a run whose hours are over lets another one go', async () => {
    const { clock, started, sent } = await runScene();
    await started(numbered(3, 'First'), { plan: { ...testPlan, to: '09:07' } });
    await clock.advance(minute);
    await started(numbered(2, 'Second'), { id: 'second' });

    await clock.advance(hour);

    expect(sent()).toEqual(['First 1', 'First 2', 'Second 1', 'Second 2']);
  });

  test('two accounts with a number each run side by side, each at its own pace', async () => {
    const { clock, engine, runs, sure, draft: make, started, sentAt } = await runScene();
    const other = createFakeGreenApi({ clock, phone: '79000000009' });
    other.make('Known there');
    engine.account.others.set('account-2', { sender: '79000000009', api: other, state: { at: 'not-checked' } });
    await started(numbered(3));
    const of = await make(numbered(3), { id: 'other', accountId: 'account-2' });
    sure(await runs.start(of));

    await clock.advance(11 * minute);

    expect(sentAt()).toHaveLength(3);
    expect(other.callsOf('createGroup')).toHaveLength(3);
  });

  test('two accounts on one number share its pace and its day', async () => {
    const { clock, api, engine, runs, sure, draft: make, started, sentAt } = await runScene();
    engine.account.others.set('account-2', { sender: engine.account.sender, api, state: { at: 'not-checked' } });
    await started(numbered(2));
    const of = await make(numbered(2, 'Other'), { id: 'other', accountId: 'account-2' });
    sure(await runs.start(of));

    await clock.advance(11 * minute);
    const early = sentAt().length;
    await clock.advance(hour);

    expect([early, sentAt().length]).toEqual([3, 4]);
  });

  test('an account that is removed takes its runs and drafts along', async () => {
    const { clock, runs, store, started, draft: make, show, sent } = await runScene();
    await started(numbered(3));
    await make(['Choir'], { id: 'draft' });
    await clock.advance(minute);
    expect(await runs.waiting(accountId)).toEqual({ all: 2, goingOn: 2 });

    await runs.forget(accountId);
    await clock.advance(day);

    expect(await show()).toMatchObject({ state: { at: 'ended', how: 'stopped' } });
    expect(await store.run('draft')).toBeNull();
    expect(sent()).toHaveLength(1);
  });
});

describe('a crash', () => {
  test('between the job and its sending: it is sent once', async () => {
    const { clock, api, restart, started, show, sent } = await runScene();
    api.fault('getContacts', failures.readFailed, 1);
    await started(numbered(2));
    await settle();
    const queued = (await show()).counts;

    await restart();
    await clock.advance(hour);

    expect(queued.waiting).toBe(2);
    expect(sent()).toEqual(numbered(2));
  });

  test('at any step leaves no row twice and none lost', async () => {
    let crashAt = 1;
    for (let hasCrashed = true; hasCrashed; crashAt += 1) {
      let step = Number.NEGATIVE_INFINITY;
      const scene = await runScene({
        step: () => {
          step += 1;
          return step !== crashAt;
        },
      });
      await scene.draft(numbered(2));
      step = 0;
      void scene.runs.start(scene.ofRun);
      await scene.clock.advance(20 * minute);
      hasCrashed = step >= crashAt;
      step = Number.NEGATIVE_INFINITY;
      await scene.restart();
      await scene.runs.start(scene.ofRun); // where it died before the start was kept, the person starts it again
      await scene.clock.advance(hour);

      const names = scene.sent();
      expect(new Set(names).size, `step ${crashAt}: ${names}`).toBe(names.length);
      const { created, unknown } = (await scene.show()).counts;
      expect(created + unknown, `step ${crashAt}`).toBe(2);
      // Every group of the server is known; one that died with its intent written waits for a person.
      expect(scene.api.groups.length - 1, `step ${crashAt}`).toBe(created);
      scene.engine.crash();
      scene.engine.database.close();
    }
    expect(crashAt).toBeGreaterThan(40);
  }, 120_000);
});

test('in a copied record a run stands until a person lets it go on, with what it had in the queue', async () => {
  const clock = createFakeClock();
  const scene = await runScene({ clock });
  await scene.started(numbered(3));
  await clock.advance(minute);
  scene.api.fault('createGroup', failures.neverSent, 4);
  await clock.advance(8 * minute);
  scene.engine.database.write((sql) => sql.run("UPDATE meta SET value = 'elsewhere' WHERE key = 'identity'"));

  await scene.restart();
  await clock.advance(day);
  const stands = await scene.show();
  const madeThen = scene.api.groups.length;
  scene.sure(await scene.runs.resume(scene.ofRun));
  await clock.advance(hour);

  expect(stands).toMatchObject({ state: { at: 'paused', why: 'copied' }, counts: { waiting: 2 } });
  expect(madeThen).toBe(2);
  expect(scene.api.groups.map(({ name }) => name).slice(1)).toEqual(numbered(3));
});
