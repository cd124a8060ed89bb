import { has } from './bits.ts';
import { otherLayouts } from './layouts.ts';
import { eachBeginningWith, type SearchedFields } from './matching.ts';
import { isFigures, numberBeginnings } from './query.ts';
import { nameForms, textForms } from './searched-text.ts';
import type { Slots } from './slots.ts';
import { sortKey } from './sort-key.ts';

type PlaceDeps = {
  readonly fields: SearchedFields;
  /** The answer in which the place is wanted. */
  readonly slots: Uint32Array;
  readonly at: Slots['at'];
};

/**
 * The place of the first name that begins so: with these very letters if there is one, otherwise in other letters or in another
 * keyboard layout. People without a name are called by their number.
 */
export function placeOfBeginning({ fields, slots, at }: PlaceDeps, prefix: string): number | null {
  if (prefix.trim() === '') return null;
  const begun = begunBy(fields, nameForms(prefix));
  const key = sortKey(prefix);
  const isBegun = (slot: number): boolean => begun[slot] === 1;
  const isLiteral = (slot: number): boolean => isBegun(slot) && sortKey(at(slot)?.name ?? '').startsWith(key);
  const place = slots.findIndex(isLiteral);
  if (place >= 0) return place;
  for (const isIt of [isBegun, inOtherLayout(fields, prefix), isNumber(fields, at, prefix)]) {
    const found = slots.findIndex(isIt);
    if (found >= 0) return found;
  }
  return null;
}

function inOtherLayout(fields: SearchedFields, prefix: string): (slot: number) => boolean {
  const begun = begunBy(fields, otherLayouts(prefix).flatMap(textForms));
  return (slot) => begun[slot] === 1;
}

function isNumber(fields: SearchedFields, at: Slots['at'], prefix: string): (slot: number) => boolean {
  if (!isFigures(prefix)) return () => false;
  const holders = numberBeginnings(prefix).map(fields.numbers.holders);
  return (slot) => at(slot)?.name === '' && holders.some((found) => has(found, slot));
}

function begunBy(fields: SearchedFields, forms: readonly string[]): Uint8Array {
  const begun = new Uint8Array(fields.room);
  for (const form of forms) {
    eachBeginningWith(fields, form.split(' '), (slot) => {
      begun[slot] = 1;
    });
  }
  return begun;
}
