import { beforeEach, describe, expect, test } from 'vitest';
import { noExtras } from '../../../core/group-sheet.ts';
import { account, personOf, value } from '../contacts/people-world.ts';
import { openDrafts, plan } from './drafts-world.ts';

let world: ReturnType<typeof openDrafts>;
beforeEach(() => {
  world = openDrafts();
});

const phone = (n: number) => `+7900000${String(n).padStart(4, '0')}`;
const csv = (...rows: string[]) => ['Group;People', ...rows].join('\n');
const sound = csv(`Choir;${phone(1)}, ${phone(2)}`, `Chess;${phone(3)}`);
const messy = csv(
  `Choir;${phone(1)}, ${phone(1)}`,
  `choir ;${phone(2)}`,
  `Chess;8 900 000-00-03`,
  `Band;12`,
  `Drama;`,
  `Old;${phone(5)}`,
  `;${phone(6)}`,
  `Own;${phone(7)}, +79000000000`,
);

describe('a file', () => {
  test('is shown, read in another way, and made a draft that is kept', async () => {
    const preview = await world.file(sound);
    const { sheetId, reading } = preview;
    const again = value(await world.drafts.readAgain({ ...account, sheetId, reading: { ...reading, country: 'KZ' } }));

    const run = value(await world.drafts.check({ ...account, sheetId }));

    expect(preview).toMatchObject({ file: 'groups.csv', counts: { groups: 2, people: 3 } });
    expect(preview).not.toHaveProperty('groups');
    expect(again.reading.country).toBe('KZ');
    expect(run).toMatchObject({ accountId: 'account-1', state: { at: 'draft' }, plan, extras: noExtras });
    expect(await world.lines(run.id)).toEqual(['2 Choir: ready', '3 Chess: ready']);
    expect(await world.runs.run(run.id)).toMatchObject({ path: expect.stringContaining('groups.csv'), sender: null });
    expect(world.desk.told.at(-1)).toEqual(run);
  });

  test('whose place is not what the window says has none', async () => {
    const bytes = new TextEncoder().encode(sound);
    const { sheetId } = value(
      await world.drafts.openFile({ ...account, name: 'groups.csv', bytes, path: '/etc/passwd' }),
    );

    const { id } = value(await world.drafts.check({ ...account, sheetId }));

    expect(await world.runs.run(id)).toMatchObject({ path: '' });
  });

  test('that was chosen lies where it was chosen; without a choice nothing is opened', async () => {
    expect(await world.drafts.chooseFile(account)).toEqual({ ok: true, value: null });
    world.desk.chosen = { name: 'my.csv', path: '/home/me/my.csv', bytes: new TextEncoder().encode(sound) };
    const chosen = value(await world.drafts.chooseFile(account));

    const { id } = value(await world.drafts.check({ ...account, sheetId: chosen?.sheetId ?? '' }));

    expect(await world.runs.run(id)).toMatchObject({ file: 'my.csv', path: '/home/me/my.csv' });
  });

  test('that was dropped, or belongs to another account, is not there', async () => {
    const { sheetId, reading } = await world.file(sound);
    const other = { accountId: 'account-2', sheetId };

    expect(await world.drafts.check(other)).toMatchObject({ failure: { code: 'not-found' } });
    value(await world.drafts.dropFile({ ...account, sheetId }));
    expect(await world.drafts.check({ ...account, sheetId })).toMatchObject({ failure: { code: 'not-found' } });
    expect(await world.drafts.readAgain({ ...account, sheetId, reading })).toMatchObject({
      failure: { code: 'not-found' },
    });
  });

  test('with too many groups, or with none where it is read now, becomes no run', async () => {
    const many = await world.file(csv(...Array.from({ length: 5001 }, (_, n) => `Group ${n};${phone(n)}`)));
    const none = await world.file(sound);
    const reading = { ...none.reading, roles: none.reading.roles.map(() => 'leave-out' as const) };
    value(await world.drafts.readAgain({ ...account, sheetId: none.sheetId, reading }));

    expect(await world.drafts.check({ ...account, sheetId: many.sheetId })).toMatchObject({
      failure: { code: 'too-many-groups', most: 5000 },
    });
    expect(await world.drafts.check({ ...account, sheetId: none.sheetId })).toMatchObject({
      failure: { code: 'no-groups' },
    });
    expect(await world.runs.count(account.accountId)).toBe(0);
  });

  test('checked again gives a draft in place of the one before, with what was chosen for it', async () => {
    const { sheetId } = await world.file(sound);
    const first = value(await world.drafts.check({ ...account, sheetId }));
    const extras = { ...noExtras, message: 'Hello' };
    value(await world.drafts.setExtras({ ...world.of(first.id), extras }));
    world.desk.chosen = { name: 'logo.jpg', path: '', bytes: jpeg };
    value(await world.drafts.choosePicture({ ...world.of(first.id), remove: false }));

    const second = value(await world.drafts.check({ ...account, sheetId }));

    expect(await world.runs.run(first.id)).toBeNull();
    expect(second.extras).toEqual({ ...extras, picture: 'logo.jpg' });
    expect(await world.runs.picture(second.id, '')).toEqual(jpeg);
  });
});

