import type { Language } from '../language.ts';
import { en } from './en/index.ts';
import { enOfMain } from './en/of-main.ts';
import { ru } from './ru/index.ts';
import { ruOfMain } from './ru/of-main.ts';
import { createSay, type Say } from './say.ts';

export type { Say } from './say.ts';

const dictionaries = { en: { ...en, ...enOfMain }, ru: { ...ru, ...ruOfMain } };

/** The app's texts in one language, both being at hand. The window takes `createSay` and reads only one. */
export const createWords = (language: Language): Say => createSay(language, dictionaries[language]);
