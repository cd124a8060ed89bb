/** What a proof counted; the names are those of the last line of `npm run faults`. */
export type Counts = {
  readonly kills: number;
  /** Groups beyond the first for the same job. */
  readonly duplicates: number;
  /** Groups that the record does not know. */
  readonly lost: number;
  /** Jobs that wait for a person. */
  readonly unknown: number;
  readonly cases: number;
  /** Whatever else was promised and did not hold. */
  readonly violations: number;
};

/** `wrong` says in words what the counts only count. */
export type Found = Counts & { readonly wrong: readonly string[] };

export const nothing: Found = { kills: 0, duplicates: 0, lost: 0, unknown: 0, cases: 0, violations: 0, wrong: [] };

export const sumUp = (all: readonly Found[]): Found => all.reduce(add, nothing);

const add = (one: Found, other: Found): Found => ({
  kills: one.kills + other.kills,
  duplicates: one.duplicates + other.duplicates,
  lost: one.lost + other.lost,
  unknown: one.unknown + other.unknown,
  cases: one.cases + other.cases,
  violations: one.violations + other.violations,
  wrong: [...one.wrong, ...other.wrong],
});

/** The same with more that is wrong. */
export const withViolations = (found: Found, more: readonly string[]): Found => ({
  ...found,
  violations: found.violations + more.length,
  wrong: [...found.wrong, ...more],
});

export const breaksPromise = ({ duplicates, lost, violations }: Counts): boolean => duplicates + lost + violations > 0;
