import { toPersonChatId } from '../../core/chat-id.ts';
import type { Contact } from '../../core/contact.ts';
import type { KeptContact, KeptList } from '../../main/contacts/store.ts';
import { createRandom, type Random } from '../../main/practice/random.ts';
import { crowdName } from './crowd-names.ts';

/** The lists that people of a crowd are in: the ids in `contact.lists` with their names. */
export const crowdLists: readonly [KeptList, ...KeptList[]] = [
  { listId: 'list-1', name: 'Родители 5А' },
  { listId: 'list-2', name: 'Хор' },
  { listId: 'list-3', name: 'Branch heads' },
  { listId: 'list-4', name: 'Водители, ночная смена' },
  { listId: 'list-5', name: 'Выпускники 2019' },
];

const nowMs = Date.UTC(2026, 10, 2, 9);
const dayMs = 86_400_000;

/**
 * Made-up people as a large address book holds them: mostly Russian and Kazakh names, some in Latin letters, some without
 * a name, a few with a note or in a list. The same seed makes the same people.
 */
export function crowd(count: number, seed: number): KeptContact[] {
  const random = createRandom(seed, 'crowd');
  return Array.from({ length: count }, (_, place) => {
    const name = crowdName(random);
    const isLid = name !== '' && random.int(100) === 0;
    const person = { ...(isLid ? lidOnly(place) : numbered(place)), name };
    const standing = standingOf(random);
    const phoneName = standing.source === 'phone' ? name : null;
    return { ...person, ...standing, ...useOf(random), phoneName, deleted: false };
  });
}

/** +7 9xx 0xx-xx-xx: the codes of real mobile numbers, followed by a zero that they do not have. */
function numbered(place: number): Pick<Contact, 'chatId' | 'phone'> {
  // 7919 shares no factor with 1,000,000, so no number comes twice in a million people.
  const rest = String((place * 7919) % 1_000_000).padStart(6, '0');
  const [code, first, second, third] = [
    `9${rest.slice(0, 2)}`,
    `0${rest.slice(2, 3)}0`,
    `${rest.slice(3, 4)}0`,
    rest.slice(4),
  ];
  return {
    chatId: toPersonChatId(`7${code}${first}${second}${third}`),
    phone: `+7 ${code} ${first}-${second}-${third}`,
  };
}

const lidOnly = (place: number): Pick<Contact, 'chatId' | 'phone'> => ({
  chatId: `${120_650_379_300_000 + place}@lid`,
  phone: '',
});

const notes = [
  'Мама Пети из 5А, звонить после шести',
  'Оплатил до мая',
  'Prefers voice messages',
  'доб. 214, спросить Ольгу Викторовну',
  'Не беспокоить по утрам',
  'Склад на Заречной, пропуск у охраны',
] as const;

function standingOf(random: Random): Omit<Contact, 'chatId' | 'phone' | 'name'> {
  const dice = random.int(100);
  return {
    source: dice < 85 ? 'phone' : dice < 95 ? 'file' : 'typed',
    gone: random.int(33) === 0,
    note: random.int(20) === 0 ? random.pick(notes) : '',
    lists: random.int(12) === 0 ? [random.pick(crowdLists).listId] : [],
    whatsapp: dice % 10 < 7 ? { at: 'unchecked' } : { at: dice % 10 < 9 ? 'yes' : 'no', checkedAtMs: nowMs },
    groups: random.int(15) === 0 ? 1 + random.int(4) : 0,
  };
}

function useOf(random: Random): Pick<KeptContact, 'usedAtMs' | 'uses'> {
  if (random.int(40) > 0) return { usedAtMs: null, uses: 0 };
  return { usedAtMs: nowMs - random.int(300) * dayMs, uses: 1 + random.int(12) };
}
