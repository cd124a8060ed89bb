import { existsSync, readdirSync } from 'node:fs';
import path from 'node:path';
import { unless } from '../product.ts';

/** electron-builder's and Electron's own, beside what is ours; app-update.yml has a rule of its own. */
const expected =
  /^(app\.asar|help|apparmor-profile|app-update\.yml|package-type|elevate\.exe|HOLLOW\.txt|icon\.icns|.*\.lproj)$/;

/** What lies beside the archive: the pictures of the help in both languages, and no program that could be put first. */
export function resourceTroubles(resources: string): readonly string[] {
  const strangers = readdirSync(resources).filter((name) => !expected.test(name));
  const pictures = (language: string): string => {
    const folder = path.join(resources, 'help', language);
    return existsSync(folder) ? readdirSync(folder).sort().join() : '';
  };
  return [
    ...strangers.map((name) => `${name} does not belong into resources`),
    ...unless(
      pictures('en') !== '' && pictures('en') === pictures('ru'),
      'the pictures of the help are not the same in both languages',
    ),
  ];
}
