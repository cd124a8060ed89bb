import { toPersonChatId } from '../../core/chat-id.ts';
import { normalizeName } from '../../core/draft-rules.ts';
import type { Candidate } from '../../core/group-job.ts';
import type { GreenApi, GroupData } from '../green-api/green-api.ts';
import type { Attempt, Journal, NewGroup } from './journal.ts';
import type { Timings } from './timings.ts';

/** A group that an attempt may have made; `isMatch`: by everything that can be read, it must be that one. */
export type Suspect = { readonly candidate: Candidate; readonly isMatch: boolean };

type Deps = { readonly journal: Journal; readonly timings: Timings };

/** Groups looked into at one reading; each is a call of its own. */
const readsMax = 30;

/** Looks into the groups that came up since an attempt. Null when not all of them could be read. */
export async function findSuspects(
  { journal, timings }: Deps,
  { api, sender, attempt, since }: { api: GreenApi; sender: string; attempt: Attempt; since: readonly NewGroup[] },
): Promise<readonly Suspect[] | null> {
  const possible = since.filter((group) => isInWindow(group.createdAtMs, attempt, timings));

  const suspects: Suspect[] = [];
  for (const group of possible.slice(0, readsMax)) {
    const answer = await api.getGroupData(group.chatId);
    if (!answer.ok) return null;
    if (answer.value.at === 'unreadable') {
      const createdAtMs = creationInId(group.chatId);
      const candidate = { chatId: group.chatId, name: group.name, createdAtMs, people: null };
      if (isInWindow(createdAtMs, attempt, timings)) suspects.push({ candidate, isMatch: false });
      continue;
    }
    const data = answer.value.group;
    if (data.createdAtMs !== null) await journal.noteCreation(sender, data.chatId, data.createdAtMs);
    if (isInWindow(data.createdAtMs, attempt, timings)) suspects.push(toSuspect(data, attempt, sender));
  }
  // The rest comes at the next reading: of those read now it is known when they were made.
  return possible.length > readsMax ? null : suspects;
}

/** The only group that it can be, or null. */
export function theMatch(suspects: readonly Suspect[]): Suspect | null {
  const matches = suspects.filter((suspect) => suspect.isMatch);
  return matches.length === 1 ? (matches[0] ?? null) : null;
}

/** `creation` is the server's time, and so is the intent's `serverMs`. Unknown times may lie inside. */
export function isInWindow(
  createdAtMs: number | null,
  attempt: Attempt,
  { windowBeforeMs, windowAfterMs }: Timings,
): boolean {
  if (createdAtMs === null) return true;
  return createdAtMs >= attempt.serverMs - windowBeforeMs && createdAtMs <= attempt.overMs + windowAfterMs;
}

function toSuspect(data: GroupData, attempt: Attempt, sender: string): Suspect {
  const isSameName = normalizeName(data.name) === normalizeName(attempt.name);
  // An owner given as a phone's id that is not ours made it; a lid says nothing.
  const mayBeOurs = !data.owner?.endsWith('@c.us') || data.owner === toPersonChatId(sender) || sender.startsWith('id:');
  return {
    candidate: {
      chatId: data.chatId,
      name: data.name,
      createdAtMs: data.createdAtMs,
      people: data.members.length,
    },
    isMatch: isSameName && mayBeOurs && data.createdAtMs !== null,
  };
}

/** Old group ids end in the second of their creation: `79001234567-1587570015@g.us`. */
function creationInId(chatId: string): number | null {
  const seconds = /-(\d{10})@/.exec(chatId)?.[1];
  return seconds === undefined ? null : Number(seconds) * 1000;
}
