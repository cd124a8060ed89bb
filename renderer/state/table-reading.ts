import type { ColumnRole, TableReading } from '../../core/people-import.ts';

/** These may stand over several columns; any other role is taken from the column that had it before. */
const severalTimes: ReadonlySet<ColumnRole> = new Set(['phone', 'list', 'leave-out']);

/** The same reading with another role over one column. */
export const withRole = (reading: TableReading, column: number, role: ColumnRole): TableReading => ({
  ...reading,
  roles: rolesWith(reading.roles, column, role, severalTimes),
});

/** The same roles with another one over one column; what stands only once is taken from the column that had it. */
export const rolesWith = <R extends string>(
  roles: readonly (R | 'leave-out')[],
  column: number,
  role: R,
  several: ReadonlySet<R>,
): (R | 'leave-out')[] =>
  roles.map((other, place) => {
    if (place === column) return role;
    return other === role && !several.has(role) ? 'leave-out' : other;
  });

/** The name of a column as spreadsheets write it: A, B … Z, AA, AB. */
export function columnLetters(column: number): string {
  const last = String.fromCharCode(65 + (column % 26));
  return column < 26 ? last : columnLetters(Math.floor(column / 26) - 1) + last;
}

/** Lines that are offered as the one with the headings: the first ten, and the one that is. */
export function headingLines(headingLine: number | null): readonly number[] {
  const first = Array.from({ length: 10 }, (_, n) => n + 1);
  return headingLine === null || headingLine <= 10 ? first : [...first, headingLine];
}
