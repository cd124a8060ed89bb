import { existsSync, readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { expect, test } from 'vitest';
import { top } from '../support/sources.ts';

const files = [
  ...readdirSync(top).filter((file) => file.endsWith('.md')),
  ...readdirSync(path.join(top, 'docs'), { recursive: true, encoding: 'utf8' })
    .filter((file) => file.endsWith('.md'))
    .map((file) => `docs/${file}`),
];
const documents = files.map((file) => ({ file, text: readFileSync(path.join(top, file), 'utf8') }));

test('every npm script that a document names exists', () => {
  const { scripts } = JSON.parse(readFileSync(path.join(top, 'package.json'), 'utf8'));

  expect(missing(/\bnpm (?:run ([\w:-]+)|(start|test)\b)/g, (name) => name in scripts)).toEqual([]);
});

test('every link between documents, and every picture, leads somewhere', () => {
  expect(missing(/\]\((?!https?:)([\w./-]+)/g, (link, file) => exists(path.join(path.dirname(file), link)))).toEqual(
    [],
  );
});

test('every file and folder of the sources that a document names exists', () => {
  const folders = '(?:core|main|preload|renderer|test|bench|build|docs)';

  expect(missing(new RegExp(`\`(${folders}/[\\w./-]*)\``, 'g'), (name) => exists(name))).toEqual([]);
});

test('the README names the two commands and the demo', () => {
  const readme = documents.find(({ file }) => file === 'README.md')?.text;

  for (const command of ['npm start', 'npm test', 'npm run demo'])
    expect(readme).toContain(`\`\`\`\n${command}\n\`\`\``);
});

/** What a group of the pattern finds in the documents and `isThere` denies. */
function missing(pattern: RegExp, isThere: (found: string, file: string) => boolean): string[] {
  return documents.flatMap(({ file, text }) =>
    [...text.matchAll(pattern)]
      .map((match) => match.slice(1).find(Boolean) ?? '')
      .filter((found) => !isThere(found, file))
      .map((found) => `${file}: ${found}`),
  );
}

const exists = (file: string): boolean => existsSync(path.join(top, file));
