import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { createPeopleIndex } from '../../../../main/contacts/search/people-index.ts';
import { contactOf, lidOf } from '../samples.ts';
import { namesFor, queryOf } from './ask.ts';

const index = createPeopleIndex([
  contactOf(1, 'Анна Петрова'),
  contactOf(2, 'Иоанна Крылова'),
  contactOf(3, 'Пётр Ёжиков'),
  contactOf(4, 'Ivy O’Brien'),
  contactOf(5, 'Мария-Анна (5 класс)'),
  contactOf(1234567, ''),
]);

describe('a name', () => {
  test.each([
    ['АННА', ['Анна Петрова', 'Мария-Анна (5 класс)', 'Иоанна Крылова']],
    ['anna', ['Анна Петрова', 'Мария-Анна (5 класс)', 'Иоанна Крылова']],
    ['петр', ['Пётр Ёжиков', 'Анна Петрова']],
    ['ежик', ['Пётр Ёжиков']],
    ['петр анн', ['Анна Петрова']],
    ['ёж пётр', ['Пётр Ёжиков']],
    ['obrien', ['Ivy O’Brien']],
    ["o'b", ['Ivy O’Brien']],
    ['мария-анна', ['Мария-Анна (5 класс)']],
    ['(мария) анна!', ['Мария-Анна (5 класс)']],
    ['5 класс', ['Мария-Анна (5 класс)']],
    ['Борис', []],
    ['петр борис', []],
  ])('%j finds %j, the best first', (text, names) => {
    expect(namesFor(index, text)).toEqual(names);
  });

  test.each([
    ['Юлия Ким', 'yulia', 'Julia', 'ЮЛИЯ', 'юл', 'ki', 'м'],
    ['Yulia Kim', 'юлия', 'Юлия Ким', 'ким'],
    ['Хрущёв', 'khrushchev', 'хрущев', 'hru'],
    ['Khrushchev', 'хрущёв', 'k', 'kh', 'khr', 'c', 'shc', 'shch', 'hch'],
    ['Сәуле Өтеген', 'saule', 'сауле', 'отеген', 'otegen'],
    ['Łukasz Œuvre', 'lukasz', 'лукас', 'oeuvre'],
    ['🔥🔥', '🔥'],
    ['👩‍👧 Мама', '👩', '👧', '👩‍👧', 'мама'],
    ['👍🏽 ок', '👍', '👍🏿'],
    ['王小明', '王', '小明', '王小明'],
    ['김민준', '김', '민준', '기'],
    ['محمد علي', 'محمد', 'علي', 'مُحَمَّد'],
    ['דוד כהן', 'דוד', 'כה'],
    ['***', '*', '***'],
    ['Дом № 7', '7', '№7', '#7', 'дом 7'],
    ['2 Б 5 класс', '5 2', '2', '2 5 б'],
  ])('%j is found by every one of its parts and spellings', (name, ...texts) => {
    const one = createPeopleIndex([contactOf(1, 'Вне'), contactOf(2, name)]);

    expect(texts.map((text) => [text, namesFor(one, text)[0]])).toEqual(texts.map((text) => [text, name]));
  });

  test('letters of other scripts are not taken for one another', () => {
    const some = createPeopleIndex(
      Array.from({ length: 300 }, (_, n) => contactOf(n, String.fromCharCode(0x738b + n))),
    );

    expect([namesFor(some, '王'), namesFor(some, '王玉')]).toEqual([['王'], []]);
  });

  test('every part of every name finds it', () => {
    const letters = fc.string({
      unit: fc.constantFrom(...'АБЕЁЖИЙНПРСТЩЮЯабеёжийнпрстщюяckhpsxy’-🔥王'),
      minLength: 1,
      maxLength: 10,
    });
    fc.assert(
      fc.property(fc.array(letters, { minLength: 1, maxLength: 4 }), fc.nat(), fc.nat(), (words, start, length) => {
        const name = words.join(' ');
        const signs = Array.from(name);
        const from = start % signs.length;
        const part = signs.slice(from, from + 1 + (length % signs.length)).join('');
        expect(
          namesFor(
            createPeopleIndex([contactOf(1, name)], () => {}),
            part,
          ),
        ).toEqual([name]);
      }),
      { numRuns: 500 },
    );
  });
});

