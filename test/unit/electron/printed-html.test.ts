import fc from 'fast-check';
import { expect, test } from 'vitest';
import { type PrintedPage, printedHtml } from '../../../main/electron/printed-html.ts';

const page: PrintedPage = {
  title: 'Choir',
  subtitle: 'School',
  qrSvg: '<svg/>',
  link: 'https://x.invalid',
  lines: ['1'],
};

test('a page has what it was given, and leaves out what it was not', () => {
  const whole = printedHtml([page, { title: 'Band', subtitle: '', qrSvg: null, link: null, lines: [] }], 'en');

  expect(whole).toContain(
    '<section><p class="subtitle">School</p><h1 class="short">Choir</h1><img src="0.svg" alt="">' +
      '<p class="link">https://x.invalid</p><footer><p>1</p></footer></section>',
  );
  expect(whole).toContain('<section><h1 class="short">Band</h1></section>');
  expect(whole).toContain('<html lang="en">');
});

test('no text of any kind becomes markup', () => {
  const marksOf = (html: string) => html.match(/["'<>]/g)?.length;
  const any = fc.string({ minLength: 1, maxLength: 20, unit: fc.constantFrom('<', '>', '"', "'", '&', '/', 'b', 'я') });
  fc.assert(
    fc.property(any, any, any, any, (title, subtitle, link, line) => {
      const html = printedHtml([{ ...page, title, subtitle, link, lines: [line] }], 'ru');
      expect(marksOf(html)).toBe(marksOf(printedHtml([page], 'ru')));
    }),
  );
});
