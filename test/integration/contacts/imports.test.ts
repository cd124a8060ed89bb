import { copyFileSync, existsSync } from 'node:fs';
import path from 'node:path';
import { setImmediate } from 'node:timers/promises';
import { beforeEach, describe, expect, test } from 'vitest';
import { peoplePreviewSchema } from '../../../core/people-import.ts';
import { err, ok } from '../../../core/result.ts';
import { createSqliteContacts } from '../../../main/storage/sqlite-contacts.ts';
import { tempFolder } from '../../support/temp-folder.ts';
import {
  account,
  openPeople,
  openPhone,
  type PeopleWorld,
  personOf,
  phoneThatLists,
  turnUntil,
  value,
} from './people-world.ts';

let world: PeopleWorld;
beforeEach(() => {
  world = openPeople();
});

const csv = (...lines: string[]) => ({
  ...account,
  name: '5-е классы.csv',
  bytes: new TextEncoder().encode(lines.join('\n')),
});
const open = async (...lines: string[]) => value(await world.people.openFile(csv(...lines)));

const plain = { listName: null, toPhone: false };
async function importLines(lines: string[], how: Partial<{ listName: string | null; toPhone: boolean }> = {}) {
  const { importId } = await open(...lines);
  return value(await world.people.import({ ...account, importId, ...plain, ...how }));
}
const undo = (undoId: string, from = world) => from.people.undo({ ...account, undoId });

const three = [
  'Имя;Телефон;Примечание',
  'Анна Петрова;+7 900 000-00-01;после шести',
  'Борис;8 900 000-00-02;',
  'Вера;нет;',
];

describe('opening a file', () => {
  test('shows what it gives, and nothing of it is kept yet', async () => {
    await world.keep(2, 'Борис');

    const preview = await open(...three);

    expect(peoplePreviewSchema.parse(preview)).toEqual(preview);
    expect(preview).toMatchObject({
      ...{ file: '5-е классы.csv', kind: 'csv', listName: '5-е классы' },
      people: [
        { name: 'Анна Петрова', phone: '+7 900 000-00-01', note: 'после шести' },
        { name: 'Борис', phone: '+7 900 000-00-02', note: '' },
      ],
      counts: { lines: 3, people: 2, added: 1, changed: 0, repaired: 1, repeated: 0, bad: 1 },
      bad: [{ line: 4 }],
    });
    expect(await world.names()).toEqual(['Борис']);
  });

  test('shows the names as they would be kept', async () => {
    await world.keep(1, 'Мама Пети');

    expect(await open(...three)).toMatchObject({
      people: [{ name: 'Мама Пети', note: 'после шести' }, { name: 'Борис' }],
      counts: { added: 1, changed: 0 },
    });
  });

  test('a file that is none is a failure', async () => {
    expect(await world.people.openFile({ ...csv(), bytes: new Uint8Array() })).toMatchObject({
      failure: { code: 'file-empty' },
    });
  });

  test('is read again with other columns', async () => {
    const { importId, table } = await open('Анна;+79000000001', 'Борис;+79000000002');
    const reading = { table: 0, headingLine: null, roles: ['note', 'phone'] as const };

    const again = await world.people.readAgain({
      ...account,
      importId,
      reading: { ...reading, roles: [...reading.roles] },
    });

    expect(table).not.toBeNull();
    expect(again).toMatchObject({ value: { importId, people: [{ name: '', note: 'Анна' }, { note: 'Борис' }] } });
    await world.people.import({ ...account, importId, ...plain });
    expect(await world.find(1)).toMatchObject({ name: '', note: 'Анна' });
  });

  test('gives every line that is left out', async () => {
    const { importId } = await open(
      'Имя;Телефон',
      ...Array.from({ length: 60 }, (_, n) => `Имя ${n};нет`),
      'Я;+79000000001',
    );

    const bad = value(world.people.badLines(account.accountId, importId));

    expect([bad.file, bad.lines.length]).toEqual(['5-е классы.csv', 60]);
  });

  test('three files are kept open, the oldest gives way; a dropped one is gone, and so are those of a removed account', async () => {
    const opened = [];
    for (let n = 0; n < 4; n += 1) opened.push(await open(...three));
    const ids = opened.map(({ importId }) => importId);
    await world.people.dropImport({ ...account, importId: ids[1] ?? '' });
    const isThere = (importId: string) => world.people.badLines(account.accountId, importId).ok;
    const before = ids.map(isThere);
    const byOther = world.people.badLines('account-2', ids[3] ?? '').ok;
    await world.people.forget(account.accountId);

    expect(before).toEqual([false, false, true, true]);
    expect(byOther).toBe(false);
    expect(ids.map(isThere)).toEqual([false, false, false, false]);
  });
});

