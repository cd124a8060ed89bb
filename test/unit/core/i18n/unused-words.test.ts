import { expect, test } from 'vitest';
import { en } from '../../../../core/i18n/en/index.ts';
import { enOfMain } from '../../../../core/i18n/en/of-main.ts';
import { parseSource, readSources } from '../../../support/sources.ts';
import { unusedWords } from '../../../support/unused-words.ts';

const product = readSources(['build/help', 'core', 'main', 'renderer']).filter(
  ({ file }) => !/^core\/i18n\/(?:en|ru)\//.test(file),
);

test('no text waits for a screen that does not say it', () => {
  expect(product.length).toBeGreaterThan(300);
  expect(unusedWords({ ...en, ...enOfMain }, product)).toEqual([]);
});

test.each([
  ["t('shell.back')", ['shell.found']],
  ["t('shell.found', { count })", ['shell.back']],
  // biome-ignore lint/suspicious/noTemplateCurlyInString: these are sources
  ["type Way = 'back'; t(`shell.${way}`)", ['shell.found']],
  // biome-ignore lint/suspicious/noTemplateCurlyInString: these are sources
  ['t(`shell.${way}`)', ['shell.back', 'shell.found']],
  // biome-ignore lint/suspicious/noTemplateCurlyInString: these are sources
  ["type Key = `shell.${'back'}`", ['shell.back', 'shell.found']],
  ["// t('shell.back')", ['shell.back', 'shell.found']],
])('in %s those words are unused: %j', (text, unused) => {
  const words = { shell: { back: 'Back', found_one: 'One', found_other: '{count}' } };

  expect(unusedWords(words, [parseSource('renderer/app.tsx', text)])).toEqual(unused);
});
