import { toPersonChatId } from '../../core/chat-id.ts';
import type { Person } from '../../core/contact.ts';
import type { BackgroundWork } from '../../core/contract/events.ts';
import { peopleOfRow } from '../../core/judge-row.ts';
import type { Result } from '../../core/result.ts';
import type { Accounts } from '../accounts/accounts.ts';
import type { People } from '../contacts/people.ts';
import type { KeptRow, KeptRun, RunStore } from './store.ts';

/** Asking checkWhatsapp about the people of runs, and what its answers mean for their rows. */
export type RunChecks = {
  /** Asks about those of a run who were not asked about. Fails with `quota` when nothing of the allowance is left. */
  ask(run: KeptRun): Promise<Result<{ readonly queued: number }>>;
  /** The checks of an account have come further: rows with somebody who is not on WhatsApp are judged anew. */
  heard(work: BackgroundWork): Promise<void>;
};

export type RunChecksDeps = {
  readonly store: Pick<RunStore, 'runs' | 'run'>;
  readonly allRows: (runId: string) => Promise<readonly KeptRow[]>;
  readonly people: Pick<People, 'whoIsOff' | 'checkPeople'>;
  readonly accounts: Pick<Accounts, 'phoneOf'>;
  /** Judges rows of a run anew, in turn with other changes of it, and tells of it. */
  readonly judgeAgain: (runId: string, rowIds: readonly number[]) => Promise<Result<unknown>>;
};

type Place = { readonly runId: string; readonly rowId: number };
type Watch = { readonly places: Map<string, Place[]>; heardAt: number };

/** Rows are judged anew after so many answers, and at the end. */
const answersAtOnce = 20;
/** Older runs are not looked through. */
const runsWatched = 20;

export function createRunChecks({ store, allRows, people, accounts, judgeAgain }: RunChecksDeps): RunChecks {
  const watches = new Map<string, Promise<Watch>>();

  const ownChatId = (accountId: string): string | null => {
    const phone = accounts.phoneOf(accountId);
    return phone === null ? null : toPersonChatId(phone);
  };

  /** Everybody of the rows that may be made, with the rows that they are in. */
  async function placesOf(run: KeptRun, places: Map<string, Place[]>, found: (person: Person) => void): Promise<void> {
    const own = ownChatId(run.accountId);
    for (const row of await allRows(run.id)) {
      if (row.job !== null || row.verdict === 'left-out' || row.verdict === 'duplicate') continue;
      for (const person of peopleOfRow(row.entries, run.extras, own)) {
        const known = places.get(person.chatId);
        if (known) known.push({ runId: run.id, rowId: row.rowId });
        else {
          places.set(person.chatId, [{ runId: run.id, rowId: row.rowId }]);
          found(person);
        }
      }
    }
  }

  /** Answers that were there before come with the first news: an earlier start of the app may not have got to them. */
  async function watch(accountId: string): Promise<Watch> {
    const places = new Map<string, Place[]>();
    const runs = await store.runs(accountId, { offset: 0, limit: runsWatched });
    for (const run of runs) if (run.state.at !== 'ended') await placesOf(run, places, () => {});
    return { places, heardAt: 0 };
  }

  return {
    async ask(run) {
      const asked: Person[] = [];
      await placesOf(run, new Map(), (person) => asked.push(person));
      watches.delete(run.accountId); // there are others to watch for now
      return people.checkPeople(run.accountId, asked);
    },

    async heard({ accountId, running, done }) {
      const begun = watches.get(accountId) ?? watch(accountId);
      watches.set(accountId, begun);
      const watched = await begun;
      if (running && done - watched.heardAt < answersAtOnce) return;
      watched.heardAt = done;
      if (!running) watches.delete(accountId);
      const isOff = await people.whoIsOff(accountId);
      const rows = new Map<string, Set<number>>();
      for (const [chatId, places] of watched.places) {
        if (!isOff(chatId)) continue;
        for (const { runId, rowId } of places) rows.set(runId, (rows.get(runId) ?? new Set()).add(rowId));
        watched.places.delete(chatId);
      }
      for (const [runId, rowIds] of rows) await judgeAgain(runId, [...rowIds]);
    },
  };
}
