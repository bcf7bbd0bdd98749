import type { Client } from '../contract/index.js';
import { dayOf } from '../time/index.js';
import { drawPerson } from './person.js';
import { sampleHistory } from './visits.js';

export { sampleId } from './person.js';

export const BLOCKED_FOR = 'Three no-shows in a row';

/**
 * Client `row` of the base that `seed` names: the same whatever the size of the base. `today` is a day number (days since 1970-01-01).
 */
export function sampleClient(
  seed: number,
  row: number,
  today: number,
  history = sampleHistory(seed, row, today),
): Client {
  const person = drawPerson(seed, row, today, history);
  const client: Client = {
    id: person.id,
    version: 1,
    firstName: person.firstName,
    lastName: person.lastName,
    gender: person.gender,
    language: person.language,
    branch: person.branch,
    visits: person.visits,
    noShows: person.noShows,
    cancellations: person.cancellations,
    totalSpent: person.totalSpent,
    tipsCount: person.tipsCount,
    tipsSum: person.tipsSum,
    points: person.points,
    discount: person.discount,
    categories: person.categories,
    source: person.source,
    subscribed: person.subscribed,
    muted: person.muted,
    consents: person.consents,
    hasApp: person.hasApp,
    favourite: person.favourite,
    blocked: person.blocked,
    synchronised: person.synchronised,
    createdAt: new Date(person.created).toISOString(),
  };
  if (person.firstVisit > 0) client.firstVisit = dayOf(person.firstVisit);
  if (person.lastVisit > 0) client.lastVisit = dayOf(person.lastVisit);
  if (person.nextVisit > 0) client.nextVisit = new Date(person.nextVisit).toISOString();
  if (person.averageTicket >= 0) client.averageTicket = person.averageTicket;
  if (person.patronymic) client.patronymic = person.patronymic;
  if (person.birth !== null) {
    const day = dayOf(person.birth);
    client.birthday = person.isAgeless ? `-${day.slice(4)}` : day;
  }
  if (person.tier) client.tier = person.tier;
  if (person.phone) {
    const phones = [{ value: person.phone }];
    client.phones = person.secondPhone ? [...phones, { value: person.secondPhone, label: 'work' }] : phones;
  }
  if (person.email) client.emails = [{ value: person.email }];
  if (person.city) client.city = person.city;
  if (person.occupation) client.occupation = person.occupation;
  if (person.allergies) client.allergies = person.allergies;
  if (person.staff) client.preferredStaff = [person.staff];
  if (person.cardNumber) client.cardNumbers = [person.cardNumber];
  if (person.depositBalance > 0) client.depositBalance = person.depositBalance;
  if (person.debt > 0) client.debt = person.debt;
  if (person.group) client.groups = [person.group];
  if (person.blocked) client.blockReason = BLOCKED_FOR;
  return client;
}
