import { describe, expect, test } from 'vitest';
import { readText, shown, shownColumns } from './samples.ts';

const csv = (...rows: readonly string[]): string => rows.join('\n');
const read = (...rows: readonly string[]) => readText(csv(...rows), 'people.csv');
const columns = async (...rows: readonly string[]): Promise<string[]> => shownColumns(await read(...rows));

describe('with headings', () => {
  test.each([
    [
      ['ФИО;Телефон', 'Анна Петрова;+7 900 000-00-01'],
      ['ФИО: name', 'Телефон: phone'],
    ],
    [
      ['Name,Number', 'Anna,+7 900 000-00-01'],
      ['Name: name', 'Number: phone'],
    ],
    [
      ['Контакт;Номер', 'Анна;+7 900 000-00-01'],
      ['Контакт: name', 'Номер: phone'],
    ],
    [
      ['Имя;Контакт', 'Анна;+7 900 000-00-01'],
      ['Имя: name', 'Контакт: phone'],
    ],
    [
      ['Номер;ФИО;Сотовый', '1;Анна;+7 900 000-00-01', '2;Борис;+7 900 000-00-02'],
      ['ФИО: name', 'Сотовый: phone'],
    ],
    [
      ['Имя;Фамилия;Моб.', 'Анна;Петрова;+7 900 000-00-01'],
      ['Имя: first-name', 'Фамилия: last-name', 'Моб.: phone'],
    ],
    [
      ['Ученик;Мама;Папа', 'Петя Иванов;+7 900 000-00-01;8 900 000 00 02', 'Аня Ли;8 900 000 00 03;'],
      ['Ученик: name', 'Мама: phone', 'Папа: phone'],
    ],
    [
      ['ФИО;Телефон;', 'Анна;+7 900 000-00-01;8 900 000 00 02'],
      ['ФИО: name', 'Телефон: phone', '2: phone'],
    ],
    [
      ['ФИО;Телефон;WhatsApp', 'Анна;+7 900 000-00-01;да', 'Борис;8 900 000 00 02;нет'],
      ['ФИО: name', 'Телефон: phone'],
    ],
    [
      ['ИНН;СНИЛС;ФИО;Тел.', '7701234567;123-456-789 00;Анна;+7 900 000-00-01'],
      ['ФИО: name', 'Тел.: phone'],
    ],
    [
      ['Кто;Куда звонить', 'Анна Петрова;+7 900 000-00-01'],
      ['Кто: name', 'Куда звонить: phone'],
    ],
    [
      ['Контрагент;Контактное лицо;Телефон', 'Весна;Анна;+7 900 000-00-01'],
      ['Контрагент: note', 'Контактное лицо: name', 'Телефон: phone'],
    ],
    [
      ['Группа;Класс;ФИО;Телефон', 'Хор;5А;Анна;+7 900 000-00-01'],
      ['Группа: list', 'Класс: list', 'ФИО: name', 'Телефон: phone'],
    ],
  ])('%j reads as %j', async (rows, expected) => {
    expect(await columns(...rows)).toEqual(expected);
  });

  test.each([
    [1, ['ФИО;Телефон', 'Анна;+7 900 000-00-01']],
    [3, ['Список класса', '', 'ФИО;Телефон', 'Анна;+7 900 000-00-01']],
    [4, ['Класс;5А', 'Учитель;Громова, тел. 8 900 000 00 77', '', 'ФИО;Телефон', 'Анна;+7 900 000-00-01']],
    [2, ['Данные', 'Кто;Звонить', 'Анна Петрова;+7 900 000-00-01']],
    [1, ['Телефон', '+7 900 000-00-01']],
    [null, ['Анна Петрова;+7 900 000-00-01']],
    [null, ['Список 5А', 'Анна Петрова;+7 900 000-00-01']],
    [null, ['+7 900 000-00-01']],
    [null, ['Анна Петрова', '+7 900 000-00-01']],
  ])('the headings are found in line %j of %j', async (line, rows) => {
    expect((await read(...rows)).table?.reading.headingLine).toBe(line);
  });

  test('what stands above the headings is nobody, and gives no bad line', async () => {
    expect(shown(await read('Учитель;Громова 8 900 000 00 77', 'ФИО;Телефон', 'Анна;+7 900 000-00-01'))).toEqual([
      '+7 900 000-00-01 Анна',
    ]);
  });

  test('headings that come again on every page, and a row that numbers the columns, are passed over', async () => {
    const rows = ['ФИО;Телефон', '1;2', 'Анна;+7 900 000-00-01', 'ФИО;Телефон', 'Борис;+7 900 000-00-02'];

    expect(shown(await read(...rows))).toEqual(['+7 900 000-00-01 Анна', '+7 900 000-00-02 Борис']);
  });

  test('numbers that a spreadsheet has rounded still tell their column', async () => {
    expect(await columns('Кто;Связь', 'Анна;7,9E+10', 'Борис;7,9E+10')).toEqual(['Кто: name', 'Связь: phone']);
  });
});

