import type { Random } from '../../main/practice/random.ts';

/** A name as people write it into their phone; empty for every fifteenth. */
export function crowdName(random: Random): string {
  const dice = random.int(300);
  if (dice < 20) return '';
  if (dice < 150) return russian(random);
  if (dice < 210) return kazakh(random);
  if (dice < 262) return latin(random);
  if (dice < 285) return byRole(random);
  if (dice < 296) return company(random);
  return random.pick(rare);
}

function russian(random: Random): string {
  const isWoman = random.int(2) === 0;
  const first = often(random, isWoman ? women : men);
  const last = `${surname(random)}${isWoman ? 'а' : ''}`;
  const father = random.pick(fathers) + (isWoman ? 'на' : 'ич');
  const forms = [`${first} ${last}`, `${last} ${first}`, `${last} ${first} ${father}`, first, `${first} ${father}`];
  return often(random, forms);
}

function kazakh(random: Random): string {
  const first = random.pick(kazakhFirst);
  const last = `${random.pick(kazakhLast)}${random.pick(['', '', 'а'])}`;
  return random.pick([`${first} ${last}`, `${last} ${first}`, first]);
}

const latin = (random: Random): string =>
  random.pick([`${random.pick(latinFirst)} ${random.pick(latinLast)}`, random.pick(latinFirst)]);

const byRole = (random: Random): string =>
  `${random.pick(roles)} ${often(random, random.int(2) === 0 ? women : men)} ${1 + random.int(11)}${random.pick(['А', 'Б', 'В', ''])}`;

const company = (random: Random): string => `${random.pick(companies)} ${surname(random)} ${random.int(300)}`;

/** Half of the people share a few names, the others have one that few have. */
const surname = (random: Random): string =>
  random.int(2) === 0
    ? often(random, surnames)
    : `${random.pick(rootsFirst)}${random.pick(rootsMiddle)}${random.pick(rootsLast)}${random.pick(['ов', 'ев', 'ин'])}`;

/** The first ones much more often than the last, as with real names. */
const often = (random: Random, from: readonly string[]): string =>
  from[Math.floor((random.int(1000) / 1000) ** 2 * from.length)] ?? '';

const list = (text: string): [string, ...string[]] => {
  const [first = '', ...others] = text.trim().split(/\s+/u);
  return [first, ...others];
};

const men = list(`
  Александр Сергей Дмитрий Андрей Алексей Максим Евгений Иван Михаил Николай Владимир Артём Денис Роман Павел Антон
  Игорь Олег Илья Кирилл Юрий Виктор Пётр Станислав Фёдор Геннадий Григорий Тимофей Щербан Эдуард Харитон Савелий`);
const women = list(`
  Елена Анна Ольга Наталья Мария Татьяна Екатерина Ирина Светлана Юлия Анастасия Оксана Дарья Людмила Алёна Евгения
  Вера Виктория Галина Жанна Зоя Ксения Лариса Любовь Надежда Полина София Яна Эльвира Иоанна Щепетильда Фёкла`);
const surnames = list(`
  Иванов Смирнов Кузнецов Попов Васильев Петров Соколов Михайлов Новиков Фёдоров Морозов Волков Алексеев Лебедев
  Семёнов Егоров Павлов Козлов Степанов Николаев Орлов Андреев Макаров Никитин Захаров Зайцев Соловьёв Борисов
  Яковлев Григорьев Романов Воробьёв Сергеев Кузьмин Фролов Александров Дмитриев Королёв Гусев Киселёв Ильин Максимов
  Поляков Сорокин Виноградов Ковалёв Белов Медведев Антонов Тарасов Жуков Баранов Филиппов Комаров Давыдов Беляев
  Герасимов Богданов Осипов Сидоров Матвеев Титов Марков Миронов Крылов Куликов Карпов Власов Мельников Денисов
  Гаврилов Тихонов Казаков Афанасьев Данилов Савельев Тимофеев Фомин Чернов Абрамов Мартынов Ефимов Федотов Щербаков
  Назаров Калинин Исаев Чернышёв Быков Маслов Родионов Коновалов Лазарев Воронин Климов Филатов Пономарёв Голубев
  Кудрявцев Прохоров Наумов Потапов Журавлёв Овчинников Трофимов Леонов Соболев Ермаков Колесников Гончаров Емельянов
  Никифоров Грачёв Котов Гришин Ефремов Архипов Громов Кириллов Малышев Панов Моисеев Румянцев Акимов Хохлов Цветков
  Юдин Яшин Щукин Шубин Ёжиков Эйлеров`);
