import { setImmediate } from 'node:timers/promises';
import { digitsOf, isPersonChatId, toPersonChatId } from '../../core/chat-id.ts';
import type { Failure } from '../../core/failure.ts';
import { mergeByNumber } from '../../core/merge-people.ts';
import { formatPhone, readPhone } from '../../core/phone.ts';
import type { Result } from '../../core/result.ts';
import type { SetupList } from '../../core/setup-file.ts';
import type { FilePerson } from './files/people-file.ts';
import { planImport } from './import-plan.ts';
import type { PeopleBook } from './people-book.ts';

type List = Pick<SetupList, 'name' | 'people'>;

/** The saved lists that travel in set-up files. */
export type SetupLists = {
  /** Keeps lists with their people, all or none; a list of the same name gets them too. `undoId` takes it back. */
  add(accountId: string, lists: readonly List[]): Promise<Result<{ readonly undoId: string }, Failure>>;
  /** Lists as they are taken along: without people of whom only the privacy id is known. Lists that are gone or left empty are not there. */
  read(accountId: string, listIds: readonly string[]): Promise<readonly List[]>;
};

type SetupListsDeps = {
  readonly book: PeopleBook;
  readonly changed: (accountId: string) => Promise<void>;
  readonly now: () => number;
  readonly newId: () => string;
};

export function createSetupLists({ book, changed, now, newId }: SetupListsDeps): SetupLists {
  return {
    async add(accountId, lists) {
      const wanted = { people: await peopleOf(lists), listName: null, toPhone: false, isOfLists: true };
      const done = await book.change(accountId, (open) => planImport(open, wanted, { now, newId }));
      if (done.ok) await changed(accountId);
      return done;
    },

    async read(accountId, listIds) {
      const { lists, index } = await book.open(accountId);
      return listIds.flatMap((listId) => {
        const list = lists.get(listId);
        if (!list) return [];
        const members = index.all().filter((person) => person.lists.includes(listId) && isPersonChatId(person.chatId));
        const people = members.map(({ name, chatId }) => ({ name, phone: `+${digitsOf(chatId)}` }));
        return people.length === 0 ? [] : [{ name: list.name, people }];
      });
    },
  };
}

/** So many numbers are read in one go: the window and the queue get their turn in between. */
const batchSize = 500;

async function peopleOf(lists: readonly List[]): Promise<readonly FilePerson[]> {
  const people: FilePerson[] = [];
  for (const list of lists) {
    for (const { name, phone } of list.people) {
      if (people.length % batchSize === batchSize - 1) await setImmediate();
      const reading = readPhone(phone, null);
      // It stands there in full, whatever this version knows about the numbers of its country.
      const digits = reading.at === 'bad' ? phone.replace(/\D/g, '') : reading.digits;
      const person = { chatId: toPersonChatId(digits), name, phone: formatPhone(digits), note: '' };
      people.push({ ...person, lists: [list.name], repaired: reading.at === 'repair' });
    }
  }
  return mergeByNumber(people);
}
