import { section } from './section.ts';

/** The first screen, as long as there is no account. */
export const firstRun = section({
  en: {
    title: 'How would you like to begin?',
    says: 'CreateGroup makes WhatsApp groups from the number of your organisation. For this it needs an account, set up once by your administrator.',
    typeTitle: 'Type in an account',
    typeText: 'If you were given a number and a key on paper or in a letter.',
    practiceTitle: 'Practise with pretend people',
    practiceText: 'Everything works as it really does, and nothing is sent anywhere.',
    offline: 'No connection now. You can go on: the account is checked when the connection is back.',
    language: 'Language',
  },
  ru: {
    title: 'С чего начнём?',
    says: 'CreateGroup создаёт группы WhatsApp с номера вашей организации. Для этого нужна учётная запись: администратор настраивает её один раз.',
    typeTitle: 'Ввести учётную запись',
    typeText: 'Если номер и ключ вам прислали письмом или дали на бумаге.',
    practiceTitle: 'Потренироваться на вымышленных людях',
    practiceText: 'Всё работает как на самом деле, но никуда ничего не отправляется.',
    offline: 'Сейчас нет соединения. Можно продолжать: учётная запись проверится, когда связь появится.',
    language: 'Язык',
  },
});
