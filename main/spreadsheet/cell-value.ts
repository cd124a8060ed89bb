/** A number as a file writes it, in full: `7.9001234567E10` → `79001234567`. As precise as programs show numbers: 15 digits. */
export function numberText(raw: string): string {
  if (/^-?\d{1,15}$/.test(raw)) return raw;
  const number = Number(raw);
  if (raw.trim() === '' || !Number.isFinite(number)) return raw.trim();
  if (/^-?\d+$/.test(raw)) return raw;
  const shown = String(Number(number.toPrecision(15)));
  return shown.includes('e') ? withoutExponent(shown) : shown;
}

/** `1.5e+21` → `1500000000000000000000`, `1.5e-7` → `0.00000015`. */
function withoutExponent(text: string): string {
  const [mantissa = '', power = ''] = text.split('e');
  const [whole = '', fraction = ''] = mantissa.replace('-', '').split('.');
  const digits = whole + fraction;
  const point = whole.length + Number(power);
  const full = point <= 0 ? `0.${'0'.repeat(-point)}${digits}` : digits.padEnd(point, '0');
  return mantissa.startsWith('-') ? `-${full}` : full;
}

const daySeconds = 86_400;
/** 1 January 1970 and 31 December 9999, in days of Excel. */
const [firstDay, lastDay] = [25_569, 2_958_465];

/**
 * A moment that a file counts in days since 1900, or since 1904 (ISO/IEC 29500-1, 18.17.4): `2026-09-01`, `2026-09-01 14:30`;
 * `14:30` when there is no day in it. What is no such moment stays a number.
 */
export function dateText(raw: string, isFrom1904: boolean): string {
  const days = Number(raw);
  const offset = isFrom1904 ? 1462 : 0;
  if (raw.trim() === '' || !(days >= 0 && days + offset < lastDay + 1)) return numberText(raw);
  // To the second: the fraction of a day is never exact.
  const seconds = Math.round(days * daySeconds);
  const [day, time] = [Math.floor(seconds / daySeconds), seconds % daySeconds];
  if (day === 0) return timeText(time);
  return time === 0 ? dayText(day + offset) : `${dayText(day + offset)} ${timeText(time)}`;
}

/** Excel counts a 29 February 1900, which never was. */
const dayText = (day: number): string =>
  new Date((day - (day < 60 ? firstDay - 1 : firstDay)) * daySeconds * 1000).toISOString().slice(0, 10);

const timeText = (seconds: number): string => withoutSeconds(new Date(seconds * 1000).toISOString().slice(11, 19));

/** A moment as ISO 8601 writes it: `2026-09-01T14:30:00Z` → `2026-09-01 14:30`, a day alone when it is midnight. */
export function momentText(iso: string): string {
  const [, day, time = '00:00:00'] = /^(\d{4}-\d\d-\d\d)(?:T(\d\d:\d\d:\d\d))?/.exec(iso) ?? [];
  if (day === undefined) return iso.trim();
  return time === '00:00:00' ? day : `${day} ${withoutSeconds(time)}`;
}

const withoutSeconds = (time: string): string => time.replace(/^(\d\d:\d\d):00$/, '$1');
