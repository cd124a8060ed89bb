import { named } from '../../../main/contacts/merge.ts';
import type { KeptContact } from '../../../main/contacts/store.ts';

/** Somebody of the phone's list, with the number ending in `n`. */
export const contactOf = (n: number, name: string, change: Partial<KeptContact> = {}): KeptContact => ({
  ...named(undefined, `${79_000_000_000 + n}@c.us`, name),
  source: 'phone',
  phoneName: name,
  ...change,
});

export const lidOf = (n: number): string => `${120_650_379_300_000 + n}@lid`;
