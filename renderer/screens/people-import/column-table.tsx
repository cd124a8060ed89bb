import type { ColumnRole, PeoplePreview } from '../../../core/people-import.ts';
import { Select } from '../../components/select.tsx';
import type { PeopleImport } from '../../state/people-import.ts';
import { columnLetters } from '../../state/table-reading.ts';
import { useWords } from '../../words.ts';

type ColumnTableProps = {
  readonly incoming: PeopleImport;
  readonly table: NonNullable<PeoplePreview['table']>;
};

const roleWords = {
  name: 'peopleImport.roleName',
  'first-name': 'peopleImport.roleFirstName',
  'last-name': 'peopleImport.roleLastName',
  'middle-name': 'peopleImport.roleMiddleName',
  phone: 'peopleImport.rolePhone',
  note: 'peopleImport.roleNote',
  list: 'peopleImport.roleList',
  'leave-out': 'peopleImport.roleLeaveOut',
} as const satisfies Record<ColumnRole, string>;

/** In the order in which they are offered. */
const roles: readonly ColumnRole[] = [
  'leave-out',
  'phone',
  'name',
  'last-name',
  'first-name',
  'middle-name',
  'note',
  'list',
];

/** The first rows of the table; above each column stands what it holds. */
export function ColumnTable({ incoming, table }: ColumnTableProps) {
  const t = useWords();
  const shown = incoming.reading.value?.roles ?? [];
  // Another sheet has no roles yet while it is being read: the columns of before stay until then.
  const columns = shown.length === table.headings.length ? shown : table.reading.roles;
  const cellClass = (column: number) => (columns[column] === 'leave-out' ? 'unused' : undefined);
  const cells = (texts: readonly string[]) =>
    texts.map((text, column) => (
      <td key={column} class={cellClass(column)} title={text}>
        {text}
      </td>
    ));
  return (
    <div class="field">
      <span class="label">{t('peopleImport.columns')}</span>
      {/* biome-ignore lint/a11y/noNoninteractiveTabindex: what scrolls can be scrolled by keys. */}
      <section class="sheet" tabIndex={0} aria-label={t('peopleImport.firstRows')}>
        <table>
          <thead>
            <tr>
              {columns.map((role, column) => (
                <th key={column} scope="col" class={cellClass(column)}>
                  <RoleSelect incoming={incoming} column={column} role={role} heading={table.headings[column] ?? ''} />
                </th>
              ))}
            </tr>
          </thead>
          <tbody>
            {table.reading.headingLine !== null && <tr class="sheet-head">{cells(table.headings)}</tr>}
            {table.rows.map((row, place) => (
              <tr key={place}>{cells(row)}</tr>
            ))}
          </tbody>
        </table>
      </section>
      <p class="help">{t('peopleImport.columnsHelp')}</p>
    </div>
  );
}

type RoleSelectProps = {
  readonly incoming: PeopleImport;
  readonly column: number;
  readonly role: ColumnRole;
  readonly heading: string;
};

function RoleSelect({ incoming, column, role, heading }: RoleSelectProps) {
  const t = useWords();
  const letters = columnLetters(column);
  const guessId = incoming.isGuess(column) ? `import-guess-${column}` : undefined;
  return (
    <>
      <Select
        aria-label={
          heading ? t('peopleImport.columnNamed', { letters, heading }) : t('peopleImport.column', { letters })
        }
        aria-describedby={guessId}
        options={roles.map((value) => ({ value, label: t(roleWords[value]) }))}
        value={role}
        onChange={(next) => void incoming.setRole(column, next)}
      />
      <span class="guess" id={guessId}>
        {guessId && t('peopleImport.guess')}
      </span>
    </>
  );
}
