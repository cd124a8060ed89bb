import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { forecast, type Standing, startTimes } from '../../../core/forecast.ts';
import { nextAllowed } from '../../../core/plan-hours.ts';
import { defaultPlan, forecastSchema, type RunPlan, runPlanSchema } from '../../../core/run-plan.ts';
import { isTimeZone } from '../../../core/zone-time.ts';

const minute = 60_000;
const hour = 60 * minute;
const day = 24 * hour;

const office = defaultPlan('Europe/Moscow', false);
/** Monday 23 November 2026, 09:00 in Moscow. */
const monday = Date.UTC(2026, 10, 23, 6);
const standing: Standing = { nowMs: monday, waitMs: 0, leftToday: 25, perDay: 25, paceMs: 5 * minute };

describe('when a plan allows a group', () => {
  test.each([
    ['within the hours at once', monday + hour, monday + hour],
    ['before them when they begin', monday - hour, monday],
    ['at their end on the next day', monday + 9 * hour, monday + day],
    ['on Friday evening on Monday', monday + 4 * day + 9 * hour, monday + 7 * day],
    ['on Saturday on Monday', monday + 5 * day, monday + 7 * day],
  ])('%s', (_, atMs, allowedMs) => {
    expect(nextAllowed(office, atMs)).toBe(allowedMs);
  });

  test('not before its start', () => {
    const startAtMs = monday + 2 * day + hour;

    expect(nextAllowed({ ...office, startAtMs }, monday)).toBe(startAtMs);
  });

  test('never without a day', () => {
    expect(nextAllowed({ ...office, days: Array(7).fill(false) }, monday)).toBeNull();
  });

  test('round the clock at any time of its days, by night on both sides of midnight', () => {
    const night = { ...office, from: '22:00', to: '06:00' };

    expect(nextAllowed({ ...office, from: '07:00', to: '07:00' }, monday - 8 * hour)).toBe(monday - 8 * hour);
    expect(nextAllowed(night, monday - 8 * hour)).toBe(monday - 8 * hour);
    expect(nextAllowed(night, monday)).toBe(monday + 13 * hour);
  });

  test('where the clocks are put forward from the moment of the leap, where back from the second time', () => {
    const berlin = { ...office, timeZone: 'Europe/Berlin', from: '02:30', to: '04:00', days: Array(7).fill(true) };

    expect(nextAllowed(berlin, Date.UTC(2027, 2, 28))).toBe(Date.UTC(2027, 2, 28, 1));
    expect(nextAllowed(berlin, Date.UTC(2026, 9, 24, 23))).toBe(Date.UTC(2026, 9, 25, 1, 30));
  });

  test('where the leap swallows all its hours a week later', () => {
    const sunday = [false, false, false, false, false, false, true];
    const berlin = { ...office, timeZone: 'Europe/Berlin', from: '02:00', to: '03:00', days: sunday };

    expect(nextAllowed(berlin, Date.UTC(2027, 2, 28))).toBe(Date.UTC(2027, 3, 4));
  });
});

describe('how a plan works out', () => {
  test('two hundred groups take eight working days', () => {
    const { days, firstAtMs, doneAtMs } = forecast(200, office, standing);

    expect(days.map(({ day, groups }) => `${day.slice(5)} ${groups}`)).toEqual(
      ['11-23', '11-24', '11-25', '11-26', '11-27', '11-30', '12-01', '12-02'].map((date) => `${date} 25`),
    );
    expect(firstAtMs).toBe(monday);
    expect(doneAtMs).toBe(monday + 9 * day + 24 * 5 * minute);
    expect(days[0]).toMatchObject({ fromMs: monday, toMs: monday + 24 * 5 * minute });
  });

  test('what was sent today and the pace count', () => {
    const { days } = forecast(5, office, { ...standing, waitMs: 3 * minute, leftToday: 2 });

    expect(days).toMatchObject([
      { day: '2026-11-23', fromMs: monday + 3 * minute, groups: 2 },
      { day: '2026-11-24', fromMs: monday + day, groups: 3 },
    ]);
  });

  test('where nothing is left today it begins tomorrow', () => {
    expect(forecast(1, office, { ...standing, leftToday: 0 }).firstAtMs).toBe(monday + day);
  });

  test('without a day there is no end, and without a group nothing to wait for', () => {
    const never = { ...office, days: Array(7).fill(false) };

    expect(forecast(3, never, standing)).toEqual({ days: [], firstAtMs: null, doneAtMs: null });
    expect(forecast(0, office, standing)).toEqual({ days: [], firstAtMs: null, doneAtMs: null });
  });

  test('a plan of years is told by its first thousand days, with its true end', () => {
    const slow = { ...office, perDay: 1 };

    const found = forecast(1500, slow, { ...standing, perDay: 1, leftToday: 1 });

    expect(forecastSchema.parse(found).days).toHaveLength(1000);
    expect(found.doneAtMs).toBe(monday + (1499 / 5) * 7 * day - (1499 % 5) * (7 / 5) * day + (1499 % 5) * day);
  });

  test('the cost grows by the days, not by the groups of a day', () => {
    const plan = { ...defaultPlan('UTC', true), perDay: 1000 };
    const steps = (count: number) => forecast(count, plan, { ...standing, perDay: 1000, leftToday: 1000 }).days.length;

    expect(steps(5000)).toBe(Math.ceil((5000 * 5 * minute + 6 * hour) / day));
  });
});

