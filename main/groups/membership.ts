import { toPersonChatId } from '../../core/chat-id.ts';
import type { Clock } from '../../core/clock.ts';
import { err, type Result } from '../../core/result.ts';
import type { Accounts } from '../accounts/accounts.ts';
import type { GreenApi, GroupData } from '../green-api/green-api.ts';
import { isOfTheAccount } from './attempt.ts';
import { findSuspects, theMatch } from './candidates.ts';
import type { GroupsList } from './groups-list.ts';
import type { Job, Journal, SeenMember } from './journal.ts';
import type { RunTime } from './run-time.ts';
import type { Timings } from './timings.ts';
import { mayBeAnothers } from './twins.ts';

type MembershipDeps = {
  readonly journal: Journal;
  readonly accounts: Pick<Accounts, 'api' | 'report'>;
  readonly clock: Clock;
  readonly timings: Timings;
  readonly time: RunTime;
  readonly list: GroupsList;
  readonly changed: (job: Job) => Promise<void>;
  readonly inBackground: (name: string, work: () => Promise<void>) => void;
};

/** Who is in a group that was made, and its link. */
export type MembershipService = {
  /** Reads it now. Fails with `not-found` when the service does not show the group. */
  check(jobId: string): Promise<Result<Job>>;
  /** Looks by itself a few times after a group came to be, until everybody is in. */
  watch(jobId: string): void;
  stop(): void;
};

type Asked = { readonly chatId: string; readonly lid: string | null };
type GroupMember = GroupData['members'][number];

/** Numbers asked for their privacy id at one check: each costs a call of the month's allowance. */
const lidsMax = 20;

export function createMembership(deps: MembershipDeps): MembershipService {
  const { journal, accounts, clock, timings, time, list } = deps;
  const timers = new Set<() => void>();
  const watched = new Set<string>();
  let isStopped = false;

  async function check(jobId: string): Promise<Result<Job>> {
    const job = await journal.job(jobId);
    if (job?.state.at !== 'created') return err({ code: job ? 'too-late' : 'not-found' });
    const api = accounts.api(job.accountId);
    if (!api.ok) return api;
    const chatId = job.state.chatId || (await findByName(job, api.value));
    if (!chatId) return err({ code: 'not-found' });

    const answer = await api.value.getGroupData(chatId);
    if (!answer.ok) {
      if (isOfTheAccount(answer.failure.failure)) accounts.report(job.accountId, answer.failure.failure);
      return answer.failure.failure.code === 'unknown' ? err({ code: 'no-answer' }) : err(answer.failure.failure);
    }
    if (answer.value.at === 'unreadable') return err({ code: 'not-found' });
    const kept = await keep(job, answer.value.group, api.value);
    if (kept.ok) await deps.changed(kept.value);
    return kept;
  }

  /** A group that a person vouched for without saying which: the only one that came up since and that it can be. */
  async function findByName(job: Job, api: GreenApi): Promise<string | null> {
    const attempt = await journal.lastAttempt(job.id);
    const reading = await list.read(job.sender, api, { thorough: true });
    if (!attempt || !reading.ok) return null;
    const { since } = await journal.groupsAround(job.sender, attempt.id);
    const suspects = await findSuspects({ journal, timings }, { api, sender: job.sender, attempt, since });
    const group = theMatch(suspects ?? [])?.candidate;
    return group && !(await mayBeAnothers(deps, job, group)) ? group.chatId : null;
  }

  async function keep(job: Job, group: GroupData, api: GreenApi): Promise<Result<Job>> {
    const strangers = (asked: readonly Asked[]) =>
      group.members.filter((member) => !isSelf(member, group, job.sender) && !asked.some(isPerson(member)));
    let asked = await journal.lids(job.id);
    if (strangers(asked).some((member) => member.chatId.endsWith('@lid') && member.lid === null)) {
      await learnLids(
        job.id,
        asked.filter((person) => !group.members.some((member) => isPerson(member)(person))),
        api,
      );
      asked = await journal.lids(job.id);
    }
    const members = asked.map((person): SeenMember => {
      const member = group.members.find((candidate) => isPerson(candidate)(person));
      return { chatId: person.chatId, isIn: member !== undefined, isAdmin: member?.isAdmin ?? false };
    });
    return journal.keepMembership(job.id, {
      atMs: time.moment().wallMs,
      members,
      others: strangers(asked).length,
      link: group.link,
      chatId: group.chatId,
    });
  }

  /** Members who show by their privacy id alone can only be told apart by asking for that of each number. */
  async function learnLids(jobId: string, people: readonly Asked[], api: GreenApi): Promise<void> {
    for (const { chatId } of people.filter((person) => person.lid === null).slice(0, lidsMax)) {
      const answer = await api.checkWhatsapp(chatId);
      if (!answer.ok) return;
      if (answer.value.lid !== null) await journal.keepLid(jobId, chatId, answer.value.lid);
    }
  }

  async function lookAgain(jobId: string, round: number): Promise<void> {
    const checked = await check(jobId);
    const isDone = checked.ok && checked.value.membership?.members.every((member) => member.at === 'in');
    if (!isDone) plan(jobId, round + 1);
  }

  function plan(jobId: string, round: number): void {
    const delayMs = timings.membershipDelaysMs[round];
    if (delayMs === undefined || isStopped) return;
    const cancel = clock.after(delayMs, () => {
      timers.delete(cancel);
      deps.inBackground('membership', () => lookAgain(jobId, round));
    });
    timers.add(cancel);
  }

  return {
    check,
    watch(jobId) {
      if (watched.has(jobId)) return;
      watched.add(jobId);
      plan(jobId, 0);
    },
    stop() {
      isStopped = true;
      for (const cancel of timers) cancel();
      timers.clear();
    },
  };
}

/** The same person by phone id or by lid, whichever side each is known by. */
const isPerson =
  (member: GroupMember) =>
  (person: Asked): boolean =>
    [member.chatId, member.lid].some((id) => id !== null && (id === person.chatId || id === person.lid));

/** Ourselves: the number that sends, or the owner of the group, which is us in either form. */
function isSelf(member: GroupMember, group: GroupData, sender: string): boolean {
  const ids = [member.chatId, member.lid];
  return ids.includes(toPersonChatId(sender)) || (group.owner !== null && ids.includes(group.owner));
}
