import type { Contact } from '../../../core/contact.ts';
import { Button, LinkButton } from '../../components/button.tsx';
import { Icon } from '../../components/icon.tsx';
import { go } from '../../route.ts';
import { canBeAdded } from '../../state/entries.ts';
import { useStates } from '../../states.ts';
import { useWords } from '../../words.ts';
import { useChecksLeft } from './use-checks-left.ts';
import { usePeopleActions } from './use-people-actions.ts';
import { useWhatsappWords } from './whatsapp-words.ts';

const sources = {
  phone: 'people.fromPhone',
  chat: 'people.fromChat',
  file: 'people.fromFile',
  typed: 'people.fromTyped',
} as const;

/** What is known of a person besides the name: WhatsApp, groups, and where they came from. */
export function PersonFacts({ person }: { readonly person: Contact }) {
  const t = useWords();
  return (
    <dl class="facts person-facts">
      <dt>{t('people.whatsapp')}</dt>
      <dd>
        <OnWhatsapp person={person} />
      </dd>
      <dt>{t('people.groups')}</dt>
      <dd>
        <InGroups person={person} />
      </dd>
      <dt>{t('people.from')}</dt>
      <dd>
        {t(sources[person.source])}
        {person.gone && <p class="small">{t('people.gone')}</p>}
      </dd>
    </dl>
  );
}

function OnWhatsapp({ person }: { readonly person: Contact }) {
  const t = useWords();
  const { checks } = useStates().work.people;
  const { check } = usePeopleActions();
  const left = useChecksLeft();
  const { icon, text, checked } = useWhatsappWords(person);
  const isOpen = person.whatsapp.at === 'unchecked' && canBeAdded(person);
  return (
    <>
      <span class="line tight">
        <Icon name={icon} kind="quiet" />
        {text}
        {isOpen && (
          <Button
            size="small"
            disabled={checks.work.value.value?.running ?? false}
            onClick={() => void check([person.chatId])}
          >
            {t('people.checkOne')}
          </Button>
        )}
      </span>
      {checked && <p class="small">{checked}</p>}
      {isOpen && left && <p class="small">{left}</p>}
    </>
  );
}

function InGroups({ person }: { readonly person: Contact }) {
  const t = useWords();
  const { groups } = useStates().work;
  if (person.groups === 0) return <>{t('people.inNone')}</>;
  const show = () => {
    void groups.search(person.phone || person.name);
    go({ at: 'groups' });
  };
  return (
    <span class="line">
      {t('people.inGroups', { count: person.groups })}
      <LinkButton onClick={show}>{t('people.showGroups')}</LinkButton>
    </span>
  );
}
