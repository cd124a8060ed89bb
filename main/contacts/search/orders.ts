import type { PeopleOrder } from '../../../core/people-query.ts';
import type { KeptContact } from '../store.ts';
import { createOrder } from './order.ts';
import type { Slots } from './slots.ts';
import { createKeys, isLast, nameKey, numberKey, useScore } from './sort-keys.ts';
import { batch, type Compare, sortInSteps } from './sorting.ts';

/** The orders in which people are shown. */
export type Orders = {
  /** `before` is undefined for who is new, `after` for who has gone. */
  change(slot: number, before: KeptContact | undefined, after: KeptContact | undefined): void;
  /** `best`: the recent and frequent first, then by name. Must not be changed. */
  slots(order: PeopleOrder): Uint32Array;
  /** Does a piece of what has to be done once; `true` when nothing is left of it. */
  step(): boolean;
};

export function createOrders({ at, taken }: Pick<Slots, 'at' | 'taken'>): Orders {
  const nameKeys = createKeys(at, nameKey);
  const numberKeys = createKeys(at, numberKey);
  const useScores = createKeys(at, useScore);

  const byId: Compare = (a, b) => compare(at(a)?.chatId ?? '', at(b)?.chatId ?? '');
  const byName: Compare = (a, b) => compare(nameKeys.of(a), nameKeys.of(b)) || byId(a, b);
  const byNumber: Compare = (a, b) => compare(numberKeys.of(a), numberKeys.of(b)) || byName(a, b);
  const byUse: Compare = (a, b) => useScores.of(b) - useScores.of(a) || byName(a, b);

  const names = createOrder({ compare: byName, sortAll: () => sortInSteps(taken(), nameKeys.of, byId) });
  const numbers = createOrder({ compare: byNumber, sortAll: () => sortInSteps(taken(), numberKeys.of, byName) });
  const uses = createOrder({ compare: byUse, sortAll: usedFirst });

  /** Most were never used and stay where their name has put them. */
  function* usedFirst(): Generator<void, Uint32Array> {
    const all = names.slots();
    const used: number[] = [];
    const others: number[] = [];
    for (let at = 0; at < all.length; at += 1) {
      const slot = all[at] ?? 0;
      (useScores.of(slot) > 0 ? used : others).push(slot);
      if (at % batch === batch - 1) yield;
    }
    const result = new Uint32Array(all.length);
    result.set(used.sort(byUse));
    result.set(others, used.length);
    return result;
  }

  return {
    change(slot, before, after) {
      const isCalledOtherwise = !before || !after || before.name !== after.name || before.phone !== after.phone;
      if (isCalledOtherwise) {
        for (const keys of [nameKeys, numberKeys]) keys.forget(slot);
        for (const order of [names, numbers]) order.change(slot);
      }
      if (isCalledOtherwise || useScore(before) !== useScore(after)) {
        useScores.forget(slot);
        uses.change(slot);
      }
    },

    slots(order) {
      if (order === 'best') return uses.slots();
      if (order === 'name') return names.slots();
      if (order === 'phone') return numbers.slots();
      const [all, keys] = order === 'name-down' ? [names.slots(), nameKeys] : [numbers.slots(), numberKeys];
      return fromTheEnd(all, (slot) => isLast(keys.of(slot)));
    },

    step: () => names.step() && uses.step(),
  };
}

const compare = (a: string, b: string): number => (a < b ? -1 : a > b ? 1 : 0);

/** Turned round, but whoever has nothing to be sorted by stays at the end. */
function fromTheEnd(slots: Uint32Array, isEmpty: (slot: number) => boolean): Uint32Array {
  const firstEmpty = slots.findIndex(isEmpty);
  const result = slots.slice();
  result.subarray(0, firstEmpty < 0 ? slots.length : firstEmpty).reverse();
  return result;
}
