import { bg } from '../../src/sample/names/bg.js';
import { cs } from '../../src/sample/names/cs.js';
import { en } from '../../src/sample/names/en.js';
import { lv } from '../../src/sample/names/lv.js';
import { ru } from '../../src/sample/names/ru.js';
import { Random } from '../../src/sample/random.js';

/** "Today" of every run: 2026-06-01, as days since 1970-01-01. */
export const TODAY = 20_605;
export const CATEGORIES = Array.from({ length: 20 }, (_, index) => `k${index}`);
export const TIERS = ['bronze', 'silver', 'gold', 'platinum'] as const;
export const BRANCHES = ['centre', 'park', 'river', 'north', 'south'] as const;
const BOOKS = [ru, lv, bg, cs, en];
const DOMAINS = ['gmail.com', 'inbox.lv', 'mail.bg', 'seznam.cz', 'outlook.com'];
const HEX = Array.from({ length: 256 }, (_, byte) => byte.toString(16).padStart(2, '0'));

/** A client as every contestant gets it: row i is the same for every N. Dates are day numbers (0: none), money in minor units. */
export interface Row {
  id: string;
  name: string;
  firstName: string;
  lastName: string;
  phone: string;
  email: string;
  gender: 'female' | 'male';
  birthday: number;
  created: number;
  firstVisit: number;
  lastVisit: number;
  visits: number;
  spent: number;
  tips: number;
  discount: number;
  points: number;
  tier: number;
  categories: number;
  branch: number;
  subscribed: boolean;
  muted: boolean;
  consentEmail: boolean;
}

function idOf(random: Random): string {
  let text = '';
  for (let at = 0; at < 16; at++) {
    text += HEX[random.whole(0, 255)];
    if (at === 3 || at === 5 || at === 7 || at === 9) text += '-';
  }
  return text;
}

export function benchRow(index: number): Row {
  const random = new Random(20_260, index);
  const book = BOOKS[random.weighted([34, 24, 16, 14, 12])] ?? ru;
  const isFemale = random.chance(0.7);
  const firstName = random.pick(isFemale ? book.female : book.male);
  const lastName = random.pick(book.surnames)[isFemale ? 1 : 0];
  const created = TODAY - random.whole(1, 3650);
  const visits = random.chance(0.15) ? 0 : Math.floor(1 + 60 * random.next() ** 3);
  const firstVisit = visits === 0 ? 0 : created + random.whole(0, 5);
  const lastVisit = visits === 0 ? 0 : Math.min(TODAY - 1, firstVisit + (visits - 1) * random.whole(10, 60));
  let categories = 0;
  for (let left = random.weighted([30, 35, 25, 10]); left > 0; left--) categories |= 1 << random.whole(0, 19);
  const number = random.whole(0, 99_999_999);
  const subscribed = random.chance(0.6);
  return {
    // A generator of its own: further on in the row's, two rows may draw the same.
    id: idOf(new Random(20_261, index)),
    name: `${firstName} ${lastName}`,
    firstName,
    lastName,
    phone: `+3712${String(number).padStart(8, '0').slice(1)}`,
    email: `c${index.toString(36)}.${number.toString(36)}@${random.pick(DOMAINS)}`,
    gender: isFemale ? 'female' : 'male',
    birthday: TODAY - random.whole(16 * 365, 80 * 365),
    created,
    firstVisit,
    lastVisit,
    visits,
    spent: visits * random.whole(1500, 9000),
    tips: visits * random.whole(0, 400),
    discount: random.pick([0, 0, 0, 3, 5, 10]),
    points: visits * random.whole(5, 80),
    tier: random.whole(0, 3),
    categories,
    branch: random.whole(0, 4),
    subscribed,
    muted: random.chance(0.04),
    consentEmail: subscribed && random.chance(0.8),
  };
}

export function benchRows(count: number): Row[] {
  const rows: Row[] = [];
  for (let index = 0; index < count; index++) rows.push(benchRow(index));
  return rows;
}

/** `YYYY-MM-DD`, or '' for none. */
export function dayText(day: number): string {
  return day === 0 ? '' : new Date(day * 86_400_000).toISOString().slice(0, 10);
}

/** The ten columns that every contestant shows. */
export const COLUMNS = [
  { key: 'name', title: 'Name', width: 200 },
  { key: 'phone', title: 'Phone', width: 140 },
  { key: 'email', title: 'E-mail', width: 200 },
  { key: 'visits', title: 'Visits', width: 80 },
  { key: 'spent', title: 'Spent', width: 110 },
  { key: 'points', title: 'Points', width: 90 },
  { key: 'discount', title: 'Discount', width: 90 },
  { key: 'firstVisit', title: 'First visit', width: 120 },
  { key: 'lastVisit', title: 'Last visit', width: 120 },
  { key: 'gender', title: 'Gender', width: 100 },
] as const;
export type ColumnKey = (typeof COLUMNS)[number]['key'];

export function cellText(row: Row, key: ColumnKey): string {
  if (key === 'firstVisit' || key === 'lastVisit') return dayText(row[key]);
  if (key === 'spent') return (row.spent / 100).toFixed(2);
  return String(row[key]);
}
