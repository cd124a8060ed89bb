import { foldName } from '../../core/draft-rules.ts';
import type { Candidate } from '../../core/group-job.ts';
import { isInWindow } from './candidates.ts';
import type { Job, Journal } from './journal.ts';
import type { Timings } from './timings.ts';

type Deps = { readonly journal: Journal; readonly timings: Timings };

/** Whether a group may as well be that of another job of this name: then a person must say whose it is. */
export async function mayBeAnothers({ journal, timings }: Deps, job: Job, group: Candidate): Promise<boolean> {
  const isTwin = (other: Job): boolean => other.id !== job.id && foldName(other.name) === foldName(job.name);
  const open = [...(await journal.jobs(job.sender, 'unknown')), ...(await journal.jobs(job.sender, 'sending'))];
  if (open.some(isTwin)) return true;
  for (const { id } of (await journal.unnamed(job.sender)).filter(isTwin)) {
    const attempt = await journal.lastAttempt(id);
    if (attempt && isInWindow(group.createdAtMs, attempt, timings)) return true;
  }
  return false;
}
