import { isPersonChatId } from '../../core/chat-id.ts';
import type { Entry, Person } from '../../core/contact.ts';
import type { Args } from '../../core/contract/calls.ts';
import type { EditRow } from './change-rows.ts';
import { knownProblem, pictureProblem, type RowPictures } from './row-pictures.ts';
import type { KeptRow } from './store.ts';

type Repair = Exclude<Args<'runs.repair'>['how'], 'look-again'>;

/**
 * What one click changes of a row. Asked of all rows, only those that need it are left out: what is ready stays, and what is
 * a duplicate or to be fixed goes.
 */
export const repairs = (how: Repair, isForAll: boolean): EditRow => {
  const edits: { readonly [H in Repair]: EditRow } = {
    numbers: ({ entries }) => (entries.some(({ at }) => at === 'repair') ? { entries: entries.map(repaired) } : null),
    without,
    'leave-out': ({ verdict }) =>
      verdict === 'left-out' || (isForAll && verdict === 'ready') ? null : { verdict: 'left-out' },
    // What it is to be is judged next.
    'take-in': ({ verdict }) => (verdict === 'left-out' ? { verdict: 'ready' } : null),
    // What was wrong with it is gone with its name.
    'no-picture': (row) => (knownProblem(row) ? { extras: { ...row.extras, picture: '' } } : null),
    'make-another': ({ verdict }) => (verdict === 'duplicate' ? { again: true } : null),
  };
  return edits[how];
};

/** What looking for the pictures again has found out about a row that had none. */
export const lookedAgain =
  (found: Pick<RowPictures, 'troubles'>): EditRow =>
  (row) => {
    if (knownProblem(row) === null) return null;
    const others = row.problems.filter(({ is }) => is !== 'picture');
    return { problems: [...others, pictureProblem(row.extras.picture, found) ?? []].flat() };
  };

/** Those whom the check found not to be on WhatsApp. */
export const offWhatsapp = ({ problems }: Pick<KeptRow, 'problems'>): string[] =>
  problems.flatMap((problem) => (problem.is === 'not-on-whatsapp' ? problem.person.chatId : []));

function repaired(entry: Entry): Entry {
  if (entry.at !== 'repair') return entry;
  return { at: 'ready', text: entry.text, person: { ...entry.guess, name: entry.guess.name || entry.name } };
}

/** The group without numbers that nobody can be reached by. A number with a guess may be somebody's still. */
function without(row: KeptRow): ReturnType<EditRow> {
  const off = new Set(offWhatsapp(row));
  const isHere = ({ chatId }: Person): boolean => isPersonChatId(chatId) && !off.has(chatId);
  const entries = row.entries.filter(
    (entry) => entry.at === 'repair' || (entry.at === 'ready' && isHere(entry.person)),
  );
  return entries.length === row.entries.length ? null : { entries };
}
