import { batch, type ReadonlySignal, signal } from '@preact/signals';
import type { Failure } from '../../core/failure.ts';
import type { Result } from '../../core/result.ts';
import { createLatest } from './latest.ts';

/** One page of the answer to a question. */
export type PageRead<T> = { readonly items: readonly T[]; readonly total: number };
type Found<T> = Result<PageRead<T>, Failure>;

/** The answer to a question, of any length: pages are read as they come into view, and those far away are forgotten. */
export type Pages<Q, T> = {
  /** How many match; null until the first answer, and when there is none. */
  readonly total: ReadonlySignal<number | null>;
  readonly pages: ReadonlySignal<ReadonlyMap<number, readonly T[]>>;
  readonly failure: ReadonlySignal<Failure | null>;
  /** The question that is answered; a new answer is a new object. */
  readonly shown: ReadonlySignal<Q | null>;
  /** Asks anew from the first page; null empties the list. */
  ask(question: Q | null): Promise<void>;
  /** What stands at a place, if it is read already. */
  at(index: number): T | undefined;
  /** Where something is, if that page is read and still true. */
  placeOf(isIt: (item: T) => boolean): number | null;
  /** Reads the pages that hold these places. */
  want(from: number, to: number): Promise<void>;
  /** Something has changed: reads again what is in view. */
  changed(): Promise<void>;
};

export const pageSize = 100;
/** A view and a little around it: what is kept must not grow with the length of the list. */
const pagesKept = 12;
/** A dragged scrollbar asks for more pages than anybody sees: those that are passed by are never read. */
const readsAtOnce = 3;

/** `read` reads from a place on, up to `pageSize`. */
export function createPages<Q extends object, T>(
  read: (question: Q, offset: number) => Promise<Found<T>>,
): Pages<Q, T> {
  const total = signal<number | null>(null);
  const pages = signal<ReadonlyMap<number, readonly T[]>>(new Map());
  const failure = signal<Failure | null>(null);
  const shown = signal<Q | null>(null);
  let asked = new Set<number>();
  /** Pages from before the last change; they are shown until they are read again. */
  let stale = new Set<number>();
  let generation = 0;
  let reading = 0;
  let view = { from: 0, to: 0 };

  function show(question: Q | null, first: readonly T[] | null, count: number | null): void {
    generation += 1;
    shown.value = question;
    view = { from: 0, to: 0 };
    stale = new Set();
    asked = new Set(first ? [0] : []);
    pages.value = new Map(first ? [[0, first]] : []);
    total.value = count;
  }

  const latest = createLatest<Q, Found<T>>(
    (question) => read(question, 0),
    (answer, question) =>
      batch(() => {
        show(question, answer.ok ? answer.value.items : null, answer.ok ? answer.value.total : null);
        failure.value = answer.ok ? null : answer.failure;
      }),
  );

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
    const answer = await read(question, page * pageSize);
    reading -= 1;
    if (mine === generation && !take(page, answer)) return;
    // The view may have moved on while all reads were taken.
    await readView();
  }

  function take(page: number, answer: Found<T>): boolean {
    // A page that was passed by while it was read would only be drawn for nothing.
    if (!answer.ok || !isNear(page)) asked.delete(page);
    batch(() => {
      failure.value = answer.ok ? null : answer.failure;
      if (!answer.ok || !isNear(page)) return;
      stale.delete(page);
      total.value = answer.value.total;
      pages.value = nearest(new Map([...pages.peek(), [page, answer.value.items]]));
    });
    return answer.ok;
  }

  const isNear = (page: number): boolean =>
    page >= Math.floor(view.from / pageSize) - 1 && page <= Math.floor(view.to / pageSize) + 1;

  /** Keeps the pages around the view; the others are forgotten and asked for again when they are wanted. */
  function nearest(all: ReadonlyMap<number, readonly T[]>): ReadonlyMap<number, readonly T[]> {
    if (all.size <= pagesKept) return all;
    const middle = Math.floor(view.from / pageSize);
    const byDistance = [...all].sort(([a], [b]) => Math.abs(a - middle) - Math.abs(b - middle));
    for (const [far] of byDistance.slice(pagesKept)) asked.delete(far);
    return new Map(byDistance.slice(0, pagesKept));
  }

  return {
    total,
    pages,
    failure,
    shown,
    async ask(question) {
      if (question === null) return batch(() => show(null, null, 0));
      await latest(question);
    },
    at: (index) => pages.value.get(Math.floor(index / pageSize))?.[index % pageSize],
    placeOf(isIt) {
      for (const [page, items] of pages.value) {
        const place = stale.has(page) ? -1 : items.findIndex(isIt);
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
