import { signal } from '@preact/signals';
import { expect, test } from 'vitest';
import type { Answer, Args } from '../../../core/contract/calls.ts';
import type { Failure } from '../../../core/failure.ts';
import type { PeoplePreview, TableReading } from '../../../core/people-import.ts';
import { err, ok, type Result } from '../../../core/result.ts';
import type { DroppedFile } from '../../../renderer/state/dropped-file.ts';
import { createPeopleImport } from '../../../renderer/state/people-import.ts';
import { byHand } from './samples.ts';

type Preview = Result<PeoplePreview, Failure>;

function setUp(accountId: string | null = 'a1') {
  const choose = byHand<Args<'people.chooseFile'>, Result<PeoplePreview | null, Failure>>();
  const open = byHand<Args<'people.openFile'>, Preview>();
  const again = byHand<Args<'people.readAgain'>, Preview>();
  const keep = byHand<Args<'people.import'>, Result<Answer<'people.import'>, Failure>>();
  const dropped: string[] = [];
  const incoming = createPeopleImport({
    api: {
      'people.chooseFile': choose.call,
      'people.openFile': open.call,
      'people.readAgain': again.call,
      'people.import': keep.call,
      'people.saveBadLines': async () => ok({ saved: true }),
      'people.dropImport': async ({ importId }) => {
        dropped.push(importId);
        return ok(null);
      },
    },
    accountId: signal(accountId),
  });
  const show = async (preview = previewOf('i1')) => {
    void incoming.choose();
    await choose.answer(ok(preview));
  };
  return { incoming, choose, open, again, keep, dropped, show };
}

const reading: TableReading = { table: 0, headingLine: 1, roles: ['name', 'phone', 'leave-out'] };

const previewOf = (importId: string, more: Partial<PeoplePreview> = {}): PeoplePreview => ({
  importId,
  file: 'Year 5.xlsx',
  kind: 'xlsx',
  table: { reading, sheets: ['Parents', 'Pupils'], headings: ['Who', 'Phone', 'Mail'], rows: [['Anna', '+7', 'a@b']] },
  people: [],
  counts: { lines: 3, people: 2, added: 1, changed: 1, repaired: 0, repeated: 0, bad: 1 },
  bad: [],
  listName: 'Year 5',
  ...more,
});

const readAs = (roles: TableReading['roles']): Preview => {
  const { table } = previewOf('i1');
  return ok(previewOf('i1', { table: table && { ...table, reading: { ...reading, roles } } }));
};

const fileOf = (name: string, size = 3): DroppedFile => ({
  name,
  size,
  arrayBuffer: async () => new Uint8Array([1, 2, 3]).buffer,
});

const settled = async () => {
  for (let turn = 0; turn < 10; turn += 1) await Promise.resolve();
};

const imported: Answer<'people.import'> = { undoId: 'u1', count: 2, added: 1, changed: 1, known: 0, listId: null };

test('a chosen file is shown, and cancelling the choice changes nothing', async () => {
  const { incoming, choose, show } = setUp();
  await show();

  void incoming.choose();
  await choose.answer(ok(null));

  expect(incoming.preview.value?.importId).toBe('i1');
  expect(incoming.busy.value).toBeNull();
});

test('a second click while the system asks for a file asks once', async () => {
  const { incoming, choose } = setUp();

  void incoming.choose();
  void incoming.choose();

  expect(choose.calls).toHaveLength(1);
});

test('a dropped file goes to main with its name and its bytes', async () => {
  const { incoming, open } = setUp();

  void incoming.open([fileOf('people.csv')]);
  await settled();

  expect(open.calls).toEqual([{ accountId: 'a1', name: 'people.csv', bytes: new Uint8Array([1, 2, 3]) }]);
});

test('of a name that is too long the end stays, for it says what kind of file it is', async () => {
  const { incoming, open } = setUp();

  void incoming.open([fileOf(`${'a'.repeat(300)}.vcf`)]);
  await settled();

  expect(open.calls[0]?.name).toHaveLength(255);
  expect(open.calls[0]?.name).toMatch(/\.vcf$/);
});

test('a file over 20 MB is refused before it is read', async () => {
  const { incoming, open } = setUp();
  let wasRead = false;
  const huge: DroppedFile = {
    ...fileOf('huge.csv', 20 * 1024 * 1024 + 1),
    arrayBuffer: async () => {
      wasRead = true;
      return new ArrayBuffer(0);
    },
  };

  await incoming.open([huge]);

  expect(wasRead).toBe(false);
  expect(open.calls).toEqual([]);
  const most = { of: 'megabytes', count: 20 };
  expect(incoming.trouble.value).toEqual({ at: 'opening', why: { code: 'file-too-big', file: 'huge.csv', most } });
});

