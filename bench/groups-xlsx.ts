import readExcelFile from 'read-excel-file/universal';
import { writeXlsx } from '../main/spreadsheet/write-xlsx.ts';
import { compare, createCheck, peopleTable } from './checked-groups.ts';
import type { Row } from './row.ts';

const most = 1.5;
const mostExponent = 1.15;
const [many, few] = [50_000, 5_000];

/** P8: the same from a workbook. */
export const groupsXlsx: Row = {
  id: 'P8',
  what: 'xlsx of 50,000 rows to checked groups, against read-excel-file alone',
  promise: `≤ ${most} × at the median, exponent ≤ ${mostExponent}`,
  async measure() {
    const check = await createCheck();
    const table = await writeXlsx('Groups', peopleTable(many));
    const smaller = await writeXlsx('Groups', peopleTable(few));
    if ((await check(table, 'groups.xlsx')) === 0) throw new Error('No group is ready.');

    const times = await compare(
      () => check(table, 'groups.xlsx'),
      () => readExcelFile(new Blob([new Uint8Array(table)])),
    );
    const growth = await compare(
      () => check(table, 'groups.xlsx'),
      () => check(smaller, 'groups.xlsx'),
    );
    const ratio = times.ours / times.reference;
    const exponent = Math.log(growth.ours / growth.reference) / Math.log(many / few);
    const held = ratio <= most && exponent <= mostExponent;
    return { unit: 'ms', ...times, ratio, held, note: `exponent ${exponent.toFixed(2)} from 5,000 on` };
  },
};
