import { transliterate } from '../text/index.js';
import { bg } from './names/bg.js';
import { cs } from './names/cs.js';
import { en } from './names/en.js';
import { lv } from './names/lv.js';
import { ru } from './names/ru.js';
import type { NameBook } from './names/types.js';
import { sampleLists } from './lists.js';
import { Random } from './random.js';
import { sampleHistory, type SampleHistory } from './visits.js';

const BOOKS: readonly NameBook[] = [ru, lv, bg, cs, en];
const SHARES = [34, 24, 16, 14, 12];
const CATEGORY_SHARES = [40, 32, 20, 8];
const PREFIXES: Record<
  NameBook['language'],
  readonly [prefix: string, starts: readonly string[], digits: number]
> = {
  ru: ['+7', ['903', '905', '916', '925', '926', '911', '950'], 7],
  lv: ['+371', ['20', '22', '25', '26', '28', '29'], 6],
  bg: ['+359', ['87', '88', '89'], 7],
  cs: ['+420', ['601', '603', '607', '720', '731', '776'], 6],
  en: ['+44', ['7400', '7511', '7700', '7712', '7855', '7960'], 6],
};
const MAIL = ['gmail.com', 'inbox.lv', 'mail.bg', 'seznam.cz', 'outlook.com', 'yandex.ru', 'proton.me'];
const ALLERGIES = ['Ammonia', 'Latex', 'Nuts', 'Аммиак', 'Пчелни продукти', 'Lateks', 'Formaldehyd'];
const DISCOUNTS = [3, 5, 7, 10, 15];
const DAY_MS = 86_400_000;
const HEX = Array.from({ length: 256 }, (_, byte) => byte.toString(16).padStart(2, '0'));

/** What a history comes to: the rule of `engine/derive`, told here without making records. Days are day numbers; 0: none. */
export interface SampleTotals {
  visits: number;
  firstVisit: number;
  lastVisit: number;
  /** Milliseconds UTC; 0: none. */
  nextVisit: number;
  noShows: number;
  cancellations: number;
  totalSpent: number;
  /** −1: no tickets. */
  averageTicket: number;
  tipsCount: number;
  tipsSum: number;
  points: number;
}

/**
 * One sample client as it was drawn, before anybody makes an object of the contract or a column of it. '' and null stand for what is not
 * there; every one has the same shape, which is what makes many of them quick.
 */
export interface Person extends SampleTotals {
  id: string;
  language: string;
  firstName: string;
  lastName: string;
  patronymic: string;
  gender: 'female' | 'male';
  phone: string;
  secondPhone: string;
  email: string;
  /** Day number; null: not known. */
  birth: number | null;
  /** The birthday lacks its year. */
  isAgeless: boolean;
  tier: string;
  categories: string[];
  branch: string;
  discount: number;
  source: string;
  subscribed: boolean;
  muted: boolean;
  consents: string[];
  hasApp: boolean;
  favourite: boolean;
  blocked: boolean;
  synchronised: boolean;
  created: number;
  city: string;
  occupation: string;
  allergies: string;
  staff: string;
  cardNumber: string;
  depositBalance: number;
  debt: number;
  group: string;
}

/** A UUID (version 4 in form) made from the generator, so that row i always has the same one. */
function uuid(random: Random): string {
  let text = '';
  for (let at = 0; at < 16; at++) {
    const byte = random.whole(0, 255);
    text += HEX[at === 6 ? (byte & 15) | 64 : at === 8 ? (byte & 63) | 128 : byte];
    if (at === 3 || at === 5 || at === 7 || at === 9) text += '-';
  }
  return text;
}

const latinCache = new Map<string, string>();
function latin(name: string, language: NameBook['language']): string {
  let known = latinCache.get(name);
  if (known === undefined) {
    known = transliterate(name, language)
      .normalize('NFD')
      .toLowerCase()
      .replace(/[^a-z]/g, '');
    latinCache.set(name, known);
  }
  return known;
}

function digits(random: Random, count: number): string {
  let text = '';
  for (let at = 0; at < count; at++) text += random.whole(0, 9);
  return text;
}

/** The id of row `row`, without making the whole client. */
export function sampleId(seed: number, row: number): string {
  return uuid(new Random(seed, row));
}

