/** A typed time of day as `09:30`: `9`, `930`, `9.30` and `9:30` are understood; null for what is none. */
export function readTime(typed: string): string | null {
  const [, hours = '', minutes = '0'] = /^(\d{1,2})(?:[:.\-\s]?(\d{2}))?$/.exec(typed.trim()) ?? [];
  if (hours === '' || Number(hours) > 23 || Number(minutes) > 59) return null;
  return `${hours.padStart(2, '0')}:${minutes.padStart(2, '0')}`;
}
