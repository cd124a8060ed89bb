import type { PeoplePreview } from '../../../core/people-import.ts';
import { Field } from '../../components/field.tsx';
import { Select } from '../../components/select.tsx';
import type { PeopleImport } from '../../state/people-import.ts';
import { headingLines } from '../../state/table-reading.ts';
import { useWords } from '../../words.ts';

type ReadingFieldsProps = {
  readonly incoming: PeopleImport;
  readonly table: NonNullable<PeoplePreview['table']>;
};

/** Which sheet of the file is read, and where its headings are. */
export function ReadingFields({ incoming, table }: ReadingFieldsProps) {
  const t = useWords();
  const reading = incoming.reading.value ?? table.reading;
  const sheets = table.sheets.map((name, place) => ({
    value: String(place),
    label: name || t('peopleImport.sheetNumber', { number: place + 1 }),
  }));
  const headings = [
    ...headingLines(reading.headingLine).map((line) => ({
      value: String(line),
      label: t('peopleImport.headingsIn', { line }),
    })),
    { value: 'none', label: t('peopleImport.headingsNone') },
  ];
  return (
    <div class="reading-fields">
      {sheets.length > 1 && (
        <Field label={t('peopleImport.sheet')}>
          {(idProps) => (
            <Select
              {...idProps}
              options={sheets}
              value={String(reading.table)}
              onChange={(place) => void incoming.setSheet(Number(place))}
            />
          )}
        </Field>
      )}
      <Field label={t('peopleImport.headings')}>
        {(idProps) => (
          <Select
            {...idProps}
            options={headings}
            value={String(reading.headingLine ?? 'none')}
            onChange={(line) => void incoming.setHeadingLine(line === 'none' ? null : Number(line))}
          />
        )}
      </Field>
    </div>
  );
}
