/** A sheet of paper that hangs on a wall or goes home in a school bag. */
export type PrintedPage = {
  /** The group's name, large. */
  readonly title: string;
  /** Above it, for instance whose group it is. May be empty. */
  readonly subtitle: string;
  /** As `qrSvg` of `main/groups/qr-image.ts` draws it; null leaves it out, with a group that has no link. */
  readonly qrSvg: string | null;
  /** Shown as it is; null when there is none. */
  readonly link: string | null;
  /** Small print below: how to join, who made it, when. */
  readonly lines: readonly string[];
};

/** The document: nothing in it but texts, escaped, and pictures and a style that lie beside it. */
export function printedHtml(pages: readonly PrintedPage[], language: string): string {
  const [first] = pages;
  return [
    '<!doctype html>',
    `<html lang="${escaped(language)}">`,
    `<head><meta charset="utf-8"><title>${escaped(first?.title ?? '')}</title>`,
    '<link rel="stylesheet" href="print.css"></head>',
    `<body>${pages.map(sheet).join('\n')}</body></html>`,
  ].join('\n');
}

function sheet({ title, subtitle, qrSvg, link, lines }: PrintedPage, index: number): string {
  const parts = [
    subtitle && `<p class="subtitle">${escaped(subtitle)}</p>`,
    `<h1 class="${sizeOf(title)}">${escaped(title)}</h1>`,
    qrSvg !== null && `<img src="${index}.svg" alt="">`,
    link !== null && `<p class="link">${escaped(link)}</p>`,
    lines.length > 0 && `<footer>${lines.map((line) => `<p>${escaped(line)}</p>`).join('')}</footer>`,
  ];
  return `<section>${parts.filter(Boolean).join('')}</section>`;
}

/** A short name can be read across a room; one of WhatsApp's hundred characters still fits. */
const sizeOf = (title: string): string => (title.length <= 24 ? 'short' : title.length <= 56 ? 'middle' : 'long');

const marks: Readonly<Record<string, string>> = { '&': '&amp;', '<': '&lt;', '>': '&gt;', '"': '&quot;', "'": '&#39;' };

const escaped = (text: string): string => text.replace(/[&<>"']/g, (mark) => marks[mark] ?? mark);

// Paper is white and ink is dear: one accent, no areas. A section is as high as the paper within its margins.
export const printedStyle = `
@page { size: A4; margin: 18mm; }
* { margin: 0; box-sizing: border-box; }
body { color: #161b1c; background: #ffffff; font: 400 12pt/1.5 system-ui, sans-serif; }
section {
  display: flex; flex-direction: column; align-items: center; height: 260mm; overflow: hidden;
  text-align: center; break-inside: avoid;
}
section + section { break-before: page; }
.subtitle { color: #465054; font-size: 14pt; overflow-wrap: anywhere; }
h1 { margin-top: 5mm; line-height: 1.15; font-weight: 700; text-wrap: balance; overflow-wrap: anywhere; }
h1::after { content: ''; display: block; width: 32mm; height: 1mm; margin: 8mm auto 4mm; background: #0b6174; }
h1:first-child { margin-top: 12mm; }
.short { font-size: 44pt; }
.middle { font-size: 34pt; }
.long { font-size: 26pt; }
img { flex: none; width: 118mm; height: 118mm; }
.link { margin-top: 4mm; font: 600 13pt/1.4 ui-monospace, monospace; overflow-wrap: anywhere; }
footer { margin-top: auto; padding-top: 8mm; color: #465054; font-size: 11pt; overflow-wrap: anywhere; }
`;
