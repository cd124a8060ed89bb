import { batch, type ReadonlySignal, signal } from '@preact/signals';
import type { Contact } from '../../core/contact.ts';
import type { Answer, Api } from '../../core/contract/calls.ts';
import type { Failure } from '../../core/failure.ts';
import type { PeopleFilter, PeopleOrder, PeopleQuery } from '../../core/people-query.ts';
import type { Result } from '../../core/result.ts';
import { createLatest } from './latest.ts';

type Page = readonly Contact[];
type Found = Result<Answer<'people.search'>, Failure>;

/** A question and whose contacts it was put to. */
export type PeopleQuestion = PeopleQuery & { readonly accountId: string };

/** A list of contacts of any length: pages are read as they come into view, and those far away are forgotten. */
export type PeopleList = {
  readonly text: ReadonlySignal<string>;
  readonly filter: ReadonlySignal<PeopleFilter>;
  readonly order: ReadonlySignal<PeopleOrder>;
  /** How many match; null until the first answer, and when there is none. */
  readonly total: ReadonlySignal<number | null>;
  readonly pages: ReadonlySignal<ReadonlyMap<number, Page>>;
  readonly failure: ReadonlySignal<Failure | null>;
  /** What the list answers; `text`, `filter` and `order` may be ahead of it. A new answer is a new object. */
  readonly shown: ReadonlySignal<PeopleQuestion | null>;
  /** Lists everybody whose name or number has the text, within the filter and in the order. */
  search(text: string): Promise<void>;
  narrow(change: Partial<PeopleFilter>): Promise<void>;
  sort(order: PeopleOrder): Promise<void>;
  /** No text and no filter. */
  showAll(): Promise<void>;
  /** The contact at a place of the list, if it is read already. */
  at(index: number): Contact | undefined;
  /** Where somebody is, if that page is read and still true. */
  placeOf(chatId: string): number | null;
  /** Reads the pages that hold these places. */
  want(from: number, to: number): Promise<void>;
  /** The contacts have changed: reads again what is in view. */
  changed(): Promise<void>;
};

export type PeopleListTools = {
  readonly api: Pick<Api, 'people.search'>;
  readonly accountId: ReadonlySignal<string | null>;
};

/** The same as core's, which cannot be taken as a value: its file brings the schemas along. */
export const everybody: PeopleFilter = { source: 'any', listId: null, whatsapp: 'any', groups: 'any' };

export const pageSize = 100;
/** A view and a little around it: what is kept must not grow with the number of contacts. */
const pagesKept = 12;
/** A dragged scrollbar asks for more pages than anybody sees: those that are passed by are never read. */
const readsAtOnce = 3;

export function createPeopleList({ api, accountId }: PeopleListTools): PeopleList {
  const text = signal('');
  const filter = signal(everybody);
  const order = signal<PeopleOrder>('best');
  const total = signal<number | null>(null);
  const pages = signal<ReadonlyMap<number, Page>>(new Map());
  const failure = signal<Failure | null>(null);
  const shown = signal<PeopleQuestion | null>(null);
  let asked = new Set<number>();
  /** Pages from before the last change; they are shown until they are read again. */
  let stale = new Set<number>();
  let generation = 0;
  let reading = 0;
  let view = { from: 0, to: 0 };

  const read = (question: PeopleQuestion, page: number): Promise<Found> =>
    api['people.search']({ ...question, offset: page * pageSize, limit: pageSize });

  function show(question: PeopleQuestion | null, first: Page | null, count: number | null): void {
    generation += 1;
    shown.value = question;
    view = { from: 0, to: 0 };
    stale = new Set();
    asked = new Set(first ? [0] : []);
    pages.value = new Map(first ? [[0, first]] : []);
    total.value = count;
  }

  const latest = createLatest<PeopleQuestion, Found>(
    (question) => read(question, 0),
    (answer, question) =>
      batch(() => {
        show(question, answer.ok ? answer.value.people : null, answer.ok ? answer.value.total : null);
        failure.value = answer.ok ? null : answer.failure;
      }),
  );

  async function ask(): Promise<void> {
    const id = accountId.peek();
    if (id === null) return batch(() => show(null, null, 0));
    await latest({ accountId: id, text: text.peek(), filter: filter.peek(), order: order.peek() });
  }

  async function readView(): Promise<void> {
    const first = Math.floor(view.from / pageSize);
    const last = Math.floor(view.to / pageSize);
    const wanted = Array.from({ length: last - first + 1 }, (_, n) => first + n).filter((page) => !asked.has(page));
    await Promise.all(wanted.slice(0, readsAtOnce - reading).map(readPage));
  }

  async function readPage(page: number): Promise<void> {
    const question = shown.peek();
    if (question === null) return;
    asked.add(page);
    reading += 1;
    const mine = generation;
    const answer = await read(question, page);
    reading -= 1;
    if (mine === generation && !take(page, answer)) return;
    // The view may have moved on while all reads were taken.
    await readView();
  }

  function take(page: number, answer: Found): boolean {
    // A page that was passed by while it was read would only be drawn for nothing.
    if (!answer.ok || !isNear(page)) asked.delete(page);
    batch(() => {
      failure.value = answer.ok ? null : answer.failure;
      if (!answer.ok || !isNear(page)) return;
      stale.delete(page);
      total.value = answer.value.total;
      pages.value = nearest(new Map([...pages.peek(), [page, answer.value.people]]));
    });
    return answer.ok;
  }

  const isNear = (page: number): boolean =>
    page >= Math.floor(view.from / pageSize) - 1 && page <= Math.floor(view.to / pageSize) + 1;

  /** Keeps the pages around the view; the others are forgotten and asked for again when they are wanted. */
  function nearest(all: ReadonlyMap<number, Page>): ReadonlyMap<number, Page> {
    if (all.size <= pagesKept) return all;
    const middle = Math.floor(view.from / pageSize);
    const byDistance = [...all].sort(([a], [b]) => Math.abs(a - middle) - Math.abs(b - middle));
    for (const [far] of byDistance.slice(pagesKept)) asked.delete(far);
    return new Map(byDistance.slice(0, pagesKept));
  }

  return {
    text,
    filter,
    order,
    total,
    pages,
    failure,
    shown,
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
    at: (index) => pages.value.get(Math.floor(index / pageSize))?.[index % pageSize],
    placeOf(chatId) {
      for (const [page, people] of pages.value) {
        const place = stale.has(page) ? -1 : people.findIndex((person) => person.chatId === chatId);
        if (place >= 0) return page * pageSize + place;
      }
      return null;
    },
    async want(from, to) {
      view = { from, to };
      await readView();
    },
    async changed() {
      generation += 1;
      asked = new Set();
      stale = new Set(pages.peek().keys());
      await readView();
    },
  };
}
