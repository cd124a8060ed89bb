/**
 * What the service asks of the numbers of some countries, beyond what libphonenumber knows (GREEN-API, "Features of sending and
 * receiving messages to numbers of different countries" and "Features of the CheckWhatsapp method with numbers of some
 * countries"). Numbers here are digits in full: country code first, no `+`.
 */
type CountryRule = {
  readonly code: string;
  readonly rewrites: readonly Rewrite[];
  /** How many digits there should have been, where the shape is broken. */
  readonly lengths: Lengths;
  /** What the digits look like once they are rewritten. */
  readonly shape: RegExp;
  /** How people write them, where that differs from what WhatsApp knows. */
  readonly shown?: Rewrite;
  /** The other form in which WhatsApp knows some of these numbers. */
  readonly twins?: readonly Rewrite[];
};

/** `isGuess`: the digits could have meant something else, so a person has to confirm. */
type Rewrite = { readonly from: RegExp; readonly to: string; readonly isGuess?: true };

export type Lengths = { readonly min: number; readonly max: number };

/** Digits as WhatsApp is believed to know them. */
export type KnownDigits = { readonly digits: string; readonly isGuess: boolean };

const rules: readonly CountryRule[] = [
  {
    // 1 and ten digits. Zeros after the 1 pass checkWhatsapp, and what is sent there is stuck for ever.
    code: '1',
    lengths: { min: 11, max: 11 },
    rewrites: [{ from: /^10+([2-9]\d\d[2-9]\d{6})$/, to: '1$1', isGuess: true }],
    shape: /^1[2-9]\d\d[2-9]\d{6}$/,
  },
  {
    // Both 52 and 521 exist today. 521 is what the service's older text asks for always and its newer one (issue 696) for every
    // mobile phone; 52 alone is for landlines, and nothing in a number tells the two apart.
    code: '52',
    lengths: { min: 13, max: 13 },
    rewrites: [{ from: /^52([2-9]\d{9})$/, to: '521$1' }],
    shape: /^521[2-9]\d{9}$/,
    shown: { from: /^521(\d{10})$/, to: '52$1' },
    twins: [
      { from: /^521(\d{10})$/, to: '52$1' },
      { from: /^52([2-9]\d{9})$/, to: '521$1' },
    ],
  },
  {
    // 549 and ten digits. The 15 of inland calls says "mobile", as the 9 does; without either it could be a landline.
    code: '54',
    lengths: { min: 13, max: 15 },
    rewrites: [
      { from: /^549?(11)15(\d{8})$/, to: '549$1$2' },
      { from: /^549?([23]\d\d)15(\d{7})$/, to: '549$1$2' },
      { from: /^549?([23]\d{3})15(\d{6})$/, to: '549$1$2' },
      { from: /^54((?:11(?!15)|[23]\d)\d{8})$/, to: '549$1', isGuess: true },
    ],
    shape: /^549(?:11|[23]\d)\d{8}$/,
    twins: [
      { from: /^549(\d{10})$/, to: '54$1' },
      { from: /^54((?:11|[23]\d)\d{8})$/, to: '549$1' },
    ],
  },
  {
    // The ninth digit of mobile phones stays for some areas and goes for the others. A 9 before 1 to 5 stays everywhere: without
    // it the number would be that of a landline, of somebody else. Who writes eight digits may have left one out.
    code: '55',
    lengths: { min: 12, max: 13 },
    rewrites: [
      { from: /^55(?!1[1-9]|2[12478])([1-9]{2})9([6-9]\d{7})$/, to: '55$1$2' },
      { from: /^55(?!1[1-9]|2[12478])([1-9]{2})([6-9]\d{7})$/, to: '55$1$2', isGuess: true },
      { from: /^55(?<area>1[1-9]|2[12478])(?<line>[6-9]\d{7})$/, to: '55$<area>9$<line>', isGuess: true },
    ],
    shape: /^55(?:[1-9]{2}(?:9\d{8}|[2-9]\d{7})|800\d{6,7})$/,
    shown: { from: /^55(?<area>[1-9]{2})(?<line>[6-9]\d{7})$/, to: '55$<area>9$<line>' },
    twins: [
      { from: /^55([1-9]{2})9([6-9]\d{7})$/, to: '55$1$2' },
      { from: /^55(?<area>[1-9]{2})(?<line>[6-9]\d{7})$/, to: '55$<area>9$<line>' },
    ],
  },
  {
    // Without the 0 of inland calls. Landlines have eight digits, all others nine.
    code: '972',
    lengths: { min: 12, max: 12 },
    rewrites: [],
    shape: /^972(?:[57]\d{8}|[2-4689]\d{7}|1\d{9})$/,
  },
  { code: '994', lengths: { min: 12, max: 12 }, rewrites: [], shape: /^994[1-9]\d{8}$/ },
];

/**
 * The one form in which a number of a country with rules goes to the service; null where the digits break the shape of their
 * country, undefined where a country has no rules.
 */
export function knownDigits(digits: string): KnownDigits | null | undefined {
  const rule = ruleOf(digits);
  if (!rule) return undefined;
  const rewrite = rule.rewrites.find(({ from }) => from.test(digits));
  const known = rewrite ? digits.replace(rewrite.from, rewrite.to) : digits;
  return rule.shape.test(known) ? { digits: known, isGuess: rewrite?.isGuess ?? false } : null;
}

/** WhatsApp's digits as people write and dial them: Mexico without the 1, Brazil with the ninth digit. */
export function dialledDigits(digits: string): string {
  const shown = ruleOf(digits)?.shown;
  return shown ? digits.replace(shown.from, shown.to) : digits;
}

/**
 * The form beside the one that readPhone chooses: an id that came from the service itself may have it, and then it is the right
 * one. Null where a number has one form alone.
 */
export function otherForm(digits: string): string | null {
  const twin = ruleOf(digits)?.twins?.find(({ from }) => from.test(digits));
  return twin ? digits.replace(twin.from, twin.to) : null;
}

/** How many digits a number that breaks the shape of its country should have had; undefined where there are no rules. */
export const lengthsOf = (digits: string): Lengths | undefined => ruleOf(digits)?.lengths;

/** Calling codes never begin with one another, so that at most one rule has its own. */
const ruleOf = (digits: string): CountryRule | undefined => rules.find(({ code }) => digits.startsWith(code));