function totalsOf(history: SampleHistory, today: number): SampleTotals {
  let visits = 0;
  let spent = 0;
  let tickets = 0;
  let tips = 0;
  let tipsCount = 0;
  let noShows = 0;
  let cancellations = 0;
  let first = 0;
  let last = 0;
  let next = 0;
  for (const booking of history.bookings) {
    if (booking.state === 'noShow') noShows++;
    else if (booking.state === 'cancelled') cancellations++;
    else if (booking.state !== 'arrived') next ||= booking.start;
    else {
      visits++;
      spent += booking.price;
      if (booking.price > 0) tickets++;
      tips += booking.tip;
      if (booking.tip > 0) tipsCount++;
      first ||= booking.start;
      last = booking.start;
    }
  }
  for (const { amount } of history.sales) {
    spent += amount;
    tickets++;
  }
  return {
    visits,
    firstVisit: Math.floor(first / DAY_MS),
    lastVisit: Math.floor(last / DAY_MS),
    nextVisit: next >= today * DAY_MS ? next : 0,
    noShows,
    cancellations,
    totalSpent: spent,
    averageTicket: tickets > 0 ? Math.round(spent / tickets) : -1,
    tipsCount,
    tipsSum: tips,
    points: Math.floor(spent / 1000),
  };
}

function tierOf(spent: number): string {
  if (spent > 250_000) return 't-platinum';
  if (spent > 100_000) return 't-gold';
  if (spent > 30_000) return 't-silver';
  return spent > 0 ? 't-bronze' : '';
}

/** Draws client `row`: the order of the draws is what the base is, so new ones come last. `today` is a day number. */
export function drawPerson(
  seed: number,
  row: number,
  today: number,
  history = sampleHistory(seed, row, today),
): Person {
  const random = new Random(seed, row);
  const id = uuid(random);
  const book = BOOKS[random.weighted(SHARES)] as NameBook;
  const isFemale = random.chance(0.72);
  const firstName = random.pick(isFemale ? book.female : book.male);
  const form = isFemale ? 1 : 0;
  const lastName = random.pick(book.surnames)[form];
  const patronymic =
    book.patronymics.length > 0 && random.chance(0.4) ? random.pick(book.patronymics)[form] : '';
  const [prefix, starts, rest] = PREFIXES[book.language];
  const phone = random.chance(0.95) ? prefix + random.pick(starts) + digits(random, rest) : '';
  const second = random.chance(0.06) ? prefix + random.pick(starts) + digits(random, rest) : '';
  const email = random.chance(0.62)
    ? `${latin(firstName, book.language)}.${latin(lastName, book.language)}${random.whole(1, 9999)}@${random.pick(MAIL)}`
    : '';
  const birth = random.chance(0.7) ? today - random.whole(16 * 365, 78 * 365) : null;
  const isAgeless = birth !== null && random.chance(0.08);
  const totals = totalsOf(history, today);
  const categories: string[] = [];
  for (let left = random.weighted(CATEGORY_SHARES); left > 0; left--) {
    const { id: category } = random.pick(sampleLists.categories);
    if (!categories.includes(category)) categories.push(category);
  }
  const subscribed = random.chance(0.68);
  const consents: string[] = [];
  if (subscribed && phone && random.chance(0.8)) consents.push('sms:marketing', 'sms:reminders');
  if (subscribed && email && random.chance(0.85)) consents.push('email:marketing', 'email:birthday');
  const { bookings } = history;
  return {
    id,
    language: book.language,
    firstName,
    lastName,
    patronymic,
    gender: isFemale ? 'female' : 'male',
    phone,
    secondPhone: phone ? second : '',
    email,
    birth,
    isAgeless,
    tier: tierOf(totals.totalSpent),
    categories,
    branch: bookings[0]?.branch ?? random.pick(sampleLists.branches).id,
    visits: totals.visits,
    firstVisit: totals.firstVisit,
    lastVisit: totals.lastVisit,
    nextVisit: totals.nextVisit,
    noShows: totals.noShows,
    cancellations: totals.cancellations,
    totalSpent: totals.totalSpent,
    averageTicket: totals.averageTicket,
    tipsCount: totals.tipsCount,
    tipsSum: totals.tipsSum,
    points: totals.points,
    discount: random.chance(0.2) ? random.pick(DISCOUNTS) : 0,
    source: random.pick(sampleLists.sources).id,
    subscribed,
    muted: random.chance(0.04),
    consents,
    hasApp: random.chance(0.22),
    favourite: random.chance(0.03),
    blocked: random.chance(0.012),
    synchronised: bookings.length > 0,
    created: history.created,
    city: random.chance(0.5) ? random.pick(book.cities) : '',
    occupation: random.chance(0.25) ? random.pick(book.occupations) : '',
    allergies: random.chance(0.03) ? random.pick(ALLERGIES) : '',
    staff: bookings.at(-1)?.staff ?? '',
    cardNumber: random.chance(0.25) ? `20${digits(random, 11)}` : '',
    depositBalance: random.chance(0.06) ? random.whole(5, 200) * 100 : 0,
    debt: random.chance(0.015) ? random.whole(5, 80) * 100 : 0,
    group: random.chance(0.04) ? random.pick(sampleLists.groups).id : '',
  };
}
