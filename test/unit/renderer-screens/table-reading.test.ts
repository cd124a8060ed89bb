import { expect, test } from 'vitest';
import type { TableReading } from '../../../core/people-import.ts';
import { columnLetters, headingLines, withRole } from '../../../renderer/state/table-reading.ts';

const reading: TableReading = { table: 2, headingLine: 3, roles: ['name', 'phone', 'note', 'leave-out'] };

test('a role that is taken once leaves the column that had it before', () => {
  expect(withRole(reading, 3, 'name')).toEqual({ ...reading, roles: ['leave-out', 'phone', 'note', 'name'] });
});

test('several columns may hold numbers and lists', () => {
  expect(withRole(reading, 3, 'phone').roles).toEqual(['name', 'phone', 'note', 'phone']);
  expect(withRole(withRole(reading, 3, 'list'), 2, 'list').roles).toEqual(['name', 'phone', 'list', 'list']);
});

test.each([
  [0, 'A'],
  [25, 'Z'],
  [26, 'AA'],
  [51, 'AZ'],
  [52, 'BA'],
  [199, 'GR'],
])('column %i is called %s', (column, letters) => {
  expect(columnLetters(column)).toBe(letters);
});

test('the line of the headings is always among those that are offered', () => {
  expect(headingLines(null)).toHaveLength(10);
  expect(headingLines(4)).toHaveLength(10);
  expect(headingLines(17).at(-1)).toBe(17);
});
