import { readFileSync } from 'node:fs';
import { same, setupEnding, setupType, unless } from '../product.ts';
import { all, parseXml } from './xml.ts';

/** What a set-up file is called by the system, in both languages (freedesktop.org Shared MIME-info). */
export function mimeTypeTroubles(file: string): readonly string[] {
  const [type] = all(parseXml(readFileSync(file, 'utf8')), 'mime-type');
  const [glob] = all(type, 'glob');
  const comments = all(type, 'comment').map((comment) => comment.attribute('lang') ?? 'en');
  return [
    ...same('its type', type?.attribute('type') ?? null, setupType),
    ...same('its ending', glob?.attribute('pattern') ?? null, `*.${setupEnding}`),
    ...unless(comments.join() === 'en,ru', 'it is not named in English and Russian'),
  ];
}
