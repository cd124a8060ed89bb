import type { PeoplePreview } from '../../../core/people-import.ts';
import type { PeopleImport } from '../../state/people-import.ts';
import { TableFields } from '../shared/table-fields.tsx';

type ReadingFieldsProps = {
  readonly incoming: PeopleImport;
  readonly table: NonNullable<PeoplePreview['table']>;
};

/** Which sheet of the file is read, and where its headings are. */
export function ReadingFields({ incoming, table }: ReadingFieldsProps) {
  const reading = incoming.reading.value ?? table.reading;
  return (
    <div class="reading-fields">
      <TableFields
        sheets={table.sheets}
        table={reading.table}
        onTable={(place) => void incoming.setSheet(place)}
        headingLine={reading.headingLine}
        onHeadingLine={(line) => void incoming.setHeadingLine(line)}
      />
    </div>
  );
}
