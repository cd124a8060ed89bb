import type { Practice, Queue } from '../../core/contract/events.ts';
import { practiceSpeed } from '../../core/practice-speed.ts';

/**
 * When a group that is put into the queue now may start (wall time in ms), or null when it may start at once. Everything
 * that waits goes before it, one for each pace.
 */
export function startsAtMs(queue: Queue, paceMs: number, nowMs: number): number | null {
  const afterLastMs = queue.sending ? (queue.lastSentAtMs ?? nowMs) + paceMs : nowMs;
  const firstMs = Math.max(nowMs, queue.nextStartAtMs ?? nowMs, afterLastMs);
  const startMs = firstMs + queue.waiting * paceMs;
  return startMs > nowMs ? startMs : null;
}

/** The time between two groups; a fast practice clock makes seconds of minutes. */
export const paceMsOf = (paceMinutes: number, clock: Practice['clock']): number =>
  (paceMinutes * 60_000) / practiceSpeed[clock].waits;
