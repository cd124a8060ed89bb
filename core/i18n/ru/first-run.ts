import type * as en from '../en/first-run.ts';
import type { Russian } from '../russian.ts';

export const firstRun: Russian<typeof en.firstRun> = {
  title: 'С чего начнём?',
  says: 'CreateGroup создаёт группы WhatsApp с номера вашей организации. Для этого нужна учётная запись: администратор настраивает её один раз.',
  fileTitle: 'Открыть файл, который вам дали',
  fileText: 'Файл .creategroup от администратора. Его можно перетащить прямо сюда.',
  typeTitle: 'Ввести данные учётной записи',
  typeText: 'Если номер и ключ вам прислали или дали на бумаге.',
  practiceTitle: 'Потренироваться с вымышленными людьми',
  practiceText: 'Всё работает как на самом деле, но никуда ничего не отправляется.',
  offline: 'Сейчас нет соединения. Можно продолжать: учётная запись проверится, когда связь появится.',
  language: 'Язык',
};
