import { type Country, type PhoneReading, readPhone } from './phone.ts';

/** Something that looks like a number, and where it stands in its line. */
export type FoundNumber = {
  readonly text: string;
  readonly start: number;
  readonly end: number;
  readonly reading: PhoneReading;
};

type Run = Omit<FoundNumber, 'reading'>;

/** Reads a run of digits: one number, or several that nothing but a space or a slash keeps apart. */
export function readRun(run: Run, country: Country | null): FoundNumber[] {
  const whole = { ...run, reading: readPhone(run.text, country) };
  if (whole.reading.at !== 'bad') return [whole];
  const groups = [...run.text.matchAll(/[^\p{Zs}/]+/gu)]
    .filter(([group]) => /\d/.test(group))
    .map(({ 0: group, index }) => ({ start: index, end: index + group.length }));
  const parts = partition(run.text, groups, country);
  return parts?.map((part) => ({ ...part, start: run.start + part.start, end: run.start + part.end })) ?? [whole];
}

const groupsInNumber = 12;

type Group = Pick<Run, 'start' | 'end'>;

/** The groups of digits read as numbers one after the other, each as short as it can be; null when they cannot be. */
function partition(text: string, groups: readonly Group[], country: Country | null): FoundNumber[] | null {
  const path: { readonly first: number; readonly taken: number; readonly part: FoundNumber }[] = [];
  const deadEnds = new Set<number>();
  let first = 0;
  let taken = 1;
  while (first < groups.length) {
    const next = first + taken;
    if (taken > groupsInNumber || next > groups.length) {
      // Nothing that begins here can be read to the end: the number before has to be a longer one.
      deadEnds.add(first);
      const before = path.pop();
      if (!before) return null;
      first = before.first;
      taken = before.taken + 1;
      continue;
    }
    const part = deadEnds.has(next) ? null : readPart(text, groups.slice(first, next), country);
    if (part) path.push({ first, taken, part });
    first = part ? next : first;
    taken = part ? 1 : taken + 1;
  }
  return path.map(({ part }) => part);
}

function readPart(text: string, groups: readonly Group[], country: Country | null): FoundNumber | null {
  const start = groups[0]?.start ?? 0;
  const end = groups.at(-1)?.end ?? 0;
  const part = text.slice(start, end);
  const reading = readPhone(part, country);
  return reading.at === 'bad' ? null : { text: part, start, end, reading };
}
