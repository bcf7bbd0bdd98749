import type { Lists, SegmentDocument } from '../contract/index.js';

/** Who gets a tier: by what was spent, in minor units, as `person.ts` draws it. */
const spentOver = (value: number): SegmentDocument => ({
  v: 1,
  where: { kind: 'field', field: 'totalSpent', op: 'gt', value },
});

/** What the salon of the sample offers, and by whom: names in the five languages where people read them. */
export const sampleLists = {
  branches: [
    { id: 'b-centre', name: { en: 'Centre', ru: 'Центр', bg: 'Център', cs: 'Centrum', lv: 'Centrs' } },
    { id: 'b-park', name: { en: 'Park', ru: 'Парк', bg: 'Парк', cs: 'Park', lv: 'Parks' } },
    {
      id: 'b-river',
      name: { en: 'Riverside', ru: 'Набережная', bg: 'Край реката', cs: 'U řeky', lv: 'Krastmala' },
    },
  ],
  staff: [
    { id: 's-anna', name: 'Anna Ozola', branch: 'b-centre', hue: 'violet' },
    { id: 's-marek', name: 'Marek Novák', branch: 'b-centre', hue: 'teal' },
    { id: 's-elena', name: 'Елена Петрова', branch: 'b-centre', hue: 'pink' },
    { id: 's-ivaylo', name: 'Ивайло Димитров', branch: 'b-park', hue: 'amber' },
    { id: 's-kate', name: 'Kate Wells', branch: 'b-park', hue: 'blue' },
    { id: 's-liga', name: 'Līga Bērziņa', branch: 'b-river', hue: 'green' },
  ],
  services: [
    {
      id: 'v-cut',
      name: { en: 'Cut', ru: 'Стрижка', bg: 'Подстригване', cs: 'Střih', lv: 'Griezums' },
      price: 2500,
      minutes: 45,
    },
    {
      id: 'v-colour',
      name: { en: 'Colour', ru: 'Окрашивание', bg: 'Боядисване', cs: 'Barvení', lv: 'Krāsošana' },
      price: 6500,
      minutes: 120,
    },
    {
      id: 'v-balayage',
      name: { en: 'Balayage', ru: 'Балаяж', bg: 'Балаяж', cs: 'Balayage', lv: 'Balayage' },
      price: 12_000,
      minutes: 180,
    },
    {
      id: 'v-manicure',
      name: { en: 'Manicure', ru: 'Маникюр', bg: 'Маникюр', cs: 'Manikúra', lv: 'Manikīrs' },
      price: 3000,
      minutes: 60,
    },
    {
      id: 'v-pedicure',
      name: { en: 'Pedicure', ru: 'Педикюр', bg: 'Педикюр', cs: 'Pedikúra', lv: 'Pedikīrs' },
      price: 3800,
      minutes: 75,
    },
    {
      id: 'v-massage',
      name: { en: 'Massage', ru: 'Массаж', bg: 'Масаж', cs: 'Masáž', lv: 'Masāža' },
      price: 4500,
      minutes: 60,
    },
    {
      id: 'v-facial',
      name: {
        en: 'Facial',
        ru: 'Уход за лицом',
        bg: 'Грижа за лице',
        cs: 'Ošetření pleti',
        lv: 'Sejas kopšana',
      },
      price: 5500,
      minutes: 75,
    },
    {
      id: 'v-brows',
      name: { en: 'Brows', ru: 'Брови', bg: 'Вежди', cs: 'Obočí', lv: 'Uzacis' },
      price: 1500,
      minutes: 30,
    },
  ],
  tiers: [
    {
      id: 't-bronze',
      name: { en: 'Bronze', ru: 'Бронза', bg: 'Бронз', cs: 'Bronz', lv: 'Bronza' },
      level: 0,
      discount: 0,
      where: spentOver(0),
      hue: 'orange',
    },
    {
      id: 't-silver',
      name: { en: 'Silver', ru: 'Серебро', bg: 'Сребро', cs: 'Stříbro', lv: 'Sudrabs' },
      level: 1,
      discount: 3,
      where: spentOver(30_000),
      hue: 'grey',
    },
    {
      id: 't-gold',
      name: { en: 'Gold', ru: 'Золото', bg: 'Злато', cs: 'Zlato', lv: 'Zelts' },
      level: 2,
      discount: 5,
      where: spentOver(100_000),
      hue: 'amber',
    },
    {
      id: 't-platinum',
      name: { en: 'Platinum', ru: 'Платина', bg: 'Платина', cs: 'Platina', lv: 'Platīns' },
      level: 3,
      discount: 10,
      where: spentOver(250_000),
      hue: 'indigo',
    },
  ],
  categories: [
    { id: 'k-vip', name: 'VIP', hue: 'violet' },
    { id: 'k-colour', name: { en: 'Colour', ru: 'Цвет', bg: 'Цвят', cs: 'Barva', lv: 'Krāsa' }, hue: 'pink' },
    {
      id: 'k-cut',
      name: { en: 'Cut', ru: 'Стрижка', bg: 'Прическа', cs: 'Střih', lv: 'Griezums' },
      hue: 'teal',
    },
    { id: 'k-nails', name: { en: 'Nails', ru: 'Ногти', bg: 'Нокти', cs: 'Nehty', lv: 'Nagi' }, hue: 'red' },
    {
      id: 'k-massage',
      name: { en: 'Massage', ru: 'Массаж', bg: 'Масаж', cs: 'Masáž', lv: 'Masāža' },
      hue: 'green',
    },
    {
      id: 'k-student',
      name: { en: 'Student', ru: 'Студент', bg: 'Студент', cs: 'Student', lv: 'Students' },
      hue: 'blue',
    },
    {
      id: 'k-pensioner',
      name: { en: 'Pensioner', ru: 'Пенсионер', bg: 'Пенсионер', cs: 'Senior', lv: 'Seniors' },
      hue: 'grey',
    },
    {
      id: 'k-bride',
      name: { en: 'Bride', ru: 'Невеста', bg: 'Булка', cs: 'Nevěsta', lv: 'Līgava' },
      hue: 'amber',
    },
    {
      id: 'k-sensitive',
      name: {
        en: 'Sensitive skin',
        ru: 'Чувствительная кожа',
        bg: 'Чувствителна кожа',
        cs: 'Citlivá pleť',
        lv: 'Jutīga āda',
      },
      hue: 'orange',
    },
    {
      id: 'k-late',
      name: { en: 'Often late', ru: 'Опаздывает', bg: 'Закъснява', cs: 'Chodí pozdě', lv: 'Mēdz kavēt' },
      hue: 'red',
    },
    {
      id: 'k-quiet',
      name: {
        en: 'Likes quiet',
        ru: 'Любит тишину',
        bg: 'Обича тишина',
        cs: 'Má rád ticho',
        lv: 'Patīk klusums',
      },
      hue: 'cyan',
    },
    {
      id: 'k-family',
      name: { en: 'Family', ru: 'Семья', bg: 'Семейство', cs: 'Rodina', lv: 'Ģimene' },
      hue: 'lime',
    },
    {
      id: 'k-corporate',
      name: { en: 'Corporate', ru: 'Корпоративный', bg: 'Фирмен', cs: 'Firemní', lv: 'Uzņēmums' },
      hue: 'indigo',
    },
    {
      id: 'k-morning',
      name: { en: 'Mornings', ru: 'Утро', bg: 'Сутрин', cs: 'Ráno', lv: 'Rīti' },
      hue: 'amber',
    },
    {
      id: 'k-evening',
      name: { en: 'Evenings', ru: 'Вечер', bg: 'Вечер', cs: 'Večer', lv: 'Vakari' },
      hue: 'indigo',
    },
    {
      id: 'k-referred',
      name: { en: 'Referred', ru: 'По рекомендации', bg: 'Препоръчан', cs: 'Na doporučení', lv: 'Ieteikts' },
      hue: 'green',
    },
    {
      id: 'k-neighbour',
      name: { en: 'Neighbour', ru: 'Сосед', bg: 'Съсед', cs: 'Soused', lv: 'Kaimiņš' },
      hue: 'teal',
    },
    {
      id: 'k-model',
      name: { en: 'Model', ru: 'Модель', bg: 'Модел', cs: 'Modelka', lv: 'Modele' },
      hue: 'pink',
    },
    { id: 'k-press', name: { en: 'Press', ru: 'Пресса', bg: 'Преса', cs: 'Tisk', lv: 'Prese' }, hue: 'blue' },
    {
      id: 'k-tourist',
      name: { en: 'Tourist', ru: 'Турист', bg: 'Турист', cs: 'Turista', lv: 'Tūrists' },
      hue: 'cyan',
    },
  ],
  groups: [
    {
      id: 'g-masterclass',
      name: {
        en: 'Masterclass',
        ru: 'Мастер-класс',
        bg: 'Майсторски клас',
        cs: 'Masterclass',
        lv: 'Meistarklase',
      },
    },
    {
      id: 'g-christmas',
      name: {
        en: 'Christmas cards',
        ru: 'Рождественские открытки',
        bg: 'Коледни картички',
        cs: 'Vánoční přání',
        lv: 'Ziemassvētku kartītes',
      },
    },
    {
      id: 'g-testers',
      name: { en: 'Testers', ru: 'Тестировщики', bg: 'Тестери', cs: 'Testeři', lv: 'Testētāji' },
    },
  ],
  sources: [
    { id: 'q-instagram', name: 'Instagram' },
    { id: 'q-google', name: 'Google' },
    {
      id: 'q-friend',
      name: { en: 'A friend', ru: 'Знакомые', bg: 'Приятел', cs: 'Od známých', lv: 'Draugi' },
    },
    {
      id: 'q-walkin',
      name: {
        en: 'Walked in',
        ru: 'Проходил мимо',
        bg: 'Случайно минаващ',
        cs: 'Šel kolem',
        lv: 'Gāja garām',
      },
    },
    {
      id: 'q-online',
      name: {
        en: 'Online booking',
        ru: 'Онлайн-запись',
        bg: 'Онлайн резервация',
        cs: 'Online rezervace',
        lv: 'Tiešsaistes pieraksts',
      },
    },
    { id: 'q-flyer', name: { en: 'Flyer', ru: 'Листовка', bg: 'Листовка', cs: 'Leták', lv: 'Skrejlapa' } },
  ],
} as const satisfies Lists;
