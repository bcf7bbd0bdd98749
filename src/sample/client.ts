import type { Client, FieldId } from '../contract/index.js';
import { transliterate } from '../text/index.js';
import { dayOf } from '../time/index.js';
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
const DAY_MS = 86_400_000;
const HEX = Array.from({ length: 256 }, (_, byte) => byte.toString(16).padStart(2, '0'));

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

/** What the totals of a history are: the rule of `engine/derive`, told here without making records. */
function totals(history: SampleHistory, today: number): Partial<Client> {
  let visits = 0;
  let spent = 0;
  let ticket = 0;
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
      ticket += booking.price;
      tips += booking.tip;
      if (booking.tip > 0) tipsCount++;
      first ||= booking.start;
      last = booking.start;
    }
  }
  spent = ticket + history.sales.reduce((sum, sale) => sum + sale.amount, 0);
  const points = Math.floor(spent / 1000);
  return {
    visits,
    ...(first
      ? { firstVisit: dayOf(Math.floor(first / DAY_MS)), lastVisit: dayOf(Math.floor(last / DAY_MS)) }
      : {}),
    ...(next && next >= today * DAY_MS ? { nextVisit: new Date(next).toISOString() } : {}),
    noShows,
    cancellations,
    totalSpent: spent,
    ...(visits ? { averageTicket: Math.round(spent / visits) } : {}),
    tipsCount,
    tipsSum: tips,
    points,
  };
}

/**
 * Client `row` of the base that `seed` names: the same whatever the size of the base. `today` is a day number (days since 1970-01-01).
 */
export function sampleClient(
  seed: number,
  row: number,
  today: number,
  history = sampleHistory(seed, row, today),
): Client {
  const random = new Random(seed, row);
  const id = uuid(random);
  const book = BOOKS[random.weighted(SHARES)] as NameBook;
  const isFemale = random.chance(0.72);
  const firstName = random.pick(isFemale ? book.female : book.male);
  const lastName = random.pick(book.surnames)[isFemale ? 1 : 0];
  const patronymic =
    book.patronymics.length > 0 && random.chance(0.4)
      ? random.pick(book.patronymics)[isFemale ? 1 : 0]
      : null;
  const [prefix, starts, rest] = PREFIXES[book.language];
  const phone = random.chance(0.95) ? prefix + random.pick(starts) + digits(random, rest) : null;
  const second = random.chance(0.06) ? prefix + random.pick(starts) + digits(random, rest) : null;
  const email = random.chance(0.62)
    ? `${latin(firstName, book.language)}.${latin(lastName, book.language)}${random.whole(1, 9999)}@${random.pick(MAIL)}`
    : null;
  const birth = random.chance(0.7) ? today - random.whole(16 * 365, 78 * 365) : null;
  const birthday = birth === null ? null : random.chance(0.08) ? `-${dayOf(birth).slice(4)}` : dayOf(birth);
  const sums = totals(history, today);
  const spent = sums.totalSpent ?? 0;
  const tier =
    spent > 250_000
      ? 't-platinum'
      : spent > 100_000
        ? 't-gold'
        : spent > 30_000
          ? 't-silver'
          : spent > 0
            ? 't-bronze'
            : null;
  const categories = new Set<string>();
  for (let left = random.weighted([40, 32, 20, 8]); left > 0; left--)
    categories.add(random.pick(sampleLists.categories).id);
  const subscribed = random.chance(0.68);
  const consents: string[] = [];
  if (subscribed && phone && random.chance(0.8)) consents.push('sms:marketing', 'sms:reminders');
  if (subscribed && email && random.chance(0.85)) consents.push('email:marketing', 'email:birthday');
  const staff = history.bookings.at(-1)?.staff;
  const client: Client = {
    id,
    version: 1,
    firstName,
    lastName,
    gender: isFemale ? 'female' : 'male',
    language: book.language,
    branch: history.bookings[0]?.branch ?? random.pick(sampleLists.branches).id,
    ...sums,
    discount: random.chance(0.2) ? random.pick([3, 5, 7, 10, 15]) : 0,
    categories: [...categories],
    source: random.pick(sampleLists.sources).id,
    subscribed,
    muted: random.chance(0.04),
    consents,
    hasApp: random.chance(0.22),
    favourite: random.chance(0.03),
    blocked: random.chance(0.012),
    synchronised: history.bookings.length > 0,
    createdAt: new Date(history.created).toISOString(),
  };
  const optional: Partial<Record<FieldId, unknown>> = {
    patronymic,
    birthday,
    tier,
    phones: phone ? [{ value: phone }, ...(second ? [{ value: second, label: 'work' }] : [])] : null,
    emails: email ? [{ value: email }] : null,
    city: random.chance(0.5) ? random.pick(book.cities) : null,
    occupation: random.chance(0.25) ? random.pick(book.occupations) : null,
    allergies: random.chance(0.03) ? random.pick(ALLERGIES) : null,
    preferredStaff: staff ? [staff] : null,
    cardNumbers: random.chance(0.25) ? [`20${digits(random, 11)}`] : null,
    depositBalance: random.chance(0.06) ? random.whole(5, 200) * 100 : null,
    debt: random.chance(0.015) ? random.whole(5, 80) * 100 : null,
    groups: random.chance(0.04) ? [random.pick(sampleLists.groups).id] : null,
    blockReason: client.blocked ? 'Three no-shows in a row' : null,
  };
  for (const [field, value] of Object.entries(optional))
    if (value !== null) Object.assign(client, { [field]: value });
  return client;
}