const jpeg = new Uint8Array([0xff, 0xd8, 0xff, 0xe0, 1, 2]);

describe('the check', () => {
  test('says of every row what is wrong', async () => {
    await world.asked('Old');

    const runId = await world.checked(messy);

    expect(await world.lines(runId)).toEqual([
      '2 Choir: ready (repeated-person)',
      '3 choir: duplicate (name-repeated)',
      '4 Chess: to-fix (number)',
      '5 Band: to-fix (number)',
      '6 Drama: to-fix (no-people)',
      '7 Old: duplicate (exists)',
      '8 : to-fix (name-empty)',
      '9 Own: ready (own-number)',
    ]);
    expect((await world.row(runId, 6)).problems).toMatchObject([{ jobId: 'Old', exact: false, state: 'open' }]);
    expect(world.desk.told.at(-1)?.repairable).toEqual({ numbers: 1, groups: 1 });
  });

  test('knows who is not on WhatsApp, as long as the answer is not too old', async () => {
    const no = { chatId: personOf(3), isOn: false };
    value(await world.store.write(account.accountId, { checked: { ...no, atMs: world.clock.now() - 1 } }));
    value(
      await world.store.write(account.accountId, {
        checked: { chatId: personOf(1), isOn: false, atMs: world.clock.now() - 31 * 86_400_000 },
      }),
    );

    const runId = await world.checked(sound);

    expect(await world.lines(runId)).toEqual(['2 Choir: ready', '3 Chess: to-fix (not-on-whatsapp)']);
    expect((await world.repair(runId, 'without', 2)).counts).toMatchObject({ ready: 1, toFix: 1 });
    expect(await world.lines(runId)).toEqual(['2 Choir: ready', '3 Chess: to-fix (no-people)']);
  });
});

describe('a row', () => {
  test('is shown with its people, changed, and judged anew', async () => {
    const runId = await world.checked(messy);
    const shown = value(await world.drafts.row({ ...world.of(runId), rowId: 5 }));
    const { entries } = await world.row(runId, 1);

    const edited = value(await world.edit(runId, 5, { name: 'Drama club', entries }));

    expect(shown).toMatchObject({ name: 'Drama', entries: [] });
    expect(edited).toMatchObject({ name: 'Drama club', people: 1, state: { verdict: 'ready' } });
    expect(edited.entries).toEqual(entries);
    expect(await world.edit('run-9', 5, { name: '', entries })).toMatchObject({ failure: { code: 'not-found' } });
    expect(await world.edit(runId, 99, { name: '', entries })).toMatchObject({ failure: { code: 'not-found' } });
  });

  test('that gets another name frees the one that had the same, and may take a name itself', async () => {
    const runId = await world.checked(messy);
    const first = await world.row(runId, 1);

    value(await world.edit(runId, 1, { ...first, name: 'Chess' }));

    expect((await world.lines(runId)).slice(0, 3)).toEqual([
      '2 Chess: ready (repeated-person)',
      '3 choir: ready',
      '4 Chess: duplicate (name-repeated, number)',
    ]);
  });

  test('that is left out stays so, frees its name, and comes back as it was', async () => {
    const runId = await world.checked(messy);

    await world.repair(runId, 'leave-out', 1);
    expect((await world.lines(runId)).slice(0, 2)).toEqual(['2 Choir: left-out (repeated-person)', '3 choir: ready']);

    await world.repair(runId, 'take-in', 1);
    expect((await world.lines(runId)).slice(0, 2)).toEqual([
      '2 Choir: ready (repeated-person)',
      '3 choir: duplicate (name-repeated)',
    ]);
  });

  test('is made all the same when a person wants another one', async () => {
    await world.asked('Old');
    const runId = await world.checked(messy);

    await world.repair(runId, 'make-another', 6);

    expect((await world.lines(runId))[5]).toBe('7 Old: ready');
    expect(await world.row(runId, 6)).toMatchObject({ again: true });
  });
});

