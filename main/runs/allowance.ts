import type { Allowance } from '../../core/group-run.ts';

/** What the record knows of the month's allowance. */
export type QuotaStore = {
  /**
   * The last time that CreateGroup was refused to an account because its allowance was used up, null when that never was
   * or the service did not say how large it is. `sent`: groups that were or may have been sent since `sinceMs`.
   */
  lastQuota(
    accountId: string,
    sinceMs: number,
  ): Promise<{
    readonly total: number;
    readonly saidAtMs: number;
    readonly resetsAtMs: number;
    readonly sent: number;
  } | null>;
};

type AllowanceDeps = {
  readonly store: QuotaStore;
  /** How many numbers the account may check in a month; null while the service has not told it. */
  readonly checksAllowed: (accountId: string) => Promise<number | null>;
  readonly now: () => number;
};

/** GREEN-API "About tariffs": the free one allows so many checks, and three chats. */
const freeChecks = 100;

/**
 * What is known of an account's tariff before a run is started. No method of the service tells it: its size is known from an
 * earlier refusal, and the free tariff by its number of checks. Null: nothing is known.
 */
export const createAllowance =
  ({ store, checksAllowed, now }: AllowanceDeps) =>
  async (accountId: string): Promise<Allowance | null> => {
    const nowMs = now();
    const month = new Date(nowMs);
    // GREEN-API "About tariffs": the count starts anew on the first, in UTC.
    const [sinceMs, nextMs] = [0, 1].map((later) => Date.UTC(month.getUTCFullYear(), month.getUTCMonth() + later, 1));
    const told = await store.lastQuota(accountId, sinceMs ?? nowMs);
    if (told) {
      const { total, saidAtMs, sent } = told;
      const left = nowMs < told.resetsAtMs ? 0 : Math.max(0, total - sent);
      return { is: 'told', total, left, saidAtMs, resetsAtMs: nextMs ?? nowMs };
    }
    const checks = await checksAllowed(accountId);
    return checks !== null && checks <= freeChecks ? { is: 'free', checks } : null;
  };
