/** Times of both sides in ms, sorted. */
export type Times = { readonly ours: readonly number[]; readonly reference: readonly number[] };

type Sides = {
  readonly ours: () => Promise<number>;
  readonly reference: () => Promise<number>;
  /** What must settle, as a rule the ratio of two medians. */
  readonly figure: (times: Times) => number;
  readonly rounds?: Rounds;
};

/** How often both sides run until V8 has compiled them, between two looks at the figure, and how often it is looked at. */
type Rounds = { readonly warmUp: number; readonly batch: number; readonly most: number };

const many: Rounds = { warmUp: 200, batch: 25, most: 60 };
/** For what takes a good part of a second. */
export const fewRounds: Rounds = { warmUp: 2, batch: 3, most: 8 };

/**
 * Takes turns between both sides until the figure has moved less than 2 % over three batches, so that a machine that
 * is busy for a while slows both.
 */
export async function settle({ ours, reference, figure, rounds = many }: Sides): Promise<Times> {
  const { warmUp, batch, most } = rounds;
  for (let round = 0; round < warmUp; round += 1) {
    await reference();
    await ours();
  }
  const times = { ours: [] as number[], reference: [] as number[] };
  const figures: number[] = [];
  while (figures.length < most && !isSettled(figures)) {
    for (let round = 0; round < batch; round += 1) {
      times.reference.push(await reference());
      times.ours.push(await ours());
    }
    figures.push(figure(sorted(times)));
  }
  return sorted(times);
}

export const median = (values: readonly number[]): number => quantile(values, 0.5);

/** `values` sorted; `part` above 0, at most 1. The nearest rank: so large a part of them is not above it. */
export const quantile = (values: readonly number[], part: number): number =>
  values[Math.ceil(values.length * part) - 1] ?? Number.NaN;

/** How long `run` takes, in ms. */
export async function timed(run: () => unknown): Promise<number> {
  const start = performance.now();
  await run();
  return performance.now() - start;
}

const isSettled = (figures: readonly number[]): boolean => {
  const last = figures.slice(-4);
  return last.length === 4 && Math.max(...last) / Math.min(...last) < 1.02;
};

const sorted = ({ ours, reference }: Times): Times => ({
  ours: ours.toSorted((a, b) => a - b),
  reference: reference.toSorted((a, b) => a - b),
});