test('a folder, and several files at once, are refused in words of their own', async () => {
  const { incoming, open } = setUp();

  await incoming.open([{ ...fileOf('Folder'), arrayBuffer: () => Promise.reject(new Error('a folder')) }]);
  const folder = incoming.trouble.value;
  await incoming.open([fileOf('a.csv'), fileOf('b.csv')]);

  expect(folder).toEqual({ at: 'opening', why: { code: 'not-readable', file: 'Folder' } });
  expect(incoming.trouble.value).toEqual({ at: 'opening', why: { code: 'several' } });
  expect(open.calls).toEqual([]);
});

test('the newest file wins, and main is told to let go of the other', async () => {
  const { incoming, open, dropped } = setUp();
  void incoming.open([fileOf('first.csv')]);
  void incoming.open([fileOf('second.csv')]);
  await settled();

  await open.answer(ok(previewOf('i2')), 1);
  await open.answer(ok(previewOf('i1')));

  expect(incoming.preview.value?.importId).toBe('i2');
  expect(dropped).toEqual(['i1']);
});

test('another file takes the place of the one before, which is let go of', async () => {
  const { incoming, show, dropped } = setUp();
  await show();

  await show(previewOf('i2'));

  expect(incoming.preview.value?.importId).toBe('i2');
  expect(dropped).toEqual(['i1']);
});

test('a file that cannot be opened leaves the one before as it was', async () => {
  const { incoming, choose, show, dropped } = setUp();
  await show();

  void incoming.choose();
  await choose.answer(err({ code: 'file-empty', file: 'b.csv' }));

  expect(incoming.preview.value?.importId).toBe('i1');
  expect(incoming.trouble.value).toEqual({ at: 'opening', why: { code: 'file-empty', file: 'b.csv' } });
  expect(dropped).toEqual([]);
});

test('pasted text goes to main as a text, and nothing but spaces does not', async () => {
  const { incoming, open } = setUp();

  await incoming.openText(' \n', 'Pasted');
  const empty = incoming.trouble.value;
  void incoming.openText('Анна +7 900 000-00-01', 'Pasted');
  await open.answer(ok(previewOf('i1', { file: 'Pasted.txt' })));

  expect(empty).toEqual({ at: 'text' });
  expect(open.calls.map(({ name, bytes }) => [name, new TextDecoder().decode(bytes)])).toEqual([
    ['Pasted.txt', 'Анна +7 900 000-00-01'],
  ]);
  expect(incoming.preview.value?.file).toBe('');
});

test.each([
  ['Anna\t+7 900 000-00-01\nBoris\t+7 900 000-00-02\n', 'Pasted.tsv'],
  ['Anna\t+7 900 000-00-01', 'Pasted.txt'],
  ['Here they are:\nAnna\t+7 900 000-00-01', 'Pasted.txt'],
])('pasted cells keep their columns, and words have none: %j is %s', async (text, name) => {
  const { incoming, open } = setUp();

  void incoming.openText(text, 'Pasted');
  await settled();

  expect(open.calls[0]?.name).toBe(name);
});

test('a changed column is seen at once, and of quick changes only the newest is read', async () => {
  const { incoming, again, show } = setUp();
  await show();

  void incoming.setRole(2, 'note');
  void incoming.setRole(2, 'list');
  void incoming.setRole(0, 'last-name');
  const early = incoming.reading.value?.roles;
  await again.answer(readAs(['name', 'phone', 'note']));
  const between = incoming.preview.value?.table?.reading.roles;
  await again.answer(readAs(['last-name', 'phone', 'list']));

  expect(early).toEqual(['last-name', 'phone', 'list']);
  expect(between).toEqual(reading.roles);
  expect(again.calls.map(({ reading: { roles } }) => roles)).toEqual([
    ['name', 'phone', 'note'],
    ['last-name', 'phone', 'list'],
  ]);
  expect(incoming.preview.value?.table?.reading.roles).toEqual(['last-name', 'phone', 'list']);
  expect(incoming.busy.value).toBeNull();
});

