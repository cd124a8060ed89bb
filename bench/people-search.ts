import { everybody } from '../core/people-query.ts';
import { fold } from '../main/contacts/search/fold.ts';
import { createPeopleIndex, type PeopleIndex } from '../main/contacts/search/people-index.ts';
import type { KeptContact } from '../main/contacts/store.ts';
import { crowd, crowdLists } from '../test/support/crowd.ts';
import type { Row } from './row.ts';
import { quantile, settle, timed } from './settle.ts';

const most = 0.5;
const mostExponent = 1.15;
const [many, few] = [100_000, 10_000];
const rows = 200;

/** From one letter to three words, digits, Latin letters, the wrong keyboard layout; the last finds nobody. */
const queries = [
  ...['а', 'ан', 'ива', 'ова', 'иванов', 'сергеевич', 'иванова мар', 'смирнов ал серг', 'мама 5', 'хор'],
  ...['anna', 'yulia', 'khrushchev', 'ivanov al', '9', '8 912', '+7 912 03', 'bdfyjd', 'шмфтщм', 'щзщзщз'],
] as const;

/** P3: the best rows and the number of all, among as many contacts as anybody has. */
export const peopleSearch: Row = {
  id: 'P3',
  what: 'search among 100,000 contacts, against includes over folded texts',
  promise: `≤ ${most} × at the 95th percentile, exponent ≤ ${mostExponent}`,
  async measure() {
    const people = crowd(many, 1);
    const index = indexOf(people);
    const smaller = indexOf(people.slice(0, few));
    for (const query of queries) {
      if (ask(index, query) === 0 && query !== queries.at(-1)) throw new Error(`Nobody is found for ${query}.`);
    }

    const includes = createReference(people);
    const times = await compare((query) => ask(index, query), includes);
    const growth = await compare(
      (query) => ask(index, query),
      (query) => ask(smaller, query),
    );
    const ratio = times.ours / times.reference;
    const exponent = Math.log(growth.ours / growth.reference) / Math.log(many / few);
    return {
      unit: 'ms',
      ...times,
      ratio,
      held: ratio <= most && exponent <= mostExponent,
      note: `exponent ${exponent.toFixed(2)} from 10,000 on; ${await afterChanges(people)}`,
    };
  },
};

function indexOf(people: readonly KeptContact[]): PeopleIndex {
  const index = createPeopleIndex(people, () => {});
  index.nameLists(crowdLists);
  return index;
}

function ask(index: PeopleIndex, text: string): number {
  const found = index.search({ text, filter: everybody, order: 'best' });
  return Math.min(found.page(0, rows).length, found.total);
}

/** The plain way, as fast as it goes: one flat text for each contact, no layouts, no order, the first rows and the number. */
function createReference(people: readonly KeptContact[]): (query: string) => number {
  const nameOf = new Map(crowdLists.map(({ listId, name }) => [listId, name]));
  const texts = people.map(({ name, chatId, note, lists }) => {
    const parts = [fold(name), chatId.replace(/@.*/, ''), fold(note), ...lists.map((id) => fold(nameOf.get(id) ?? ''))];
    return Buffer.from(parts.join(' ')).toString(); // in one piece, not a rope
  });
  return (query) => {
    const needles = fold(query.replace(/^8 |^\+7 /, '7')).split(' ');
    const found: KeptContact[] = [];
    let total = 0;
    for (let at = 0; at < texts.length; at += 1) {
      const text = texts[at] ?? '';
      let has = 0;
      while (has < needles.length && text.includes(needles[has] ?? '')) has += 1;
      if (has < needles.length) continue;
      total += 1;
      const contact = people[at];
      if (total <= rows && contact) found.push(contact);
    }
    return found.length;
  };
}

/** The 95th percentile of the mix on both sides, in ms. */
async function compare(ours: (query: string) => void, reference: (query: string) => void) {
  const times = await settle({
    ours: inTurn(ours),
    reference: inTurn(reference),
    figure: (sides) => quantile(sides.ours, 0.95) / quantile(sides.reference, 0.95),
  });
  return { ours: quantile(times.ours, 0.95), reference: quantile(times.reference, 0.95) };
}

/** Each call times the next query of the mix. */
function inTurn(run: (query: string) => void): () => Promise<number> {
  for (let round = 0; round < 5; round += 1) for (const query of queries) run(query);
  let turn = 0;
  return () => {
    const query = queries[turn % queries.length] ?? '';
    turn += 1;
    return timed(() => run(query));
  };
}

/** How long a question takes that follows a change. */
async function afterChanges(people: readonly KeptContact[]): Promise<string> {
  const index = indexOf(people);
  ask(index, 'анна');
  const took: number[] = [];
  for (const count of [1, 2000]) {
    index.put(people.slice(0, count).map((contact) => ({ ...contact, name: `${contact.name} Новый` })));
    took.push(await timed(() => ask(index, 'новый')));
  }
  return `after a change of 1: ${took[0]?.toFixed(1)} ms, of 2,000: ${took[1]?.toFixed(1)} ms`;
}
