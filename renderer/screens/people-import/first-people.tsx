import type { PeoplePreview } from '../../../core/people-import.ts';
import { useWords } from '../../words.ts';

/** The first people that the file gives, as they will be kept. */
export function FirstPeople({ preview, max }: { readonly preview: PeoplePreview; readonly max: number }) {
  const t = useWords();
  const shown = preview.people.slice(0, max);
  const more = preview.counts.people - shown.length;
  if (shown.length === 0) return null;
  return (
    <section class="stack tight">
      <h3>{t('peopleImport.first')}</h3>
      <ul class="first-people">
        {shown.map(({ name, phone, note }) => (
          <li key={phone}>
            <span class="name">{name || <span class="quiet-text">{t('peopleImport.noName')}</span>}</span>
            <span class="phone">{phone}</span>
            {note && <span class="small note">{note}</span>}
          </li>
        ))}
      </ul>
      {more > 0 && <p class="small">{t('peopleImport.firstMore', { count: more })}</p>}
    </section>
  );
}
