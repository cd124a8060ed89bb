/** How long the record of groups is kept, from short to long. */
export const recordPeriods = ['6-months', '1-year', '2-years', '5-years', 'for-ever'] as const;
export type RecordPeriod = (typeof recordPeriods)[number];

/** None is shorter than the 30 days that the guard against repeated groups looks back. */
const months = { '6-months': 6, '1-year': 12, '2-years': 24, '5-years': 60 } as const;

/** What is older than this moment (wall time in ms) is not kept any more; null: everything is kept. */
export function keptSinceMs(period: RecordPeriod, nowMs: number): number | null {
  if (period === 'for-ever') return null;
  const since = new Date(nowMs);
  const day = since.getDate();
  since.setMonth(since.getMonth() - months[period]);
  // Six months before 31 August there is no 31 February: its last day is meant.
  if (since.getDate() !== day) since.setDate(0);
  return since.getTime();
}

export const isShorter = (period: RecordPeriod, than: RecordPeriod): boolean =>
  recordPeriods.indexOf(period) < recordPeriods.indexOf(than);
