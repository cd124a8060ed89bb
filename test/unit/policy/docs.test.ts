import { readFileSync } from 'node:fs';
import path from 'node:path';
import { expect, test } from 'vitest';
import { policyTroubles } from '../../../core/failure.ts';
import { policySchema } from '../../../core/policy.ts';
import { parsePolicy } from '../../../main/policy/parse-policy.ts';
import { policyJsonSchema } from '../../../main/policy/policy-json-schema.ts';
import { top } from '../../support/sources.ts';

const read = (name: string) => readFileSync(path.join(top, 'docs/admin', name));

/** Every key as the guides write it: `limits.groupsPerDay`. */
const keys = Object.entries(policySchema.shape).flatMap(([name, schema]) => {
  const inner = 'unwrap' in schema ? schema.unwrap() : schema;
  return 'shape' in inner ? Object.keys(inner.shape).map((key) => `${name}.${key}`) : [name];
});

test('the JSON schema for editors is that of the app', () => {
  expect(JSON.parse(read('policy.schema.json').toString())).toEqual(JSON.parse(policyJsonSchema()));
});

test('the example is a policy', () => {
  expect(parsePolicy(read('policy.json'))).toMatchObject({ ok: true });
});

test.each(['en', 'ru'])('the guide (%s) tells of every key and every reason, and of no others', (language) => {
  const [, , whatItMaySay = '', whenWrong = ''] = read(`${language}/policy.md`).toString().split(/^## /m);
  const firstCells = (section: string) =>
    [...section.matchAll(/^\| (`[^|]+) \|/gm)].flatMap(([, cell = '']) => cell.match(/[\w.-]+/g) ?? []);

  expect(keys).toHaveLength(15);
  expect(firstCells(whatItMaySay).sort()).toEqual([...keys].sort());
  expect(firstCells(whenWrong).sort()).toEqual([...policyTroubles].sort());
});
