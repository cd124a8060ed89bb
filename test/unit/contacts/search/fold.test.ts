import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { fold, foldings } from '../../../../main/contacts/search/fold.ts';

describe('folding', () => {
  test.each([
    ['АННА', 'анна', 'Anna'],
    ['Ёжиков', 'Ежиков', 'Ezhikov'],
    ['Юлия', 'Yulia', 'Julia'],
    ['Наталья', 'Natalya', 'Natalia'],
    ['Алексей', 'Alexey', 'Aleksei'],
    ['Юрий', 'Yury', 'Yuri'],
    ['Евгений', 'Yevgeny', 'Evgeniy'],
    ['Щукин', 'Shchukin', 'Schukin'],
    ['Шмидт', 'Schmidt', 'Shmidt'],
    ['Хрущёв', 'Khrushchev', 'Hruschev'],
    ['Виктор', 'Victor', 'Viktor'],
    ['Пётр', 'Pyotr', 'Petr'],
    ['Васильев', 'Vasilyev', 'Vasiliev'],
    ['Филипп', 'Philipp', 'Filipp'],
    ['Ксения', 'Xenia', 'Ksenia'],
    ['Джамиля', 'Dzhamilya', 'Djamilya'],
    ['Қуаныш', 'Kuanysh', 'Куаныш'],
    ['Әйгерім', 'Aigerim', 'Айгерим'],
    ['Ґалаґан', 'Galagan', 'Галаган'],
    ['Жўк', 'Zhuk', 'Жук'],
    ['José  O’Brien', 'jose obrien', 'JOSÉ O\u0301Brien'],
    ['Łukasz Øster', 'lukasz oster', 'ŁUKASZ ØSTER'],
    ['Größe', 'grosse', 'GRÖSSE'],
    ['Петрова-Иванова', 'петрова  иванова', 'Petrova, Ivanova'],
    ['ΣΟΦΟΣ', 'σοφος', 'σοφοσ'],
    ['👩🏽‍🦰', '👩‍🦰', '👩🏿‍🦰'],
    ['محمَّد', 'محمد', 'مـحمد'],
    ['Школа №5', 'школа 5', 'Школа # 5'],
  ])('%s, %s and %s are one when searched', (...names) => {
    expect(new Set(names.map(fold)).size).toBe(1);
  });

  test.each([
    ['Анна', 'Инна'],
    ['Иван', 'Иванн'],
    ['Шура', 'Сура'],
    ['王', '明'],
    ['🔥', '💧'],
  ])('%s and %s stay two', (one, other) => {
    expect(fold(one)).not.toBe(fold(other));
  });

  test('pictures stand beside letters as letters do', () => {
    expect(fold('А🔥б🔥🔥 В')).toBe('a🔥b🔥🔥 v');
  });

  const names = fc.string({ unit: fc.constantFrom(...'анщхцюйиё яьыAbycCdijehkKopPsSxq’-.1é王🔥김'), maxLength: 12 });

  test('what is folded folds to itself, and has no space at an end', () => {
    fc.assert(
      fc.property(names, (name) => {
        const folded = fold(name);
        expect(fold(folded)).toBe(folded);
        expect(folded).toBe(folded.trim());
      }),
    );
  });

  test('any part of a name, folded, stands in one of the forms of the name', () => {
    fc.assert(
      fc.property(names, fc.nat(), fc.nat(), (name, start, length) => {
        const letters = Array.from(name);
        const from = letters.length === 0 ? 0 : start % letters.length;
        const part = letters.slice(from, from + 1 + (length % 5)).join('');
        const partForms = foldings(part);
        const nameForms = foldings(name);
        expect(partForms.some((form) => nameForms.some((whole) => whole?.includes(form ?? '\0')))).toBe(true);
      }),
      { numRuns: 2000 },
    );
  });
});
