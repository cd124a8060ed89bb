type Plural = 'one' | 'few' | 'many' | 'other';

type RussianKey<K extends string> = K extends `${infer Base}_${Plural}` ? `${Base}_${Plural}` : K;

/**
 * One part of the dictionary, both languages side by side. English gives the keys; a missing or spare Russian key does
 * not compile, and a plural (`people_one`, `people_other`) asks Russian for all of one, few, many, other.
 * `{name}` stands for a parameter; `{count}` chooses the plural.
 */
export const section = <const E extends Readonly<Record<string, string>>>(words: {
  readonly en: E;
  readonly ru: Readonly<Record<RussianKey<keyof E & string>, string>>;
}) => words;
