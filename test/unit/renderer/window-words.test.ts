import { readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { expect, test } from 'vitest';
import { en } from '../../../core/i18n/en/index.ts';
import { enOfMain } from '../../../core/i18n/en/of-main.ts';

const renderer = path.resolve(import.meta.dirname, '../../../renderer');

/** The keys of these sections that a text of code names, as `section.`. */
const namedIn = (code: string, sections: readonly string[]): string[] =>
  sections.filter((section) => new RegExp(`['"\`]${section}\\.`).test(code));

test('the window says nothing that only main has the words for', () => {
  const code = readdirSync(renderer, { recursive: true, encoding: 'utf8' })
    .filter((file) => /\.tsx?$/.test(file))
    .map((file) => readFileSync(path.join(renderer, file), 'utf8'))
    .join('\n');

  expect(namedIn(code, Object.keys(enOfMain))).toEqual([]);
  expect(namedIn(code, Object.keys(en)).length).toBeGreaterThan(10);
});
