import { partsOfNumber } from '../time/index.js';
import { BLOCKED_FOR } from './client.js';
import { CLIENTS_A_BATCH, codes, numbers, values, words, type ClientBatch, type Column } from './columns.js';
import { sampleLists } from './lists.js';
import { drawPerson, type Person } from './person.js';

const idsOf = (list: readonly { readonly id: string }[]): string[] => list.map(({ id }) => id);
const CATEGORIES = idsOf(sampleLists.categories);
const STAFF = idsOf(sampleLists.staff);
const GROUPS = idsOf(sampleLists.groups);
const CONSENTS = ['sms:marketing', 'sms:reminders', 'email:marketing', 'email:birthday'];
const NONE: readonly string[] = [];

/** The clients of a sample base, as batches of columns: the same as `sampleBase().clients`. */
export function* sampleClientBatches({
  clients,
  seed,
  day,
}: {
  clients: number;
  seed: number;
  /** Day number of today. */
  day: number;
}): Generator<ClientBatch> {
  for (let from = 0; from < clients; from += CLIENTS_A_BATCH) {
    const people: Person[] = [];
    for (let row = from; row < Math.min(clients, from + CLIENTS_A_BATCH); row++)
      people.push(drawPerson(seed, row, day));
    yield { kind: 'columns', ids: packed(people), columns: columnsOf(people) };
  }
}

function columnsOf(people: readonly Person[]): Record<string, Column> {
  const flag = (read: (person: Person) => boolean) => numbers(people, (person) => Number(read(person)));
  const count = (read: (person: Person) => number, missing?: number) => numbers(people, read, missing);
  const text = (read: (person: Person) => string) => codes(people, read);
  return {
    firstName: text(({ firstName }) => firstName),
    lastName: text(({ lastName }) => lastName),
    patronymic: text(({ patronymic }) => patronymic),
    gender: text(({ gender }) => gender),
    birthday: { kind: 'birthdays', numbers: Int32Array.from(people, birthday) },
    language: text(({ language }) => language),
    phones: values(people, phones),
    emails: values(people, ({ email }) => email || undefined),
    city: text(({ city }) => city),
    branch: text(({ branch }) => branch),
    visits: count(({ visits }) => visits),
    firstVisit: count(({ firstVisit }) => firstVisit, 0),
    lastVisit: count(({ lastVisit }) => lastVisit, 0),
    nextVisit: count(({ nextVisit }) => nextVisit, 0),
    noShows: count(({ noShows }) => noShows),
    cancellations: count(({ cancellations }) => cancellations),
    preferredStaff: words(people, STAFF, ({ staff }) => (staff ? [staff] : NONE)),
    totalSpent: count(({ totalSpent }) => totalSpent),
    averageTicket: count(({ averageTicket }) => averageTicket, -1),
    tipsCount: count(({ tipsCount }) => tipsCount),
    tipsSum: count(({ tipsSum }) => tipsSum),
    debt: count(({ debt }) => debt, 0),
    depositBalance: count(({ depositBalance }) => depositBalance, 0),
    // Percent come in hundredths.
    discount: count(({ discount }) => discount * 100),
    points: count(({ points }) => points),
    tier: text(({ tier }) => tier),
    cardNumbers: values(people, ({ cardNumber }) => (cardNumber ? [cardNumber] : undefined)),
    hasApp: flag(({ hasApp }) => hasApp),
    source: text(({ source }) => source),
    categories: words(people, CATEGORIES, ({ categories }) => categories),
    groups: words(people, GROUPS, ({ group }) => (group ? [group] : NONE)),
    subscribed: flag(({ subscribed }) => subscribed),
    muted: flag(({ muted }) => muted),
    consents: words(people, CONSENTS, ({ consents }) => consents),
    occupation: text(({ occupation }) => occupation),
    allergies: text(({ allergies }) => allergies),
    favourite: flag(({ favourite }) => favourite),
    blocked: flag(({ blocked }) => blocked),
    blockReason: text(({ blocked }) => (blocked ? BLOCKED_FOR : '')),
    synchronised: flag(({ synchronised }) => synchronised),
    createdAt: count(({ created }) => created),
  };
}

function birthday({ birth, isAgeless }: Person): number {
  if (birth === null) return -1;
  const { year, month, day } = partsOfNumber(birth);
  return (isAgeless ? 0 : year * 512) + month * 32 + day;
}

function phones({ phone, secondPhone }: Person): unknown {
  if (!phone) return undefined;
  return secondPhone ? [{ value: phone }, { value: secondPhone, label: 'work' }] : phone;
}

/** Hexadecimal digits by their character codes. */
const DIGITS = Uint8Array.from({ length: 128 }, (_, code) =>
  Math.max(0, '0123456789abcdef'.indexOf(String.fromCharCode(code))),
);

function packed(people: readonly Person[]): Uint8Array {
  const bytes = new Uint8Array(people.length * 16);
  let at = 0;
  for (const { id } of people) {
    for (let from = 0; from < 36; from += 2) {
      if (id.charCodeAt(from) === 45) from++;
      bytes[at++] = (DIGITS[id.charCodeAt(from)]! << 4) | DIGITS[id.charCodeAt(from + 1)]!;
    }
  }
  return bytes;
}
