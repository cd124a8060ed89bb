/** A person with a number as files bring them along. `chatId` is the one form of the number, `phone` how it is shown. */
export type NumberedPerson = {
  readonly chatId: string;
  readonly name: string;
  readonly phone: string;
  readonly note: string;
};

/** The names of the lists that somebody is in. */
type MayHaveLists = { readonly lists?: readonly string[] };

/**
 * People with the same number become one, at the place of the first: with the better name, and with the notes and the lists of
 * both. Once merged, nothing is left to merge.
 */
export const mergeByNumber = <P extends NumberedPerson & MayHaveLists>(people: readonly P[]): P[] =>
  mergeRepeats(people, ({ chatId }) => chatId, joinPeople);

/** Items with the same key become one, at the place of the first of them. */
export function mergeRepeats<T>(items: readonly T[], keyOf: (item: T) => string, join: (before: T, item: T) => T): T[] {
  const byKey = new Map<string, T>();
  for (const item of items) {
    const key = keyOf(item);
    const before = byKey.get(key);
    byKey.set(key, before === undefined ? item : join(before, item));
  }
  return [...byKey.values()];
}

const joinPeople = <P extends NumberedPerson & MayHaveLists>(before: P, person: P): P => ({
  ...before,
  name: betterName(before.name, person.name),
  phone: before.phone || person.phone,
  note: joinNotes(before.note, person.note),
  ...(before.lists || person.lists ? { lists: union(before.lists ?? [], person.lists ?? []) } : {}),
});

/**
 * The name that says more: two words over one, letters over none, the longer one, and one that is not all in capitals. Of
 * equals the first.
 */
export function betterName(before: string, name: string): string {
  if (before === name) return before;
  const marks = marksOf(before);
  const difference = marksOf(name).map((mark, index) => mark - (marks[index] ?? 0));
  return (difference.find((one) => one !== 0) ?? 0) > 0 ? name : before;
}

const marksOf = (name: string): readonly number[] => {
  const words = name
    .trim()
    .split(/\s+/u)
    .filter((word) => /\p{L}/u.test(word));
  return [Math.min(words.length, 2), name.trim().length, /\p{Lu}/u.test(name) && !/\p{Ll}/u.test(name) ? 0 : 1];
};

/** Each line once: a note that came twice is not said twice. */
const joinNotes = (before: string, note: string): string =>
  before === note ? before : union(noteLines(before), noteLines(note)).join('\n');

const noteLines = (note: string): string[] => note.split(/\r?\n/).filter((line) => line.trim() !== '');

const union = (before: readonly string[], added: readonly string[]): string[] => [...new Set([...before, ...added])];
