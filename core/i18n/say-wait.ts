import type { Say } from './say.ts';

/** `14 seconds`, from a minute and a half on `3 minutes`: rounded up, so that nothing is promised too early. */
export function sayWait(say: Say, waitMs: number): string {
  const seconds = Math.max(1, Math.ceil(waitMs / 1000));
  return seconds <= 90
    ? say('span.seconds', { count: seconds })
    : say('span.minutes', { count: Math.ceil(seconds / 60) });
}
