import { computed, type ReadonlySignal, signal } from '@preact/signals';
import type { Contact } from '../../core/contact.ts';
import type { Api } from '../../core/contract/calls.ts';
import type { Failure } from '../../core/failure.ts';
import { canBeAdded, type Entries } from './entries.ts';
import { pageSize } from './pages.ts';
import { createPeopleList } from './people.ts';

/** The search of a people picker: what is typed, who is found, and which of them the keys point at. */
export type Picker = {
  readonly entries: Entries;
  readonly text: ReadonlySignal<string>;
  /** Who is found, as far as it is read. */
  readonly found: ReadonlySignal<readonly Contact[]>;
  /** How many are found; null until the first answer. */
  readonly total: ReadonlySignal<number | null>;
  /** The row the keys point at, or -1. */
  readonly active: ReadonlySignal<number>;
  readonly reading: ReadonlySignal<boolean>;
  readonly failure: ReadonlySignal<Failure | null>;
  setText(text: string): void;
  /** Moves the pointer by rows; above the first one it leaves the list. */
  move(by: number): void;
  /** Ticks or unticks a found person; one without a number stays as it is. */
  choose(index: number): void;
  /** Enter: the row the keys point at, else a typed number, else the best match. True when something was taken. */
  enter(): Promise<boolean>;
  /** Reads typed or pasted text as people and takes them in. */
  addText(text: string): Promise<boolean>;
  /** Reads the next found people. */
  more(): void;
  /** The account or its contacts have changed. */
  refresh(): void;
};

export type PickerTools = {
  readonly api: Pick<Api, 'people.search' | 'people.read'>;
  readonly accountId: ReadonlySignal<string | null>;
  readonly entries: Entries;
};

/** The contract's limit for one reading. */
export const pasteMax = 200_000;
const searchMax = 200;
/** A list for ticking is searched, not scrolled to its end. */
const rowsMax = 10 * pageSize;

export function createPicker({ api, accountId, entries }: PickerTools): Picker {
  const list = createPeopleList({ api, accountId });
  const text = signal('');
  const active = signal(-1);
  const reading = signal(false);
  const readFailure = signal<Failure | null>(null);
  const found = computed(() => withoutGaps(list.pages.value));

  function setText(next: string): void {
    text.value = next;
    active.value = -1;
    readFailure.value = null;
    void list.search(next.trim().slice(0, searchMax));
  }

  async function addText(typed: string): Promise<boolean> {
    const id = accountId.peek();
    if (id === null || reading.peek() || typed.trim() === '' || typed.length > pasteMax) return false;
    reading.value = true;
    const answer = await api['people.read']({ accountId: id, text: typed });
    reading.value = false;
    readFailure.value = answer.ok ? null : answer.failure;
    if (!answer.ok) return false;
    entries.add(answer.value);
    return true;
  }

  function choose(index: number): void {
    const person = found.peek()[index];
    if (person && canBeAdded(person)) entries.toggle(person);
  }

  return {
    entries,
    text,
    found,
    total: list.total,
    active,
    reading,
    failure: computed(() => readFailure.value ?? list.failure.value),
    setText,
    move(by) {
      const last = found.peek().length - 1;
      active.value = Math.max(-1, Math.min(last, active.peek() + by));
    },
    choose,
    async enter() {
      if (active.peek() >= 0) {
        choose(active.peek());
        return true;
      }
      const typed = text.peek();
      if (looksLikeNumber(typed)) {
        const taken = await addText(typed);
        if (taken && text.peek() === typed) setText('');
        return taken;
      }
      if (typed.trim() === '' || found.peek().length === 0) return false;
      choose(0);
      return true;
    },
    addText,
    more() {
      const next = found.peek().length;
      if (next < Math.min(rowsMax, list.total.peek() ?? 0)) void list.want(next, next);
    },
    refresh() {
      active.value = -1;
      void list.search(text.peek().trim().slice(0, searchMax));
    },
  };
}

/** Five digits are more than any name has, and fewer than any number. */
export const looksLikeNumber = (text: string): boolean => text.replace(/\D/g, '').length >= 5;

/** Whether pasted text is a list of people rather than a part of a name. */
export const looksLikeList = (text: string): boolean => /[\n\t;]/.test(text.trim()) || looksLikeNumber(text);

function withoutGaps(pages: ReadonlyMap<number, readonly Contact[]>): readonly Contact[] {
  const rows: Contact[] = [];
  for (let page = 0; pages.has(page); page += 1) rows.push(...(pages.get(page) ?? []));
  return rows;
}
