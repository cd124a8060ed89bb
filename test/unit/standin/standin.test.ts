import { expect, test } from 'vitest';
import { parseArguments } from '../../standin/app/arguments.ts';
import { systemLanguages, uiLanguage } from '../../standin/app/languages.ts';
import { refuseUnsafe } from '../../standin/windows/refuse-unsafe.ts';

test('the first word without a dash is the app; what follows belongs to it', () => {
  const given = ['-r', 'loader.js', '--inspect=0', '--remote-debugging-port=7', '.', '--hidden', 'file.creategroup'];

  expect(parseArguments(given)).toEqual({
    modules: ['loader.js'],
    inspectPort: 0,
    debuggingPort: 7,
    appPath: '.',
    switches: new Map([
      ['inspect', '0'],
      ['remote-debugging-port', '7'],
      ['hidden', ''],
    ]),
  });
});

test.for([
  [{ LANG: 'ru_RU.UTF-8' }, ['ru-RU'], 'ru'],
  [{ LANG: 'C.UTF-8' }, ['en-US'], 'en-US'],
  [{}, ['en-US'], 'en-US'],
  [{ LANGUAGE: 'de_AT:en', LC_ALL: 'en_GB' }, ['de-AT', 'en', 'en-GB'], 'de'],
  [{ LANG: 'pt_BR.UTF-8@euro' }, ['pt-BR'], 'pt-BR'],
] as const)('the languages of %j are %j, and %s for the window', ([env, languages, ui]) => {
  expect(systemLanguages(env)).toEqual(languages);
  expect(uiLanguage(languages)).toBe(ui);
});

test.for([{ sandbox: false }, { contextIsolation: false }, { nodeIntegration: true }, { webviewTag: true }])(
  'a page with %j is refused',
  (preferences) => {
    expect(() => refuseUnsafe(preferences)).toThrow('only sandboxed');
    expect(() => refuseUnsafe({ sandbox: true, contextIsolation: true, webviewTag: false })).not.toThrow();
  },
);
