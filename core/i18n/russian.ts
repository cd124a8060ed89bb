type Plural = 'one' | 'few' | 'many' | 'other';

type RussianKey<K extends string> = K extends `${infer Base}_${Plural}` ? `${Base}_${Plural}` : K;

/**
 * The Russian of an English section: a missing or spare key does not compile, and a plural (`people_one`,
 * `people_other`) asks for all of one, few, many, other. `{name}` stands for a parameter; `{count}` chooses the plural.
 */
export type Russian<E> = Readonly<Record<RussianKey<keyof E & string>, string>>;
