import type { Entry, Person } from '../../../core/contact.ts';
import type { SheetPreview } from '../../../core/group-sheet.ts';
import type { SheetGroup } from './sheet.ts';

/** How many groups, and how many people with a number they have; nobody is counted twice in a group. */
export function countGroups(groups: readonly SheetGroup[]): Omit<SheetPreview['counts'], 'rows'> {
  let [people, fewest, most] = [0, Number.POSITIVE_INFINITY, 0];
  const sizes = new Map<number, number>();
  for (const { entries } of groups) {
    const size = peopleOf(entries).size;
    people += size;
    fewest = Math.min(fewest, size);
    most = Math.max(most, size);
    sizes.set(size, (sizes.get(size) ?? 0) + 1);
  }
  return { groups: groups.length, people, fewest: groups.length === 0 ? 0 : fewest, most, usual: mostSeen(sizes) };
}

/** Of equals the larger. */
const mostSeen = (sizes: ReadonlyMap<number, number>): number =>
  [...sizes].reduce((best, one) => ((one[1] - best[1] || one[0] - best[0]) > 0 ? one : best), [0, 0])[0];

/** The first group with a name and people, else the first of all. */
export function firstOf(groups: readonly SheetGroup[]): SheetPreview['first'] {
  const group = groups.find(({ name, entries }) => name !== '' && entries.length > 0) ?? groups[0];
  if (group === undefined) return null;
  const people = [...peopleOf(group.entries).values()];
  return { name: group.name, people: people.length, names: people.slice(0, 3).map(({ name, phone }) => name || phone) };
}

function peopleOf(entries: readonly Entry[]): Map<string, Person> {
  const people = new Map<string, Person>();
  for (const entry of entries) {
    if (entry.at === 'bad') continue;
    const person = entry.at === 'ready' ? entry.person : entry.guess;
    if (!people.has(person.chatId)) people.set(person.chatId, person);
  }
  return people;
}
