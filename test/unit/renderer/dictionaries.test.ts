import { expect, test } from 'vitest';
import { en } from '../../../core/i18n/en/index.ts';
import { enOfMain } from '../../../core/i18n/en/of-main.ts';
import { ru } from '../../../core/i18n/ru/index.ts';
import { ruOfMain } from '../../../core/i18n/ru/of-main.ts';

type Text = { readonly section: string; readonly key: string; readonly text: string };

const textsOf = (dictionary: Readonly<Record<string, object>>): Text[] =>
  Object.entries(dictionary).flatMap(([section, texts]) =>
    Object.entries(texts).map(([key, text]) => ({ section, key, text: String(text) })),
  );
const english = textsOf({ ...en, ...enOfMain });
const russian = textsOf({ ...ru, ...ruOfMain });

const saidWith = (texts: readonly Text[], wrong: RegExp): string[] =>
  texts.filter(({ text }) => wrong.test(text)).map(({ section, key, text }) => `${section}.${key}: ${text}`);

test('no text shouts or uses words of the service, but where an account is typed in', () => {
  const texts = [...english, ...russian].filter(
    ({ section, key }) => section !== 'accountForm' && key !== 'bad-api-url',
  );

  expect(saidWith(texts, /!|\b(token|instance|json|https?|500|chat ?id)\b/i)).toEqual([]);
  expect(saidWith(english, /idInstance/)).not.toEqual([]);
});

test('texts are set as in print: quotes and dots of their own, no stray spaces', () => {
  expect(saidWith([...english, ...russian], /["']|\.\.\.| {2}|^ | $| [,;:?]| \.(?![a-z])/)).toEqual([]);
  expect(saidWith(english, /[«»]/)).toEqual([]);
  expect(saidWith(russian, /[“”‘’]/)).toEqual([]);
});

test('no Russian word has a Latin letter that only looks Cyrillic', () => {
  expect(saidWith(russian, /[а-яё][a-z]|[a-z][а-яё]/i)).toEqual([]);
});