describe('a number', () => {
  test.each([
    '+7 900 123-45-67',
    '79001234567',
    '8 900 123 45 67',
    '8900123',
    '123-45',
    '4567',
    '00 7 900 123',
    '(900) 123',
    '+7(900)123',
    '1234567',
  ])('is found by %j, however it is written', (text) => {
    expect(namesFor(index, text)).toEqual(['+7 900 123-45-67']);
  });

  test.each(['+9001234567', '+8 900 123 45 67', '12 46', '123 45 68'])('is not found by %j', (text) => {
    expect(namesFor(index, text)).toEqual([]);
  });

  test('and a word narrow each other down', () => {
    expect(namesFor(index, 'анна 0002')).toEqual(['Иоанна Крылова']);
    expect(namesFor(index, '00 02 анна')).toEqual(['Иоанна Крылова']);
  });

  test('of somebody who is known by a privacy id is found, the id itself is not', () => {
    const lids = createPeopleIndex([
      { ...contactOf(1, 'Anna'), chatId: lidOf(1), phone: '+7 900 000-00-01' },
      { ...contactOf(2, 'Boris'), chatId: lidOf(2), phone: '' },
    ]);

    expect([namesFor(lids, '0000001'), namesFor(lids, lidOf(2).slice(0, 8))]).toEqual([['Anna'], []]);
  });
});

describe('a note or a list', () => {
  const some = createPeopleIndex([
    contactOf(1, 'Анна', { lists: ['choir'] }),
    contactOf(2, 'Борис', { note: 'Хормейстер, звонить после шести' }),
    contactOf(3, 'Хорхе'),
    contactOf(4, 'Ада', { lists: ['choir', 'heads'] }),
  ]);
  some.nameLists([
    { listId: 'choir', name: 'Хор' },
    { listId: 'heads', name: 'Branch heads' },
  ]);

  test.each([
    ['хор', ['Хорхе', 'Ада', 'Анна', 'Борис']],
    ['hor', ['Хорхе', 'Ада', 'Анна', 'Борис']],
    ['шести', ['Борис']],
    ['борис шести', ['Борис']],
    ['ранч', ['Ада']],
    ['хор branch', ['Ада']],
    ['хор орех', []],
  ])('is searched too: %j finds %j, names first', (text, names) => {
    expect(namesFor(some, text)).toEqual(names);
  });

  test('a list that is renamed is found by its new name alone', () => {
    const renamed = createPeopleIndex([contactOf(1, 'Анна', { lists: ['choir'] })]);
    renamed.nameLists([{ listId: 'choir', name: 'Хор' }]);
    const before = [namesFor(renamed, 'оркестр'), namesFor(renamed, 'хор')];

    renamed.nameLists([{ listId: 'choir', name: 'Оркестр' }]);

    expect(before).toEqual([[], ['Анна']]);
    expect([namesFor(renamed, 'хор'), namesFor(renamed, 'оркестр')]).toEqual([[], ['Анна']]);
  });
});

describe('the wrong keyboard layout', () => {
  const some = createPeopleIndex([
    contactOf(1, 'Иванов Пётр'),
    contactOf(2, 'Ivanov'),
    contactOf(3, 'Bdfyjd'),
    contactOf(4, 'Жанна Юдина'),
    contactOf(5, 'Әйгерім'),
    contactOf(6, 'Їжак', { gone: true }),
  ]);

  test.each([
    ['bdfyjd', ['Bdfyjd', 'Ivanov', 'Иванов Пётр']],
    ['шмфтщм', ['Ivanov', 'Иванов Пётр']],
    ['bdfyjd g', ['Иванов Пётр']],
    ['bdfyjd пётр', ['Иванов Пётр']],
    [';fyyf', ['Жанна Юдина']],
    [':FYYF >', ['Жанна Юдина']],
    ['.lbyf', ['Жанна Юдина']],
    ['2quth3v', ['Әйгерім']],
    [']fr', ['Їжак']],
  ])('%j finds %j, after those who match as it is', (text, names) => {
    expect(namesFor(some, text)).toEqual(names);
  });

  test('a single letter is taken as it is', () => {
    expect(namesFor(some, 'b')).toEqual(['Bdfyjd']);
  });
});

