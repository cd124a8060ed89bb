import { readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { languages } from '../../core/language.ts';
import { helpPage } from './guide.ts';

type Builder = {
  addWatchFile(file: string): void;
  emitFile(file: { type: 'asset'; fileName: string; source: string }): unknown;
};

/** Puts the help beside the window's own files: `help/en.html`, `help/ru.html` and `help/help.css`. */
export function helpPages(top: string) {
  const guide = path.join(top, 'docs/guide');
  const styles = ['tokens.css', 'help.css'].map((name) => path.join(top, 'renderer/styles', name));
  return {
    name: 'help-pages',
    buildStart(this: Builder): void {
      const texts = readdirSync(guide, { recursive: true, encoding: 'utf8' }).filter((name) => name.endsWith('.md'));
      for (const file of [...texts.map((name) => path.join(guide, name)), ...styles]) this.addWatchFile(file);
    },
    generateBundle(this: Builder): void {
      const emit = (name: string, source: string) => this.emitFile({ type: 'asset', fileName: `help/${name}`, source });
      for (const language of languages) emit(`${language}.html`, helpPage(guide, language));
      emit('help.css', styles.map((file) => readFileSync(file, 'utf8')).join('\n'));
    },
  };
}
