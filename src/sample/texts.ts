import type { NameBook } from './names/types.js';

type Texts = Readonly<Record<NameBook['language'], readonly string[]>>;

/** What the staff wrote about people. */
export const NOTES: Texts = {
  en: [
    'Prefers mornings',
    'Coffee without sugar',
    'Allow ten minutes more',
    'Asks for the window seat',
    'Likes it quiet',
  ],
  ru: [
    'Приходит с собакой',
    'Кофе без сахара',
    'Просит место у окна',
    'Удобно только по утрам',
    'Любит тишину',
  ],
  bg: ['Предпочита сутрин', 'Кафе без захар', 'Идва с дете', 'Обича тишината', 'Закъснява с десет минути'],
  cs: ['Nejraději ráno', 'Káva bez cukru', 'Chodí s dítětem', 'Má ráda klid', 'Bývá o deset minut později'],
  lv: ['Labāk no rīta', 'Kafija bez cukura', 'Nāk ar bērnu', 'Patīk klusums', 'Mēdz kavēties desmit minūtes'],
};

/** What must be seen before anything else. */
export const ALERTS: Texts = {
  en: ['Patch test before colouring', 'Sensitive scalp'],
  ru: ['Перед окрашиванием — тест на аллергию', 'Чувствительная кожа головы'],
  bg: ['Тест за алергия преди боядисване', 'Чувствителна кожа'],
  cs: ['Před barvením test alergie', 'Citlivá pokožka'],
  lv: ['Pirms krāsošanas — alerģijas tests', 'Jutīga galvas āda'],
};

export const REVIEWS: Texts = {
  en: ['Exactly what I asked for', 'Friendly and quick', 'Good, but I had to wait', 'Not my colour'],
  ru: ['Всё, как я просила', 'Быстро и приветливо', 'Хорошо, но пришлось подождать', 'Цвет не тот'],
  bg: ['Точно каквото исках', 'Бързо и любезно', 'Добре, но почаках', 'Цветът не е този'],
  cs: ['Přesně podle přání', 'Rychle a mile', 'Dobré, ale čekala jsem', 'Barva nesedí'],
  lv: ['Tieši tā, kā gribēju', 'Ātri un laipni', 'Labi, bet bija jāgaida', 'Krāsa nav tā'],
};

/** A reminder, a marketing message, a wish. */
export const MESSAGES: Texts = {
  en: ['We see you tomorrow.', 'A massage with 20 % off this week.', 'Happy birthday! A gift waits for you.'],
  ru: ['Ждём вас завтра.', 'На этой неделе массаж со скидкой 20 %.', 'С днём рождения! Вас ждёт подарок.'],
  bg: ['Очакваме ви утре.', 'Масаж с 20 % отстъпка тази седмица.', 'Честит рожден ден! Чака ви подарък.'],
  cs: [
    'Zítra se na vás těšíme.',
    'Tento týden masáž se slevou 20 %.',
    'Všechno nejlepší! Čeká na vás dárek.',
  ],
  lv: ['Gaidām jūs rīt.', 'Šonedēļ masāža ar 20 % atlaidi.', 'Daudz laimes! Jūs gaida dāvana.'],
};
