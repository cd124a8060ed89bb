/** The first screen, as long as there is no account. */
export const firstRun = {
  title: 'How would you like to begin?',
  says: 'CreateGroup makes WhatsApp groups from the number of your organisation. For this it needs an account, set up once by your administrator.',
  fileTitle: 'Open the file you were given',
  fileText: 'A .creategroup file from your administrator. You can also drop it here.',
  typeTitle: 'Type in an account',
  typeText: 'If you were given a number and a key on paper or in a message.',
  practiceTitle: 'Practise with pretend people',
  practiceText: 'Everything works as in real life, and nothing is sent anywhere.',
  offline: 'No connection now. You can go on: the account is checked when the connection is back.',
  language: 'Language',
} as const;