describe('the order of what is found', () => {
  test('is: beginning of the name, of a word, number, inside a word, note', () => {
    const some = createPeopleIndex([
      contactOf(1, 'Борис', { note: '77 лет' }),
      contactOf(2, 'Аа77'),
      contactOf(770, 'Вадим'),
      contactOf(4, 'Аня 77'),
      contactOf(5, '77 школа'),
    ]);

    expect(namesFor(some, '77')).toEqual(['77 школа', 'Аня 77', 'Вадим', 'Аа77', 'Борис']);
  });

  test('puts whoever is called by the whole text before others with the same words', () => {
    const some = createPeopleIndex([
      contactOf(1, 'Анна Зуева Петровна'),
      contactOf(2, 'Петрова Анна'),
      contactOf(3, 'Анна Петрова'),
    ]);

    expect(namesFor(some, 'анна петр')).toEqual(['Анна Петрова', 'Анна Зуева Петровна', 'Петрова Анна']);
  });

  test('takes a name for the whole text only if all its words stand at their places', () => {
    const some = createPeopleIndex([contactOf(1, 'Ада Мария Петрова Анна'), contactOf(2, 'Анна Мария Петрова')]);

    expect(namesFor(some, 'анна мария пет')).toEqual(['Анна Мария Петрова', 'Ада Мария Петрова Анна']);
  });

  test('among equals has those who were in a group lately and often in front, and whoever is gone after all', () => {
    const dayMs = 86_400_000;
    const used = (uses: number, days: number) => ({ uses, usedAtMs: days * dayMs });
    const some = createPeopleIndex([
      contactOf(1, 'Анна А', { gone: true, ...used(9, 900) }),
      contactOf(2, 'Анна Б'),
      contactOf(3, 'Анна В', used(1, 300)),
      contactOf(4, 'Анна Г', used(1, 320)),
      contactOf(5, 'Анна Д', used(8, 290)),
      contactOf(6, 'Мария Анна', used(99, 900)),
    ]);

    expect(namesFor(some, 'анна')).toEqual(['Анна Д', 'Анна Г', 'Анна В', 'Анна Б', 'Мария Анна', 'Анна А']);
  });

  test.each(['', '  ', '—'])('%j lists everybody by name, those without one last', (text) => {
    expect(namesFor(index, text)).toEqual([
      'Ivy O’Brien',
      'Анна Петрова',
      'Иоанна Крылова',
      'Мария-Анна (5 класс)',
      'Пётр Ёжиков',
      '+7 900 123-45-67',
    ]);
  });

  test('puts whoever is called by the typed signs before everybody else', () => {
    const some = createPeopleIndex([contactOf(1, 'Анна'), contactOf(2, '***'), contactOf(3, '—')]);

    expect([namesFor(some, '*'), namesFor(some, '—')]).toEqual([
      ['***', 'Анна', '—'],
      ['—', 'Анна', '***'],
    ]);
  });

  const some = createPeopleIndex([
    contactOf(1, 'Яна'),
    contactOf(2, 'Anna'),
    { ...contactOf(3, 'Борис'), chatId: lidOf(3), phone: '' },
    contactOf(9, ''),
    contactOf(8, ''),
    { ...contactOf(4, 'Ада'), chatId: '16505550100@c.us', phone: '+1 650-555-0100' },
  ]);

  test.each([
    ['name', ['Anna', 'Ада', 'Борис', 'Яна', '+7 900 000-00-08', '+7 900 000-00-09']],
    ['name-down', ['Яна', 'Борис', 'Ада', 'Anna', '+7 900 000-00-08', '+7 900 000-00-09']],
    ['phone', ['Ада', 'Яна', 'Anna', '+7 900 000-00-08', '+7 900 000-00-09', 'Борис']],
    ['phone-down', ['+7 900 000-00-09', '+7 900 000-00-08', 'Anna', 'Яна', 'Ада', 'Борис']],
  ] as const)('can be %s, whoever has nothing to sort by last', (order, names) => {
    expect(namesFor(some, '', { order })).toEqual(names);
    expect(namesFor(some, 'а', { order })).toEqual(names.filter((name) => /[aа]/i.test(name)));
  });
});