const rootsFirst = list('Ба Бе Во Гу Де До Жи За Зу Ка Ко Кры Лу Ма Мо Не По Ра Ру Са Со Та Ту Фи Хо Че Шу Ще Я Эр');
const rootsMiddle = list('бу ва ги ду жа зо ку ла ли мо ну па ре ро со та ту фа хо че ша ры ге ме ни');
const rootsLast = list('б в г д ж з к л м н п р с т ф х ц ч ш щ ль нк рт ст шк');
const fathers = list(`
  Александров Сергеев Дмитриев Андреев Алексеев Иванов Михайлов Николаев Владимиров Викторов Петров Павлов Юрьев
  Анатольев Геннадьев Олегов Борисов Григорьев Фёдоров Семёнов Евгеньев Васильев`);
const kazakhFirst = list(`
  Айгүл Айгерім Әлия Динара Гүлнар Жанар Сәуле Мадина Меруерт Назгүл Нұргүл Қарлығаш Ұлпан Шолпан Асель Бота
  Нұрлан Ерлан Ержан Қуаныш Бауыржан Арман Асқар Дәулет Марат Нұрсұлтан Өмірбек Санжар Талғат Тимур Үсен Қанат Жұлдыз
  Ғалым Іңкәр Болат Серік Руслан Данияр`);
const kazakhLast = list(`
  Ахметов Омаров Сұлтанов Қасымов Ибраев Жұмабаев Сейтқали Нұрпейісов Абдрахманов Оспанов Ермеков Тілеубаев Бекмұратов
  Әбдіров Искаков Мұқанов Сағынтаев Калиев Байжанов Досмағамбетов Ысқақов Төлегенов`);
const latinFirst = list(`
  Anna Yulia Yuliya Aleksey Alexey Dmitriy Dmitry Sergey Natalia Natalya Yevgeny Evgeniy Aigul Aigerim Nurlan Yerlan
  Kuanysh Zhanar Bolat Ruslan Timur Madina Viktor Victor Pyotr Fyodor Artem Artyom Oxana Ksenia Mikhail Michael Peter
  José Zoë Søren Łukasz Jürgen Philipp Charlotte Christian Ivy Agatha Barnaby Chloe Xenia Quentin`);
const latinLast = list(`
  Ivanov Ivanova Petrov Petrova Akhmetov Akhmetova Omarov Kim Pak Li Nguyen Schmidt Müller Khrushchev Shcherbakov
  O’Brien Applecrumble Featherstone-Teapot Marmalade Paperclip Buttonhole Abdrakhmanova Kasymov Zhumabayev Suleimenova
  Vasilyev Vasiliev Yakovleva Tsvetkov Chernyshev Wagner Kowalski García Yilmaz Öztürk`);
const roles = list('Мама Папа Бабушка Класс Тренер Няня Врач Сосед Такси Курьер Водитель Бухгалтер Директор Сантехник');
const companies = [
  'ООО «Ромашка»',
  'ИП',
  'ТОО «Береке»',
  'Автосервис',
  'Доставка',
  'Школа №5,',
  'Отель',
  'Склад',
] as const;
const rare = [
  '🔥🔥',
  '王小明',
  'محمد علي',
  '김민준',
  'Γιώργος',
  '***',
  '👩‍👧 Мама',
  'さくら',
  'דוד כהן',
  'Ася ♥',
] as const;
