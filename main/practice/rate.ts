import type { Clock } from '../../core/clock.ts';

type RateLimiter = {
  /** Takes one call of this method out of its bucket: whether there was one, and how many whole calls are left. */
  take(method: string, perSecond: number): { readonly isAllowed: boolean; readonly remaining: number };
};

/** Calls that set out a second apart may arrive closer together; the network is forgiven this part of a call. */
const slack = 0.05;

type Deps = {
  readonly clock: Clock;
  /** How many times as fast as the computer's own time `clock` runs: the network is no faster for that. */
  readonly speed?: () => number;
};

/** GREEN-API "Ratelimiter": a token bucket per method that holds one second's worth and fills evenly. */
export function createRateLimiter({ clock, speed = () => 1 }: Deps): RateLimiter {
  const buckets = new Map<string, { left: number; at: number }>();

  return {
    take: (method, perSecond) => {
      const now = clock.monotonic();
      const capacity = Math.max(1, perSecond * speed());
      const bucket = buckets.get(method) ?? { left: capacity, at: now };
      const left = Math.min(capacity, bucket.left + ((now - bucket.at) / 1000) * perSecond);
      const isAllowed = left >= 1 - slack;
      const after = isAllowed ? left - 1 : left;
      buckets.set(method, { left: after, at: now });
      return { isAllowed, remaining: Math.max(0, Math.floor(after)) };
    },
  };
}
