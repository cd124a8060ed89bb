/** The keys of a Latin keyboard, row by row, then the same with Shift where it makes other signs of them. */
const latinKeys = "`qwertyuiop[]asdfghjkl;'zxcvbnm,." + '~{}:"<>';

/** What the same keys give in other layouts, letter under letter. */
const russian = 'ёйцукенгшщзхъфывапролджэячсмитьбюёхъжэбю';
const otherKeys = [
  russian,
  replaced({ ё: "'", ъ: 'ї', ы: 'і', э: 'є' }), // Ukrainian
  replaced({ щ: 'ў', ъ: "'", и: 'і' }), // Belarusian
];
/** Kazakh letters stand in the row of figures. */
const kazakhKeys = ['234567890-=', 'әіңғ,.үұқөһ'] as const;

function replaced(letters: Readonly<Record<string, string>>): string {
  return Array.from(russian, (letter) => letters[letter] ?? letter).join('');
}

type Keys = ReadonlyMap<string, string>;

const keysBetween = (from: string, to: string): Keys => {
  const letters = Array.from(from, (key, place): [string, string] => [key, to.charAt(place)]);
  return new Map(letters.toReversed()); // of two keys with one letter the plain one counts
};

const toCyrillic = [
  ...otherKeys.map((keys) => keysBetween(latinKeys, keys)),
  keysBetween(latinKeys + kazakhKeys[0], russian + kazakhKeys[1]),
];
const toLatin = [
  ...otherKeys.map((keys) => keysBetween(keys, latinKeys)),
  keysBetween(russian + kazakhKeys[1], latinKeys + kazakhKeys[0]),
].map(withoutSigns);

/** Nobody means `[jh` who types «хор»: without this the beginning of many a word would find all and sundry. */
function withoutSigns(keys: Keys): Keys {
  return new Map([...keys].filter(([, key]) => /[a-z0-9']/.test(key)));
}

/** What somebody meant who typed this word in the wrong keyboard layout: `bdfyjd` → `иванов`, `шмфтщм` → `ivanov`. */
export function otherLayouts(word: string): string[] {
  const isCyrillic = cyrillic.test(word);
  if (!isCyrillic && !latin.test(word)) return [];
  const meant = (isCyrillic ? toLatin : toCyrillic).map((keys) =>
    Array.from(word.toLowerCase(), (key) => keys.get(key) ?? key).join(''),
  );
  // A layout in which the word cannot be typed leaves some of its letters as they are.
  return [...new Set(meant)].filter((text) => !(isCyrillic ? cyrillic : latin).test(text));
}

const cyrillic = /\p{Script=Cyrillic}/u;
const latin = /\p{Script=Latin}/u;
