import type { Contact } from '../../../core/contact.ts';
import { groupPeopleMax } from '../../../core/draft-rules.ts';
import type { PeopleList } from '../../../core/people-list.ts';
import { toast } from '../../components/toast.tsx';
import { go } from '../../route.ts';
import { canBeAdded, readyEntry } from '../../state/entries.ts';
import type { UndoStep } from '../../state/people-undo.ts';
import { useStates } from '../../states.ts';
import { useWords } from '../../words.ts';
import { focusGrid } from './focus-grid.ts';

type ChatIds = readonly string[];

/** What is done to people and lists: each says what has happened, with the way back. */
export function usePeopleActions() {
  const t = useWords();
  const { api, work } = useStates();
  const { changes, checks, list, person, selection, undo } = work.people;
  const say = (text: string, step: UndoStep) => toast(text, () => void undo.takeBack(step));

  async function deletePeople(chatIds: ChatIds): Promise<void> {
    const done = await changes.remove(chatIds);
    if (!done) return;
    selection.drop(chatIds);
    if (chatIds.includes(person.value.peek()?.chatId ?? '')) person.close();
    focusGrid();
    say(t('people.deleted', { count: done.count }), done.step);
  }

  async function addToList({ listId, name }: PeopleList, chatIds: ChatIds): Promise<void> {
    const done = await changes.addToList(listId, chatIds);
    if (!done) return;
    if (done.count === 0) toast(t('people.inListAlready', { list: name }));
    else say(t('people.addedToList', { count: done.count, list: name }), done.step);
  }

  async function startGroup(chatIds: ChatIds): Promise<void> {
    const accountId = work.accountId.peek();
    if (accountId === null || chatIds.length > groupPeopleMax) return;
    const found = await api['people.find']({ accountId, chatIds: [...chatIds] });
    if (!found.ok) {
      work.people.failure.value = found.failure;
      return;
    }
    const people = found.value.filter(canBeAdded);
    const leftOut = found.value.length - people.length;
    work.draft.entries.add(people.map(readyEntry));
    if (leftOut > 0) toast(t('people.withoutNumber', { count: leftOut }));
    selection.clear();
    go({ at: 'new-group' });
  }

  return {
    deletePeople,
    addToList,
    startGroup,

    /** The chosen people, or the one that the keys point at. */
    async deleteChosen(): Promise<void> {
      const chosen = [...selection.ids.peek()];
      const pointed = list.at(selection.pointed.peek())?.chatId;
      if (chosen.length > 0) await deletePeople(chosen);
      else if (pointed !== undefined) await deletePeople([pointed]);
    },

    async edit(before: Contact, change: { readonly name?: string; readonly note?: string }): Promise<void> {
      const done = await changes.edit(before, change);
      if (!done) return;
      if (person.value.peek()?.chatId === done.chatId) person.open(done);
      say(t(change.name === undefined ? 'people.noteKept' : 'people.nameKept'), done.step);
    },

    async createList(name: string, chatIds: ChatIds): Promise<void> {
      const done = await changes.createList(name, chatIds);
      if (done) say(t('people.addedToList', { count: done.count, list: done.name }), done.step);
    },

    async removeFromList({ listId, name }: PeopleList, chatIds: ChatIds): Promise<void> {
      const done = await changes.removeFromList(listId, chatIds);
      if (!done) return;
      if (list.filter.peek().listId === listId) selection.drop(chatIds);
      say(t('people.removedFromList', { count: done.count, list: name }), done.step);
    },

    async renameList(saved: PeopleList, name: string): Promise<void> {
      const done = await changes.renameList(saved, name);
      if (done) say(t('people.listRenamed', { name: done.name }), done.step);
    },

    async deleteList({ listId, name }: PeopleList): Promise<void> {
      const done = await changes.deleteList(listId);
      if (done) say(t('people.listDeleted', { name }), done.step);
    },

    async check(chatIds: ChatIds): Promise<void> {
      if ((await checks.start(chatIds)) === 0) toast(t('people.checkedAlready'));
    },

    async undoLast(): Promise<void> {
      if (await undo.takeBack()) toast(t('people.takenBack'));
    },
  };
}
