import { damaged } from './trouble.ts';
import { attribute, readXml } from './xml.ts';

const [numFmtId, formatCode] = [attribute('numFmtId'), attribute('formatCode')];

/** Excel has no more than 65,490. */
const stylesMax = 100_000;

/** Which styles of a workbook show a number as a date: the answer at the place of the style. */
export function readDateStyles(xml: string): readonly boolean[] {
  const codes = new Map<number, string>();
  const styles: boolean[] = [];
  let isCellStyle = false;
  readXml(xml, {
    open(name, attributes) {
      if (name === 'numFmt') codes.set(Number(numFmtId(attributes)), formatCode(attributes) ?? '');
      if (name === 'cellXfs') isCellStyle = true;
      if (styles.length + codes.size > stylesMax) throw damaged();
      if (name === 'xf' && isCellStyle) styles.push(isDate(Number(numFmtId(attributes) ?? 0), codes));
    },
    close(name) {
      if (name === 'cellXfs') isCellStyle = false;
    },
  });
  return styles;
}

/** Formats without a code of their own (ISO/IEC 29500-1, 18.8.30); from 27 on those of Chinese, Japanese and Korean. */
const isBuiltInDate = (id: number): boolean =>
  (id >= 14 && id <= 22) || (id >= 27 && id <= 36) || (id >= 45 && id <= 47) || (id >= 50 && id <= 58);

function isDate(id: number, codes: ReadonlyMap<number, string>): boolean {
  const code = codes.get(id);
  return code === undefined ? isBuiltInDate(id) : isDateCode(code);
}

/** `dd.mm.yyyy`, `[$-419]d mmm;@`, `h:mm:ss.0` are dates; `0.00`, `# ##0 "дней"` and `General` are not. */
export function isDateCode(code: string): boolean {
  const [positive = ''] = code
    .replace(/"[^"]*"|\\.|_.|\*./g, '')
    .replace(/\[(h+|m+|s+)\]/gi, '$1')
    .replace(/\[[^\]]*\]/g, '')
    .replace(/s\.0+/gi, 's')
    .split(';');
  return /[ymdhs]/i.test(positive) && !/[0#?]|general/i.test(positive);
}
