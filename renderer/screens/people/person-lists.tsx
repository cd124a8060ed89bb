import type { Contact } from '../../../core/contact.ts';
import { Icon } from '../../components/icon.tsx';
import { useStates } from '../../states.ts';
import { useWords } from '../../words.ts';
import { AddToList } from './add-to-list.tsx';
import { usePeopleActions } from './use-people-actions.ts';

/** The saved lists that a person is in, each with a way out of it. */
export function PersonLists({ person }: { readonly person: Contact }) {
  const t = useWords();
  const { overview } = useStates().work.people;
  const { removeFromList } = usePeopleActions();
  const lists = overview.value.value?.lists.filter(({ listId }) => person.lists.includes(listId)) ?? [];
  return (
    <div class="person-part">
      <h2>{t('people.lists')}</h2>
      {lists.length > 0 && (
        <ul class="list-chips" aria-label={t('people.inLists')}>
          {lists.map((saved) => (
            <li class="chip" key={saved.listId}>
              <span class="name">{saved.name}</span>
              <button
                type="button"
                aria-label={t('people.takeOutOf', { list: saved.name })}
                onClick={() => void removeFromList(saved, [person.chatId])}
              >
                <Icon name="close" />
              </button>
            </li>
          ))}
        </ul>
      )}
      <div>
        <AddToList chatIds={() => [person.chatId]} size="small" />
      </div>
    </div>
  );
}
