import type { ApiFailure, Failure } from '../../core/failure.ts';
import { ok, type Result } from '../../core/result.ts';
import type { ContactList, GreenApi } from '../green-api/green-api.ts';
import type { Journal, SeenGroup } from './journal.ts';
import type { RunTime } from './run-time.ts';

export type Reading = { readonly isClean: boolean; readonly groups: readonly SeenGroup[] };

/** Reads which groups the phone has, and keeps the list as what was seen. */
export type GroupsList = {
  /** `thorough` asks the list of chats too, which shows a new group sooner. `anew`: a person vouches for what it shows. */
  read(
    sender: string,
    api: GreenApi,
    options?: { readonly thorough?: boolean; readonly anew?: boolean },
  ): Promise<Result<Reading>>;
  /** Whether the last clean reading in this run is no older than this, and the clocks stood still since. */
  isFresh(sender: string, maxAgeMs: number): boolean;
};

const chatsToRead = 50;

export function createGroupsList({ journal, time }: { journal: Journal; time: RunTime }): GroupsList {
  const lastRead = new Map<string, number>();

  function take(answer: Result<ContactList, ApiFailure>): Result<readonly SeenGroup[]> {
    time.heard(answer.ok ? answer.value.evidence : answer.failure.evidence);
    return answer.ok ? ok(answer.value.groups) : { ok: false, failure: readFailure(answer.failure.failure) };
  }

  return {
    async read(sender, api, { thorough = false, anew = false } = {}) {
      const begun = time.moment();
      const contacts = take(await api.getContacts({ groupsOnly: true }));
      if (!contacts.ok) return contacts;
      const chats = thorough ? take(await api.getChats(chatsToRead)) : null;
      const groups = [...contacts.value, ...(chats?.ok ? chats.value : [])];
      // The age counts from the question, and what the clocks did in between shows in the moment after it.
      const now = { ...time.moment(), runMs: begun.runMs };
      const seen = await (anew ? journal.seeAnew(sender, groups, now) : journal.see(sender, groups, now));
      if (!seen.ok) return seen;
      if (seen.value.isClean) lastRead.set(sender, begun.runMs);
      return ok({ isClean: seen.value.isClean, groups });
    },
    isFresh: (sender, maxAgeMs) => (lastRead.get(sender) ?? -1) >= time.freshSinceRunMs(maxAgeMs),
  };
}

const readFailure = (failure: Failure): Failure =>
  failure.code === 'no-answer' || failure.code === 'unknown' ? { code: 'stale-groups', lost: false } : failure;
