import { type ReadonlySignal, signal } from '@preact/signals';
import type { Contact } from '../../core/contact.ts';
import type { Api } from '../../core/contract/calls.ts';
import type { PeopleFilter, PeopleOrder, PeopleQuery } from '../../core/people-query.ts';
import { ok } from '../../core/result.ts';
import { createPages, type Pages, pageSize } from './pages.ts';

/** A question and whose contacts it was put to. */
export type PeopleQuestion = PeopleQuery & { readonly accountId: string };

/** A list of contacts of any length. `text`, `filter` and `order` may be ahead of what it shows. */
export type PeopleList = Omit<Pages<PeopleQuestion, Contact>, 'ask' | 'placeOf'> & {
  readonly text: ReadonlySignal<string>;
  readonly filter: ReadonlySignal<PeopleFilter>;
  readonly order: ReadonlySignal<PeopleOrder>;
  /** Lists everybody whose name or number has the text, within the filter and in the order. */
  search(text: string): Promise<void>;
  narrow(change: Partial<PeopleFilter>): Promise<void>;
  sort(order: PeopleOrder): Promise<void>;
  /** No text and no filter. */
  showAll(): Promise<void>;
  /** Where somebody is, if that page is read and still true. */
  placeOf(chatId: string): number | null;
};

export type PeopleListTools = {
  readonly api: Pick<Api, 'people.search'>;
  readonly accountId: ReadonlySignal<string | null>;
};

/** The same as core's, which cannot be taken as a value: its file brings the schemas along. */
export const everybody: PeopleFilter = { source: 'any', listId: null, whatsapp: 'any', groups: 'any' };

export function createPeopleList({ api, accountId }: PeopleListTools): PeopleList {
  const text = signal('');
  const filter = signal(everybody);
  const order = signal<PeopleOrder>('best');
  const list = createPages<PeopleQuestion, Contact>(async (question, offset) => {
    const answer = await api['people.search']({ ...question, offset, limit: pageSize });
    return answer.ok ? ok({ items: answer.value.people, total: answer.value.total }) : answer;
  });

  async function ask(): Promise<void> {
    const id = accountId.peek();
    const question = { text: text.peek(), filter: filter.peek(), order: order.peek() };
    await list.ask(id === null ? null : { accountId: id, ...question });
  }

  return {
    ...list,
    text,
    filter,
    order,
    search(next) {
      text.value = next;
      return ask();
    },
    narrow(change) {
      filter.value = { ...filter.peek(), ...change };
      return ask();
    },
    sort(next) {
      order.value = next;
      return ask();
    },
    showAll() {
      text.value = '';
      filter.value = everybody;
      return ask();
    },
    placeOf: (chatId) => list.placeOf((person) => person.chatId === chatId),
  };
}
