import type { PeoplePreview } from '../../../core/people-import.ts';
import { Banner } from '../../components/banner.tsx';
import { Icon } from '../../components/icon.tsx';
import { Spinner } from '../../components/spinner.tsx';
import { useWords } from '../../words.ts';

type GivesProps = { readonly preview: PeoplePreview; readonly isReading: boolean };

/** What the file gives, in figures; read out anew when it is read otherwise. */
export function Gives({ preview, isReading }: GivesProps) {
  const t = useWords();
  const { people, added, changed, repaired, repeated, bad } = preview.counts;
  const known = people - added - changed;
  const isCards = preview.kind === 'vcard';
  return (
    <section class="stack tight" aria-label={t('peopleImport.found')}>
      <div role="status" aria-atomic="true" class="stack tight">
        <div class="line spread">
          <h3 class="gives">{people > 0 ? t('peopleImport.people', { count: people }) : t('peopleImport.nobody')}</h3>
          {isReading && <Spinner words={t('peopleImport.readingAgain')} />}
        </div>
        <ul class="checks">
          {added > 0 && <Figure ok>{t('peopleImport.added', { count: added })}</Figure>}
          {changed > 0 && <Figure ok>{t('peopleImport.changed', { count: changed })}</Figure>}
          {known > 0 && <Figure>{t('peopleImport.known', { count: known })}</Figure>}
          {repaired > 0 && <Figure>{t('peopleImport.repaired', { count: repaired })}</Figure>}
          {repeated > 0 && (
            <Figure>{t(isCards ? 'peopleImport.repeatedCards' : 'peopleImport.repeated', { count: repeated })}</Figure>
          )}
          {bad > 0 && (
            <li>
              <Icon name="alert" kind="warn" />
              {t(isCards ? 'peopleImport.badCards' : 'peopleImport.bad', { count: bad })}
            </li>
          )}
        </ul>
      </div>
      {people === 0 && (
        <Banner kind="warn">
          <p>{t(preview.table ? 'peopleImport.nobodyTable' : 'peopleImport.nobodyElse')}</p>
        </Banner>
      )}
    </section>
  );
}

function Figure({ ok = false, children }: { readonly ok?: boolean; readonly children: string }) {
  return (
    <li>
      <Icon name={ok ? 'done' : 'check'} kind={ok ? 'ok' : 'quiet'} />
      {children}
    </li>
  );
}
