import { expect, test } from 'vitest';
import type { FileJobs } from '../../../main/file-worker.ts';
import { createInWorker } from '../../../main/spreadsheet/in-worker.ts';
import { systemClock } from '../../../main/system-clock.ts';
import { createFakeClock } from '../../support/fake-clock.ts';
import { makeXlsx } from '../../support/xlsx.ts';
import type { OddJobs } from './odd-jobs.ts';
import { fixture, read } from './samples.ts';

const entry = new URL('./odd-jobs.ts', import.meta.url);
const fileName = '/home/anna/list.csv';
const tooMuch = { ok: false, failure: { code: 'file-too-big', file: 'list.csv', most: { of: 'work' } } };
const fileWorker = () =>
  createInWorker<FileJobs>({ entry: new URL('../../../main/file-worker.ts', import.meta.url), clock: systemClock });

test('a job answers from its worker, be it a value or a failure', async () => {
  const inWorker = createInWorker<OddJobs>({ entry, clock: createFakeClock() });

  expect(await inWorker('greet', { fileName })).toEqual({ ok: true, value: `Hello, ${fileName}` });
  expect(await inWorker('fail', { fileName })).toEqual({ ok: false, failure: { code: 'file-empty', file: fileName } });
});

test('a job that never ends is ended by its deadline, and the main thread goes on meanwhile', async () => {
  const clock = createFakeClock();
  const inWorker = createInWorker<OddJobs>({ entry, clock, deadlineMs: 30_000 });
  const answer = inWorker('hang', { fileName });

  await clock.advance(29_999);
  expect(await Promise.race([answer, Promise.resolve('still at it')])).toBe('still at it');
  await clock.advance(1);

  expect(await answer).toEqual(tooMuch);
});

test('a job that eats the memory is ended, and the main process lives on', async () => {
  const inWorker = createInWorker<OddJobs>({ entry, clock: createFakeClock(), memoryMb: 32 });

  expect(await inWorker('eat', { fileName })).toEqual(tooMuch);
});

test('a bug in a job is a bug here, and so is an end without an answer', async () => {
  const clock = createFakeClock();
  const inWorker = createInWorker<OddJobs>({ entry, clock });

  await expect(inWorker('throw', { fileName })).rejects.toThrow('a bug');
  await expect(inWorker('leave', { fileName })).rejects.toThrow('without an answer (3)');
  expect(clock.timers()).toBe(0);
});

test('only jobs of the table are done', async () => {
  const inWorker = createInWorker<OddJobs & { toString: OddJobs['greet'] }>({ entry, clock: createFakeClock() });

  await expect(inWorker('toString', { fileName })).rejects.toThrow('There is no job toString');
});

test('the worker of the app reads tables as they are read here', async () => {
  const bytes = fixture('classes-libreoffice.xlsx');

  expect(await fileWorker()('table.read', { bytes, fileName: 'list.csv' })).toEqual(await read(bytes));
});

const fill = (text: string, length: number): string => text.repeat(Math.floor(length / text.length));
const big = 20_000_000;

test.each([
  ['one line of separators', () => Buffer.alloc(8_000_000, ';')],
  ['lines without a word', () => Buffer.alloc(8_000_000, '\r')],
  ['quotes in the middle of a cell', () => Buffer.alloc(8_000_000, '"a"b')],
  ['control signs after a good beginning', () => Buffer.from(fill('name;phone\n', 8000) + fill('a\x01', 8_000_000))],
  ['elements in each other', () => makeXlsx({ sheets: [fill('<a>', big)] })],
  [
    'a text of millions of letters',
    () => makeXlsx({ sheets: [`<sheetData><row><c t="str"><v>${fill('ы&amp;', big)}`] }),
  ],
  ['millions of texts', () => makeXlsx({ sheets: [''], strings: fill('<si/>', big) })],
  ['millions of styles', () => makeXlsx({ sheets: [''], styles: `<cellXfs>${fill('<xf/>', big)}</cellXfs>` })],
  ['blocks over blocks', () => makeXlsx({ sheets: [fill('<mergeCell ref="A1:A1048576"/>', big)] })],
])(
  'a file of %s is answered within the memory of the worker, and the main process lives on',
  async (_, make) => {
    const answer = await fileWorker()('table.read', { bytes: make(), fileName: 'list.csv' });

    expect(answer.ok ? 'read' : answer.failure.code).toMatch(/^(read|file-[a-z-]+)$/);
  },
  40_000,
);