test('a reading that fails is said, and the columns are shown as they are read', async () => {
  const { incoming, again, show } = setUp();
  await show();

  void incoming.setRole(1, 'note');
  await again.answer(err({ code: 'not-found' }));

  expect(incoming.reading.value).toEqual(reading);
  expect(incoming.trouble.value).toEqual({ at: 'reading', why: { code: 'not-found' } });
});

test('an answer for the file before does not change the new one', async () => {
  const { incoming, again, show } = setUp();
  await show();
  void incoming.setRole(1, 'note');

  await show(previewOf('i2'));
  await again.answer(readAs(['name', 'note', 'leave-out']));

  expect(incoming.preview.value?.importId).toBe('i2');
  expect(incoming.reading.value).toEqual(reading);
  expect(incoming.busy.value).toBeNull();
});

test('a role is a guess until a person has chosen it', async () => {
  const { incoming, again, show } = setUp();
  await show();
  const before = [0, 1, 2].map(incoming.isGuess);

  void incoming.setRole(0, 'last-name');
  await again.answer(readAs(['last-name', 'phone', 'leave-out']));

  expect(before).toEqual([true, true, false]);
  expect([0, 1, 2].map(incoming.isGuess)).toEqual([false, true, false]);
});

test('the columns of another sheet are guessed anew', async () => {
  const { incoming, again, show } = setUp();
  await show();
  void incoming.setRole(0, 'last-name');
  await again.answer(readAs(['last-name', 'phone', 'leave-out']));

  void incoming.setSheet(1);
  await again.answer(readAs(['name', 'phone', 'note']));

  expect(again.calls[1]?.reading).toEqual({ table: 1, headingLine: null, roles: [] });
  expect([0, 1, 2].map(incoming.isGuess)).toEqual([true, true, true]);
});

test('who is kept is the number that was shown, and the file is let go of once', async () => {
  const { incoming, keep, show, dropped } = setUp();
  await show();

  const kept = incoming.keep();
  await keep.answer(ok(imported));
  incoming.drop();

  expect(keep.calls).toEqual([{ accountId: 'a1', importId: 'i1', listName: null, toPhone: false }]);
  expect(await kept).toMatchObject({ undoId: 'u1', people: 2 });
  expect(dropped).toEqual(['i1']);
});

test('a saved list has the name of the file unless another one is given, and never none', async () => {
  const { incoming, keep, show } = setUp();
  await show();
  incoming.setAs({ asList: true });
  const proposed = incoming.as.value.listName;

  incoming.setAs({ listName: '  ' });
  const refused = await incoming.keep();
  const trouble = incoming.trouble.value;
  incoming.setAs({ listName: ' Parents ', toPhone: true });
  const after = incoming.trouble.value;
  void incoming.keep();

  expect(proposed).toBe('Year 5');
  expect([refused, trouble, after]).toEqual([null, { at: 'list-name' }, null]);
  expect(keep.calls).toMatchObject([{ listName: 'Parents', toPhone: true }]);
});

test('keeping that fails leaves everything as it was, to be tried again', async () => {
  const { incoming, keep, show } = setUp();
  await show();

  const kept = incoming.keep();
  await keep.answer(err({ code: 'disk-full' }));

  expect(await kept).toBeNull();
  expect(incoming.preview.value?.importId).toBe('i1');
  expect(incoming.trouble.value).toEqual({ at: 'keeping', why: { code: 'disk-full' } });
  expect(incoming.busy.value).toBeNull();
});

test('nobody is kept while the file is read again, and a double click keeps once', async () => {
  const { incoming, again, keep, show } = setUp();
  await show();

  void incoming.setRole(1, 'note');
  const early = await incoming.keep();
  await again.answer(readAs(['name', 'note', 'leave-out']));
  void incoming.keep();
  void incoming.keep();

  expect(early).toBeNull();
  expect(keep.calls).toHaveLength(1);
});

test('leaving drops the file that is open and the one that is on its way', async () => {
  const { incoming, open, show, dropped } = setUp();
  await show();
  void incoming.open([fileOf('second.csv')]);
  await settled();

  incoming.drop();
  await open.answer(ok(previewOf('i2')));

  expect(incoming.preview.value).toBeNull();
  expect(dropped).toEqual(['i1', 'i2']);
});

test('without an account nothing is asked', async () => {
  const { incoming, choose, open } = setUp(null);

  await incoming.choose();
  await incoming.open([fileOf('a.csv')]);

  expect([choose.calls, open.calls]).toEqual([[], []]);
});
