import { dayStartMs } from '../../core/plan-hours.ts';
import type { RunPlan } from '../../core/run-plan.ts';
import type { Slots } from '../groups/journal.ts';
import type { Timings } from '../groups/timings.ts';

/** The pace of a plan and its daily limit, for the day that has begun by its own clocks. */
export const limitsOf = (plan: RunPlan, nowMs: number, { minuteMs }: Timings): Omit<Slots, 'now'> => ({
  paceMs: plan.paceMinutes * minuteMs,
  perDay: plan.perDay,
  sinceServerMs: dayStartMs(plan.timeZone, nowMs),
});