describe('one click for all', () => {
  test('takes every guess, and nothing else changes', async () => {
    const runId = await world.checked(messy);

    const run = await world.repair(runId, 'numbers');

    expect((await world.lines(runId)).slice(2, 4)).toEqual(['4 Chess: ready', '5 Band: to-fix (number)']);
    expect(run.repairable).toEqual({ numbers: 0, groups: 0 });
    expect((await world.row(runId, 3)).entries).toMatchObject([{ at: 'ready', person: { chatId: personOf(3) } }]);
  });

  test('goes without bad numbers; a guess is kept', async () => {
    const runId = await world.checked(csv(`Band;${phone(1)}, 12`, `Chess;8 900 000-00-03, 13`));

    await world.repair(runId, 'without');

    expect(await world.lines(runId)).toEqual(['2 Band: ready', '3 Chess: to-fix (number)']);
  });

  test('leaves out what is not ready, takes all in again, makes all others', async () => {
    await world.asked('Old');
    const runId = await world.checked(messy);
    const before = await world.lines(runId);

    expect((await world.repair(runId, 'leave-out')).counts).toMatchObject({ ready: 2, leftOut: 6 });
    await world.repair(runId, 'take-in');
    expect(await world.lines(runId)).toEqual(before);
    expect((await world.repair(runId, 'make-another')).counts).toMatchObject({ ready: 4, duplicate: 0, toFix: 4 });
  });

  test('takes whoever is not on WhatsApp out of every group', async () => {
    const director = { chatId: personOf(50), name: 'Director', phone: '' };
    const runId = await world.checked(sound);
    value(await world.drafts.setExtras({ ...world.of(runId), extras: { ...noExtras, alwaysAdd: [director] } }));
    const checked = { chatId: director.chatId, isOn: false, atMs: world.clock.now() };
    value(await world.store.write(account.accountId, { checked }));
    value(await world.drafts.setExtras({ ...world.of(runId), extras: { ...noExtras, alwaysAdd: [director] } }));
    expect(await world.lines(runId)).toContain('2 Choir: to-fix (not-on-whatsapp)');

    const run = await world.repair(runId, 'without', 1);

    expect(run.extras.alwaysAdd).toEqual([]);
    expect(await world.lines(runId)).toEqual(['2 Choir: ready', '3 Chess: ready']);
  });
});

describe('what is done in every group', () => {
  test('is judged with every row', async () => {
    const runId = await world.checked(csv(`Choir;${phone(1)}`, 'Empty;'));
    const alwaysAdd = [{ chatId: personOf(50), name: 'Director', phone: '' }];

    const run = value(await world.drafts.setExtras({ ...world.of(runId), extras: { ...noExtras, alwaysAdd } }));

    expect(run.counts).toMatchObject({ ready: 2 });
    expect(run.extras).toEqual({ ...noExtras, alwaysAdd });
  });

  test('has a picture when it is a JPEG, which can be taken away', async () => {
    const runId = await world.checked(sound);
    const choose = (remove = false) => world.drafts.choosePicture({ ...world.of(runId), remove });

    expect(value(await choose()).extras.picture).toBeNull();
    for (const bytes of [new TextEncoder().encode('GIF89a'), new Uint8Array([...jpeg, ...new Uint8Array(5 << 20)])]) {
      world.desk.chosen = { name: 'logo.jpg', path: '', bytes };
      expect(await choose()).toMatchObject({ failure: { code: 'bad-picture', mostMegabytes: 5 } });
    }
    world.desk.chosen = { name: 'logo.jpg', path: '', bytes: jpeg };
    expect(value(await choose()).extras.picture).toBe('logo.jpg');
    expect(await world.runs.picture(runId, '')).toEqual(jpeg);
    expect(value(await choose(true)).extras.picture).toBeNull();
  });

  test('does not change after the start', async () => {
    const runId = await started(sound);

    const changed = await world.drafts.setExtras({ ...world.of(runId), extras: { ...noExtras, message: 'Hello' } });

    expect(changed).toMatchObject({ failure: { code: 'too-late' } });
    expect(await world.drafts.remove(world.of(runId))).toMatchObject({ failure: { code: 'too-late' } });
  });
});

