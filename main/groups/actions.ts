import type { Person } from '../../core/contact.ts';
import { groupNameMax, normalizeName } from '../../core/draft-rules.ts';
import type { ApiFailure, Failure } from '../../core/failure.ts';
import { err, ok, type Result } from '../../core/result.ts';
import type { Accounts } from '../accounts/accounts.ts';
import type { Answered, GreenApi } from '../green-api/green-api.ts';
import { isOfTheAccount } from './attempt.ts';
import type { ActionKind, ActionOutcome, Job, Journal } from './journal.ts';
import type { RunTime } from './run-time.ts';

type ActionsDeps = {
  readonly journal: Journal;
  readonly accounts: Pick<Accounts, 'api' | 'report'>;
  readonly time: RunTime;
  readonly changed: (job: Job) => Promise<void>;
  /** Reads who is in. */
  readonly check: (jobId: string) => Promise<Result<Job>>;
};

type OfPerson = { readonly jobId: string; readonly chatId: string };

/** What people do with a group that was made. Nothing here is repeated by itself. */
export type GroupActions = {
  saveAndAdd(who: OfPerson): Promise<Result<Job>>;
  addPeople(whom: { readonly jobId: string; readonly people: readonly Person[] }): Promise<Result<Job>>;
  sendLink(what: OfPerson & { readonly message: string }): Promise<Result<Job>>;
  rename(to: { readonly jobId: string; readonly name: string }): Promise<Result<Job>>;
  makeAdmin(who: OfPerson): Promise<Result<Job>>;
};

type Open = { readonly job: Job; readonly api: GreenApi; readonly groupId: string };

export function createActions({ journal, accounts, time, changed, check }: ActionsDeps): GroupActions {
  /** A job whose group is known, and the way to the service. */
  async function open(jobId: string): Promise<Result<Open>> {
    const job = await journal.job(jobId);
    if (!job) return err({ code: 'not-found' });
    if (job.state.at !== 'created') return err({ code: 'too-late' });
    if (job.state.chatId === '') return err({ code: 'not-found' });
    const api = accounts.api(job.accountId);
    return api.ok ? ok({ job, api: api.value, groupId: job.state.chatId }) : api;
  }

  const failed = (job: Job, { failure }: ApiFailure): Result<never> => {
    if (isOfTheAccount(failure)) accounts.report(job.accountId, failure);
    return err(failure);
  };

  async function told(result: Result<Job>): Promise<Result<Job>> {
    if (result.ok) await changed(result.value);
    return result;
  }

  /** The intent, the call once, the outcome by proof. A failure is answered only when it is sure that nothing was done. */
  async function once(
    job: Job,
    { kind, chatId }: { kind: ActionKind; chatId: string },
    call: () => Answered<{ readonly isDone: boolean }>,
  ): Promise<Result<Job>> {
    const { runner, wallMs } = time.moment();
    const action = await journal.beginAction(job.id, { kind, chatId, runner, atMs: wallMs });
    if (!action.ok) return action;
    await told(await current(job.id));

    const answer = await call();
    const { outcome, failure } = actionOutcome(answer);
    const ended = await told(await journal.endAction(action.value, outcome, failure));
    return !answer.ok && outcome === null ? failed(job, answer.failure) : ended;
  }

  async function current(jobId: string): Promise<Result<Job>> {
    const job = await journal.job(jobId);
    return job ? ok(job) : err({ code: 'not-found' });
  }

  const add = ({ job, api, groupId }: Open, chatId: string): Promise<Result<Job>> =>
    once(job, { kind: 'add', chatId }, async () => {
      const answer = await api.addGroupParticipant(groupId, chatId);
      return answer.ok ? ok({ isDone: answer.value.added }) : answer;
    });

  /** After an action the group is read again; if that fails, the action stands all the same. */
  async function afterwards(jobId: string, done: Result<Job>): Promise<Result<Job>> {
    if (!done.ok) return done;
    const checked = await check(jobId);
    return checked.ok ? checked : done;
  }

  return {
    async saveAndAdd({ jobId, chatId }) {
      const opened = await open(jobId);
      if (!opened.ok) return opened;
      const { job, api } = opened.value;
      const person = job.people.find((candidate) => candidate.chatId === chatId);
      if (!person) return err({ code: 'not-found' });
      const saved = await api.addContact({ chatId, firstName: person.name || person.phone || chatId });
      if (!saved.ok) return failed(job, saved.failure);
      if (!saved.value.onWhatsapp) return err({ code: 'not-on-whatsapp', name: person.name || person.phone });
      return afterwards(jobId, await add(opened.value, chatId));
    },

    async addPeople({ jobId, people }) {
      const opened = await open(jobId);
      if (!opened.ok) return opened;
      const before = new Set(opened.value.job.people.map((person) => person.chatId));
      const isIn = opened.value.job.membership?.members.filter((member) => member.at === 'in') ?? [];
      const kept = await told(await journal.addPeople(jobId, people));
      if (!kept.ok) return kept;
      let last: Result<Job> = kept;
      for (const { chatId } of people) {
        if (before.has(chatId) && isIn.some((member) => member.chatId === chatId)) continue;
        last = await add(opened.value, chatId);
        if (!last.ok) return last;
      }
      return afterwards(jobId, last);
    },

    async sendLink({ jobId, chatId, message }) {
      const opened = await open(jobId);
      if (!opened.ok) return opened;
      const { job, api } = opened.value;
      if (!job.people.some((person) => person.chatId === chatId)) return err({ code: 'not-found' });
      const member = job.membership?.members.find((candidate) => candidate.chatId === chatId);
      if (member?.doing === 'link-sent') return err({ code: 'too-late' });
      return once(job, { kind: 'send-link', chatId }, async () => {
        const answer = await api.sendMessage(chatId, message);
        return answer.ok ? ok({ isDone: true }) : answer;
      });
    },

    async rename({ jobId, name }) {
      const normal = normalizeName(name);
      if (normal === '') return err({ code: 'bad-draft', problem: 'name-empty' });
      if (normal.length > groupNameMax) return err({ code: 'bad-draft', problem: 'name-too-long' });
      const opened = await open(jobId);
      if (!opened.ok) return opened;
      const { job, api, groupId } = opened.value;
      const answer = await api.updateGroupName(groupId, normal);
      if (!answer.ok) return failed(job, answer.failure);
      return answer.value.renamed ? told(await journal.rename(jobId, normal)) : err({ code: 'not-done' });
    },

    async makeAdmin({ jobId, chatId }) {
      const opened = await open(jobId);
      if (!opened.ok) return opened;
      const { job, api, groupId } = opened.value;
      const answer = await api.setGroupAdmin(groupId, chatId);
      if (!answer.ok) return failed(job, answer.failure);
      return answer.value.isAdmin ? afterwards(jobId, ok(job)) : err({ code: 'not-done' });
    },
  };
}

/** A null outcome takes the intent back: it is sure that nothing was done. */
function actionOutcome(answer: Result<{ readonly isDone: boolean }, ApiFailure>): {
  outcome: ActionOutcome | null;
  failure: Failure | null;
} {
  if (answer.ok) return { outcome: answer.value.isDone ? 'done' : 'failed', failure: null };
  const { proof, failure } = answer.failure;
  return { outcome: proof === 'none' ? 'unknown' : null, failure };
}
