import type { Stage } from './adapters.js';
import type { Settings } from './settings.js';

/** The salon's own words; Clientele brings its own. */
export interface Words {
  calendar: string;
  clients: string;
  services: string;
  team: string;
  newBooking: string;
  name: string;
  phone: string;
  email: string;
  service: string;
  staff: string;
  time: string;
  book: string;
  cancel: string;
  price: string;
  minutes: string;
  branch: string;
  tryIt: string;
  openFile: string;
  booked: (name: string) => string;
  created: (name: string) => string;
  several: (name: string) => string;
  bookingsToday: (count: number) => string;
  segments: string;
  /** What is being done while a base is prepared. */
  stages: Record<Stage, string>;
  leftOut: (count: number) => string;
  switches: Record<string, string>;
}

const plural = (locale: string, forms: Partial<Record<Intl.LDMLPluralRule, string>>) => {
  const rules = new Intl.PluralRules(locale);
  return (count: number) => `${count} ${forms[rules.select(count)] ?? forms.other}`;
};

const en: Words = {
  calendar: 'Calendar',
  clients: 'Clients',
  services: 'Services',
  team: 'Team',
  newBooking: 'New booking',
  name: 'Client name',
  phone: 'Phone',
  email: 'E-mail',
  service: 'Service',
  staff: 'With',
  time: 'Time',
  book: 'Book',
  cancel: 'Cancel',
  price: 'Price',
  minutes: 'Minutes',
  branch: 'Branch',
  tryIt: 'Try it',
  openFile: 'Open my own file',
  booked: (name) => `Booked for ${name}.`,
  created: (name) => `Booked. ${name} is a new client.`,
  several: (name) => `Booked. Several clients fit ${name}: choose one later.`,
  bookingsToday: plural('en', { one: 'booking', other: 'bookings' }),
  segments: 'Segments',
  stages: {
    loading: 'Preparing the base',
    database: 'Starting the database',
    clients: 'Loading clients',
    records: 'Loading bookings and sales',
  },
  leftOut: plural('en', { one: 'value of the file was left out', other: 'values of the file were left out' }),
  switches: {
    locale: 'Language',
    theme: 'Theme',
    density: 'Density',
    role: 'Role',
    size: 'Clients',
    adapter: 'Data',
    brand: 'Brand',
    auto: 'Auto',
    light: 'Light',
    dark: 'Dark',
    comfortable: 'Comfortable',
    regular: 'Regular',
    compact: 'Compact',
    owner: 'Owner',
    receptionist: 'Reception',
    trainee: 'Trainee',
    park: 'Branch “Park”',
    memory: 'Page',
    worker: 'Worker',
    http: 'Server',
    pglite: 'PGlite',
  },
};

const ru: Words = {
  calendar: 'Журнал',
  clients: 'Клиенты',
  services: 'Услуги',
  team: 'Команда',
  newBooking: 'Новая запись',
  name: 'Имя клиента',
  phone: 'Телефон',
  email: 'Эл. почта',
  service: 'Услуга',
  staff: 'Мастер',
  time: 'Время',
  book: 'Записать',
  cancel: 'Отмена',
  price: 'Цена',
  minutes: 'Минуты',
  branch: 'Филиал',
  tryIt: 'Примерить',
  openFile: 'Открыть свой файл',
  booked: (name) => `Запись для: ${name}.`,
  created: (name) => `Записано. Новый клиент: ${name}.`,
  several: (name) => `Записано. Подходит несколько клиентов: ${name}. Выберите позже.`,
  bookingsToday: plural('ru', { one: 'запись', few: 'записи', many: 'записей', other: 'записи' }),
  segments: 'Сегменты',
  stages: {
    loading: 'Готовим базу',
    database: 'Запускаем базу данных',
    clients: 'Загружаем клиентов',
    records: 'Загружаем записи и продажи',
  },
  leftOut: plural('ru', {
    one: 'значение из файла не вошло',
    few: 'значения из файла не вошли',
    many: 'значений из файла не вошло',
    other: 'значения из файла не вошли',
  }),
  switches: {
    locale: 'Язык',
    theme: 'Тема',
    density: 'Плотность',
    role: 'Роль',
    size: 'Клиенты',
    adapter: 'Данные',
    brand: 'Бренд',
    auto: 'Авто',
    light: 'Светлая',
    dark: 'Тёмная',
    comfortable: 'Просторно',
    regular: 'Обычно',
    compact: 'Плотно',
    owner: 'Владелец',
    receptionist: 'Администратор',
    trainee: 'Стажёр',
    park: 'Филиал «Парк»',
    memory: 'Страница',
    worker: 'Воркер',
    http: 'Сервер',
    pglite: 'PGlite',
  },
};

