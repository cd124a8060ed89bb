const hourMs = 3_600_000;
const dayMs = 24 * hourMs;

/** A calendar day by its number: days since 1 January 1970, whatever the zone. */
export type DayNumber = number;

const formatters = new Map<string, Intl.DateTimeFormat>();

function formatterOf(timeZone: string): Intl.DateTimeFormat {
  const known = formatters.get(timeZone);
  if (known) return known;
  const made = new Intl.DateTimeFormat('en-US', {
    ...{ timeZone, calendar: 'gregory', numberingSystem: 'latn', hourCycle: 'h23' },
    ...{ year: 'numeric', month: 'numeric', day: 'numeric', hour: 'numeric', minute: 'numeric', second: 'numeric' },
  });
  formatters.set(timeZone, made);
  return made;
}

/** Whether this computer knows the zone (an IANA name). */
export function isTimeZone(timeZone: string): boolean {
  try {
    return formatterOf(timeZone) !== null;
  } catch {
    return false; // Intl says so with a RangeError
  }
}

/** What the clocks of the zone show, as if it were UTC. */
export function clockMs(timeZone: string, atMs: number): number {
  const parts = { year: 0, month: 1, day: 1, hour: 0, minute: 0, second: 0 };
  for (const { type, value } of formatterOf(timeZone).formatToParts(atMs)) {
    if (type in parts) parts[type as keyof typeof parts] = Number(value); // `in` has just vouched for it
  }
  const { year, month, day, hour, minute, second } = parts;
  return Date.UTC(year, month - 1, day, hour, minute, second) + (((atMs % 1000) + 1000) % 1000);
}

export const dayOf = (timeZone: string, atMs: number): DayNumber => Math.floor(clockMs(timeZone, atMs) / dayMs);

/** Monday is 0. The first day of 1970 was a Thursday. */
export const weekdayOf = (day: DayNumber): number => (((day + 3) % 7) + 7) % 7;

/** `2026-11-23` */
export const dayName = (day: DayNumber): string => new Date(day * dayMs).toISOString().slice(0, 10);

/**
 * When the clocks of the zone show this time of this day, in minutes since midnight. Where summer time ends they show it twice
 * (`which`); where it begins some times are left out, and the moment of the leap stands for them.
 */
export function momentOf(timeZone: string, day: DayNumber, minutes: number, which: 'first' | 'last'): number {
  const shownMs = day * dayMs + minutes * 60_000;
  const offsets = [shownMs - dayMs, shownMs + dayMs].map((nearMs) => clockMs(timeZone, nearMs) - nearMs);
  const moments = offsets.map((offset) => shownMs - offset).filter((atMs) => clockMs(timeZone, atMs) === shownMs);
  if (moments.length > 0) return which === 'first' ? Math.min(...moments) : Math.max(...moments);

  let [beforeMs, afterMs] = [shownMs - dayMs, shownMs + dayMs];
  while (afterMs - beforeMs > 1) {
    const middleMs = Math.floor((beforeMs + afterMs) / 2);
    if (clockMs(timeZone, middleMs) < shownMs) beforeMs = middleMs;
    else afterMs = middleMs;
  }
  return afterMs;
}
