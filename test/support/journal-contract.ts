import { describe, expect, onTestFinished, test } from 'vitest';
import type { Moment } from '../../core/pace.ts';
import type { Result } from '../../core/result.ts';
import type { AttemptEnd, Journal, NewJob, Outcome } from '../../main/groups/journal.ts';
import { person } from './groups-engine.ts';

const minute = 60_000;
const day = 24 * 60 * minute;

/** Opens journals over one empty store; each call is another process that looks at the same data. */
export type OpenStore = () => { readonly open: () => Journal; readonly close: () => void };

/** What every journal must keep, whatever it is made of. */
export function journalContract(name: string, openStore: OpenStore): void {
  function store() {
    const { open, close } = openStore();
    onTestFinished(close);
    return open;
  }

  describe(name, () => {
    test('a job comes back as it was given, with its people in their order', async () => {
      const journal = store()();

      const added = value(await journal.add(job('Choir'), guard));

      expect(await journal.job('Choir')).toEqual(added);
      expect(added).toMatchObject({ people: [person(2), person(1)], state: { at: 'queued', held: false }, link: null });
    });

    test('two processes that ask for the same group at once get one', async () => {
      const open = store();

      const added = await Promise.all([open().add(job('Choir', 'a'), guard), open().add(job('Choir', 'b'), guard)]);

      expect(added.map(({ ok }) => ok)).toEqual([true, false]);
    });

    test('two processes that begin at once: one is in flight', async () => {
      const open = store();
      const [first, second] = [await ready(open(), 'one'), await ready(open(), 'two')];
      value(await first.add(job('Choir'), guard));
      value(await first.add(job('Chess'), guard));

      const begun = await Promise.all([begin(first, 'Choir', 'one'), begin(second, 'Chess', 'two')]);

      expect(begun.filter(({ ok }) => ok)).toHaveLength(1);
      expect(begun.find(({ ok }) => !ok)).toMatchObject({ failure: { is: 'in-flight' } });
    });

    test('the same job is begun by one process only, and only while it is queued', async () => {
      const open = store();
      const [first, second] = [await ready(open(), 'one'), await ready(open(), 'two')];
      value(await first.add(job('Choir'), guard));
      const attempt = value(await begin(first, 'Choir', 'one'));
      await first.end(attempt.id, end({ at: 'never-sent', failure: { code: 'offline' } }));
      value(await first.move('Choir', { is: 'cancelled', atMs: 0 }));

      expect(await begin(second, 'Choir', 'two')).toMatchObject({ failure: { is: 'moved-on' } });
    });

    test('the pace holds between processes', async () => {
      const open = store();
      const [first, second] = [await ready(open(), 'one'), await ready(open(), 'two')];
      await made(first, 'Choir', 'one');
      value(await second.add(job('Chess'), guard));

      const early = await begin(second, 'Chess', 'two', { wallMs: 4 * minute });
      const due = await begin(second, 'Chess', 'two', { wallMs: 6 * minute });

      expect(early).toMatchObject({ failure: { is: 'wait' } });
      expect(due.ok).toBe(true);
    });

    test('the daily limit counts what was or may have been sent, and not the rest', async () => {
      const journal = await ready(store()(), 'one');
      const outcomes: readonly Outcome[] = [
        { at: 'created', chatId: '1@g.us', link: null },
        { at: 'never-sent', failure: { code: 'offline' } },
        { at: 'refused', failure: { code: 'not-accepted' } },
        { at: 'unknown', failure: { code: 'unknown' } },
      ];
      for (const [place, outcome] of outcomes.entries()) {
        value(await journal.add(job(`Job ${place}`), guard));
        const attempt = value(await begin(journal, `Job ${place}`, 'one', { runMs: place * 5 * minute }));
        value(await journal.end(attempt.id, end(outcome)));
      }

      const state = await journal.sender('sender', { ...slots, now: moment('one', { runMs: 60 * minute }) });
      const tomorrow = moment('one', { runMs: day, day: '2026-11-24' });

      expect(state).toMatchObject({ leftToday: 22, waitMs: 0 });
      expect(await journal.sender('sender', { ...slots, perDay: 3, now: moment('one', { runMs: day }) })).toMatchObject(
        {
          waitMs: 12 * 60 * minute,
        },
      );
      expect(await journal.sender('sender', { ...slots, perDay: 3, now: tomorrow })).toMatchObject({ leftToday: 3 });
    });

    test('refusals in a row that were waited out are counted until something else comes of an attempt', async () => {
      const journal = await ready(store()(), 'one');
      value(await journal.add(job('Choir'), guard));
      const counts: number[] = [];
      const tooFast = { code: 'too-fast', waitMs: 60_000 } as const;
      const outcomes: readonly Outcome[] = [
        { at: 'put-back', failure: tooFast },
        { at: 'never-sent', failure: { code: 'offline' } },
        { at: 'put-back', failure: tooFast },
        { at: 'refused', failure: tooFast },
      ];
      for (const [place, outcome] of outcomes.entries()) {
        const attempt = value(await begin(journal, 'Choir', 'one', { runMs: place * 5 * minute }));
        value(await journal.end(attempt.id, end(outcome)));
        counts.push((await journal.sender('sender', { ...slots, now: moment('two') })).passed);
      }

      expect(counts).toEqual([1, 1, 2, 0]);
    });

    test('nothing begins on an old list of groups', async () => {
      const journal = await ready(store()(), 'one');
      value(await journal.add(job('Choir'), guard));

      const begun = await begin(journal, 'Choir', 'one', { runMs: 16 * minute }, 1 * minute);

      expect(begun).toMatchObject({ failure: { is: 'stale-groups' } });
    });

    test('a list without any group known before is kept only by a word, and is new to the attempts before', async () => {
      const journal = await ready(store()(), 'one');
      value(await journal.add(job('Choir'), guard));
      const attempt = value(await begin(journal, 'Choir', 'one'));
      const strange = [{ chatId: '5@g.us', name: 'Strange' }];

      const believed = value(await journal.see('sender', strange, moment('one')));
      const vouched = value(await journal.seeAnew('sender', strange, moment('one')));
      const known = value(await journal.see('sender', strange, moment('one')));

      expect([believed, vouched, known].map(({ isClean }) => isClean)).toEqual([false, true, true]);
      expect(await journal.groupsAround('sender', attempt.id)).toMatchObject({ before: [], since: strange });
    });

    test('a word for a list that still holds a group known before forgets none', async () => {
      const journal = await ready(store()(), 'one');
      value(await journal.add(job('Choir'), guard));
      const attempt = value(await begin(journal, 'Choir', 'one'));

      value(await journal.seeAnew('sender', [{ chatId: '0@g.us', name: 'Known' }], moment('one')));

      expect(await journal.groupsAround('sender', attempt.id)).toMatchObject({ before: ['0@g.us'], since: [] });
    });

    test('a list read by another process does not count as read here', async () => {
      const open = store();
      await ready(open(), 'one');
      const second = open();
      value(await second.add(job('Choir'), guard));

      expect(await begin(second, 'Choir', 'two')).toMatchObject({ failure: { is: 'stale-groups' } });
    });

    test('an open attempt is unknown when its process is dead or its time is over, and not before', async () => {
      const open = store();
      const first = await ready(open(), 'one');
      value(await first.add(job('Choir'), guard));
      value(await begin(first, 'Choir', 'one'));
      const enlist = (isDead: boolean, wallMs: number) =>
        open().enlist({ now: moment('two', { wallMs }), isDead: () => isDead, firstReadInMs: 30_000 });

      const alive = value(await enlist(false, minute));
      const over = value(await enlist(false, 3 * minute));
      const again = value(await enlist(true, 4 * minute));

      expect(alive).toEqual([]);
      expect(over).toMatchObject([{ state: { at: 'unknown', nextReadAtMs: 3 * minute + 30_000 } }]);
      expect(again).toEqual([]);
    });

    test('an answer that comes after all still tells that the group was made', async () => {
      const open = store();
      const first = await ready(open(), 'one');
      value(await first.add(job('Choir'), guard));
      const attempt = value(await begin(first, 'Choir', 'one'));
      await open().enlist({ now: moment('two'), isDead: () => true, firstReadInMs: 0 });

      const refused = await first.end(attempt.id, end({ at: 'refused', failure: { code: 'not-accepted' } }));
      const created = await first.end(attempt.id, end({ at: 'created', chatId: '1@g.us', link: null }));

      expect(refused).toMatchObject({ value: { state: { at: 'unknown' } } });
      expect(created).toMatchObject({ value: { state: { at: 'created', chatId: '1@g.us' } } });
    });

    test('one group belongs to one job', async () => {
      const journal = await ready(store()(), 'one');
      await made(journal, 'Choir', 'one', '1@g.us');
      const second = await made(journal, 'Chess', 'one', '1@g.us', 10 * minute);

      expect(second.state.at).toBe('unknown');
      const found = { chatId: '1@g.us', name: 'Chess', createdAtMs: 0, people: 1 };
      expect(await journal.move('Chess', { is: 'found', group: found, atMs: 0 })).toMatchObject({
        failure: { code: 'too-late' },
      });
    });

    test('a group that a person vouched for has no name at the service until it is found', async () => {
      const journal = await ready(store()(), 'one');
      await made(journal, 'Choir', 'one', '1@g.us');
      value(await journal.add(job('Chess'), guard));
      const attempt = value(await begin(journal, 'Chess', 'one', { runMs: 10 * minute }));
      value(await journal.end(attempt.id, end({ at: 'unknown', failure: { code: 'unknown' } })));
      value(await journal.move('Chess', { is: 'confirmed', chatId: '', atMs: 0 }));

      const before = await journal.unnamed('sender');
      value(await journal.move('Chess', { is: 'named', chatId: '2@g.us' }));

      expect(before.map(({ id }) => id)).toEqual(['Chess']);
      expect(await journal.unnamed('sender')).toEqual([]);
    });

    test('the breaker keeps everything back until it is closed', async () => {
      const journal = await ready(store()(), 'one');
      value(await journal.add(job('Choir'), guard));
      value(await journal.stop('sender', { code: 'rate-overlimit' }));

      expect(await begin(journal, 'Choir', 'one')).toMatchObject({ failure: { is: 'stopped' } });
      value(await journal.go('sender', ['unknown', 'quota']));
      expect(await begin(journal, 'Choir', 'one')).toMatchObject({ failure: { is: 'stopped' } });
      value(await journal.go('sender', ['rate-overlimit', 'quota']));
      expect((await begin(journal, 'Choir', 'one')).ok).toBe(true);
    });

    test('two unknown ends in a row open the breaker; one between them that is known does not', async () => {
      const journal = await ready(store()(), 'one');
      const unknown = { at: 'unknown', failure: { code: 'unknown' } } as const;
      const outcomes: readonly Outcome[] = [unknown, { at: 'created', chatId: '1@g.us', link: null }, unknown, unknown];
      const stopped: unknown[] = [];
      for (const [place, outcome] of outcomes.entries()) {
        value(await journal.add(job(`Job ${place}`), guard));
        const attempt = value(await begin(journal, `Job ${place}`, 'one', { runMs: place * 5 * minute }));
        value(await journal.end(attempt.id, end(outcome)));
        stopped.push((await journal.sender('sender', { ...slots, now: moment('one') })).stopped?.code ?? null);
      }

      expect(stopped).toEqual([null, null, null, 'unknown']);
    });

    test('which groups would be repeated is told for many at once, by the rule that keeps them out', async () => {
      const journal = await ready(store()(), 'one');
      await made(journal, 'Choir', 'one');
      value(await journal.add(job('Chess'), guard));
      const asked = [
        { ...job(' choir'), again: false },
        { ...job('Choir'), people: [person(3)], again: false },
        { ...job('Choir'), again: true },
        { ...job('Chess'), again: false },
        { ...job('Band'), again: false },
      ];

      const found = await journal.duplicates('sender', asked, 0);

      expect(found).toMatchObject([
        { exact: true, state: 'created', jobId: 'Choir' },
        { exact: false, state: 'created', jobId: 'Choir' },
        null,
        { exact: true, state: 'open', jobId: 'Chess' },
        null,
      ]);
      for (const [place, group] of asked.entries()) {
        const added = await journal.add({ ...group, id: `again ${place}` }, { again: group.again, sinceMs: 0 });
        expect(added.ok ? null : added.failure).toEqual(found[place]);
      }
      expect(await journal.duplicates('other', asked, 0)).toEqual(asked.map(() => null));
    });

    test('when a number becomes known, pace, guard, groups and breaker go over to it', async () => {
      const journal = await ready(store()(), 'one', 'id:1101');
      await journal.bind('account', 'id:1101');
      value(await journal.add({ ...job('Choir'), sender: 'id:1101' }, guard));
      value(await journal.add({ ...job('Chess'), sender: '79000000001' }, guard));
      const attempt = value(await begin(journal, 'Choir', 'one', {}, 0, 'id:1101'));
      expect(await journal.bind('account', '79000000001')).toMatchObject({ value: { sender: 'id:1101', is: 'same' } });
      value(await journal.end(attempt.id, end({ at: 'unknown', failure: { code: 'unknown' } })));

      const bound = await journal.bind('account', '79000000001');

      expect(bound).toMatchObject({ value: { sender: '79000000001', is: 'moved' } });
      const again = { ...job('Choir', 'again'), sender: '79000000001' };
      expect(await journal.add(again, { ...guard, again: true })).toMatchObject({ failure: { code: 'duplicate' } });
      await journal.see('79000000001', [{ chatId: '0@g.us', name: 'Known' }], moment('one'));
      expect(await begin(journal, 'Chess', 'one', {}, 0, '79000000001')).toMatchObject({ failure: { is: 'wait' } });
      expect(await journal.senders()).toEqual([{ sender: '79000000001', accountIds: ['account'] }]);
    });

    test.each(['rate-overlimit', 'unknown'] as const)(
      'a stop that needs a word (%s) is not lost behind another',
      async (code) => {
        const journal = await ready(store()(), 'one');
        await journal.bind('account', 'id:1101');
        value(await journal.stop('id:1101', { code }));
        value(await journal.stop('79000000001', { code: 'not-linked' }));

        value(await journal.bind('account', '79000000001'));

        expect(await journal.sender('79000000001', { ...slots, now: moment('one') })).toMatchObject({
          stopped: { code },
        });
      },
    );

    test('the same group asked for under both names waits for a person when they become one', async () => {
      const journal = store()();
      await journal.bind('account', 'id:1101');
      value(await journal.add({ ...job('Choir', 'a'), sender: 'id:1101' }, guard));
      value(await journal.add({ ...job('Choir', 'b'), sender: '79000000001' }, guard));

      value(await journal.bind('account', '79000000001'));

      expect(await journal.jobs('79000000001', 'queued')).toMatchObject([
        { id: 'a', state: { held: true } },
        { id: 'b', state: { held: false } },
      ]);
    });

    test('a group seen by another account of the number, before it was known as one, is new since the attempt', async () => {
      const journal = await ready(store()(), 'one', 'id:1101');
      await ready(journal, 'one', '79000000001');
      await journal.bind('account', 'id:1101');
      value(await journal.add({ ...job('Choir'), sender: 'id:1101' }, guard));
      const attempt = value(await begin(journal, 'Choir', 'one', {}, 0, 'id:1101'));
      const groups = [{ chatId: '0@g.us', name: 'Known' }];
      value(await journal.see('79000000001', [...groups, { chatId: '1@g.us', name: 'Choir' }], moment('one')));
      value(await journal.end(attempt.id, end({ at: 'unknown', failure: { code: 'unknown' } })));

      value(await journal.bind('account', '79000000001'));

      expect(await journal.groupsAround('79000000001', attempt.id)).toMatchObject({
        before: ['0@g.us'],
        since: [{ chatId: '1@g.us' }],
      });
    });

    test('another number holds what was queued, and a number that is unknown for a while changes nothing', async () => {
      const journal = store()();
      await journal.bind('account', '79000000001');
      value(await journal.add({ ...job('Choir'), sender: '79000000001' }, guard));

      expect(await journal.bind('account', 'id:1101')).toMatchObject({ value: { sender: '79000000001', is: 'same' } });
      expect(await journal.bind('account', '79000000002')).toMatchObject({ value: { is: 'changed' } });
      expect(await journal.job('Choir')).toMatchObject({ sender: '79000000001', state: { at: 'queued', held: true } });
    });

    test('the number of an account that was removed is known when it is added again without a network', async () => {
      const journal = store()();
      value(await journal.bind('account', 'id:1101'));
      value(await journal.add({ ...job('Choir'), sender: 'id:1101' }, guard));
      value(await journal.bind('account', '79000000001'));

      const again = value(await journal.bind('again', 'id:1101'));
      const other = value(await journal.bind('other', 'id:1102'));
      const newest = value(await journal.inherit('again', (accountId) => accountId === 'account'));

      expect([again, other]).toEqual([
        { sender: '79000000001', is: 'new' },
        { sender: 'id:1102', is: 'new' },
      ]);
      expect(newest).toMatchObject({ id: 'Choir', accountId: 'again' });
    });

    test('an account takes over what gone accounts of its number have asked for, and holds what was queued', async () => {
      const journal = await ready(store()(), 'one');
      await made(journal, 'Choir', 'one');
      value(await journal.add(job('Chess'), guard));
      value(await journal.add({ ...job('Drivers'), accountId: 'other' }, guard));
      value(await journal.add({ ...job('Parents'), sender: '79000000009' }, guard));
      const isNew = await journal.bind('next', 'sender');

      const newest = value(await journal.inherit('next', (accountId) => accountId === 'account'));
      const nothing = value(await journal.inherit('next', (accountId) => accountId === 'account'));

      const accountOf = async (id: string) => (await journal.job(id))?.accountId;
      expect(isNew).toMatchObject({ value: { is: 'new' } });
      expect([newest?.id, nothing]).toEqual(['Chess', null]);
      expect(await journal.job('Chess')).toMatchObject({ accountId: 'next', state: { at: 'queued', held: true } });
      expect(await Promise.all(['Choir', 'Drivers', 'Parents'].map(accountOf))).toEqual(['next', 'other', 'account']);
    });

    test('what an action leaves behind is its outcome, or nothing', async () => {
      const journal = await ready(store()(), 'one');
      await made(journal, 'Choir', 'one');
      const action = { kind: 'send-link', chatId: person(1).chatId, runner: 'one', atMs: 0 } as const;
      await journal.keepMembership('Choir', { atMs: 0, members: [], others: 0, link: null, chatId: '1@g.us' });

      const first = value(await journal.beginAction('Choir', action));
      expect(await journal.beginAction('Choir', action)).toMatchObject({ failure: { code: 'too-late' } });
      const taken = value(await journal.endAction(first, null, null));
      const second = value(await journal.beginAction('Choir', action));
      const done = value(await journal.endAction(second, 'done', null));

      expect(taken.membership?.members.map(({ doing }) => doing)).toEqual([null, null]);
      expect(done.membership?.members.map(({ doing }) => doing)).toEqual([null, 'link-sent']);
    });

    test('hundreds of groups are found in turn and by name', async () => {
      const journal = store()();
      for (let number = 0; number < 300; number += 1) {
        value(await journal.add({ ...job(`Group ${number}`), askedAtMs: number }, guard));
      }

      const page = await journal.find({ accountId: 'account', text: '', offset: 0, limit: 2 });
      const found = await journal.find({ accountId: 'account', text: 'group 99', offset: 0, limit: 50 });

      expect(page).toMatchObject({ total: 300, rows: [{ name: 'Group 299' }, { name: 'Group 298' }] });
      expect(found.total).toBe(3);
    });
  });
}

