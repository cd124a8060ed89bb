/** A number as a file writes it, in full: `7.9001234567E10` → `79001234567`. As precise as programs show numbers: 15 digits. */
export function numberText(raw: string): string {
  if (/^-?\d{1,15}$/.test(raw)) return raw;
  const number = Number(raw);
  if (raw.trim() === '' || !Number.isFinite(number)) return '';
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

const dayMs = 86_400_000;
const lastDay = 2_958_465; // 31 December 9999

/**
 * A moment that a file counts in days since 1900, or since 1904 (ISO/IEC 29500-1, 18.17.4): `2026-09-01`, `2026-09-01 14:30`;
 * `14:30` when there is no day in it. What is no such moment stays a number.
 */
export function dateText(raw: string, isFrom1904: boolean): string {
  const days = Number(raw) + (isFrom1904 ? 1462 : 0);
  if (raw.trim() === '' || !(days >= 0 && days < lastDay + 1)) return numberText(raw);
  // To the second: the fraction of a day is never exact.
  const seconds = Math.round(days * 86_400);
  const whole = Math.floor(seconds / 86_400);
  // Excel counts a 29 February 1900, which never was.
  const iso = new Date(
    Date.UTC(1899, 11, whole < 60 ? 31 : 30) + whole * dayMs + (seconds % 86_400) * 1000,
  ).toISOString();
  if (whole === 0) return withoutSeconds(iso.slice(11, 19));
  if (seconds % 86_400 === 0) return iso.slice(0, 10);
  return momentText(iso);
}

/** `2026-09-01T14:30:00Z` → `2026-09-01 14:30`; a day alone when the time is midnight. */
export function momentText(iso: string): string {
  const time = withoutSeconds(iso.slice(11, 19));
  return time === '' || time === '00:00' ? iso.slice(0, 10) : `${iso.slice(0, 10)} ${time}`;
}

const withoutSeconds = (time: string): string => time.replace(/^(\d\d:\d\d):00$/, '$1');
