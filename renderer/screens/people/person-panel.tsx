import type { Contact } from '../../../core/contact.ts';
import { Button } from '../../components/button.tsx';
import { noteMax, personNameMax } from '../../state/people-changes.ts';
import { useStates } from '../../states.ts';
import { useWords } from '../../words.ts';
import { unbroken } from '../shared/unbroken.ts';
import { useCopy } from '../shared/use-copy.ts';
import { EditText } from './edit-text.tsx';
import { focusGrid } from './focus-grid.ts';
import { PersonFacts } from './person-facts.tsx';
import { PersonLists } from './person-lists.tsx';
import { usePeopleActions } from './use-people-actions.ts';

/** The open person: beside the list where there is room, over it where there is not. */
export function PersonPanel() {
  const t = useWords();
  const { person } = useStates().work.people;
  const contact = person.value.value;
  if (!contact) return null;
  const close = () => {
    person.close();
    requestAnimationFrame(focusGrid);
  };
  return (
    <aside
      class="side person-panel"
      aria-label={t('people.person')}
      onKeyDown={(event) => {
        if (event.key === 'Escape' && !event.defaultPrevented) close();
      }}
    >
      <div class="detail">
        <div class="detail-back narrow-only">
          <Button kind="quiet" icon="left" onClick={close}>
            {t('people.allPeople')}
          </Button>
        </div>
        <Opened key={contact.chatId} person={contact} onClose={close} />
      </div>
    </aside>
  );
}

type OpenedProps = { readonly person: Contact; readonly onClose: () => void };

function Opened({ person, onClose }: OpenedProps) {
  const t = useWords();
  const { deletePeople, edit, startGroup } = usePeopleActions();
  const copy = useCopy();
  return (
    <>
      <div class="person-title">
        <EditText
          label={t('people.name')}
          value={person.name}
          max={personNameMax}
          placeholder={t('people.nameless')}
          onKeep={(name) => void edit(person, { name })}
        />
        <span class="wide-only">
          <Button kind="quiet" icon="close" label={t('shell.close')} onClick={onClose} />
        </span>
        {person.phone !== '' && (
          <span class="line person-number">
            {unbroken(person.phone)}
            <Button
              kind="quiet"
              size="small"
              icon="copy"
              label={t('people.copyNumber')}
              onClick={() => void copy(person.phone, t('shell.copied'))}
            />
          </span>
        )}
      </div>
      <PersonFacts person={person} />
      <PersonLists person={person} />
      <div class="person-part">
        <h2>{t('people.note')}</h2>
        <EditText
          label={t('people.note')}
          value={person.note}
          max={noteMax}
          placeholder={t('people.noteHint')}
          help={t('people.noteHelp')}
          isLong
          onKeep={(note) => void edit(person, { note })}
        />
      </div>
      <div class="section line">
        <Button size="small" icon="new-group" onClick={() => void startGroup([person.chatId])}>
          {t('people.newGroup')}
        </Button>
        <Button size="small" kind="danger" icon="bin" onClick={() => void deletePeople([person.chatId])}>
          {t('people.delete')}
        </Button>
      </div>
    </>
  );
}
