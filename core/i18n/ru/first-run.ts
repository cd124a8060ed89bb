import type * as en from '../en/first-run.ts';
import type { Russian } from '../russian.ts';

export const firstRun: Russian<typeof en.firstRun> = {
  title: 'С чего начнём?',
  says: 'CreateGroup создаёт группы WhatsApp с номера вашей организации. Для этого нужна учётная запись: администратор настраивает её один раз.',
  typeTitle: 'Ввести учётную запись',
  typeText: 'Если номер и ключ вам прислали письмом или дали на бумаге.',
  practiceTitle: 'Потренироваться на вымышленных людях',
  practiceText: 'Всё работает как на самом деле, но никуда ничего не отправляется.',
  offline: 'Сейчас нет соединения. Можно продолжать: учётная запись проверится, когда связь появится.',
  language: 'Язык',
};
