import { useEffect, useId, useRef } from 'preact/hooks';
import { Field } from '../../components/field.tsx';
import { listNameMax } from '../../state/people-changes.ts';
import type { PeopleImport } from '../../state/people-import.ts';
import { useWords } from '../../words.ts';

/** What else becomes of the people: a saved list, and the phone's own contacts. */
export function KeepOptions({ incoming }: { readonly incoming: PeopleImport }) {
  const t = useWords();
  const whyId = useId();
  const { asList, listName, toPhone } = incoming.as.value;
  const mayNameLists = incoming.reading.value?.roles.includes('list') ?? incoming.preview.value?.kind === 'vcard';
  const place = useRef<HTMLDivElement>(null);
  const isNameMissing = incoming.trouble.value?.at === 'list-name';
  useEffect(() => {
    if (isNameMissing) place.current?.querySelector<HTMLElement>('[aria-invalid="true"]')?.focus();
  }, [isNameMissing]);
  return (
    <div class="stack tight keep-options" ref={place}>
      <label class="option">
        <input
          class="check"
          type="checkbox"
          checked={asList}
          onChange={(event) => incoming.setAs({ asList: event.currentTarget.checked })}
        />
        {t('peopleImport.asList')}
      </label>
      {asList && (
        <Field
          label={t('peopleImport.listName')}
          help={mayNameLists && t('peopleImport.asListsToo')}
          problem={isNameMissing ? { text: t('peopleImport.listNameEmpty') } : null}
        >
          {(idProps) => (
            <input
              {...idProps}
              class="input"
              autocomplete="off"
              maxLength={listNameMax}
              value={listName}
              onInput={(event) => incoming.setAs({ listName: event.currentTarget.value })}
            />
          )}
        </Field>
      )}
      <label class="option">
        <input
          class="check"
          type="checkbox"
          checked={toPhone}
          aria-describedby={whyId}
          onChange={(event) => incoming.setAs({ toPhone: event.currentTarget.checked })}
        />
        {t('peopleImport.toPhone')}
      </label>
      <p class="small option-why" id={whyId}>
        {t('peopleImport.toPhoneWhy')}
      </p>
    </div>
  );
}