describe('importing', () => {
  test('keeps everybody at once, for good, and says how many were new, renamed and known', async () => {
    await world.keep(2, 'Борис');

    const done = await importLines(three, { listName: ' 5 класс ' });

    expect(done).toMatchObject({ added: 1, changed: 0, known: 1, count: 2 });
    const again = world.restart();
    expect(await again.names()).toEqual(['Анна Петрова', 'Борис']);
    expect(await again.lists()).toEqual({ '5 класс': 2 });
    expect(await again.find(1)).toMatchObject({ source: 'file', note: 'после шести', lists: [done.listId] });
    expect(await again.find(2)).toMatchObject({ source: 'typed' });
  });

  test('a second time changes nothing and says so', async () => {
    await importLines(three);

    expect(await importLines(three)).toMatchObject({ added: 0, changed: 0, known: 2, count: 0 });
  });

  test('does nothing on a full disk', async () => {
    const { importId } = await open(...three);
    const { store } = world;
    world.store = { ...store, write: async () => err({ code: 'disk-full' }) };
    const full = await world.people.import({ ...account, importId, listName: 'A', toPhone: true });
    world.store = store;

    expect(full).toEqual(err({ code: 'disk-full' }));
    expect(await world.names()).toEqual([]);
    expect(await world.lists()).toEqual({});
    expect(await world.people.import({ ...account, importId, listName: 'A', toPhone: false })).toMatchObject({
      ok: true,
    });
  });

  test('of a file that was dropped is refused', async () => {
    const { importId } = await open(...three);
    await world.people.dropImport({ ...account, importId });

    expect(await world.people.import({ ...account, importId, ...plain })).toEqual(err({ code: 'not-found' }));
  });

  test('brings back whom somebody had taken out', async () => {
    await world.keep(1, 'Anna');
    await world.people.delete({ ...account, chatIds: [personOf(1)] });

    expect(await importLines(three)).toMatchObject({ added: 2 });
    expect(await world.restart().names()).toEqual(['Анна Петрова', 'Борис']);
  });

  test('goes into a list that is there already', async () => {
    const { listId } = value(await world.people.lists.create({ ...account, name: 'Хор', chatIds: [] }));

    expect(await importLines(three, { listName: 'хор' })).toMatchObject({ listId });
    expect(await world.lists()).toEqual({ Хор: 2 });
  });

  test('makes the lists that the file names only when a list was asked for', async () => {
    const lines = ['Имя;Телефон;Класс', 'Анна;+79000000001;5А', 'Борис;+79000000002;5Б', 'Вера;+79000000003;5А'];

    await importLines(lines);
    const without = await world.lists();
    await importLines(lines, { listName: 'Родители' });

    expect(without).toEqual({});
    expect(await world.lists()).toEqual({ '5А': 2, '5Б': 1, Родители: 3 });
  });
});

