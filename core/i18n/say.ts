import type { Language } from '../language.ts';
import type { en } from './en/index.ts';
import type { enOfMain } from './en/of-main.ts';

type Sections = typeof en & typeof enOfMain;
type Plural = 'one' | 'few' | 'many' | 'other';
type Base<K extends string> = K extends `${infer B}_${Plural}` ? B : K;
type English<S extends keyof Sections> = Sections[S];
type KeyOf<S extends keyof Sections & string> = `${S}.${Base<keyof English<S> & string>}`;

/** Every text of the app: `section.key`, plurals without their suffix. */
type WordKey = { [S in keyof Sections & string]: KeyOf<S> }[keyof Sections & string];

type Parameters<Text> = Text extends `${string}{${infer Name}}${infer Rest}` ? Name | Parameters<Rest> : never;
type TextsOf<K> = K extends `${infer S}.${infer B}`
  ? S extends keyof Sections
    ? { [E in keyof English<S> & string]: Base<E> extends B ? English<S>[E] : never }[keyof English<S> & string]
    : never
  : never;
/** A plural is chosen by `count`, whether its texts write the number or not. */
type CountOf<K> = K extends `${infer S}.${infer B}`
  ? S extends keyof Sections
    ? `${B}_other` extends keyof English<S>
      ? 'count'
      : never
    : never
  : never;
type Given<K> = Parameters<TextsOf<K>> | CountOf<K>;

/** Says a text. Parameters are asked for by the compiler; numbers are written by the locale. */
export type Say = <K extends WordKey>(
  key: K,
  ...given: [Given<K>] extends [never] ? [] : [{ readonly [P in Given<K>]: string | number }]
) => string;

type Texts = Readonly<Record<string, string>>;

/** One language; the window's is without what only main says. */
export type Dictionary = Readonly<Record<keyof typeof en, Texts>> &
  Readonly<Partial<Record<keyof typeof enOfMain, Texts>>>;

/** The texts of one language, its dictionary given: the window reads only the one it speaks. */
export function createSay(language: Language, dictionary: Dictionary): Say {
  const locale = language === 'ru' ? 'ru-RU' : 'en-GB';
  const number = new Intl.NumberFormat(locale);
  const plurals = new Intl.PluralRules(locale);
  const sections: Readonly<Record<string, Texts | undefined>> = dictionary;

  const say = (key: string, given: Readonly<Record<string, string | number>> = {}): string => {
    const dot = key.indexOf('.');
    const texts = sections[key.slice(0, dot)] ?? {};
    const name = key.slice(dot + 1);
    const { count } = given;
    const plural = typeof count === 'number' ? texts[`${name}_${plurals.select(count)}`] : undefined;
    return (plural ?? texts[name] ?? key).replace(/\{(\w+)\}/g, (_, parameter: string) => {
      const value = given[parameter] ?? '';
      return typeof value === 'number' ? number.format(value) : value;
    });
  };
  return say as Say; // the compiler checks key and parameters where it is called
}
