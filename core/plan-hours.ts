import type { RunPlan } from './run-plan.ts';
import { type DayNumber, dayOf, momentOf, weekdayOf } from './zone-time.ts';

type Hours = Pick<RunPlan, 'from' | 'to' | 'days' | 'timeZone' | 'startAtMs'>;

/** A stretch of time in which groups may be made; `endMs` is not in it any more. */
export type Stretch = { readonly day: DayNumber; readonly startMs: number; readonly endMs: number };

/** When the plan allows a group at this moment or after it; null: never. */
export const nextAllowed = (plan: Hours, atMs: number): number | null => nextStretch(plan, atMs)?.startMs ?? null;

/** A plan with one day of the week finds it within so many days, and once more where a leap of the clocks swallowed it. */
const lookAheadDays = 15;

/** The stretch that holds this moment, from it on, or else the next one; null: none. */
export function nextStretch(plan: Hours, atMs: number): Stretch | null {
  const fromMs = Math.max(atMs, plan.startAtMs ?? 0);
  const today = dayOf(plan.timeZone, fromMs);
  for (let day = today; day <= today + lookAheadDays; day += 1) {
    const found = stretchesOf(plan, day).find(({ endMs }) => endMs > fromMs);
    if (found) return { ...found, startMs: Math.max(found.startMs, fromMs) };
  }
  return null;
}

/** When the calendar day after this one begins. */
export const dayAfterMs = (timeZone: string, day: DayNumber): number => midnight(timeZone, day + 1);

/** When the calendar day of this moment began. */
export const dayStartMs = (timeZone: string, atMs: number): number => midnight(timeZone, dayOf(timeZone, atMs));

/** Asked again for the same days whenever something in a run changes. */
const known = new Map<string, readonly Stretch[]>();
const mostKnown = 5000;

function stretchesOf(plan: Hours, day: DayNumber): readonly Stretch[] {
  if (plan.days[weekdayOf(day)] !== true) return [];
  const key = `${plan.timeZone} ${day} ${plan.from} ${plan.to}`;
  const kept = known.get(key);
  if (kept) return kept;
  if (known.size >= mostKnown) known.clear();
  const made = reckon(plan, day);
  known.set(key, made);
  return made;
}

function reckon({ timeZone, from, to }: Hours, day: DayNumber): Stretch[] {
  const [begins, ends] = [midnight(timeZone, day), midnight(timeZone, day + 1)];
  const fromMs = momentOf(timeZone, day, minutesOf(from), 'last');
  const toMs = momentOf(timeZone, day, minutesOf(to), 'first');
  const spans =
    from === to
      ? [[begins, ends] as const]
      : from < to
        ? [[fromMs, toMs] as const]
        : [[begins, toMs] as const, [fromMs, ends] as const];
  return spans.filter(([startMs, endMs]) => startMs < endMs).map(([startMs, endMs]) => ({ day, startMs, endMs }));
}

const midnights = new Map<string, number>();

function midnight(timeZone: string, day: DayNumber): number {
  const key = `${timeZone} ${day}`;
  const atMs = midnights.get(key) ?? momentOf(timeZone, day, 0, 'last');
  if (midnights.size >= mostKnown) midnights.clear();
  midnights.set(key, atMs);
  return atMs;
}

const minutesOf = (time: string): number => Number(time.slice(0, 2)) * 60 + Number(time.slice(3));
