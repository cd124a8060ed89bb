/** Full-width digits, odd spaces and dashes, invisible marks and addresses that copying from chats and web pages brings along. */
export function plainNumber(text: string): string {
  const plain = /^[\x20-\x7e]*$/.test(text) ? text : withPlainMarks(text);
  return plain
    .trim()
    .replace(link, '+$1')
    .replace(/^(?:tel|whatsapp):\s*/i, '')
    .replace(/^(\d{1,20})@(?:c\.us|s\.whatsapp\.net)$/, '+$1');
}

/** Nothing but digits and what is usual between them. */
export const numberOnly = /^\(?\+?[\d\s().\-/]+$/;

/** A link to a chat and an id of the service carry the number in full, without the plus. */
const link = /^(?:https?:\/\/)?(?:wa\.me\/|(?:api|web)\.whatsapp\.com\/send\/?\?phone=)\+?(\d{5,20})(?:[/?&#]\S*)?$/i;

const withPlainMarks = (text: string): string =>
  text
    .normalize('NFKC')
    .replace(/\p{Cf}/gu, '')
    .replace(/[\p{Pd}\u2212]/gu, '-');

/** A word or a sign that makes the digits behind a number an extension. A sign stands closer: `x` is a letter of names, too. */
const byWord = String.raw`[\s,;(]{0,4}(?:доб(?:авочн\p{L}{0,4})?|вн(?:утр(?:енн\p{L}{0,4})?)?|ext(?:ension|n)?)(?!\p{L})[.:=\s№#]{0,4}`;
const bySign = String.raw`\p{Zs}{0,2}[#xх][.:\p{Zs}]{0,2}`;
const extension = new RegExp(String.raw`^(?:${byWord}|${bySign})\d{1,6}(?![\p{L}\d])\)?`, 'iu');

/** The extension that stands right behind a number: `доб. 12`, `ext 5`, `#12`, `x5`; empty when there is none. */
export const extensionBehind = (text: string): string => extension.exec(text.slice(0, 40))?.[0] ?? '';

/** The number in front of an extension at the end of the text, or null. */
export function beforeExtension(plain: string): string | null {
  const digits = /^[+(\s]*\d[\d\s().\-/]*/.exec(plain)?.[0].trimEnd() ?? '';
  const tail = extensionBehind(plain.slice(digits.length));
  return digits !== '' && tail !== '' && digits.length + tail.length === plain.length ? digits : null;
}

/** A number as spreadsheets shorten it, `7.9E+10`: with the Latin or the Russian letter. The power is that of a phone number. */
export const powerNumber =
  /(?<![\p{L}\p{N}.,])\+?\d{1,4}(?:[eе]\+|[.,]\d{1,20}[eе]\+?)(?:0?[6-9]|1[0-4])(?![\p{L}\p{N}])/iu;

/** The digits of such a number when all of them are there; null when some are lost, undefined when it is not written so. */
export function digitsOfPower(plain: string): string | null | undefined {
  if (powerNumber.exec(plain)?.[0] !== plain) return undefined;
  const [mantissa = '', power] = plain.split(/[eе]/iu);
  const [whole = '', fraction = ''] = mantissa.replace('+', '').split(/[.,]/);
  return fraction.length === Number(power) ? whole + fraction : null;
}
