import { createTextRuns } from './text-runs.ts';
import { tooMuchWork } from './trouble.ts';
import { fromXlsxText } from './xlsx-text.ts';
import { readXml } from './xml.ts';

/** The texts that cells refer to by their place; at most `most`. */
export function readSharedStrings(xml: string, most: number): readonly string[] {
  const strings: string[] = [];
  const runs = createTextRuns();
  readXml(xml, {
    open(name) {
      if (name === 'si') runs.start();
      else runs.open(name);
    },
    text: runs.add,
    close(name) {
      runs.close(name);
      if (name !== 'si') return;
      if (strings.length === most) throw tooMuchWork();
      strings.push(fromXlsxText(runs.whole()));
    },
  });
  return strings;
}
