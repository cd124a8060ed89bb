import type { JobState } from '../../core/group-job.ts';
import { type Found, nothing } from './found.ts';

export type Row = { readonly name: string; readonly state: JobState };
export type Group = { readonly chatId: string; readonly name: string };

/** The groups that there are against what the record says of them. No two rows have the same name. */
export function compare(made: readonly Group[], rows: readonly Row[]): Found {
  const again = [...Map.groupBy(made, ({ name }) => name).values()].flatMap((of) => of.slice(1));
  const lost = made.filter(({ chatId }) => !rows.some(({ state }) => keeps(state, chatId)));
  const mistaken = rows.filter(({ name, state }) => state.at === 'created' && !isThere(made, state.chatId, name));
  const stateOf = (name: string): string => JSON.stringify(rows.find((row) => row.name === name)?.state);
  return {
    ...nothing,
    duplicates: again.length,
    lost: lost.length,
    unknown: rows.filter(({ state }) => state.at === 'unknown').length,
    violations: mistaken.length,
    wrong: [
      ...again.map(({ name }) => `${name} was made again`),
      ...lost.map(({ name }) => `${name} is lost: ${stateOf(name)}`),
      ...mistaken.map(({ name }) => `${name} is recorded as a group that is not its own`),
    ],
  };
}

/** Known as what it is, or shown to a person as what it may be. */
const keeps = (state: JobState, chatId: string): boolean =>
  (state.at === 'created' && state.chatId === chatId) ||
  (state.at === 'unknown' && state.candidates.some((candidate) => candidate.chatId === chatId));

const isThere = (made: readonly Group[], chatId: string, name: string): boolean =>
  made.some((group) => group.chatId === chatId && group.name === name);
