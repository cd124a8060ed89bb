import { expect, test } from 'vitest';
import type { Args } from '../../../core/contract/calls.ts';
import type { Failure } from '../../../core/failure.ts';
import type { SheetPreview } from '../../../core/group-sheet.ts';
import { err, ok, type Result } from '../../../core/result.ts';
import type { DroppedFile } from '../../../renderer/state/dropped-file.ts';
import { createSheetFile, rolesFor } from '../../../renderer/state/sheet-file.ts';
import { account, runOf, settled, sheetOf } from './run-samples.ts';
import { byHand } from './samples.ts';

function setUp() {
  const choose = byHand<Args<'runs.chooseFile'>, Result<SheetPreview | null, Failure>>();
  const open = byHand<Args<'runs.openFile'>, Result<SheetPreview, Failure>>();
  const again = byHand<Args<'runs.readAgain'>, Result<SheetPreview, Failure>>();
  const check = byHand<Args<'runs.check'>, Result<ReturnType<typeof runOf>, Failure>>();
  const dropped: string[] = [];
  let opened = 0;
  const file = createSheetFile({
    api: {
      'runs.chooseFile': choose.call,
      'runs.openFile': open.call,
      'runs.readAgain': again.call,
      'runs.check': check.call,
      'runs.dropFile': async ({ sheetId }) => {
        dropped.push(sheetId);
        return ok(null);
      },
    },
    accountId: account(),
    pathOf: ({ name }) => `/home/clerk/${name}`,
    onOpened: () => {
      opened += 1;
    },
  });
  const show = async (preview = sheetOf('s1')) => {
    void file.choose();
    await choose.answer(ok(preview));
    await settled();
  };
  return { file, choose, open, again, check, dropped, show, opened: () => opened };
}

const fileOf = (name: string): DroppedFile => ({
  name,
  size: 3,
  arrayBuffer: async () => new Uint8Array([1, 2, 3]).buffer,
});

test('a dropped file goes to main with its bytes and where it lies', async () => {
  const { file, open } = setUp();

  void file.open([fileOf('classes.csv')]);
  await settled();

  expect(open.calls).toEqual([
    { accountId: 'a1', name: 'classes.csv', bytes: new Uint8Array([1, 2, 3]), path: '/home/clerk/classes.csv' },
  ]);
});

test('another file is told of, a choice that was cancelled is not', async () => {
  const { choose, file, opened, show } = setUp();
  await show();

  void file.choose();
  await choose.answer(ok(null));

  expect(opened()).toBe(1);
});

test('a role that stands once is taken from the column that had it; a number may stand twice', async () => {
  const { file, again, show } = setUp();
  await show();

  void file.setRole(1, 'group');
  await again.answer(
    ok(sheetOf('s1', { reading: { ...sheetOf('s1').reading, roles: ['leave-out', 'group', 'phone'] } })),
  );
  void file.setRole(0, 'phone');

  expect(again.calls.map(({ reading }) => reading.roles)).toEqual([
    ['leave-out', 'group', 'phone'],
    ['phone', 'group', 'phone'],
  ]);
});

test.each([
  [{ table: 1 }, { table: 1, headingLine: null, namePattern: null, roles: [] }],
  [{ shape: 'row-is-group' as const }, { shape: 'row-is-group', roles: [] }],
  [{ headingLine: 3 }, { headingLine: 3, roles: ['group', 'name', 'phone'] }],
  [{ country: 'KZ' }, { country: 'KZ', roles: ['group', 'name', 'phone'] }],
])('after the change %j main reads %j', async (change, asked) => {
  const { file, again, show } = setUp();
  await show();

  void file.change(change);

  expect(again.calls[0]?.reading).toMatchObject(asked);
  expect(file.reading.value).toMatchObject(asked);
});

test('of a name that is being typed only the newest is read', async () => {
  const { file, again, show } = setUp();
  await show();

  for (const namePattern of ['{C', '{Cl', '{Class}']) void file.change({ namePattern });
  await again.answer(ok(sheetOf('s1')));

  expect(again.calls.map(({ reading }) => reading.namePattern)).toEqual(['{C', '{Class}']);
});

test('a check makes a run, and while it goes on nothing else is done with the file', async () => {
  const { file, again, check, show } = setUp();
  await show();

  const checking = file.check();
  void file.setRole(0, 'name');
  void file.check();
  await check.answer(ok(runOf('r1')));

  expect(again.calls).toEqual([]);
  expect(check.calls).toEqual([{ accountId: 'a1', sheetId: 's1' }]);
  expect((await checking)?.id).toBe('r1');
  expect(file.preview.value?.sheetId).toBe('s1');
});

test('a check that fails is said beside the file', async () => {
  const { file, check, show } = setUp();
  await show();

  void file.check();
  await check.answer(err({ code: 'disk-full' }));
  await settled();

  expect(file.trouble.value).toEqual({ at: 'checking', why: { code: 'disk-full' } });
});

test('a file that is dropped is let go of', async () => {
  const { file, dropped, show } = setUp();
  await show();

  file.drop();

  expect(dropped).toEqual(['s1']);
  expect(file.preview.value).toBeNull();
});

test('each shape offers the roles that it can have, and what a column is already', () => {
  expect(rolesFor('row-is-person', 'phone')).not.toContain('people');
  expect(rolesFor('row-is-group', 'phone')).not.toContain('is-admin');
  expect(rolesFor('row-is-person', 'people')).toContain('people');
});
