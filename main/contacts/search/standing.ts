import type { PeopleFilter } from '../../../core/people-query.ts';
import type { KeptContact } from '../store.ts';
import { bestGrade, gradeOf, type Ways } from './ways.ts';

/** What filters and counts ask of somebody, a bit for each answer. */
const traits = {
  shown: 1,
  phone: 2,
  file: 4,
  typed: 8,
  yes: 16,
  no: 32,
  unchecked: 64,
  inNoGroup: 128,
  /** Above all ways to be found, so that one number holds both. */
  gone: 256,
  chat: 512,
} as const;

/** The grade of somebody: the higher the better, 0 for whoever was not found. `best` is the best way they were found in. */
export type Grading = (best: number, isGone: boolean) => number;

/** There are as many for people who are gone as for the others. */
const gradeCount = 2 * bestGrade + 1;

/** Who is what, by slot. */
export type Standing = {
  put(slot: number, contact: KeptContact | undefined): void;
  /**
   * Makes grades of the ways in which people were found, and leaves out whoever cannot be shown or does not pass the filter,
   * its list aside. Answers how many have each grade.
   */
  grade(found: Ways, filter: PeopleFilter, grading: Grading): Uint32Array;
  counts(): { all: number; onWhatsapp: number; notOnWhatsapp: number; unchecked: number; inNoGroup: number };
};

export function createStanding(): Standing {
  let traitsOf = new Uint16Array(1024);
  const count = (trait: number): number => {
    const wanted = trait | traits.shown;
    let sum = 0;
    for (let slot = 0; slot < traitsOf.length; slot += 1) if (((traitsOf[slot] ?? 0) & wanted) === wanted) sum += 1;
    return sum;
  };

  return {
    put(slot, contact) {
      if (slot >= traitsOf.length) traitsOf = longer(traitsOf, slot);
      traitsOf[slot] = contact ? traitsIn(contact) : 0;
    },

    grade(found, filter, grading) {
      const wanted = traitsWanted(filter);
      const grades = Uint8Array.from({ length: 512 }, (_, of) => grading(gradeOf(of & 255), of >= traits.gone));
      const counts = new Uint32Array(gradeCount);
      for (let slot = 0; slot < found.length; slot += 1) {
        const ways = found[slot] ?? 0;
        if (ways === 0) continue;
        const its = traitsOf[slot] ?? 0;
        const grade = (its & wanted) === wanted ? (grades[ways | (its & traits.gone)] ?? 0) : 0;
        found[slot] = grade;
        counts[grade] = (counts[grade] ?? 0) + 1;
      }
      return counts;
    },

    counts: () => ({
      all: count(traits.shown),
      onWhatsapp: count(traits.yes),
      notOnWhatsapp: count(traits.no),
      unchecked: count(traits.unchecked),
      inNoGroup: count(traits.inNoGroup),
    }),
  };
}

function traitsIn({ name, phone, gone, source, whatsapp, groups }: KeptContact): number {
  // Whoever is known by a privacy id alone cannot be shown.
  const isShown = name !== '' || phone !== '';
  return (
    (isShown ? traits.shown : 0) |
    (gone ? traits.gone : 0) |
    (groups === 0 ? traits.inNoGroup : 0) |
    traits[source] |
    traits[whatsapp.at]
  );
}

const traitsWanted = ({ source, whatsapp, groups }: PeopleFilter): number =>
  traits.shown |
  (source === 'any' ? 0 : traits[source]) |
  (whatsapp === 'any' ? 0 : traits[whatsapp]) |
  (groups === 'any' ? 0 : traits.inNoGroup);

function longer(traitsOf: Uint16Array<ArrayBuffer>, slot: number): Uint16Array<ArrayBuffer> {
  const result = new Uint16Array(slot + (slot >>> 2));
  result.set(traitsOf);
  return result;
}
