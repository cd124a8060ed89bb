import { expect, test } from 'vitest';
import { dateText, momentText, numberText } from '../../../main/spreadsheet/cell-value.ts';
import { isDateCode } from '../../../main/spreadsheet/styles.ts';

test.each([
  ['79000000001', '79000000001'],
  ['7.9000000001E10', '79000000001'],
  ['7.9000000001e+10', '79000000001'],
  ['79000000001.0', '79000000001'],
  ['12345678901234567890', '12345678901234567890'],
  ['0.30000000000000004', '0.3'],
  ['46268.6041666667', '46268.6041666667'],
  ['-1.5', '-1.5'],
  ['1E21', '1000000000000000000000'],
  ['1.25e-7', '0.000000125'],
  ['-2e-9', '-0.000000002'],
  ['0', '0'],
  ['oops', 'oops'],
])('the number %s is written %s', (raw, text) => {
  expect(numberText(raw)).toBe(text);
});

test.each([
  ['1', '1900-01-01'],
  ['59', '1900-02-28'],
  ['61', '1900-03-01'],
  ['36526', '2000-01-01'],
  ['46266', '2026-09-01'],
  ['46266.6041666667', '2026-09-01 14:30'],
  ['46266.604172', '2026-09-01 14:30:00'.replace(':00', '')],
  ['46266.99999999', '2026-09-02'],
  ['0.3958333333', '09:30'],
  ['2958465', '9999-12-31'],
  ['-5', '-5'],
  ['79000000001', '79000000001'],
])('the day %s since 1900 is %s', (raw, text) => {
  expect(dateText(raw, false)).toBe(text);
});

test('days since 1904 are told apart, times are not', () => {
  expect([dateText('44804', true), dateText('0.5', true)]).toEqual(['2026-09-01', '12:00']);
});

test.each([
  ['2026-09-01', '2026-09-01'],
  ['2026-09-01T00:00:00', '2026-09-01'],
  ['2026-09-01T14:30:05.000Z', '2026-09-01 14:30:05'],
])('the moment %s is %s', (iso, text) => {
  expect(momentText(iso)).toBe(text);
});

test.each([
  'dd.mm.yyyy',
  'm/d/yy h:mm',
  '[$-419]d mmmm yyyy "г.";@',
  '[h]:mm:ss',
  'mm:ss.0',
  'yyyy\\-mm\\-dd',
  'mmm-yy',
])('%s shows a date', (code) => {
  expect(isDateCode(code)).toBe(true);
});

test.each([
  'General',
  '0',
  '0.00',
  '#,##0 "дней"',
  '@',
  '0.00E+00',
  '# ?/?',
  '[Red]-0',
  '"d"0',
  '\\d0',
  '[$руб.-419]0',
  '+0 (000) 000-00-00',
])('%s shows a number', (code) => {
  expect(isDateCode(code)).toBe(false);
});
