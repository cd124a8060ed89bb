/**
 * What letters are called in Latin ones: Russian, Ukrainian, Belarusian and Kazakh, and the Latin letters that are no
 * letter with an accent. Signs without a sound have none.
 */
const letters = `а a|б b|в v|г g|д d|е e|ё e|ж zh|з z|и i|й y|к k|л l|м m|н n|о o|п p|р r|с s|т t|у u|ф f|х h|ц ts|ч ch|ш sh|
  щ sh|ы y|э e|ю yu|я ya|і i|ї yi|є ye|ґ g|ў u|ә a|ғ g|қ k|ң n|ө o|ұ u|ү u|һ h|
  ß ss|æ ae|œ oe|ø o|ł l|đ d|ð d|þ th|ı i|ŋ n|ς σ|ъ |ь `;

export const latinOf: ReadonlyMap<string, string> = new Map([
  ...letters.split('|').map((pair): [string, string] => {
    const [letter = '', latin = ''] = pair.trim().split(' ');
    return [letter, latin];
  }),
  ['№', ' '], // parts words, as `#` does
]);

/** Letters, figures and pictures are searched for; other signs only part words. */
export const isSearched = (character: string): boolean => /[\p{L}\p{N}\p{So}]/u.test(character);

/** Accents, apostrophes, and what joins or tints pictures: nothing is lost without them. */
export const isSilent = (character: string): boolean => /[\p{M}\p{Cf}\p{Emoji_Modifier}'’‘ʼʹ`´ـ]/u.test(character);
