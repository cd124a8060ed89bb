import type { Extras } from '../../core/group-sheet.ts';
import type { RowExtras, Step } from './store.ts';

/** What is to be done in a group after it was made, in this order: the picture first, who may write last. */
export function planSteps(extras: Extras, row: RowExtras): Pick<Step, 'kind' | 'chatId'>[] {
  const admins = new Set([...extras.admins, ...row.admins].map(({ chatId }) => chatId));
  const steps: Pick<Step, 'kind' | 'chatId'>[] = [];
  if (row.picture !== '' || extras.picture !== null) steps.push({ kind: 'picture', chatId: '' });
  for (const chatId of admins) steps.push({ kind: 'admin', chatId });
  if (messageOf(extras, row) !== '') steps.push({ kind: 'message', chatId: '' });
  if (extras.onlyAdminsWrite || row.onlyAdminsWrite) steps.push({ kind: 'only-admins', chatId: '' });
  return steps;
}

/** The row's own message comes before that of the run. */
export const messageOf = (extras: Extras, row: RowExtras): string => (row.message.trim() || extras.message).trim();