describe('filters', () => {
  const yes = { at: 'yes', checkedAtMs: 1 } as const;
  const no = { at: 'no', checkedAtMs: 1 } as const;
  const some = createPeopleIndex([
    contactOf(1, 'Анна', { whatsapp: yes, groups: 2, lists: ['choir'] }),
    contactOf(2, 'Борис', { source: 'file', whatsapp: no, lists: ['choir', 'heads'] }),
    contactOf(3, 'Вера', { source: 'typed', groups: 1 }),
    contactOf(4, 'Глеб', { gone: true }),
    { ...contactOf(5, '', { whatsapp: yes, lists: ['choir'] }), chatId: lidOf(5), phone: '' },
  ]);

  test.each([
    [{}, ['Анна', 'Борис', 'Вера', 'Глеб']],
    [{ source: 'phone' }, ['Анна', 'Глеб']],
    [{ source: 'file' }, ['Борис']],
    [{ source: 'typed' }, ['Вера']],
    [{ whatsapp: 'yes' }, ['Анна']],
    [{ whatsapp: 'no' }, ['Борис']],
    [{ whatsapp: 'unchecked' }, ['Вера', 'Глеб']],
    [{ groups: 'none' }, ['Борис', 'Глеб']],
    [{ listId: 'choir' }, ['Анна', 'Борис']],
    [{ listId: 'nothing' }, []],
    [{ listId: 'choir', groups: 'none' }, ['Борис']],
    [{ source: 'phone', whatsapp: 'unchecked', groups: 'none' }, ['Глеб']],
  ] as const)('%j leave %j', (filter, names) => {
    expect(namesFor(some, '', filter)).toEqual(names);
    expect(namesFor(some, 'е', filter)).toEqual(names.filter((name) => /е/.test(name)));
  });

  test('the counts tell how many each would leave', () => {
    expect(some.counts()).toEqual({ all: 4, onWhatsapp: 1, notOnWhatsapp: 1, unchecked: 2, inNoGroup: 2 });
  });

  test('whoever has neither name nor number cannot be shown, but is known', () => {
    expect([some.total(), some.all().length, some.get(lidOf(5))?.chatId]).toEqual([4, 5, lidOf(5)]);
  });
});

describe('pages', () => {
  const many = createPeopleIndex(
    Array.from({ length: 25 }, (_, n) => contactOf(n, `Анна ${String(n).padStart(2, '0')}`)),
  );

  test('of one question follow one another, and the last may be short or empty', () => {
    const found = many.search(queryOf('анна'));
    const pages = [0, 10, 20, 30].map((offset) => found.page(offset, 10).map(({ name }) => name));

    expect(pages.map(({ length }) => length)).toEqual([10, 10, 5, 0]);
    expect(pages.flat()).toEqual(namesFor(many, 'анна'));
    expect(found.total).toBe(25);
    expect(found.ids(20, 100)).toEqual(found.page(20, 100).map(({ chatId }) => chatId));
  });
});