test('the usual plan is a sound one', () => {
  expect(runPlanSchema.parse(office)).toMatchObject({
    perDay: 25,
    from: '09:00',
    to: '18:00',
    stopAfterRefusals: true,
    keepAwake: false,
  });
  expect(runPlanSchema.parse(defaultPlan('UTC', true))).toMatchObject({ perDay: 1000, from: '00:00', to: '00:00' });
});

test('a zone that this computer does not know is told apart', () => {
  expect([isTimeZone('Asia/Vladivostok'), isTimeZone('Moon/Crater'), isTimeZone('')]).toEqual([true, false, false]);
});

const zones = [
  ...['Europe/Moscow', 'Europe/Berlin', 'America/New_York', 'America/Santiago', 'Australia/Lord_Howe', 'Asia/Beirut'],
  ...['Africa/Casablanca', 'Asia/Kathmandu', 'Pacific/Chatham', 'America/St_Johns', 'Africa/Cairo', 'UTC'],
];
const time = fc
  .tuple(fc.integer({ min: 0, max: 23 }), fc.constantFrom(0, 15, 30, 59))
  .map((parts) => parts.map((part) => String(part).padStart(2, '0')).join(':'));
const anyPlan: fc.Arbitrary<RunPlan> = fc.record({
  paceMinutes: fc.integer({ min: 1, max: 240 }),
  perDay: fc.oneof(fc.integer({ min: 1, max: 40 }), fc.constant(1000)),
  from: time,
  to: time,
  days: fc.array(fc.boolean(), { minLength: 7, maxLength: 7 }),
  timeZone: fc.constantFrom(...zones),
  startAtMs: fc.option(fc.integer({ min: monday - day, max: monday + 60 * day })),
  stopAfterRefusals: fc.boolean(),
  keepAwake: fc.boolean(),
});

/** What the clock on the wall shows, by another way than the code's own. */
const walls = new Map(
  zones.map((timeZone) => {
    const date = new Intl.DateTimeFormat('sv-SE', { timeZone, dateStyle: 'short', timeStyle: 'short' });
    return [timeZone, { date, weekday: new Intl.DateTimeFormat('en-US', { timeZone, weekday: 'short' }) }] as const;
  }),
);
function wall(timeZone: string, atMs: number): { date: string; weekday: string; time: string } {
  const shown = walls.get(timeZone);
  const text = shown?.date.format(atMs) ?? '';
  return { date: text.slice(0, 10), weekday: shown?.weekday.format(atMs) ?? '', time: text.slice(11, 16) };
}
const weekdays = ['Mon', 'Tue', 'Wed', 'Thu', 'Fri', 'Sat', 'Sun'];

test('no group is planned outside the hours and days, before its pace, or above the limit of a day', () => {
  fc.assert(
    fc.property(
      anyPlan,
      fc.record({
        count: fc.integer({ min: 1, max: 12 }),
        // Around the days on which clocks are put forward and back, among others.
        nowMs: fc.integer({ min: Date.UTC(2026, 8, 20), max: Date.UTC(2027, 4, 1) }),
        waitMs: fc.integer({ min: 0, max: 3 * hour }),
        leftToday: fc.integer({ min: 0, max: 30 }),
      }),
      (plan, { count, nowMs, waitMs, leftToday }) => {
        const now = { nowMs, waitMs, leftToday: Math.min(leftToday, plan.perDay), perDay: plan.perDay };
        const paceMs = plan.paceMinutes * minute;
        const slots = startTimes(count, plan, { ...now, paceMs });
        const told = forecast(count, plan, { ...now, paceMs });

        const allowed = weekdays.filter((_, place) => plan.days[place]);
        expect(slots.length === count || allowed.length === 0 || plan.from !== plan.to).toBe(true);
        const byDay = new Map<string, number>();
        for (const [place, slot] of slots.entries()) {
          const { date, weekday, time } = wall(plan.timeZone, slot);
          expect(slot).toBeGreaterThanOrEqual(Math.max(nowMs + waitMs, plan.startAtMs ?? 0));
          expect(allowed).toContain(weekday);
          const { from, to } = plan;
          const isWithin = from < to ? from <= time && time < to : from === to || time >= from || time < to;
          expect(isWithin, `${time} in ${from}-${to}`).toBe(true);
          if (place > 0) expect(slot - (slots[place - 1] ?? 0)).toBeGreaterThanOrEqual(paceMs);
          byDay.set(date, (byDay.get(date) ?? 0) + 1);
        }
        const today = wall(plan.timeZone, nowMs).date;
        for (const [date, made] of byDay) {
          expect(made).toBeLessThanOrEqual(date === today ? now.leftToday : plan.perDay);
        }
        expect(told.days.map(({ day, groups }) => [day, groups])).toEqual([...byDay]);
        expect(told.doneAtMs).toBe(slots.length === count ? slots.at(-1) : null);
      },
    ),
    { numRuns: 10_000 },
  );
}, 120_000);
