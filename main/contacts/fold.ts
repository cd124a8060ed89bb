/**
 * A name as it is searched: without case and accents, `ё` as `е`, Cyrillic in Latin letters, so that `anna` finds `Анна` and
 * `Юлия` finds `Yulia`. Spellings that people mix (`y`/`i`/`j`, `kh`/`h`) fall together; words are parted by one space.
 */
export function fold(text: string): string {
  return text
    .normalize('NFKD')
    .replace(/[\p{M}'’ʼ`]+/gu, '')
    .toLowerCase()
    .replace(/[а-ӿ]/g, (letter) => latin[letter] ?? letter)
    .replace(/[^\p{L}\p{N}]+/gu, ' ')
    .trim()
    .replace(/shch|kh|ph|c(?!h)|[jywxq]/g, (spelling) => spellings[spelling] ?? spelling)
    .replace(/i{2,}/g, 'i')
    .replace(/\bie/g, 'e');
}

const latin: Readonly<Record<string, string>> = {
  ...{
    а: 'a',
    б: 'b',
    в: 'v',
    г: 'g',
    д: 'd',
    е: 'e',
    ж: 'zh',
    з: 'z',
    и: 'i',
    к: 'k',
    л: 'l',
    м: 'm',
    н: 'n',
    о: 'o',
  },
  ...{ п: 'p', р: 'r', с: 's', т: 't', у: 'u', ф: 'f', х: 'h', ц: 'ts', ч: 'ch', ш: 'sh', щ: 'sch', ъ: '', ы: 'i' },
  ...{
    ь: '',
    э: 'e',
    ю: 'iu',
    я: 'ia',
    і: 'i',
    є: 'e',
    ґ: 'g',
    ә: 'a',
    ғ: 'g',
    қ: 'k',
    ң: 'n',
    ө: 'o',
    ұ: 'u',
    ү: 'u',
  },
  һ: 'h',
};

const spellings: Readonly<Record<string, string>> = {
  ...{ shch: 'sch', kh: 'h', ph: 'f', c: 'k', j: 'i', y: 'i', w: 'v', x: 'ks', q: 'k' },
};

/** Names in the order of an alphabet: without case and accents, every script in its own letters. */
export const sortKey = (name: string): string =>
  name
    .normalize('NFD')
    .replace(/\p{M}+/gu, '')
    .toLowerCase();
