import type { Person } from '../../core/contact.ts';
import type { Args } from '../../core/contract/calls.ts';
import { draftProblem, normalizeName } from '../../core/draft-rules.ts';
import { formatPhone } from '../../core/phone.ts';
import { err, ok, type Result } from '../../core/result.ts';
import type { Accounts } from '../accounts/accounts.ts';
import type { Guard, Job, Journal, NewJob } from './journal.ts';
import type { RunTime } from './run-time.ts';
import type { Timings } from './timings.ts';

type CreateDeps = {
  readonly journal: Journal;
  readonly accounts: Pick<Accounts, 'phoneOf'>;
  readonly timings: Timings;
  readonly time: RunTime;
  readonly newId: () => string;
  /** A group needs an account; one whose token is missing may get it later. */
  readonly bind: (accountId: string) => Promise<Result<string>>;
};

/** Putting groups into the queue: a sound draft, and not a group that is there already. */
export type Create = {
  create(args: Args<'groups.create'> & Pick<NewJob, 'row'>): Promise<Result<Job>>;
  /** `again`: a person agreed to another group of this name. */
  requeue(args: Args<'groups.requeue'> & { readonly again?: boolean }): Promise<Result<Job>>;
};

export function createCreate({ journal, accounts, timings, time, newId, bind }: CreateDeps): Create {
  const guard = (again: boolean): Guard => ({ again, sinceMs: time.moment().wallMs - timings.duplicateMs });

  const fromPhone = (accountId: string): string | null => {
    const phone = accounts.phoneOf(accountId);
    return phone === null ? null : formatPhone(phone);
  };

  return {
    async create({ accountId, name, people, again, row }) {
      const draft = checked(name, people);
      if (!draft.ok) return draft;
      const sender = await bind(accountId);
      if (!sender.ok) return sender;
      const job = {
        id: newId(),
        accountId,
        sender: sender.value,
        ...draft.value,
        askedAtMs: time.moment().wallMs,
        fromPhone: fromPhone(accountId),
        ...(row && { row }),
      };
      return journal.add(job, guard(again));
    },

    async requeue({ accountId, jobId, name, people, again = false }) {
      const job = await journal.job(jobId);
      if (job?.accountId !== accountId) return err({ code: 'not-found' });
      const draft = checked(name ?? job.name, people ?? job.people);
      if (!draft.ok) return draft;
      const sender = await bind(accountId);
      if (!sender.ok) return sender;
      const change = { sender: sender.value, ...draft.value, fromPhone: fromPhone(accountId) };
      return journal.requeue(jobId, change, guard(again));
    },
  };
}

/** The draft as it is sent: the name in its normal form, everybody once. */
function checked(name: string, people: readonly Person[]): Result<{ name: string; people: Person[] }> {
  const once = [...new Map(people.toReversed().map((person) => [person.chatId, person])).values()].toReversed();
  const problem = draftProblem(
    name,
    once.map((person) => person.chatId),
  );
  return problem ? err({ code: 'bad-draft', problem }) : ok({ name: normalizeName(name), people: once });
}
