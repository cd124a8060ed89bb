import { expect, test } from 'vitest';
import { decodeText } from '../../../main/spreadsheet/decode-text.ts';

const text = 'Имя;Телефон\r\nАнна Ёлкина;+7 900 000-00-01\r\n';

/** The Russian letters of an encoding of one byte a letter, in the order of the alphabet: `а`, `б` … `я`, `ё`. */
const alphabet = 'абвгдежзийклмнопрстуфхцчшщъыьэюя';
const koi8 = 'c1c2d7c7c4c5d6dac9cacbcccdcecfd0d2d3d4d5c6c8c3dedbdddfd9d8dcc0d1';

const inWindows1251 = (letters: string): Buffer =>
  Buffer.from([...letters].map((letter) => oneByte(letter, (place) => 0xe0 + place, 0xc0 - 0xe0, [0xb8, 0xa8])));
const inKoi8 = (letters: string): Buffer =>
  Buffer.from(
    [...letters].map((letter) => oneByte(letter, (place) => Buffer.from(koi8, 'hex')[place] ?? 0, 0x20, [0xa3, 0xb3])),
  );

function oneByte(
  letter: string,
  lower: (place: number) => number,
  toUpper: number,
  [yo, upperYo]: readonly [number, number],
): number {
  if (letter === 'ё') return yo;
  if (letter === 'Ё') return upperYo;
  const place = alphabet.indexOf(letter.toLowerCase());
  if (place === -1) return letter.charCodeAt(0);
  return lower(place) + (letter === letter.toLowerCase() ? 0 : toUpper);
}

const utf16be = (letters: string): Buffer => Buffer.from(letters, 'utf16le').swap16();
const mark = '\ufeff';

test.each([
  ['UTF-8', Buffer.from(text)],
  ['UTF-8 with its mark', Buffer.from(mark + text)],
  ['UTF-16 LE with its mark', Buffer.from(mark + text, 'utf16le')],
  ['UTF-16 LE', Buffer.from(text, 'utf16le')],
  ['UTF-16 BE with its mark', utf16be(mark + text)],
  ['UTF-16 BE', utf16be(text)],
  ['windows-1251', inWindows1251(text)],
  ['koi8-r', inKoi8(text)],
])('%s is told by its bytes', (_, bytes) => {
  expect(decodeText(bytes)).toBe(text);
});

test.each([
  'Анна Петрова',
  'ПЕТРОВ ИВАН',
  'юлия щукина',
  'Щукин Юрий Эдуардович',
  'Класс 5А',
  'Хор',
  'МКОУ СОШ, ЖЭК, ТСЖ',
])('%s is read in both of the old encodings', (words) => {
  expect(decodeText(inWindows1251(words))).toBe(words);
  expect(decodeText(inKoi8(words))).toBe(words);
});

test('marks that only windows-1251 has do not make it koi8-r', () => {
  const bytes = Buffer.concat([Buffer.from([0xb9, 0x20, 0xab]), inWindows1251('Хор'), Buffer.from([0xbb, 0x20, 0x97])]);

  expect(decodeText(bytes)).toBe('№ «Хор» —');
});

test('a broken byte in a UTF-8 text costs one letter, not the text', () => {
  const bytes = Buffer.from('Анна Петрова;Борис Орлов');
  bytes[1] = 0x20;

  expect(decodeText(bytes)).toBe('\ufffd нна Петрова;Борис Орлов');
});

test('the mark of UTF-8 is believed, however many bytes are broken', () => {
  expect(decodeText(Buffer.from([0xef, 0xbb, 0xbf, 0x61, 0xff, 0xfe]))).toBe('a\ufffd\ufffd');
});

test('NUL bytes in a text of one byte a letter do not make it UTF-16', () => {
  expect(decodeText(Buffer.from('name;phone\0\0\0\n'))).toBe('name;phone\0\0\0\n');
});

test('a text cut in the middle of a UTF-16 letter keeps what is whole', () => {
  expect(decodeText(Buffer.from(`${mark}Анна`, 'utf16le').subarray(0, -1))).toBe('Анн\ufffd');
});
