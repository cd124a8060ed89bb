import { dayAfterMs, nextStretch } from './plan-hours.ts';
import type { Forecast, RunPlan } from './run-plan.ts';
import { type DayNumber, dayName, dayOf } from './zone-time.ts';

/** How things stand when a plan is worked out. */
export type Standing = {
  readonly nowMs: number;
  /** Until pace and daily limit allow the next group. */
  readonly waitMs: number;
  readonly leftToday: number;
  readonly perDay: number;
  /** Between two groups. */
  readonly paceMs: number;
};

/** Groups one after the other at the pace: `groups` of them, the first at `fromMs`. */
type Row = { readonly day: DayNumber; readonly fromMs: number; readonly groups: number };

const mostDays = 1000;

/** Works a plan out for so many groups. It costs by the days it takes, not by the groups. */
export function forecast(count: number, plan: RunPlan, standing: Standing): Forecast {
  const rows = [...rowsOf(count, plan, standing)];
  const made = rows.reduce((sum, row) => sum + row.groups, 0);
  const last = rows.at(-1);
  return {
    days: [...Map.groupBy(rows, ({ day }) => day)].slice(0, mostDays).map(([day, ofDay]) => ({
      day: dayName(day),
      fromMs: ofDay[0]?.fromMs ?? 0,
      toMs: lastOf(ofDay.at(-1), standing) ?? 0,
      groups: ofDay.reduce((sum, row) => sum + row.groups, 0),
    })),
    firstAtMs: rows[0]?.fromMs ?? null,
    doneAtMs: made < count ? null : lastOf(last, standing),
  };
}

/** When each of the next groups starts, the first first; fewer than asked for where the plan allows no time. */
export const startTimes = (count: number, plan: RunPlan, standing: Standing): number[] =>
  [...rowsOf(count, plan, standing)].flatMap(({ fromMs, groups }) =>
    Array.from({ length: groups }, (_, place) => fromMs + place * standing.paceMs),
  );

const lastOf = (row: Row | undefined, { paceMs }: Standing): number | null =>
  row ? row.fromMs + (row.groups - 1) * paceMs : null;

function* rowsOf(count: number, plan: RunPlan, { nowMs, waitMs, leftToday, perDay, paceMs }: Standing): Generator<Row> {
  let atMs = nowMs + waitMs;
  let day = dayOf(plan.timeZone, nowMs);
  let left = leftToday;
  let toMake = count;
  while (toMake > 0) {
    const stretch = nextStretch(plan, atMs);
    if (!stretch) return;
    if (stretch.day !== day) {
      day = stretch.day;
      left = perDay;
    }
    const fit = Math.ceil((stretch.endMs - stretch.startMs) / paceMs);
    const groups = Math.min(toMake, left, fit);
    if (groups > 0) yield { day, fromMs: stretch.startMs, groups };
    toMake -= groups;
    left -= groups;
    const nextMs = groups > 0 ? stretch.startMs + groups * paceMs : stretch.startMs;
    atMs = left > 0 ? nextMs : Math.max(nextMs, dayAfterMs(plan.timeZone, day));
  }
}
