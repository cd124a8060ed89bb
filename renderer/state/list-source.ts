import { type ReadonlySignal, signal } from '@preact/signals';
import { isPersonChatId } from '../../core/chat-id.ts';
import type { Contact } from '../../core/contact.ts';
import type { Api } from '../../core/contract/calls.ts';
import type { Failure } from '../../core/failure.ts';
import type { PeopleList as SavedList } from '../../core/people-list.ts';
import { err, ok, type Result } from '../../core/result.ts';
import { type Entries, readyEntry } from './entries.ts';
import { everybody } from './people.ts';

/** What came of a list that was added to a group. */
export type ListAdded =
  /** `noNumber`: of these only a privacy id is known, which cannot be put into a new group. */
  | {
      readonly at: 'added';
      readonly name: string;
      readonly chatIds: readonly string[];
      readonly already: number;
      readonly noNumber: number;
    }
  /** Nobody was added. `count`: so many more than a group holds. */
  | { readonly at: 'too-many'; readonly name: string; readonly count: number }
  | { readonly at: 'failed'; readonly failure: Failure };

/** Saved lists as a source of people for a group: all of a list or none of it. */
export type ListSource = {
  /** The last list, until another one is added or it is taken back. */
  readonly last: ReadonlySignal<ListAdded | null>;
  readonly busy: ReadonlySignal<boolean>;
  add(list: SavedList): Promise<void>;
  /** Takes out again whom the last list brought. */
  undo(): void;
  dismiss(): void;
};

export type ListSourceTools = {
  readonly api: Pick<Api, 'people.ids' | 'people.find'>;
  readonly accountId: ReadonlySignal<string | null>;
  readonly entries: Entries;
};

/** The contract's limit for one answer. */
const idsMax = 100_000;

export function createListSource({ api, accountId, entries }: ListSourceTools): ListSource {
  const last = signal<ListAdded | null>(null);
  const busy = signal(false);

  async function read(id: string, { listId, name }: SavedList): Promise<Result<Read, ListAdded>> {
    const filter = { ...everybody, listId };
    const ids = await api['people.ids']({ accountId: id, text: '', filter, order: 'name', offset: 0, limit: idsMax });
    if (!ids.ok) return err({ at: 'failed', failure: ids.failure });
    const withNumber = ids.value.filter(isPersonChatId);
    const missing = withNumber.filter((chatId) => !entries.has(chatId));
    const already = withNumber.length - missing.length;
    const noNumber = ids.value.length - withNumber.length;
    // Not even read: a list may be a hundred times as long as a group.
    const over = entries.list.peek().length + missing.length - entries.max;
    if (missing.length > 0 && over > 0) return err({ at: 'too-many', name, count: over });
    if (missing.length === 0) return ok({ people: [], already, noNumber });
    const found = await api['people.find']({ accountId: id, chatIds: missing });
    return found.ok ? ok({ people: found.value, already, noNumber }) : err({ at: 'failed', failure: found.failure });
  }

  return {
    last,
    busy,
    async add(list) {
      const id = accountId.peek();
      if (id === null || busy.peek()) return;
      busy.value = true;
      last.value = null;
      const answer = await read(id, list);
      busy.value = false;
      if (id !== accountId.peek()) return;
      if (!answer.ok) {
        last.value = answer.failure;
        return;
      }
      const { people, ...counts } = answer.value;
      const added = people.filter(({ chatId }) => !entries.has(chatId));
      if (added.length > 0) entries.add(added.map(readyEntry));
      last.value = { at: 'added', name: list.name, chatIds: added.map(({ chatId }) => chatId), ...counts };
    },
    undo() {
      const before = last.peek();
      if (before?.at === 'added') entries.removeAll(before.chatIds);
      last.value = null;
    },
    dismiss() {
      last.value = null;
    },
  };
}

type Read = { readonly people: readonly Contact[]; readonly already: number; readonly noNumber: number };
