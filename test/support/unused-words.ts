import { Visitor } from 'vite';
import type { Source } from './sources.ts';

type Sections = Readonly<Record<string, Readonly<Record<string, string>>>>;

/**
 * The keys of these words that no source says: neither as a text (`'shell.back'`) nor by a template (`failure.${code}`) whose
 * open part stands as a text somewhere, as the values of a union do.
 */
export function unusedWords(sections: Sections, sources: readonly Source[]): string[] {
  const { texts, templates } = textsOf(sources);
  const keys = Object.entries(sections).flatMap(([section, words]) =>
    Object.keys(words).map((word) => `${section}.${word.replace(/_(?:one|few|many|other)$/, '')}`),
  );
  const isSaid = (key: string): boolean =>
    texts.has(key) ||
    templates.some(({ before, after }) => {
      const isOfIt = key.startsWith(before) && key.endsWith(after) && key.length > before.length + after.length;
      return isOfIt && texts.has(key.slice(before.length, key.length - after.length));
    });
  return [...new Set(keys)].filter((key) => !isSaid(key));
}

/** All texts in the code, and the templates with one open part that begin like a key. */
function textsOf(sources: readonly Source[]) {
  const texts = new Set<string>();
  const templates: { readonly before: string; readonly after: string }[] = [];
  const visitor = new Visitor({
    Literal({ value }) {
      if (typeof value === 'string') texts.add(value);
    },
    TemplateLiteral({ quasis }) {
      const [before = '', after = '', ...more] = quasis.map(({ value }) => value.cooked ?? '');
      if (/^\w+\./.test(before) && more.length === 0) templates.push({ before, after });
    },
  });
  for (const { program } of sources) visitor.visit(program);
  return { texts, templates };
}
