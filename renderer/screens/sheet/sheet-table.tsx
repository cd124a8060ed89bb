import type { SheetPreview, SheetReading, SheetRole } from '../../../core/group-sheet.ts';
import { Select } from '../../components/select.tsx';
import { rolesFor } from '../../state/sheet-file.ts';
import { columnLetters } from '../../state/table-reading.ts';
import { useStates } from '../../states.ts';
import { useWords } from '../../words.ts';

const roleWords = {
  group: 'sheet.roleGroup',
  name: 'people.name',
  phone: 'people.number',
  people: 'sheet.rolePeople',
  admins: 'sheet.roleAdmins',
  'is-admin': 'sheet.roleIsAdmin',
  message: 'sheet.roleMessage',
  picture: 'sheet.picture',
  'only-admins': 'sheet.roleOnlyAdmins',
  'leave-out': 'peopleImport.roleLeaveOut',
} as const satisfies Record<SheetRole, string>;

type SheetTableProps = { readonly preview: SheetPreview; readonly reading: SheetReading };

/** The first rows of the file; above each column stands what it holds. */
export function SheetTable({ preview, reading }: SheetTableProps) {
  const t = useWords();
  const { headings, rows } = preview;
  // Another sheet has no roles yet while it is being read: the columns of before stay until then.
  const roles = reading.roles.length === headings.length ? reading.roles : preview.reading.roles;
  const { headingLine, shape } = preview.reading;
  const classOf = (column: number) => (roles[column] === 'leave-out' ? 'unused' : undefined);
  const cells = (texts: readonly string[]) =>
    texts.map((text, column) => (
      <td key={column} class={classOf(column)} title={text}>
        {text}
      </td>
    ));
  return (
    <div class="field">
      <span class="label">{t('sheet.columns')}</span>
      {/* biome-ignore lint/a11y/noNoninteractiveTabindex: what scrolls can be scrolled by keys. */}
      <section class="sheet of-groups" tabIndex={0} aria-label={t('peopleImport.firstRows')}>
        <table style={{ minWidth: `${roles.length * leastPx}px` }}>
          <thead>
            <tr>
              <td class="nr" />
              {roles.map((role, column) => (
                <th key={column} scope="col" class={classOf(column)}>
                  <RoleSelect column={column} role={role} heading={headings[column] ?? ''} shape={shape} />
                </th>
              ))}
            </tr>
          </thead>
          <tbody>
            {headingLine !== null && (
              <tr class="sheet-head">
                <td class="nr">{headingLine}</td>
                {cells(headings)}
              </tr>
            )}
            {rows.slice(0, rowsMax).map((row) => (
              <tr key={row.line}>
                <td class="nr">{row.line}</td>
                {cells(row.cells)}
              </tr>
            ))}
          </tbody>
        </table>
      </section>
      <p class="help">{t('sheet.columnsHelp')}</p>
    </div>
  );
}

/** Five columns are seen whole in a window of the usual width. */
const leastPx = 124;
const rowsMax = 12;

type RoleSelectProps = {
  readonly column: number;
  readonly role: SheetRole;
  readonly heading: string;
  readonly shape: SheetReading['shape'];
};

function RoleSelect({ column, role, heading, shape }: RoleSelectProps) {
  const t = useWords();
  const { file } = useStates().work.sheet;
  const letters = columnLetters(column);
  return (
    <Select
      aria-label={heading ? t('peopleImport.columnNamed', { letters, heading }) : t('peopleImport.column', { letters })}
      options={rolesFor(shape, role).map((value) => ({ value, label: t(roleWords[value]) }))}
      value={role}
      onChange={(next) => void file.setRole(column, next)}
    />
  );
}
