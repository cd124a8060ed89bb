import { asksPerson } from '../../../core/asks-person.ts';
import type { RunRow } from '../../../core/group-run.ts';
import { rowPx } from './row-tops.ts';

const linePx = 24;
/** A question and its buttons. */
const questionPx = 60;
/** More problems than this are told by their number. */
export const problemsMax = 3;

/** How high a row is drawn: known without drawing it, so that a list of thousands can be scrolled. */
export function heightOfRow(row: RunRow | undefined): number {
  if (!row) return rowPx;
  const { state } = row;
  if (state.at === 'duplicate') return rowPx + linePx;
  if (state.at === 'job' && state.state.at === 'unknown') return asksPerson(state.state) ? rowPx + questionPx : rowPx;
  if (state.at !== 'checked' || state.verdict === 'ready' || state.verdict === 'left-out') return rowPx;
  return rowPx + linePx * Math.min(problemsMax, keepingBack(state.problems).length);
}

/** Problems for which a row stays out; the others were mended without asking. */
export const keepingBack = <P extends { readonly is: string }>(problems: readonly P[]): readonly P[] =>
  problems.filter(({ is }) => is !== 'repeated-person' && is !== 'own-number');
