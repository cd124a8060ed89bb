import fc from 'fast-check';
import { expect, test } from 'vitest';
import { meaningOf } from '../../../../main/contacts/files/column-words.ts';

test.each([
  [
    'phone',
    ['Телефон', 'ТЕЛЕФОН:', 'Моб. тел.', 'Сотовый', 'моб.', 'Контактный телефон родителей', '№ телефона', 'тел'],
  ],
  ['phone', ['Phone', 'Mobile Phone', 'Cell', 'Phone 1 - Value', 'phoneNumber', 'mobile_phone', 'WhatsApp', 'Tel.']],
  [
    'name',
    ['ФИО', 'Ф.И.О.', 'Ф. И. О. ученика', 'Фамилия, имя, отчество', 'Имя и фамилия', 'Контактное лицо', 'Сотрудник'],
  ],
  ['name', ['Full Name', 'Display Name', 'Контрагент', 'Учащийся', 'Ребёнок', 'Contact Name', 'Customer']],
  ['bare-name', ['Имя', 'Name', 'имя контакта', 'NAME']],
  ['first-name', ['First Name', 'Given Name', 'firstName', 'first_name']],
  ['last-name', ['Фамилия', 'Last Name', 'Family Name', 'lastName', 'Фамилия ученика']],
  ['middle-name', ['Отчество', 'Middle Name', 'Additional Name']],
  [
    'note',
    ['Примечание', 'Примечания:', 'Заметка', 'Заметки', 'Комментарий', 'Note', 'Notes', 'Примечание к телефону'],
  ],
  ['list', ['Класс', 'Группа', 'Список', 'Категории', 'Category', 'Categories', 'Labels', 'Group Membership', 'Отдел']],
  ['organization', ['Организация', 'Компания', 'Company', 'Organization Name', 'Organization 1 - Name']],
  ['perhaps-phone', ['Номер', 'Контакт', 'Контактные данные', 'Number', 'Contact', 'Связь']],
  ['leave-out', ['№', '№ п/п', 'ID', 'Дата рождения', 'E-mail', 'Эл. почта', 'Адрес', 'ИНН', 'СНИЛС', 'Группа крови']],
  ['leave-out', ['Рабочий факс', 'Home Fax', 'Pager', "Assistant's Phone", 'Телефон помощника', 'Company Main Phone']],
  ['leave-out', ['Phone 1 - Type', 'Phone 1 - Label', 'Phonetic First Name', 'Organization Title', 'Имя пользователя']],
  [null, ['', ' ', '12', '—', 'Мама', 'Смена', 'Телеграм', 'Телевизор']],
] as const)('%s is what %j mean', (meaning, headings) => {
  expect(headings.map(meaningOf)).toEqual(headings.map(() => meaning));
});

test('a whole sentence is no heading, whatever stands in it', () => {
  const sentence =
    'Телефоны родителей, которые нужны классному руководителю на случай болезни ученика или отмены уроков';

  expect(meaningOf(sentence)).toBeNull();
});

test('a heading means the same in capitals, with odd spaces and with marks around it', () => {
  const heading = fc.constantFrom('Телефон', 'Фамилия', 'Mobile Phone', 'Примечание', 'Категория', 'Дата рождения');
  const mark = fc.constantFrom('', ' ', '\u00a0', '*', ':', ' . ', '\n', '«');
  fc.assert(
    fc.property(heading, mark, mark, (words, before, after) => {
      const written = `${before}${words.toUpperCase().replace(' ', '\u00a0 ')}${after}`;
      expect(meaningOf(written)).toBe(meaningOf(words));
    }),
  );
});

test('whatever stands in a cell, looking at it as a heading ends well and at once', { timeout: 60_000 }, () => {
  fc.assert(fc.property(fc.string({ unit: 'grapheme', maxLength: 120 }), (text) => void meaningOf(text)));
  const startedMs = performance.now();

  for (const piece of ['а', 'а ', '. ', 'телефон', 'phone 1 ', 'ﷺ']) meaningOf(piece.repeat(100_000));

  expect(performance.now() - startedMs).toBeLessThan(1_000);
});
