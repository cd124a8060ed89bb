import type { GroupJob } from '../../core/group-job.ts';
import type { PeopleBook } from './people-book.ts';
import type { ContactStore } from './store.ts';

type GroupCountsDeps = {
  readonly book: Pick<PeopleBook, 'learn'>;
  readonly store: Pick<ContactStore, 'groupCounts'>;
  readonly changed: (accountId: string) => Promise<void>;
};

type Told = Pick<GroupJob, 'id' | 'accountId' | 'people' | 'state'>;

/** Keeps in how many groups people are, when groups are asked for, made, refused or get other people. */
export function createGroupCounts({ book, store, changed }: GroupCountsDeps): (job: Told) => Promise<void> {
  /** Whom queued groups are for: they may be asked for anew with others. */
  const queued = new Map<string, readonly string[]>();

  return async ({ id, accountId, people, state }) => {
    const now = people.map(({ chatId }) => chatId);
    const before = queued.get(id) ?? [];
    if (state.at === 'queued') queued.set(id, now);
    else queued.delete(id);

    let isOther = false;
    await book.learn(accountId, async ({ index, idOf }) => {
      const chatIds = [...new Set([...before, ...now].map(idOf))];
      const counts = await store.groupCounts(accountId, chatIds);
      const contacts = chatIds.flatMap((chatId) => index.get(chatId) ?? []);
      const other = contacts.filter(({ chatId, groups }) => groups !== (counts.get(chatId) ?? 0));
      isOther = other.length > 0;
      return other.map((contact) => ({ ...contact, groups: counts.get(contact.chatId) ?? 0 }));
    });
    if (isOther) await changed(accountId);
  };
}