describe('without headings', () => {
  test.each([
    [
      ['Петрова Анна;+7 900 000-00-01', 'Крылов Борис;8 900 000 00 02'],
      ['0: name', '1: phone'],
    ],
    [
      ['+7 900 000-00-01;Петрова Анна', '8 900 000 00 02;Крылов Борис'],
      ['0: phone', '1: name'],
    ],
    [
      ['Анна;89000000001', 'Борис;79000000002'],
      ['0: name', '1: phone'],
    ],
    [
      ['Петрова;Анна;Ивановна;89000000001', 'Крылов;Борис;Ильич;79000000002'],
      ['0: last-name', '1: first-name', '2: middle-name', '3: phone'],
    ],
    [
      ['Анна;Петрова;89000000001', 'Борис;Крылов;79000000002'],
      ['0: first-name', '1: last-name', '2: phone'],
    ],
    [
      ['Анна;Вятка;89000000001', 'Борис;Вятка;79000000002', 'Вера;Вятка;79000000003'],
      ['0: name', '2: phone'],
    ],
    [
      ['123-456-789 00;Петрова Анна;89000000001', '223-456-789 00;Крылов Борис;89000000002'],
      ['1: name', '2: phone'],
    ],
    [['Петрова Анна +7 900 000-00-01;да', 'Крылов Борис 8 900 000 00 02;нет'], ['0: phone']],
    [['Петрова Анна +7 900 000-00-01;Вятка', 'Крылов Борис 8 900 000 00 02;Орёл'], ['0: phone']],
    [
      ['Петрова Анна;Лесная, 5, тел. 8 900 000-00-01', 'Крылов Борис;Полевая, 7, 8 900 000 00 02'],
      ['0: name', '1: phone'],
    ],
    [
      ['Петрова Анна;12.03.2014;89000000001', 'Крылов Борис;01.11.2013;89000000002'],
      ['0: name', '2: phone'],
    ],
  ])('%j reads as %j', async (rows, expected) => {
    expect(await columns(...rows)).toEqual(expected);
  });

  test('without a country only numbers with a plus, or long ones, tell their column', async () => {
    const read = await readText('Anna Lee;+44 20 7946 0958\nIvy Poe;+1 202 555 0100', 'people.csv', null);

    expect(shownColumns(read)).toEqual(['0: name', '1: phone']);
    expect(shown(read)).toEqual(['+44 20 7946 0958 Anna Lee', '+1 202 555 0100 Ivy Poe']);
  });

  test('shorter numbers of other countries tell their column too', async () => {
    const read = await readText(
      'Anna Lee;29 123 45 67;12.03.2014\nIvy Poe;33 123 45 67;01.11.2013',
      'people.csv',
      'BY',
    );

    expect(shownColumns(read)).toEqual(['0: name', '1: phone']);
  });

  test('a table without a single number has no column for it, and nothing breaks', async () => {
    const read = await readText('a;b\nc;d', 'people.csv');

    expect(read).toMatchObject({ people: [], lines: 0, repeated: 0, bad: [] });
  });
});

test('a column that only begins to be filled far down is found', async () => {
  const rows = Array.from(
    { length: 1_000 },
    (_, n) => `Имя ${n};${n < 700 ? '' : `+7 900 000 ${String(n).padStart(4, '0')}`}`,
  );

  expect((await read(...rows)).people).toHaveLength(300);
});
