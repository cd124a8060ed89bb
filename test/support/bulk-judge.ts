import type { RunRow } from '../../core/group-run.ts';

/** A group as the service lists it. */
type ServedGroup = { readonly id: string; readonly name: string };

type Evidence = {
  /** Names of the rows that were to become groups. */
  readonly good: readonly string[];
  readonly rows: readonly RunRow[];
  readonly served: readonly ServedGroup[];
  /** What the results file says of each row, line by line. */
  readonly results: readonly (readonly string[])[];
};

export type Judgement = {
  readonly created: number;
  readonly unknown: number;
  readonly refused: number;
  /** Second groups of one row on the server. */
  readonly duplicates: number;
  /** Every promise that does not hold, in words. */
  readonly broken: readonly string[];
};

/** Holds what the app says of each row against what is on the server, and against the file it left. */
export function judgeBulk({ good, rows, served, results }: Evidence): Judgement {
  const byName = Map.groupBy(served, ({ name }) => name);
  const seen = { created: 0, unknown: 0, refused: 0 };
  const broken: string[] = [];

  const asked = rows.filter(({ state }) => state.at !== 'checked');
  const names = new Set(asked.map(({ name }) => name));
  for (const name of good) if (!names.has(name)) broken.push(`“${name}” was never in the run`);
  for (const { name, state } of asked) {
    const at = state.at === 'job' ? state.state.at : state.at;
    const groups = byName.get(name) ?? [];
    if (at !== 'created' && at !== 'unknown' && at !== 'refused') {
      broken.push(`“${name}” ended as ${at}`);
      continue;
    }
    seen[at] += 1;
    if (at === 'refused' && groups.length > 0) broken.push(`“${name}” was refused and exists`);
    if (at === 'created' && !groups.some(({ id }) => id === chatIdOf(state)))
      broken.push(`“${name}” was created and is not on the server`);
  }
  for (const [name] of byName) if (!names.has(name)) broken.push(`“${name}” is on the server and in no row`);

  const duplicates = [...byName.values()].reduce((sum, groups) => sum + groups.length - 1, 0);
  if (duplicates > 0) broken.push(`${duplicates} groups were made twice`);
  if (asked.length !== good.length) broken.push(`${asked.length} rows were in the run, not ${good.length}`);

  for (const [at, word] of words) {
    const said = results.filter((cells) => cells[2] === word).length;
    if (said !== seen[at]) broken.push(`the results file says “${word}” ${said} times, not ${seen[at]}`);
  }
  return { ...seen, duplicates, broken };
}

const words = [
  ['created', 'created'],
  ['unknown', 'please check'],
  ['refused', 'refused'],
] as const;

const chatIdOf = (row: RunRow['state']): string | null =>
  row.at === 'job' && row.state.at === 'created' ? row.state.chatId : null;
