/** The month in which an allowance is counted: `2026-11`. GREEN-API "About tariffs": they start anew on the first, in UTC. */
export const monthOf = (nowMs: number): string => new Date(nowMs).toISOString().slice(0, 7);

export function nextMonthMs(nowMs: number): number {
  const now = new Date(nowMs);
  return Date.UTC(now.getUTCFullYear(), now.getUTCMonth() + 1, 1);
}
