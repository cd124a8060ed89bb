import { writeFileSync } from 'node:fs';
import { parseArgs } from 'node:util';
import { archiveSize } from './archive-size.ts';
import { createGroup } from './create-group.ts';
import { durableChange } from './durable-change.ts';
import { firstByte } from './first-byte.ts';
import { fullStart } from './full-start.ts';
import { groupsCsv } from './groups-csv.ts';
import { groupsXlsx } from './groups-xlsx.ts';
import { idle } from './idle.ts';
import { peopleSearch } from './people-search.ts';
import { keyToList, scrolledList, windowMemory } from './people-window.ts';
import type { Measured, Row } from './row.ts';
import { runQueue } from './run-queue.ts';
import { windowSize } from './window-size.ts';

const rows: readonly Row[] = [
  createGroup,
  firstByte,
  peopleSearch,
  keyToList,
  windowMemory,
  scrolledList,
  groupsCsv,
  groupsXlsx,
  durableChange,
  runQueue,
  fullStart,
  windowSize,
  archiveSize,
  idle,
];

const { values } = parseArgs({ options: { json: { type: 'string' }, only: { type: 'string' } } });
const chosen = rows.filter(({ id }) => values.only === undefined || values.only.split(',').includes(id));

const figure = (value: number | null): string => (value === null ? '–' : value.toFixed(value < 10 ? 2 : 1));
const line = (...cells: readonly string[]): string =>
  cells.map((cell, column) => cell.padEnd([4, 78, 10, 10, 6, 44, 5][column] ?? 0)).join(' ');

console.log(line('', 'what', 'ours', 'reference', 'ratio', 'promise', 'held'));
const results: (Pick<Row, 'id' | 'what' | 'promise'> & Measured)[] = [];
for (const { id, what, promise, measure } of chosen) {
  const measured = await measure();
  results.push({ id, what, promise, ...measured });
  const { unit, ours, reference, ratio, held, note } = measured;
  const of = (value: number | null) => (value === null ? '–' : `${figure(value)} ${unit}`);
  console.log(line(id, what, of(ours), of(reference), figure(ratio), promise, held ? 'yes' : 'NO'));
  if (note) console.log(line('', note));
}

if (values.json) writeFileSync(values.json, `${JSON.stringify({ rows: results }, null, 2)}\n`);
process.exit(results.every(({ held }) => held) ? 0 : 1);