describe('a change', () => {
  test('is found at once', () => {
    const changing = createPeopleIndex([contactOf(1, 'Anna', { note: 'tenor' })]);
    const before = [namesFor(changing, 'boris'), namesFor(changing, '')];

    changing.put([contactOf(1, 'Boris'), contactOf(2, 'Boris II')]);

    expect(before).toEqual([[], ['Anna']]);
    expect([namesFor(changing, 'boris'), namesFor(changing, ''), changing.total()]).toEqual([
      ['Boris', 'Boris II'],
      ['Boris', 'Boris II'],
      2,
    ]);
    expect([namesFor(changing, 'anna'), namesFor(changing, 'tenor')]).toEqual([[], []]);
  });

  test('of use, of lists and of what is known of WhatsApp counts at once, too', () => {
    const changing = createPeopleIndex([contactOf(1, 'Anna A'), contactOf(2, 'Anna B')]);
    const before = [namesFor(changing, 'anna'), namesFor(changing, 'anna', { listId: 'choir' })];

    changing.put([contactOf(2, 'Anna B', { uses: 1, usedAtMs: 5, lists: ['choir'], groups: 1 })]);

    expect(before).toEqual([['Anna A', 'Anna B'], []]);
    expect(namesFor(changing, 'anna')).toEqual(['Anna B', 'Anna A']);
    expect(namesFor(changing, 'anna', { listId: 'choir' })).toEqual(['Anna B']);
    expect(namesFor(changing, 'anna', { groups: 'none' })).toEqual(['Anna A']);
  });

  test('whoever is removed is not found, and their place goes to somebody else', () => {
    const changing = createPeopleIndex([contactOf(1, 'Anna', { lists: ['choir'] }), contactOf(2, 'Boris')]);
    const before = namesFor(changing, '');

    changing.remove([contactOf(1, '').chatId, contactOf(7, '').chatId]);
    const all = changing.all().map(({ name }) => name);
    const removed = [
      namesFor(changing, ''),
      namesFor(changing, 'anna'),
      changing.total(),
      changing.get(contactOf(1, '').chatId),
    ];
    changing.put([contactOf(3, 'Clara')]);

    expect(before).toEqual(['Anna', 'Boris']);
    expect(all).toEqual(['Boris']);
    expect(removed).toEqual([['Boris'], [], 1, undefined]);
    expect([namesFor(changing, ''), namesFor(changing, 'anna'), namesFor(changing, '', { listId: 'choir' })]).toEqual([
      ['Boris', 'Clara'],
      [],
      [],
    ]);
  });
});

describe('type-ahead', () => {
  const some = createPeopleIndex([
    contactOf(1, 'Anna'),
    contactOf(2, 'Анна'),
    contactOf(3, 'Борис Ёлкин'),
    contactOf(4, 'Иванов'),
    contactOf(5, 'Мария Иванова'),
    contactOf(60, ''),
    contactOf(61, ''),
  ]);
  // By name: Anna, Анна, Борис, Иванов, Мария, …60, …61

  test.each([
    ['а', 1],
    ['a', 0],
    ['АНН', 1],
    ['б', 2],
    ['b', 2],
    ['борис ел', 2],
    ['борис ёл', 2],
    ['bor', 2],
    ['ivan', 3],
    ['bdf', 3],
    ['vf', 4],
    ['+7 900 000-00-61', 6],
    ['8900', 5],
    ['ёлкин', null],
    ['рия', null],
    ['ъъъ', null],
    ['+8', null],
    [' ', null],
  ])('%j leads to the row %j', (prefix, place) => {
    expect(some.place(queryOf('', { order: 'name' }), prefix)).toBe(place);
  });

  test('leads to the place in the answer that is shown', () => {
    expect(some.place(queryOf('', { order: 'name-down' }), 'анна')).toBe(3);
    expect(some.place(queryOf('иванов'), 'мария')).toBe(1);
    expect(some.place(queryOf('иванов'), 'анна')).toBe(null);
  });
});

test('answers the same whether it was made piece by piece beforehand or at the first question', () => {
  const turns: (() => void)[] = [];
  const people = Array.from({ length: 9_000 }, (_, n) => contactOf(n, `Имя ${n % 97} ${n % 89}`));
  const prepared = createPeopleIndex(people, (run) => turns.push(run));
  let taken = 0;
  for (let run = turns.shift(); run; run = turns.shift()) {
    run();
    taken += 1;
    // Changes in between are not lost.
    if (taken === 2) prepared.put([contactOf(3, 'Аа Новый'), contactOf(9_001, 'Яя Новый')]);
  }
  const fresh = createPeopleIndex([...people, contactOf(3, 'Аа Новый'), contactOf(9_001, 'Яя Новый')], () => {});

  expect(taken).toBeGreaterThan(4);
  for (const text of ['', 'новый', '7 8', 'имя 13']) {
    expect(prepared.search(queryOf(text)).ids(0, 9_999)).toEqual(fresh.search(queryOf(text)).ids(0, 9_999));
  }
});
