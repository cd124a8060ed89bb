import { rmSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { beforeEach, expect, test } from 'vitest';
import { account, value } from '../contacts/people-world.ts';
import { openDrafts } from './drafts-world.ts';

let world: ReturnType<typeof openDrafts>;
beforeEach(() => {
  world = openDrafts();
});

const jpeg = (mark: number, size = 8) => {
  const bytes = new Uint8Array(size);
  bytes.set([0xff, 0xd8, 0xff, mark]);
  return bytes;
};
const put = (name: string, bytes: Uint8Array) => writeFileSync(path.join(world.folder, name), bytes);
const phoneOf = (n: number) => `+7900000${String(n + 1).padStart(4, '0')}`;
const csv = (...pictures: string[]) =>
  ['Group;People;Picture', ...pictures.map((name, n) => `Group ${n};${phoneOf(n)};${name}`)].join('\n');
const troubles = async (runId: string) =>
  (await world.runs.allRows(runId, { offset: 0, limit: 500 })).map(({ verdict, problems }) => {
    const [problem] = problems;
    return problem?.is === 'picture' ? `${verdict}: ${problem.name} ${problem.why}` : verdict;
  });

test('pictures that rows name are kept with the run, one copy of each, and outlive their files', async () => {
  put('a.jpg', jpeg(1));
  put('same.jpg', jpeg(1));
  put('b.jpg', jpeg(2));

  const runId = await world.checked(csv('a.jpg', 'A', 'same.jpg', 'b.jpg', '', '-'));
  for (const name of ['a.jpg', 'same.jpg', 'b.jpg']) rmSync(path.join(world.folder, name));

  expect(await troubles(runId)).toEqual(['ready', 'ready', 'ready', 'ready', 'ready', 'ready']);
  expect((await world.row(runId, 2)).extras.picture).toBe('A');
  for (const name of ['a.jpg', 'A', 'same.jpg']) expect(await world.runs.picture(runId, name)).toEqual(jpeg(1));
  expect(await world.runs.picture(runId, 'b.jpg')).toEqual(jpeg(2));
  expect(await world.runs.pictureBytes(runId)).toBe(16);
  expect((await world.row(runId, 6)).extras.picture).toBe('');
});

test('what cannot be used keeps its row back and says why', async () => {
  put('text.jpg', new TextEncoder().encode('GIF89a'));
  put('big.jpg', jpeg(1, 5 * 1024 * 1024 + 1));

  const runId = await world.checked(csv('none.jpg', '../up.jpg', 'text.jpg', 'big.jpg'));

  expect(await troubles(runId)).toEqual([
    'to-fix: none.jpg missing',
    'to-fix: ../up.jpg outside',
    'to-fix: text.jpg not-jpeg',
    'to-fix: big.jpg too-big',
  ]);
});

test('of a file that was dropped from nobody knows where no picture is looked for', async () => {
  put('a.jpg', jpeg(1));
  const bytes = new TextEncoder().encode(csv('a.jpg'));
  const { sheetId } = value(await world.drafts.openFile({ ...account, name: 'groups.csv', bytes, path: '' }));

  const { id } = value(await world.drafts.check({ ...account, sheetId }));

  expect(await troubles(id)).toEqual(['to-fix: a.jpg no-folder']);
});

test('all pictures together have a size that is not passed, not even by looking again', async () => {
  const names = Array.from({ length: 41 }, (_, n) => `${n}.jpg`);
  for (const [n, name] of names.entries()) put(name, jpeg(n, 5 * 1024 * 1024));

  const runId = await world.checked(csv(...names));
  await world.repair(runId, 'look-again');

  expect(await troubles(runId)).toEqual([...names.slice(1).map(() => 'ready'), 'to-fix: 40.jpg too-many']);
});

test('a picture that was put there later is found, and one that never comes may be left out', async () => {
  const runId = await world.checked(csv('late.jpg', 'never.jpg'));
  put('late.jpg', jpeg(3));

  await world.repair(runId, 'look-again');
  expect(await troubles(runId)).toEqual(['ready', 'to-fix: never.jpg missing']);
  await world.repair(runId, 'no-picture', 2);

  expect(await troubles(runId)).toEqual(['ready', 'ready']);
  expect(await world.runs.picture(runId, 'late.jpg')).toEqual(jpeg(3));
  expect((await world.row(runId, 2)).extras.picture).toBe('');
});

test('other repairs of a row leave what is wrong with its picture', async () => {
  const runId = await world.checked(csv('none.jpg'));
  const { entries } = await world.row(runId, 1);

  value(await world.edit(runId, 1, { name: 'Other', entries }));

  expect(await troubles(runId)).toEqual(['to-fix: none.jpg missing']);
});

test('checked once more the rows have their pictures, and the one for all stays', async () => {
  put('a.jpg', jpeg(1));
  const { sheetId } = await world.file(csv('a.jpg'));
  const first = value(await world.drafts.check({ ...account, sheetId }));
  world.desk.chosen = { name: 'logo.jpg', path: '', bytes: jpeg(9) };
  value(await world.drafts.choosePicture({ ...world.of(first.id), remove: false }));

  const second = value(await world.drafts.check({ ...account, sheetId }));
  value(await world.runs.dropPictures());

  expect(await world.runs.picture(second.id, '')).toEqual(jpeg(9));
  expect(await world.runs.picture(second.id, 'a.jpg')).toEqual(jpeg(1));
});
