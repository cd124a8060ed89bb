import { makeZip, type ZipPart } from './zip.ts';

export type XlsxParts = {
  /** What stands in `sheetData` and after it, sheet by sheet. */
  readonly sheets: readonly string[];
  readonly strings?: string;
  readonly styles?: string;
  readonly workbook?: string;
  readonly more?: readonly ZipPart[];
};

const relations = 'http://schemas.openxmlformats.org/officeDocument/2006/relationships';
const relationsOf = (list: readonly (readonly [type: string, target: string])[]): string =>
  `<Relationships>${list
    .map(
      ([type, target], place) => `<Relationship Id="rId${place + 1}" Type="${relations}/${type}" Target="${target}"/>`,
    )
    .join('')}</Relationships>`;

/** An xlsx file made of its parts, for what no program writes. */
export const makeXlsx = ({ sheets, strings, styles, workbook, more = [] }: XlsxParts): Buffer =>
  makeZip([
    { name: '_rels/.rels', data: relationsOf([['officeDocument', 'xl/workbook.xml']]) },
    { name: 'xl/workbook.xml', data: workbook ?? workbookOf(sheets.length) },
    {
      name: 'xl/_rels/workbook.xml.rels',
      data: relationsOf([
        ...sheets.map((_, place) => ['worksheet', `worksheets/sheet${place + 1}.xml`] as const),
        ...(strings === undefined ? [] : [['sharedStrings', 'sharedStrings.xml'] as const]),
        ...(styles === undefined ? [] : [['styles', 'styles.xml'] as const]),
      ]),
    },
    ...sheets.map((xml, place) => ({
      name: `xl/worksheets/sheet${place + 1}.xml`,
      data: `<worksheet>${xml}</worksheet>`,
    })),
    ...(strings === undefined ? [] : [{ name: 'xl/sharedStrings.xml', data: `<sst>${strings}</sst>` }]),
    ...(styles === undefined ? [] : [{ name: 'xl/styles.xml', data: `<styleSheet>${styles}</styleSheet>` }]),
    ...more,
  ]);

const workbookOf = (count: number): string =>
  `<workbook><sheets>${Array.from({ length: count }, (_, place) => `<sheet name="S${place + 1}" r:id="rId${place + 1}"/>`).join('')}</sheets></workbook>`;
