import { parsePhoneNumberFromString } from 'libphonenumber-js';
import Papa from 'papaparse';
import { writeCsv } from '../main/spreadsheet/write-csv.ts';
import { compare, createCheck, peopleTable } from './checked-groups.ts';
import type { Row } from './row.ts';

const most = 1.2;
const mostExponent = 1.15;
const [many, few] = [100_000, 10_000];

/** P7: from the bytes of a file to groups that are ready or say what is wrong with them. */
export const groupsCsv: Row = {
  id: 'P7',
  what: 'csv of 100,000 rows to checked groups, against papaparse and libphonenumber-js alone',
  promise: `≤ ${most} × at the median, exponent ≤ ${mostExponent}`,
  async measure() {
    const check = await createCheck();
    const [table, smaller] = [peopleTable(many), peopleTable(few)].map((rows) => ({
      rows,
      bytes: writeCsv(rows, 'ru'),
    }));
    if (!table || !smaller) throw new Error('There is nothing to read.');
    if ((await check(table.bytes, 'groups.csv')) === 0) throw new Error('No group is ready.');
    const numbers = table.rows.slice(1).map((cells) => cells[2] ?? '');

    const times = await compare(
      () => check(table.bytes, 'groups.csv'),
      () => {
        Papa.parse(new TextDecoder().decode(table.bytes), { delimiter: ';' });
        for (const number of numbers) parsePhoneNumberFromString(number, 'RU');
      },
    );
    const growth = await compare(
      () => check(table.bytes, 'groups.csv'),
      () => check(smaller.bytes, 'groups.csv'),
    );
    const ratio = times.ours / times.reference;
    const exponent = Math.log(growth.ours / growth.reference) / Math.log(many / few);
    const held = ratio <= most && exponent <= mostExponent;
    return { unit: 'ms', ...times, ratio, held, note: `exponent ${exponent.toFixed(2)} from 10,000 on` };
  },
};