const guard = { again: false, sinceMs: 0 };
const slots = { paceMs: 5 * minute, perDay: 25 };

const job = (name: string, id = name): NewJob => ({
  id,
  accountId: 'account',
  sender: 'sender',
  name,
  people: [person(2), person(1)],
  askedAtMs: 0,
  fromPhone: null,
});

const moment = (runner: string, part: Partial<Moment> = {}): Moment => ({
  runner,
  wallMs: part.runMs ?? 0,
  runMs: 0,
  serverMs: 0,
  clockOk: true,
  day: '2026-11-23',
  dayEndsInMs: 12 * 60 * minute,
  ...part,
});

/** A journal of a run that has begun and has read the groups. */
async function ready(journal: Journal, runner: string, sender = 'sender'): Promise<Journal> {
  await journal.enlist({ now: moment(runner), isDead: () => false, firstReadInMs: 0 });
  await journal.see(sender, [{ chatId: '0@g.us', name: 'Known' }], moment(runner));
  return journal;
}

const begin = (
  journal: Journal,
  jobId: string,
  runner: string,
  part: Partial<Moment> = {},
  freshSinceRunMs = 0,
  sender = 'sender',
) => journal.begin(jobId, { ...slots, now: moment(runner, part), sender, freshSinceRunMs, deadlineMs: 130_000 });

const evidence = { startedAtMs: 0, endedAtMs: 0, status: null, serverDateMs: null };
const end = (outcome: Outcome): AttemptEnd => ({
  outcome,
  evidence,
  atMs: 0,
  serverMs: 0,
  firstReadInMs: 30_000,
  stop: null,
});

async function made(journal: Journal, name: string, runner: string, chatId = '1@g.us', runMs = 0) {
  value(await journal.add(job(name), guard));
  const attempt = value(await begin(journal, name, runner, { runMs }));
  return value(await journal.end(attempt.id, end({ at: 'created', chatId, link: null })));
}

function value<T, F>(result: Result<T, F>): T {
  if (!result.ok) throw new Error(JSON.stringify(result.failure));
  return result.value;
}
