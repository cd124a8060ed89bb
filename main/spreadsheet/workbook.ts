import { posix } from 'node:path';
import { decodeText } from './decode-text.ts';
import { damaged, Trouble } from './trouble.ts';
import { attribute, readXml } from './xml.ts';
import type { Zip } from './zip.ts';

/** What a workbook consists of; the parts are paths in the archive. */
export type Workbook = {
  readonly sheets: readonly { readonly name: string; readonly part: string }[];
  readonly sharedStrings: string | null;
  readonly styles: string | null;
  readonly isFrom1904: boolean;
};

/** More sheets and relations than any person makes. */
const partsMax = 5000;

type Relation = { readonly id: string; readonly type: string; readonly part: string };

/** Finds the parts of an xlsx file, whatever the program that wrote it called them. Hidden sheets are left out. */
export function readWorkbook(zip: Zip): Workbook {
  const main = relationsOf(zip, '').find(({ type }) => type === 'officeDocument')?.part;
  const xml = main === undefined ? null : textOf(zip, main);
  if (main === undefined || xml === null) throw new Trouble({ code: 'file-is-other', is: 'unknown' });
  const relations = relationsOf(zip, main);
  const partOf = (wanted: string): string | null => relations.find(({ type }) => type === wanted)?.part ?? null;
  const { sheets, isFrom1904, isWorkbook } = readSheetList(xml);
  if (!isWorkbook) throw new Trouble({ code: 'file-is-other', is: 'unknown' });
  return {
    sheets: sheets.map(({ name, id }) => {
      const relation = relations.find((one) => one.id === id);
      if (relation === undefined) throw damaged();
      return { name, part: relation.part };
    }),
    sharedStrings: partOf('sharedStrings'),
    styles: partOf('styles'),
    isFrom1904,
  };
}

export function textOf(zip: Zip, part: string): string | null {
  const bytes = zip.read(part);
  return bytes === null ? null : decodeText(bytes);
}

const [idOf, typeOf, targetOf] = [attribute('Id'), attribute('Type'), attribute('Target')];

/** What a part refers to; its list stands in `_rels` beside it. The last word of a type is the same in both standards. */
function relationsOf(zip: Zip, part: string): readonly Relation[] {
  const folder = posix.dirname(`/${part}`);
  const xml = textOf(zip, posix.join(folder, '_rels', `${posix.basename(part)}.rels`).slice(1));
  const relations: Relation[] = [];
  if (xml === null) return relations;
  readXml(xml, {
    open(name, attributes) {
      if (name !== 'Relationship') return;
      if (relations.length === partsMax) throw damaged();
      const target = posix.resolve(folder, (targetOf(attributes) ?? '').replaceAll('\\', '/')).slice(1);
      relations.push({ id: idOf(attributes) ?? '', type: posix.basename(typeOf(attributes) ?? ''), part: target });
    },
  });
  return relations;
}

const [nameOf, stateOf, sheetIdOf, date1904Of] = ['name', 'state', 'id', 'date1904'].map(attribute);

function readSheetList(xml: string) {
  const sheets: { name: string; id: string }[] = [];
  let isFrom1904 = false;
  let isWorkbook = false;
  readXml(xml, {
    open(name, attributes) {
      if (name === 'workbook') isWorkbook = true;
      if (name === 'workbookPr') isFrom1904 = /^(1|true|on)$/.test(date1904Of?.(attributes) ?? '');
      const isShown = (stateOf?.(attributes) ?? 'visible') === 'visible';
      if (sheets.length === partsMax) throw damaged();
      if (name === 'sheet' && isShown)
        sheets.push({ name: nameOf?.(attributes) ?? '', id: sheetIdOf?.(attributes) ?? '' });
    },
  });
  return { sheets, isFrom1904, isWorkbook };
}
