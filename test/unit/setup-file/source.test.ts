import { readFileSync } from 'node:fs';
import path from 'node:path';
import { expect, test } from 'vitest';
import { endOfUse, readSource } from '../../../main/setup-file/read-source.ts';
import { sourceSchemaJson } from '../../../main/setup-file/source-schema.ts';

const admin = path.resolve(import.meta.dirname, '../../../docs/admin');
const read = (name: string) => readFileSync(path.join(admin, name), 'utf8');

test('the JSON schema for administrators is that of the code; `npm run -s setup-file -- schema` writes it anew', () => {
  expect(JSON.parse(read('setup-file.schema.json'))).toEqual(JSON.parse(sourceSchemaJson()));
});

test('the template is as the schema asks, and is in the manual with every flag', () => {
  expect(readSource(read('setup-template.json'))).toMatchObject({ ok: true });
  for (const language of ['en', 'ru']) {
    for (const word of ['setup-template.json', '--from', '--out', 'show', 'CREATEGROUP_PASSPHRASE', '.creategroup']) {
      expect(read(`${language}/setup-file.md`)).toContain(word);
    }
  }
});

test('a day ends with its last moment, a moment is a moment, and nothing never ends', () => {
  const endOfYear = new Date(2027, 0, 1).getTime();

  expect(endOfUse('2026-12-31')).toBe(endOfYear);
  expect(endOfUse('2026-12-31T12:00:00+03:00')).toBe(Date.UTC(2026, 11, 31, 9));
  expect(endOfUse(null)).toBeNull();
  expect(endOfUse(undefined)).toBeNull();
});

test('what is no JSON is said as such', () => {
  expect(readSource('{"label": ')).toEqual({
    ok: false,
    failure: ['This is no JSON: look for a comma or a quotation mark that is missing.'],
  });
});
