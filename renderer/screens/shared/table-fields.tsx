import { Field } from '../../components/field.tsx';
import { Select } from '../../components/select.tsx';
import { headingLines } from '../../state/table-reading.ts';
import { useWords } from '../../words.ts';

type TableFieldsProps = {
  /** The names of the sheets in the file. */
  readonly sheets: readonly string[];
  readonly table: number;
  readonly onTable: (table: number) => void;
  readonly headingLine: number | null;
  readonly onHeadingLine: (line: number | null) => void;
};

/** Which sheet of a file is read, where there are several, and where its headings are. */
export function TableFields({ sheets, table, onTable, headingLine, onHeadingLine }: TableFieldsProps) {
  const t = useWords();
  const headings = [
    ...headingLines(headingLine).map((line) => ({
      value: String(line),
      label: t('peopleImport.headingsIn', { line }),
    })),
    { value: 'none', label: t('peopleImport.headingsNone') },
  ];
  return (
    <>
      {sheets.length > 1 && (
        <Field label={t('peopleImport.sheet')}>
          {(idProps) => (
            <Select
              {...idProps}
              options={sheets.map((name, place) => ({
                value: String(place),
                label: name || t('peopleImport.sheetNumber', { number: place + 1 }),
              }))}
              value={String(table)}
              onChange={(place) => onTable(Number(place))}
            />
          )}
        </Field>
      )}
      <Field label={t('peopleImport.headings')}>
        {(idProps) => (
          <Select
            {...idProps}
            options={headings}
            value={String(headingLine ?? 'none')}
            onChange={(line) => onHeadingLine(line === 'none' ? null : Number(line))}
          />
        )}
      </Field>
    </>
  );
}