describe('of two names', () => {
  const nameAfter = async (name: string) => {
    await importLines(['Имя;Телефон', `${name};+79000000001`]);
    return world.find(1);
  };
  const fromPhone = (name: string) => {
    world.api = ok(phoneThatLists({ [personOf(1)]: name }));
    return world.people.sync(account);
  };

  test('one given by hand stays', async () => {
    await world.keep(1, 'Аня');

    expect(await nameAfter('Анна Ивановна Петрова')).toMatchObject({ name: 'Аня', source: 'typed' });
  });

  test('the better one of two files stays', async () => {
    await nameAfter('Анна');
    expect(await nameAfter('Анна Петрова')).toMatchObject({ name: 'Анна Петрова', source: 'file' });
    expect(await nameAfter('Анна')).toMatchObject({ name: 'Анна Петрова' });
  });

  test('the phone’s gives way to the file’s, unless that says less, and the phone does not take it back', async () => {
    await fromPhone('Мама Пети Сидорова');
    const better = await nameAfter('Анна Петрова');
    await fromPhone('Мама Пети');
    const afterwards = await world.find(1);

    expect(better).toMatchObject({ name: 'Анна Петрова', source: 'file' });
    expect(afterwards).toMatchObject({ name: 'Анна Петрова', source: 'file' });
  });

  test('the phone’s stays when the file has less to say', async () => {
    await fromPhone('Анна Петрова');

    expect(await nameAfter('Анна')).toMatchObject({ name: 'Анна Петрова', source: 'phone' });
  });

  test('a note by hand stays, and an empty one is filled', async () => {
    await world.keep(1, 'Анна');
    await importLines(three);
    const filled = await world.find(1);
    await world.people.edit({ ...account, chatId: personOf(1), note: 'не звонить' });
    await importLines(three);

    expect(filled).toMatchObject({ note: 'после шести' });
    expect(await world.find(1)).toMatchObject({ note: 'не звонить' });
  });
});

describe('taking an import back', () => {
  test('takes out whom it added and gives back the names it changed, after a restart', async () => {
    await importLines(['Имя;Телефон', 'Боря;+79000000002'], { listName: 'Хор' });
    const done = await importLines(
      ['Имя;Телефон;Примечание', 'Анна;+79000000001;', 'Борис Иванов;+79000000002;новый'],
      { listName: 'Родители' },
    );
    const again = world.restart();
    const before = await again.names();

    const undone = await undo(done.undoId, again);

    expect(before).toEqual(['Анна', 'Борис Иванов']);
    expect(undone).toMatchObject({ value: { count: 2 } });
    const last = again.restart();
    expect(await last.contacts()).toMatchObject([{ name: 'Боря', note: '', source: 'file' }]);
    expect(await last.lists()).toEqual({ Хор: 1 });
  });

  test('leaves alone whom a person has edited since, and counts the others', async () => {
    const done = await importLines(three);
    await world.people.edit({ ...account, chatId: personOf(1), note: 'перезвонить' });

    expect(await undo(done.undoId)).toMatchObject({ value: { count: 1 } });
    expect(await world.names()).toEqual(['Анна Петрова']);
  });

  test('keeps the list it made when somebody else was put into it since', async () => {
    await world.keep(5, 'Глеб');
    const done = await importLines(three, { listName: 'Хор' });
    await world.people.lists.add({ ...account, listId: done.listId ?? '', chatIds: [personOf(5)] });

    await undo(done.undoId);

    expect(await world.lists()).toEqual({ Хор: 1 });
    expect(await world.names()).toEqual(['Глеб']);
  });

  test('leaves the phone’s contacts to the phone', async () => {
    const { practice, api } = await openPhone(world.clock);
    const [somebody] = practice.world.people;
    const done = await importLines(['Имя;Телефон', `Из файла;+${somebody?.chatId.split('@')[0]}`]);
    world.api = api;
    let isSynced = false;
    void world.people.sync(account).then(() => {
      isSynced = true;
    });
    await turnUntil(world.clock, () => expect(isSynced).toBe(true));

    await undo(done.undoId);

    const found = await world.people.find({ ...account, chatIds: [somebody?.chatId ?? ''] });
    expect(found).toMatchObject({ value: [{ name: somebody?.savedAs, source: 'phone' }] });
  });

  test('gives back the name that the phone has by now', async () => {
    const nameIs = (name: string) => {
      world.api = ok(phoneThatLists({ [personOf(1)]: name }));
      return world.people.sync(account);
    };
    await nameIs('Аня');
    const done = await importLines(three);
    await nameIs('Аня с работы');

    await undo(done.undoId);

    expect(await world.find(1)).toMatchObject({ name: 'Аня с работы', source: 'phone' });
  });

  test('is too late when somebody of it was deleted since, until that is taken back', async () => {
    const done = await importLines(three);
    const deleted = value(await world.people.delete({ ...account, chatIds: [personOf(1)] }));

    expect(await undo(done.undoId)).toEqual(err({ code: 'too-late' }));
    await undo(deleted.undoId);
    expect(await undo(done.undoId)).toMatchObject({ value: { count: 2 } });
    expect(await world.names()).toEqual([]);
  });

  test('puts back out whom somebody had taken out before it', async () => {
    await world.keep(1, 'Anna');
    await world.people.delete({ ...account, chatIds: [personOf(1)] });
    const done = await importLines(three);

    await undo(done.undoId);

    const kept = await createSqliteContacts(world.database).load(account.accountId);
    expect(kept.contacts).toMatchObject([{ chatId: personOf(1), deleted: true, name: '' }]);
  });
});

