import { Field } from '../../components/field.tsx';
import type { PeopleImport } from '../../state/people-import.ts';
import { useWords } from '../../words.ts';
import { TroubleNote } from './trouble-note.tsx';

type PastePlaceProps = {
  readonly incoming: PeopleImport;
  readonly text: string;
  readonly onText: (text: string) => void;
};

/** A place for names and numbers out of a mail, a chat or a table. */
export function PastePlace({ incoming, text, onText }: PastePlaceProps) {
  const t = useWords();
  return (
    <>
      <TroubleNote trouble={incoming.trouble.value} at={['opening']} />
      <Field
        label={t('peopleImport.pasteLabel')}
        help={t('peopleImport.lookFirst')}
        problem={incoming.trouble.value?.at === 'text' ? { text: t('peopleImport.pasteEmpty') } : null}
      >
        {(idProps) => (
          <textarea
            {...idProps}
            class="input lines"
            rows={10}
            value={text}
            onInput={(event) => onText(event.currentTarget.value)}
          />
        )}
      </Field>
    </>
  );
}
