import fc from 'fast-check';
import { type Found, nothing } from './found.ts';

/** Tries cases made by chance until one breaks the rule; then looks for the smallest that still does. */
export async function tryCases<T>(
  cases: fc.Arbitrary<T>,
  { count, seed }: { readonly count: number; readonly seed: number },
  /** What is wrong with a case. */
  judge: (one: T) => Promise<readonly string[]>,
): Promise<Found> {
  const property = fc.asyncProperty(cases, async (one) => {
    const wrong = await judge(one);
    if (wrong.length > 0) throw new Error(wrong.join('; '));
  });
  const { failed, numRuns, counterexample, errorInstance } = await fc.check(property, { numRuns: count, seed });
  const wrong = failed ? [`${String(errorInstance)} in ${JSON.stringify(counterexample)}`] : [];
  return { ...nothing, cases: numRuns, violations: wrong.length, wrong };
}
