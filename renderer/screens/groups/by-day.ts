import type { GroupRow } from '../../../core/group-job.ts';

export type Day = { readonly name: string; readonly rows: readonly GroupRow[] };

/** Cuts the record, newest first, into days by the time a group was asked for. */
export function byDay(rows: readonly GroupRow[], dayName: (atMs: number) => string): readonly Day[] {
  const days: { name: string; rows: GroupRow[] }[] = [];
  for (const row of rows) {
    const name = dayName(row.askedAtMs);
    const last = days.at(-1);
    if (last?.name === name) last.rows.push(row);
    else days.push({ name, rows: [row] });
  }
  return days;
}
