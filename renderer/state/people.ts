import { type ReadonlySignal, signal } from '@preact/signals';
import type { Contact } from '../../core/contact.ts';
import type { Answer, Api } from '../../core/contract/calls.ts';
import type { Failure } from '../../core/failure.ts';
import type { Result } from '../../core/result.ts';
import { createLatest } from './latest.ts';

type Page = readonly Contact[];
type Found = Result<Answer<'people.search'>, Failure>;
type Question = { readonly accountId: string; readonly text: string };

/** A list of contacts of any length: pages are read as they come into view, and those far away are forgotten. */
export type PeopleList = {
  readonly text: ReadonlySignal<string>;
  /** How many match; null until the first answer. */
  readonly total: ReadonlySignal<number | null>;
  readonly pages: ReadonlySignal<ReadonlyMap<number, Page>>;
  readonly failure: ReadonlySignal<Failure | null>;
  /** Lists everybody whose name or number has the text. */
  search(text: string): Promise<void>;
  /** The contact at a place of the list, if it is read already. */
  at(index: number): Contact | undefined;
  /** Reads the pages that hold these places. */
  want(from: number, to: number): Promise<void>;
  /** The contacts have changed: reads again what is in view. */
  changed(): Promise<void>;
};

export type PeopleListTools = {
  readonly api: Pick<Api, 'people.search'>;
  readonly accountId: ReadonlySignal<string | null>;
};

export const pageSize = 100;
const pagesKept = 30;

export function createPeopleList({ api, accountId }: PeopleListTools): PeopleList {
  const text = signal('');
  const total = signal<number | null>(null);
  const pages = signal<ReadonlyMap<number, Page>>(new Map());
  const failure = signal<Failure | null>(null);
  let asked = new Set<number>();
  let generation = 0;
  /** What the pages belong to; `text` may be ahead of it while an answer is on its way. */
  let shown: Question | null = null;
  let view = { from: 0, to: 0 };

  const read = ({ accountId: id, text: of }: Question, page: number): Promise<Found> =>
    api['people.search']({ accountId: id, text: of, offset: page * pageSize, limit: pageSize });

  const latest = createLatest<Question, Found>(
    (question) => read(question, 0),
    (answer, question) => {
      generation += 1;
      shown = question;
      asked = new Set(answer.ok ? [0] : []);
      pages.value = new Map(answer.ok ? [[0, answer.value.people]] : []);
      failure.value = answer.ok ? null : answer.failure;
      if (answer.ok) total.value = answer.value.total;
    },
  );

  async function readPage(page: number): Promise<void> {
    if (shown === null || asked.has(page)) return;
    asked.add(page);
    const mine = generation;
    const answer = await read(shown, page);
    if (mine !== generation) return;
    if (!answer.ok) {
      asked.delete(page);
      failure.value = answer.failure;
      return;
    }
    failure.value = null;
    total.value = answer.value.total;
    pages.value = new Map([...nearest(pages.peek(), page), [page, answer.value.people]]);
  }

  /** Keeps the pages around the newest one; the others are forgotten and asked for again when they are wanted. */
  function nearest(all: ReadonlyMap<number, Page>, page: number): readonly (readonly [number, Page])[] {
    const byDistance = [...all].sort(([a], [b]) => Math.abs(a - page) - Math.abs(b - page));
    for (const [far] of byDistance.slice(pagesKept - 1)) asked.delete(far);
    return byDistance.slice(0, pagesKept - 1);
  }

  async function want(from: number, to: number): Promise<void> {
    view = { from, to };
    const first = Math.floor(from / pageSize);
    const last = Math.floor(to / pageSize);
    await Promise.all(Array.from({ length: last - first + 1 }, (_, n) => readPage(first + n)));
  }

  return {
    text,
    total,
    pages,
    failure,
    async search(next) {
      text.value = next;
      const id = accountId.peek();
      if (id === null) {
        generation += 1;
        shown = null;
        pages.value = new Map();
        total.value = 0;
        return;
      }
      await latest({ accountId: id, text: next });
    },
    at: (index) => pages.value.get(Math.floor(index / pageSize))?.[index % pageSize],
    want,
    async changed() {
      generation += 1;
      asked = new Set();
      await want(view.from, view.to);
    },
  };
}
