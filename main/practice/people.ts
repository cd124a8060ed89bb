import { toPersonChatId } from '../../core/chat-id.ts';
import type { Random } from './random.ts';

/** Somebody of the practice world, as WhatsApp and the phone know them. */
export type WorldPerson = {
  readonly chatId: string;
  readonly lid: string;
  /** The name they gave themselves in WhatsApp. */
  readonly name: string;
  readonly onWhatsapp: boolean;
  /** `contacts`: whoever has not saved them cannot add them to a group, and is not told. */
  readonly addableBy: 'everyone' | 'contacts';
  /** The name in the phone's address book, or null when they are not in it. */
  readonly savedAs: string | null;
};

/** The practice phone's own number. */
export const ownDigits = '79000000000';

/** Everyone before this index is saved, on WhatsApp and may be added. */
export const easyPeople = 50;

const male = ['Аркадий', 'Борис', 'Вениамин', 'Геннадий', 'Ерофей', 'Захар', 'Иннокентий', 'Лев', 'Пётр', 'Фёдор'];
const female = ['Аглая', 'Варвара', 'Глафира', 'Евдокия', 'Зоя', 'Клавдия', 'Матрёна', 'Нина', 'Полина', 'Фёкла'];
const russian = [
  'Баранкин',
  'Бубликов',
  'Варежкин',
  'Галошин',
  'Ёжиков',
  'Зонтиков',
  'Карандашов',
  'Кефиров',
  'Кнопочкин',
  'Оладьев',
  'Пельменев',
  'Подстаканников',
  'Пуговкин',
  'Самоваров',
  'Скрепкин',
  'Тапочкин',
  'Укропов',
  'Черничкин',
];
const writers = ['Прохор Калошин', 'Winifred Teacake', 'Маланья Половникова'];
const given = ['Agatha', 'Barnaby', 'Clementine', 'Digby', 'Edith', 'Fergus', 'Gwendolyn', 'Horace', 'Ivy', 'Jasper'];
const english = [
  'Applecrumble',
  'Bumblewick',
  'Buttonhole',
  'Crumpet',
  'Doorstop',
  'Featherstone-Teapot',
  'Marmalade',
  'Paperclip',
  'Puddleduck',
  'Snickerbottom',
  'Thimble',
  'Wellington-Boots',
];

/** Made-up people, the easy ones first; `random` gives their names and lids, their numbers are always the same. */
export function makePeople(random: Random, count: number): WorldPerson[] {
  const names = { ru: shuffled(russianNames(), random), en: shuffled(englishNames(), random) };
  return Array.from({ length: count }, (_, index) => {
    const english = index % 3 === 2;
    const place = english ? Math.floor(index / 3) : index - Math.floor((index + 1) / 3);
    const list = english ? names.en : names.ru;
    const name = `${list[place % list.length] ?? ''}${place < list.length ? '' : ` ${Math.floor(place / list.length) + 1}`}`;
    const digits = english ? americanDigits(place) : String(79_000_000_101 + place);
    const isShy = index >= easyPeople && index % 8 === 3;
    return {
      chatId: toPersonChatId(digits),
      lid: makeLid(random),
      name,
      onWhatsapp: index < easyPeople || index % 13 !== 7,
      addableBy: isShy ? 'contacts' : 'everyone',
      savedAs: isShy ? null : name,
    };
  });
}

/** People who wrote to the phone and are in no address book: their chats are all that is known of them. */
export function makeWriters(random: Random): WorldPerson[] {
  return writers.map((name, index) => ({
    chatId: toPersonChatId(String(79_000_009_901 + index)),
    lid: makeLid(random),
    name,
    onWhatsapp: true,
    addableBy: 'contacts',
    savedAs: null,
  }));
}

/** WhatsApp's privacy id: digits that say nothing about the number. */
export const makeLid = (random: Random): string => `${1 + random.int(9)}${random.text('0123456789', 14)}@lid`;

/** 555-0100 to 555-0199 are kept free for made-up people; after the first hundred the area code moves on. */
const americanDigits = (place: number): string => `1${202 + Math.floor(place / 100)}5550${100 + (place % 100)}`;

function russianNames(): string[] {
  const men = male.flatMap((first) => russian.map((last) => `${first} ${last}`));
  const women = female.flatMap((first) => russian.map((last) => `${first} ${last}а`));
  return [...men, ...women];
}

const englishNames = (): string[] => given.flatMap((first) => english.map((last) => `${first} ${last}`));

function shuffled(names: readonly string[], random: Random): string[] {
  const left = [...names];
  return names.flatMap(() => left.splice(random.int(left.length), 1));
}
