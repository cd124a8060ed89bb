import { existsSync, readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { Marked, type Token } from 'marked';
import { describe, expect, test } from 'vitest';
import { helpPage } from '../../../build/help/guide.ts';
import { helpChapters } from '../../../core/help.ts';
import { en } from '../../../core/i18n/en/index.ts';
import { ru } from '../../../core/i18n/ru/index.ts';

const guide = path.resolve(import.meta.dirname, '../../../docs/guide');
const dictionaries = { en, ru };
const keys = /^(Ctrl|Cmd|Shift|Enter|Space|пробел|Delete|Home|End|Page (Up|Down)|Ctrl\+A)$/;

function tokensOf(text: string, type: 'em' | 'image'): Token[] {
  const found: Token[] = [];
  const marked = new Marked();
  void marked.walkTokens(marked.lexer(text), (token) => {
    if (token.type === type) found.push(token);
  });
  return found;
}

const textsOf = (language: 'en' | 'ru') =>
  readdirSync(path.join(guide, language)).map((name) => ({
    name,
    text: readFileSync(path.join(guide, language, name), 'utf8'),
  }));

describe.each(['en', 'ru'] as const)('the guide in %s', (language) => {
  test('has every chapter and no other file', () => {
    const chapters = helpChapters.filter((chapter) => chapter !== 'codes').map((chapter) => `${chapter}.md`);
    expect(textsOf(language).map(({ name }) => name)).toEqual(chapters.toSorted());
  });

  test('names buttons and sections as the window does', () => {
    const said = Object.values<Record<string, string>>(dictionaries[language]).flatMap((words) => Object.values(words));
    const begins = (label: string): boolean =>
      said.some((words) => words.startsWith(label) || words.replace(/\{\w+\}/g, '14:35') === label);
    const labels = textsOf(language)
      .flatMap(({ text }) => tokensOf(text, 'em'))
      .map((token) => ('text' in token ? token.text : ''));

    expect(labels.length).toBeGreaterThan(20);
    expect(labels.filter((label) => !keys.test(label) && !begins(label))).toEqual([]);
  });

  test('shows pictures that exist, each with its words', () => {
    const pictures = textsOf(language).flatMap(({ text }) => tokensOf(text, 'image'));
    expect(pictures.length).toBeGreaterThan(5);
    for (const picture of pictures) {
      expect('text' in picture && picture.text).toBeTruthy();
      expect('href' in picture && existsSync(path.join(guide, language, picture.href))).toBe(true);
    }
  });

  test('becomes a page with every chapter, without a script', () => {
    const page = helpPage(guide, language);
    for (const chapter of helpChapters) expect(page).toContain(`<section id="${chapter}">`);
    expect(page).not.toMatch(/<script|\son\w+=|style=|(href|src)="(?!#|images\/|help\.css)/);
  });
});

test('both languages have the same parts in each chapter', () => {
  const outline = (language: 'en' | 'ru') =>
    textsOf(language).map(({ name, text }) => [name, text.match(/^#+ |^\d\. |^- |^\| |!\[/gm)]);
  expect(outline('ru')).toEqual(outline('en'));
});
