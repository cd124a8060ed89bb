import type { Lists } from './lists.ts';
import { lastPlace } from './owners.ts';
import type { Form, Piece, TypedQuery } from './query.ts';
import type { TextField } from './text-field.ts';
import { addWay, addWays, inAll, type Ways, way, wayInOtherLayout } from './ways.ts';
import type { WordIndex } from './word-index.ts';

/** Where a question is looked for. `room` is more than any slot. */
export type SearchedFields = {
  readonly names: WordIndex;
  readonly numbers: TextField;
  readonly notes: WordIndex;
  readonly lists: Pick<Lists, 'named'>;
  readonly room: number;
};

/** How everybody is found who has all pieces of the question, of which there is one at least. */
export function findAll(fields: SearchedFields, { pieces, beginnings }: TypedQuery): Ways {
  const found = inAll(pieces.map((piece) => findPiece(fields, piece)));
  for (const words of beginnings) {
    eachBeginningWith(fields, words, (slot) => {
      found[slot] = way.nameBeginning;
    });
  }
  return found;
}

export function findPiece(fields: SearchedFields, { forms, numbers, parts }: Piece): Ways {
  const found = new Uint8Array(fields.room);
  for (const form of forms) addForm(found, fields, form);
  for (const text of numbers) addWay(found, fields.numbers.holders(text), way.number);
  if (parts.length > 0) addWays(found, inAll(parts.map((part) => findPiece(fields, part))));
  return found;
}

function addForm(found: Ways, fields: SearchedFields, { words, isOtherLayout }: Form): void {
  if (words.length === 1) {
    addWord(found, fields, words[0] ?? '', isOtherLayout);
    return;
  }
  const byWord = words.map((word) => {
    const those = new Uint8Array(fields.room);
    addWord(those, fields, word, isOtherLayout);
    return those;
  });
  addWays(found, inAll(byWord));
}

function addWord(found: Ways, { names, notes, lists }: SearchedFields, word: string, isOtherLayout: boolean): void {
  const { nameBeginning, wordBeginning, inWord, aside } = isOtherLayout ? wayInOtherLayout : way;
  const inNames = names.find(word);
  names.addWays(found, inNames.begun, Uint8Array.of(nameBeginning, wordBeginning, wordBeginning, wordBeginning));
  names.addWays(found, inNames.holding, new Uint8Array(lastPlace + 1).fill(inWord));
  notes.addWays(found, notes.find(word).holding, new Uint8Array(lastPlace + 1).fill(aside));
  for (const members of lists.named(word)) addWay(found, members, aside);
}

/** Visits everybody whose name begins with these words, the last of which may be cut short. */
export function eachBeginningWith(
  { names, room }: SearchedFields,
  words: readonly string[],
  visit: (slot: number) => void,
): void {
  const last = words.length - 1;
  /** How many of the words somebody's name is known to begin with. */
  const known = new Uint8Array(room);
  words.slice(0, last).forEach((word, before) => {
    names.eachWith(names.exactly(word), (slot, place) => {
      if (place === Math.min(before, lastPlace) && known[slot] === before) known[slot] = before + 1;
    });
  });
  names.eachWith(names.find(words[last] ?? '').begun, (slot, place) => {
    if (place === Math.min(last, lastPlace) && known[slot] === last) visit(slot);
  });
}