async function started(text: string): Promise<string> {
  const runId = await world.checked(text);
  value(await world.runs.start(runId, { sender: '79000000000', atMs: world.clock.now() }));
  return runId;
}

describe('after the start', () => {
  const person = (n: number) => ({ chatId: personOf(n), name: '', phone: '' });
  const made = (runId: string, rowId: number, name: string) =>
    world.journal.add(
      {
        ...{ id: `job-${rowId}`, accountId: account.accountId, sender: '79000000000', name, fromPhone: null },
        ...{ people: [person(1)], askedAtMs: 0, row: { runId, rowId } },
      },
      { again: false, sinceMs: 0 },
    );

  test('a row that waits may be changed, and stands aside while something is wrong with it', async () => {
    const runId = await started(sound);
    const row = await world.row(runId, 1);

    value(await world.edit(runId, 1, { name: '', entries: row.entries }));
    expect(await world.lines(runId)).toEqual(['2 : to-fix (name-empty)', '3 Chess: ready, turn']);

    value(await world.edit(runId, 1, { name: 'Choir 2', entries: row.entries }));
    expect(await world.lines(runId)).toEqual(['2 Choir 2: ready, turn', '3 Chess: ready, turn']);
  });

  test('a row that was kept back waits for its turn when it is mended', async () => {
    const runId = await started(csv(`Choir;${phone(1)}`, 'Chess;8 900 000-00-03'));

    await world.repair(runId, 'numbers', 2);

    expect(await world.lines(runId)).toEqual(['2 Choir: ready, turn', '3 Chess: ready, turn']);
  });

  test('a row that is asked for is not changed any more, one that was refused is', async () => {
    const runId = await started(sound);
    const row = await world.row(runId, 1);
    value(await made(runId, 1, 'Choir'));

    expect(await world.edit(runId, 1, { ...row, name: 'Other' })).toMatchObject({ failure: { code: 'too-late' } });
    await world.repair(runId, 'leave-out');
    expect((await world.lines(runId))[0]).toBe('2 Choir: ready');

    value(await world.journal.move('job-1', { is: 'cancelled', atMs: 1 }));
    value(await world.edit(runId, 1, { ...row, name: 'Other' }));
    expect(await world.row(runId, 1)).toMatchObject({ name: 'Other', job: { jobId: 'job-1' }, wants: 'no' });
  });
});

test('the rows to fix are written into a file', async () => {
  const runId = await world.checked(messy);

  value(await world.drafts.saveProblems(world.of(runId)));

  const saved = world.desk.saved;
  expect(saved?.ok && new TextDecoder().decode(saved.value).split('\n')).toEqual([
    '3 choir: duplicate (name-repeated)',
    '4 Chess: to-fix (number)',
    '5 Band: to-fix (number)',
    '6 Drama: to-fix (no-people)',
    '8 : to-fix (name-empty)',
  ]);
});

test('a draft can be taken away, and goes with its account', async () => {
  const [first, second] = [await world.checked(sound), await world.checked(messy)];

  value(await world.drafts.remove(world.of(first)));
  await world.drafts.forget(account.accountId);

  expect(await world.runs.run(first)).toBeNull();
  expect(await world.runs.run(second)).toBeNull();
});

test('changes at the same time are made one after the other', async () => {
  const runId = await world.checked(csv(`Choir;${phone(1)}`, `Chess;${phone(2)}`, `Band;${phone(3)}`));
  const rows = await Promise.all([1, 2, 3].map((rowId) => world.row(runId, rowId)));

  await Promise.all(rows.map((row) => world.edit(runId, row.rowId, { ...row, name: 'Same' })));

  expect(await world.lines(runId)).toEqual([
    '2 Same: ready',
    '3 Same: duplicate (name-repeated)',
    '4 Same: duplicate (name-repeated)',
  ]);
});
