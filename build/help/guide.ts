import { readFileSync } from 'node:fs';
import path from 'node:path';
import { Marked, type Token, type Tokens } from 'marked';
import { type HelpChapter, helpChapters } from '../../core/help.ts';
import { failure as inEnglish } from '../../core/i18n/en/failures.ts';
import { failure as inRussian } from '../../core/i18n/ru/failures.ts';
import { createWords } from '../../core/i18n/words.ts';
import type { Language } from '../../core/language.ts';

const failures: Readonly<Record<Language, Readonly<Record<string, string>>>> = { en: inEnglish, ru: inRussian };

/**
 * The help as one page without a script: contents at the left, the chapters of `guide/<language>` below each other.
 * Throws when a chapter is missing.
 */
export function helpPage(guide: string, language: Language): string {
  const say = createWords(language);
  const title = say('help.title');
  const chapters = helpChapters.map((id) => ({ id, ...chapter(id, path.join(guide, language), language) }));
  const links = chapters.map(({ id, heading }) => `<li><a href="#${id}">${heading}</a></li>`);
  const sections = chapters.map(({ id, html }) => `<section id="${id}">\n${html}</section>`);
  return `<!doctype html>
<html lang="${language}">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<title>${title} – CreateGroup</title>
<link rel="stylesheet" href="help.css">
</head>
<body class="help">
<nav aria-label="${say('help.contents')}"><h1>${title}</h1><ul>
${links.join('\n')}
</ul></nav>
<main>
${sections.join('\n')}
</main>
</body>
</html>
`;
}

function chapter(
  id: HelpChapter,
  folder: string,
  language: Language,
): { readonly heading: string; readonly html: string } {
  const text = id === 'codes' ? codes(language) : readFileSync(path.join(folder, `${id}.md`), 'utf8');
  const marked = new Marked({ walkTokens: lower });
  const [first] = marked.lexer(text);
  if (first?.type !== 'heading') throw new Error(`${folder}/${id}.md does not begin with its heading`);
  return { heading: escaped((first as Tokens.Heading).text), html: marked.parse(text, { async: false }) };
}

/** The page has one heading of the first level, its own, and lies a folder above the texts it is made of. */
function lower(token: Token): void {
  if (token.type === 'heading') token.depth += 1;
  if (token.type === 'image') token.href = token.href.replace(/^\.\.\//, '');
}

/** Every sentence that can stand beside a code, from the dictionaries themselves. */
function codes(language: Language): string {
  const say = createWords(language);
  const lines = Object.entries(failures[language])
    .filter(([key]) => !/^(where|policy)-|_(one|few|many)$/.test(key))
    .map(([key, sentence]) => `| \`${key.replace(/_other$/, '')}\` | ${sentence.replace(/\{\w+\}/g, '…')} |`);
  return [
    `# ${say('help.codes')}`,
    '',
    say('help.codesText'),
    '',
    `| ${say('help.code')} | ${say('help.sentence')} |`,
    '|---|---|',
    ...lines,
  ].join('\n');
}

const escaped = (text: string): string => text.replace(/&/g, '&amp;').replace(/</g, '&lt;');
