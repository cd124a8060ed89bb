import type { PeopleQuery } from '../../../core/people-query.ts';
import { type Bits, has } from './bits.ts';
import { createFound, type FoundSlots } from './found.ts';
import type { Lists } from './lists.ts';
import { findAll, findPiece, type SearchedFields } from './matching.ts';
import type { Orders } from './orders.ts';
import type { PeopleTexts } from './people-texts.ts';
import { type Piece, readQuery } from './query.ts';
import type { Slots } from './slots.ts';
import type { Grading, Standing } from './standing.ts';
import { addWays, bestGrade, inAll, type Ways } from './ways.ts';

export type Searched = {
  readonly slots: Slots;
  readonly standing: Standing;
  readonly lists: Lists;
  readonly orders: Orders;
  readonly texts: PeopleTexts;
};

export function find(searched: Searched, { text, filter, order }: PeopleQuery): FoundSlots {
  const { slots, standing, lists, orders } = searched;
  const typed = readQuery(text);
  const saysNothing = typed.pieces.length === 0;
  const found = saysNothing ? everybody(searched, typed.signs) : findAll(fieldsOf(searched), typed);
  if (filter.listId !== null) leaveOnly(found, lists.members(filter.listId));
  const counts = standing.grade(found, filter, order !== 'best' ? alike : saysNothing ? asItIs : goneLast);
  const sequence = orders.slots(order === 'best' && saysNothing ? 'name' : order);
  return createFound({ grades: found, counts, sequence, at: slots.at });
}

const alike: Grading = (best) => Math.min(best, 1);
const asItIs: Grading = (best) => best;
const goneLast: Grading = (best, isGone) => (best === 0 || isGone ? best : best + bestGrade);

/** A text of signs alone narrows nothing down, but whoever is called so comes first. */
function everybody(searched: Searched, signs: readonly Piece[]): Ways {
  const found = new Uint8Array(searched.slots.room()).fill(1);
  if (signs.length > 0) addWays(found, inAll(signs.map((sign) => findPiece(fieldsOf(searched), sign))));
  return found;
}

export const fieldsOf = ({ texts, lists, slots }: Searched): SearchedFields => ({
  ...texts.fields(),
  lists,
  room: slots.room(),
});

function leaveOnly(found: Ways, members: Bits): void {
  for (let slot = 0; slot < found.length; slot += 1) if (!has(members, slot)) found[slot] = 0;
}
