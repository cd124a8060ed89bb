import { batch, computed, effect, type ReadonlySignal, signal } from '@preact/signals';
import type { Api } from '../../core/contract/calls.ts';
import type { Failure } from '../../core/failure.ts';
import type { Result } from '../../core/result.ts';
import { createLatest } from './latest.ts';
import type { PeopleList, PeopleQuestion } from './people.ts';

/** Who is chosen in a list of contacts, and which row the keys point at. The chosen stay while one scrolls and searches. */
export type PeopleSelection = {
  readonly ids: ReadonlySignal<ReadonlySet<string>>;
  readonly count: ReadonlySignal<number>;
  /** The row that the keys point at. It follows its person when the contacts change. */
  readonly pointed: ReadonlySignal<number>;
  readonly failure: ReadonlySignal<Failure | null>;
  /** Points at a row; outside the list at its end. */
  point(index: number): void;
  /** Chooses everybody from where the last choice began to this row, in place of the range before. */
  extend(index: number): Promise<void>;
  /** Chooses the person of a row, or lets them go. */
  toggle(index: number): void;
  /** Chooses everybody whom the shown question finds. */
  chooseAll(): Promise<void>;
  /** These are no longer here. */
  drop(chatIds: readonly string[]): void;
  clear(): void;
};

export type PeopleSelectionTools = {
  readonly api: Pick<Api, 'people.ids'>;
  readonly accountId: ReadonlySignal<string | null>;
  readonly list: Pick<PeopleList, 'at' | 'pages' | 'placeOf' | 'shown' | 'total'>;
};

/** The contract's limit for one answer. */
export const chosenMax = 100_000;

type Range = { readonly question: PeopleQuestion; readonly base: ReadonlySet<string> } & Place;
type Place = { readonly offset: number; readonly limit: number };

export function createPeopleSelection({ api, accountId, list }: PeopleSelectionTools): PeopleSelection {
  const ids = signal<ReadonlySet<string>>(new Set());
  const pointed = signal(0);
  const failure = signal<Failure | null>(null);
  /** Who the pointed row was when it was pointed at. */
  let pointedId: string | null = null;
  /** Where a range begins, and who was chosen before it. */
  let anchor = 0;
  let base: ReadonlySet<string> = ids.peek();
  /** Every choice of its own makes the answer to an older range too late. */
  let choices = 0;

  const choose = (next: ReadonlySet<string>) => {
    choices += 1;
    ids.value = next;
    base = next;
  };

  function moveTo(index: number): void {
    const last = Math.max(0, (list.total.peek() ?? 0) - 1);
    pointed.value = Math.max(0, Math.min(last, index));
    pointedId = list.at(pointed.peek())?.chatId ?? null;
  }

  /** A new answer begins at its top; in a changed one the keys go on pointing at the same person. */
  let before: PeopleQuestion | null = null;
  effect(() => {
    const { value: question } = list.shown;
    if (list.pages.value.size === 0) return;
    batch(() => {
      if (question !== before) {
        before = question;
        moveTo(0);
        anchor = 0;
      } else follow();
    });
  });

  function follow(): void {
    const place = pointedId === null ? null : list.placeOf(pointedId);
    if (place !== null) {
      if (place === pointed.peek()) return;
      anchor = place;
      moveTo(place);
      return;
    }
    const last = (list.total.peek() ?? 0) - 1;
    if (pointed.peek() > last) moveTo(last);
    // Whoever stands here now takes over, unless the row is still the old one.
    const here = list.at(pointed.peek())?.chatId;
    if (here !== undefined && list.placeOf(here) === pointed.peek()) pointedId = here;
  }

  effect(() => {
    void accountId.value;
    choose(new Set());
  });

  const readRange = createLatest<Range & { readonly choice: number }, Result<readonly string[], Failure>>(
    ({ question, offset, limit }) => api['people.ids']({ ...question, offset, limit }),
    (answer, range) => {
      if (range.choice !== choices) return;
      failure.value = answer.ok ? null : answer.failure;
      if (answer.ok) ids.value = new Set([...range.base, ...answer.value]);
    },
  );

  async function add(place: Place): Promise<void> {
    const question = list.shown.peek();
    if (question !== null) await readRange({ question, base, choice: choices, ...place });
  }

  return {
    ids,
    count: computed(() => ids.value.size),
    pointed,
    failure,
    point(index) {
      moveTo(index);
      anchor = pointed.peek();
      base = ids.peek();
    },
    async extend(index) {
      moveTo(index);
      const to = pointed.peek();
      await add({ offset: Math.min(anchor, to), limit: Math.min(chosenMax, Math.abs(anchor - to) + 1) });
    },
    toggle(index) {
      moveTo(index);
      anchor = pointed.peek();
      const chatId = list.at(anchor)?.chatId;
      if (chatId === undefined) return;
      const next = new Set(ids.peek());
      if (!next.delete(chatId)) next.add(chatId);
      choose(next);
    },
    async chooseAll() {
      base = ids.peek();
      await add({ offset: 0, limit: chosenMax });
    },
    drop(chatIds) {
      const next = new Set(ids.peek());
      for (const chatId of chatIds) next.delete(chatId);
      choose(next);
    },
    clear() {
      choose(new Set());
    },
  };
}
