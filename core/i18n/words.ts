import i18next from 'i18next';
import type { Language } from '../language.ts';
import { accountForm } from './account-form.ts';
import { accountState } from './account-state.ts';
import { desktop } from './desktop.ts';
import { failure, reading } from './failures.ts';
import { firstRun } from './first-run.ts';
import { groups } from './groups.ts';
import { linkPhone } from './link-phone.ts';
import { newGroup } from './new-group.ts';
import { people } from './people.ts';
import { practice } from './practice.ts';
import { result } from './result.ts';
import { settings } from './settings.ts';
import { shell } from './shell.ts';
import { span } from './spans.ts';

/** The dictionary: one file a section. A new section is a line here. */
const sections = {
  desktop,
  failure,
  reading,
  shell,
  firstRun,
  accountForm,
  accountState,
  linkPhone,
  settings,
  practice,
  newGroup,
  result,
  groups,
  people,
  span,
};

type Sections = typeof sections;
type Plural = 'one' | 'few' | 'many' | 'other';
type Base<K extends string> = K extends `${infer B}_${Plural}` ? B : K;
type English<S extends keyof Sections> = Sections[S]['en'];
type KeyOf<S extends keyof Sections & string> = `${S}.${Base<keyof English<S> & string>}`;

/** Every text of the app: `section.key`, plurals without their suffix. */
export type WordKey = { [S in keyof Sections & string]: KeyOf<S> }[keyof Sections & string];

type Parameters<Text> = Text extends `${string}{${infer Name}}${infer Rest}` ? Name | Parameters<Rest> : never;
type TextsOf<K> = K extends `${infer S}.${infer B}`
  ? S extends keyof Sections
    ? { [E in keyof English<S> & string]: Base<E> extends B ? English<S>[E] : never }[keyof English<S> & string]
    : never
  : never;
type Given<K> = Parameters<TextsOf<K>>;

/** Says a text. Parameters are asked for by the compiler; numbers are written by the locale. */
export type Say = <K extends WordKey>(
  key: K,
  ...given: [Given<K>] extends [never] ? [] : [{ readonly [P in Given<K>]: string | number }]
) => string;

/** The app's texts in one language. */
export function createWords(language: Language): Say {
  const instance = i18next.createInstance();
  const number = new Intl.NumberFormat(language === 'ru' ? 'ru-RU' : 'en-GB');
  const words = Object.fromEntries(Object.entries(sections).map(([name, both]) => [name, both[language]]));
  void instance.init({
    lng: language,
    resources: { [language]: { translation: words } },
    initAsync: false,
    interpolation: { prefix: '{', suffix: '}', escapeValue: false },
  });
  const say = (key: string, given: Readonly<Record<string, string | number>> = {}) => {
    const written = Object.entries(given).map(([name, value]) => [
      name,
      typeof value === 'number' ? number.format(value) : value,
    ]);
    // i18next chooses the plural by `count` before it puts the replaced values in.
    return instance.t(key, { ...given, replace: Object.fromEntries(written) });
  };
  return say as Say; // the compiler checks key and parameters where it is called
}