const bg: Words = {
  calendar: 'Календар',
  clients: 'Клиенти',
  services: 'Услуги',
  team: 'Екип',
  newBooking: 'Нова резервация',
  name: 'Име на клиента',
  phone: 'Телефон',
  email: 'Имейл',
  service: 'Услуга',
  staff: 'При',
  time: 'Час',
  book: 'Запази',
  cancel: 'Отказ',
  price: 'Цена',
  minutes: 'Минути',
  branch: 'Обект',
  tryIt: 'Изпробвай',
  openFile: 'Отвори свой файл',
  booked: (name) => `Запазено за ${name}.`,
  created: (name) => `Запазено. ${name} е нов клиент.`,
  several: (name) => `Запазено. Няколко клиенти отговарят на ${name}: изберете по-късно.`,
  bookingsToday: plural('bg', { one: 'резервация', other: 'резервации' }),
  segments: 'Сегменти',
  stages: {
    loading: 'Подготвяме базата',
    database: 'Стартираме базата данни',
    clients: 'Зареждаме клиентите',
    records: 'Зареждаме резервациите и продажбите',
  },
  leftOut: plural('bg', { one: 'стойност от файла не влезе', other: 'стойности от файла не влязоха' }),
  switches: {
    locale: 'Език',
    theme: 'Тема',
    density: 'Плътност',
    role: 'Роля',
    size: 'Клиенти',
    adapter: 'Данни',
    brand: 'Марка',
    auto: 'Авто',
    light: 'Светла',
    dark: 'Тъмна',
    comfortable: 'Просторно',
    regular: 'Обичайно',
    compact: 'Сбито',
    owner: 'Собственик',
    receptionist: 'Рецепция',
    trainee: 'Стажант',
    park: 'Обект „Парк“',
    memory: 'Страница',
    worker: 'Worker',
    http: 'Сървър',
    pglite: 'PGlite',
  },
};

const cs: Words = {
  calendar: 'Kalendář',
  clients: 'Zákazníci',
  services: 'Služby',
  team: 'Tým',
  newBooking: 'Nová rezervace',
  name: 'Jméno zákazníka',
  phone: 'Telefon',
  email: 'E-mail',
  service: 'Služba',
  staff: 'U koho',
  time: 'Čas',
  book: 'Rezervovat',
  cancel: 'Zrušit',
  price: 'Cena',
  minutes: 'Minuty',
  branch: 'Pobočka',
  tryIt: 'Vyzkoušet',
  openFile: 'Otevřít vlastní soubor',
  booked: (name) => `Rezervováno: ${name}.`,
  created: (name) => `Rezervováno. Nový zákazník: ${name}.`,
  several: (name) => `Rezervováno. ${name} odpovídá více zákazníkům: vyberte později.`,
  bookingsToday: plural('cs', { one: 'rezervace', few: 'rezervace', many: 'rezervace', other: 'rezervací' }),
  segments: 'Segmenty',
  stages: {
    loading: 'Připravujeme databázi',
    database: 'Spouštíme databázi',
    clients: 'Načítáme zákazníky',
    records: 'Načítáme rezervace a prodeje',
  },
  leftOut: plural('cs', {
    one: 'hodnota ze souboru se nevešla',
    few: 'hodnoty ze souboru se nevešly',
    many: 'hodnoty ze souboru se nevešlo',
    other: 'hodnot ze souboru se nevešlo',
  }),
  switches: {
    locale: 'Jazyk',
    theme: 'Motiv',
    density: 'Hustota',
    role: 'Role',
    size: 'Zákazníci',
    adapter: 'Data',
    brand: 'Značka',
    auto: 'Auto',
    light: 'Světlý',
    dark: 'Tmavý',
    comfortable: 'Vzdušně',
    regular: 'Běžně',
    compact: 'Hustě',
    owner: 'Majitelka',
    receptionist: 'Recepce',
    trainee: 'Učeň',
    park: 'Pobočka „Park“',
    memory: 'Stránka',
    worker: 'Worker',
    http: 'Server',
    pglite: 'PGlite',
  },
};

const lv: Words = {
  calendar: 'Kalendārs',
  clients: 'Klienti',
  services: 'Pakalpojumi',
  team: 'Komanda',
  newBooking: 'Jauns pieraksts',
  name: 'Klienta vārds',
  phone: 'Tālrunis',
  email: 'E-pasts',
  service: 'Pakalpojums',
  staff: 'Pie',
  time: 'Laiks',
  book: 'Pierakstīt',
  cancel: 'Atcelt',
  price: 'Cena',
  minutes: 'Minūtes',
  branch: 'Filiāle',
  tryIt: 'Izmēģini',
  openFile: 'Atvērt savu failu',
  booked: (name) => `Pierakstīts: ${name}.`,
  created: (name) => `Pierakstīts. Jauns klients: ${name}.`,
  several: (name) => `Pierakstīts. ${name} atbilst vairākiem klientiem: izvēlieties vēlāk.`,
  bookingsToday: plural('lv', { zero: 'pierakstu', one: 'pieraksts', other: 'pieraksti' }),
  segments: 'Segmenti',
  stages: {
    loading: 'Gatavojam bāzi',
    database: 'Palaižam datubāzi',
    clients: 'Ielādējam klientus',
    records: 'Ielādējam pierakstus un pārdošanu',
  },
  leftOut: plural('lv', {
    zero: 'faila vērtību netika ielādētas',
    one: 'faila vērtība netika ielādēta',
    other: 'faila vērtības netika ielādētas',
  }),
  switches: {
    locale: 'Valoda',
    theme: 'Motīvs',
    density: 'Blīvums',
    role: 'Loma',
    size: 'Klienti',
    adapter: 'Dati',
    brand: 'Zīmols',
    auto: 'Auto',
    light: 'Gaišs',
    dark: 'Tumšs',
    comfortable: 'Plaši',
    regular: 'Parasti',
    compact: 'Blīvi',
    owner: 'Īpašniece',
    receptionist: 'Administratore',
    trainee: 'Praktikants',
    park: 'Filiāle “Parks”',
    memory: 'Lapa',
    worker: 'Worker',
    http: 'Serveris',
    pglite: 'PGlite',
  },
};

const WORDS: Record<Settings['locale'], Words> = { en, ru, bg, cs, lv };

export function words(locale: Settings['locale']): Words {
  return WORDS[locale];
}
