import type { GreenApi } from '../../main/green-api/green-api.ts';
import type { Journal } from '../../main/groups/journal.ts';

/** The rules that an engine here may break on purpose; a proof that does not notice proves nothing. */
export const breaks = ['resend', 'late-write', 'pace', 'silence-is-no'] as const;
export type Break = (typeof breaks)[number];
export type Rule = 'sound' | Break;

/** What stands between an engine and its parts so that it breaks the rule. */
type Bent = {
  api(api: GreenApi): GreenApi;
  journal(journal: Journal): Journal;
  /** The pace before the next group. */
  paceMs(paceMs: number): number;
};

const straight: Bent = { api: (api) => api, journal: (journal) => journal, paceMs: (paceMs) => paceMs };

export function bend(rule: Rule, sender: string): Bent {
  switch (rule) {
    case 'sound':
      return straight;
    case 'resend':
      return { ...straight, api: sendAgain, journal: (journal) => queueAgain(journal, sender) };
    case 'late-write':
      return { ...straight, journal: writeLate };
    case 'pace':
      return keepPaceInMemory();
    case 'silence-is-no':
      return { ...straight, api: takeSilenceForNo };
  }
}

/** Sends once more whatever did not succeed, as GREEN-API's advice on 502 has it. */
const sendAgain = (api: GreenApi): GreenApi => ({
  ...api,
  async createGroup(group) {
    const first = await api.createGroup(group);
    return first.ok ? first : api.createGroup(group);
  },
});

/** Puts back into the queue what an earlier run left open, instead of looking for it. */
const queueAgain = (journal: Journal, sender: string): Journal => ({
  ...journal,
  async enlist(run) {
    for (const job of await journal.jobs(sender, 'sending')) {
      const attempt = await journal.lastAttempt(job.id);
      await journal.end(attempt?.id ?? 0, { ...neverSent, atMs: run.now.wallMs });
    }
    return journal.enlist(run);
  },
});

const neverSent = {
  outcome: { at: 'never-sent', failure: { code: 'offline' } },
  evidence: { startedAtMs: 0, endedAtMs: 0, status: null, serverDateMs: null },
  serverMs: 0,
  firstReadInMs: 0,
  stop: null,
} as const;

/** Keeps the intent in memory, and writes intent and end together when the answer is there. */
function writeLate(journal: Journal): Journal {
  let later: () => ReturnType<Journal['begin']> = () => Promise.reject(new Error('nothing begun'));
  return {
    ...journal,
    async begin(jobId, begin) {
      const job = await journal.job(jobId);
      const { waitMs, stopped } = await journal.sender(begin.sender, begin);
      if (stopped) return { ok: false, failure: { is: 'stopped', failure: stopped } };
      if (waitMs > 0) return { ok: false, failure: { is: 'wait', waitMs } };
      later = () => journal.begin(jobId, begin);
      const chatIds = job?.people.map((person) => person.chatId) ?? [];
      const { wallMs, serverMs } = begin.now;
      return { ok: true, value: { id: -1, jobId, name: job?.name ?? '', chatIds, wallMs, serverMs, overMs: serverMs } };
    },
    async end(_, end) {
      const begun = await later();
      if (!begun.ok) throw new Error(begun.failure.is);
      return journal.end(begun.value.id, end);
    },
  };
}

/** Knows of no attempt but those of its own run. */
function keepPaceInMemory(): Bent {
  let hasSent = false;
  return {
    ...straight,
    api: (api) => ({
      ...api,
      createGroup(group) {
        hasSent = true;
        return api.createGroup(group);
      },
    }),
    paceMs: (paceMs) => (hasSent ? paceMs : 0),
  };
}

/** Believes that what was not confirmed did not happen. */
const takeSilenceForNo = (api: GreenApi): GreenApi => ({
  ...api,
  async createGroup(group) {
    const answer = await api.createGroup(group);
    return answer.ok ? answer : { ok: false, failure: { ...answer.failure, proof: 'refused' } };
  },
});