test('others get their turn all the time while very many people are kept and taken back', async () => {
  const lines = Array.from({ length: 6_000 }, (_, n) => `Имя ${n};+7900000${String(n).padStart(4, '0')}`);
  const { importId } = await open('Имя;Телефон', ...lines);
  let isOver = false;
  let turns = 0;
  const done = world.people
    .import({ ...account, importId, listName: 'Все', toPhone: true })
    .then((answer) => undo(value(answer).undoId))
    .finally(() => {
      isOver = true;
    });
  while (!isOver) {
    turns += 1;
    await setImmediate();
  }

  expect(await done).toMatchObject({ value: { count: 6_000 } });
  // 6,000 contacts, changes and places in the queue, and all of them out again: a thousand in each turn.
  expect(turns).toBeGreaterThanOrEqual(36);
});

describe('when the power fails', () => {
  /** What the disk holds in the middle of the next write, after so many of its statements. */
  function powerFailsAfter(statements: number): string {
    const folder = tempFolder();
    let count = 0;
    const { database } = world;
    const { writeInSteps } = database;
    Object.assign(database, {
      writeInSteps: (stepsOf: Parameters<typeof writeInSteps>[0]) =>
        writeInSteps((sql) =>
          stepsOf({
            ...sql,
            run(text, ...values) {
              count += 1;
              if (count === statements) {
                for (const suffix of ['', '-wal']) {
                  copyFileSync(path.join(world.folder, `groups.db${suffix}`), path.join(folder, `groups.db${suffix}`));
                }
              }
              return sql.run(text, ...values);
            },
          }),
        ),
    });
    return folder;
  }

  const many = [
    'Имя;Телефон',
    ...Array.from({ length: 200 }, (_, n) => `Имя ${n};+7900000${String(n).padStart(4, '0')}`),
  ];

  test.each([1, 50, 201, 300, 402])(
    'in the middle of an import (statement %i) nothing of it is kept',
    async (statements) => {
      const { importId } = await open(...many);
      const folder = powerFailsAfter(statements);

      const done = await world.people.import({ ...account, importId, listName: 'Все', toPhone: false });

      expect(existsSync(path.join(folder, 'groups.db'))).toBe(true);
      const after = openPeople({ folder });
      expect(done).toMatchObject({ value: { added: 200 } });
      expect([await after.names(), await after.lists()]).toEqual([[], {}]);
      expect(await world.restart().contacts()).toHaveLength(200);
    },
  );

  test.each([1, 100, 202])('in the middle of an undo (statement %i) nothing of it is undone', async (statements) => {
    await importLines(many);
    const better = many.map((line) => line.replace(/;\+/, ' Петров;+'));
    const done = await importLines(better, { listName: 'Все' });
    const folder = powerFailsAfter(statements);

    await undo(done.undoId);

    expect(existsSync(path.join(folder, 'groups.db'))).toBe(true);
    const after = openPeople({ folder });
    expect([(await after.names('петров')).length, await after.lists()]).toEqual([200, { Все: 200 }]);
    expect(await undo(done.undoId, after)).toMatchObject({ value: { count: 200 } });
    expect([await after.names('петров'), await after.lists()]).toEqual([[], {}]);
  });
});
