import { type FaultName, faultTable } from './fault-table.ts';
import type { PracticeMethod } from './methods.ts';

/** One ordered trouble; plain data, so that it can be sent to another process. */
export type FaultOrder = {
  /** `every`: any method. */
  readonly method: PracticeMethod | 'every';
  readonly fault: FaultName;
  /** How many calls pass unharmed first. */
  readonly skip?: number;
  /** How many calls are struck; null: all that come. */
  readonly times?: number | null;
};

export type Faults = {
  add(order: FaultOrder): void;
  /** Strikes the next call of this method, or the next `times`. */
  next(method: PracticeMethod | 'every', fault: FaultName, times?: number): void;
  /** Strikes the call number `nth` from now, counted from 1. */
  nth(method: PracticeMethod | 'every', fault: FaultName, nth: number): void;
  always(method: PracticeMethod | 'every', fault: FaultName): void;
  /** Strikes where the fault belongs by its nature, `times` times (null: always). */
  here(fault: FaultName, times: number | null): void;
  clear(): void;
  /** Orders that have not been used up. */
  pending(): readonly FaultOrder[];
};

type Open = { readonly method: FaultOrder['method']; readonly fault: FaultName; skip: number; left: number | null };

/** Troubles on demand, the oldest order first; `take` uses one up for a call. */
export function createFaults(): Faults & { take(method: PracticeMethod): FaultName | null } {
  let open: Open[] = [];

  const add = ({ method, fault, skip = 0, times = 1 }: FaultOrder): void => {
    open.push({ method, fault, skip, left: times });
  };

  return {
    add,
    next: (method, fault, times = 1) => add({ method, fault, times }),
    nth: (method, fault, nth) => add({ method, fault, skip: nth - 1 }),
    always: (method, fault) => add({ method, fault, times: null }),
    here: (fault, times) => {
      const { on } = faultTable[fault];
      for (const method of on === 'every' ? (['every'] as const) : on) add({ method, fault, times });
    },
    clear: () => {
      open = [];
    },
    pending: () => open.map(({ method, fault, skip, left }) => ({ method, fault, skip, times: left })),

    take: (method) => {
      const ours = open.filter((order) => order.method === method || order.method === 'every');
      const due = ours.find((order) => order.skip === 0);
      for (const order of ours) order.skip = Math.max(0, order.skip - 1);
      if (!due) return null;
      if (due.left !== null) due.left -= 1;
      open = open.filter((order) => order.left !== 0);
      return due.fault;
    },
  };
}
