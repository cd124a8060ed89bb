import { useMemo } from 'preact/hooks';
import type { SheetPreview, SheetReading } from '../../../core/group-sheet.ts';
import { Field } from '../../components/field.tsx';
import { Select } from '../../components/select.tsx';
import { useStates } from '../../states.ts';
import { language, useFormat, useWords } from '../../words.ts';
import { tidyName } from '../shared/unbroken.ts';
import { countriesIn } from './countries.ts';

type ReadsSideProps = { readonly preview: SheetPreview; readonly reading: SheetReading };

/** What comes of the file as it is read now; read out anew when it is read otherwise. */
export function ReadsSide({ preview, reading }: ReadsSideProps) {
  const t = useWords();
  const format = useFormat();
  const { file } = useStates().work.sheet;
  const { counts, first, callingCode } = preview;
  const { groups, people, fewest, most, usual } = counts;
  const countries = useMemo(() => countriesIn(language.value), [language.value]);
  const more = first ? first.people - first.names.length : 0;
  const names = first?.names.join(', ') ?? '';

  return (
    <aside class="side">
      <div class="stack">
        <h2>{t('sheet.reads')}</h2>
        <div role="status" aria-atomic="true" class="stack">
          <dl class="facts">
            <dt>{t('sheet.groups')}</dt>
            <dd>
              <b>{format.number(groups)}</b>
            </dd>
            <dt>{t('sheet.people')}</dt>
            <dd>
              <b>{format.number(people)}</b>
            </dd>
            {groups > 0 && (
              <>
                <dt>{t('sheet.inGroup')}</dt>
                <dd>{fewest === most ? format.number(most) : t('sheet.size', { fewest, most, usual })}</dd>
              </>
            )}
          </dl>
          {first && (
            <div class="section">
              <p class="small">{t('sheet.first')}</p>
              <p class="first-name">
                <b>{tidyName(first.name)}</b>
              </p>
              <p class="quiet-text">
                {t('sheet.firstPeople', { count: first.people })}
                {names && ': '}
                {more > 0 && names ? t('newGroup.andMore', { names, count: more }) : names}
              </p>
            </div>
          )}
        </div>
        <Field
          label={t('sheet.country')}
          help={callingCode === null ? undefined : t('sheet.countryCode', { code: callingCode })}
        >
          {(idProps) => (
            <Select
              {...idProps}
              options={[{ value: '', label: t('sheet.countryOwn') }, ...countries]}
              value={reading.country ?? ''}
              onChange={(country) => void file.change({ country: country || null })}
            />
          )}
        </Field>
      </div>
    </aside>
  );
}
