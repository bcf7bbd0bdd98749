import type { Client, FieldId } from '../../../contract/index.js';
import type { CardContext } from '../context.js';

/** A number of the head, and what explains it. */
export interface CardNumber {
  readonly id:
    | 'visits'
    | 'totalSpent'
    | 'averageTicket'
    | 'lastVisit'
    | 'points'
    | 'top'
    | 'depositBalance'
    | 'debt'
    | 'noShows';
  readonly text: string;
  /** The exact value, where the text is a relative one. */
  readonly exact?: string;
  /** The tab that holds what it counts. */
  readonly tab: string;
  readonly isBad?: boolean;
}

/** The numbers that are there, in the order in which they are read; a field that is hidden from the user has none. */
export function numbersOf(client: Client, { model, format, terms }: CardContext): CardNumber[] {
  const numbers: CardNumber[] = [];
  const has = (field: FieldId): boolean => model.session.catalogue.fields.has(field);
  const money = (id: 'totalSpent' | 'averageTicket' | 'depositBalance' | 'debt', tab: string): void => {
    const value = client[id];
    if (!has(id) || value === undefined) return;
    if ((id === 'depositBalance' || id === 'debt') && value === 0) return;
    numbers.push({ id, text: format.money(value), tab, ...(id === 'debt' ? { isBad: true } : {}) });
  };
  if (has('visits') && client.visits !== undefined)
    numbers.push({ id: 'visits', text: format.number(client.visits), tab: 'bookings' });
  money('totalSpent', 'sales');
  money('averageTicket', 'sales');
  if (client.lastVisit) {
    const exact = format.day(client.lastVisit, 'long');
    numbers.push({ id: 'lastVisit', text: format.relative(client.lastVisit), exact, tab: 'bookings' });
  }
  if (has('points') && client.points !== undefined)
    numbers.push({ id: 'points', text: format.number(client.points), tab: 'points' });
  if (model.rank) {
    const { place, total } = model.rank;
    const text = terms.card.rank(format.number(place), format.number(total));
    numbers.push({ id: 'top', text, tab: 'sales' });
  }
  money('depositBalance', 'deposits');
  money('debt', 'instalments');
  if (client.noShows)
    numbers.push({ id: 'noShows', text: format.number(client.noShows), tab: 'bookings', isBad: true });
  return numbers;
}

/** Where a number comes from, in words. */
export function explanationOf(number: CardNumber, client: Client, context: CardContext): string {
  const { explain } = context.terms.card;
  const since = client.firstVisit ? explain.since(context.format.day(client.firstVisit, 'long')) : '';
  const counted = ['visits', 'totalSpent', 'averageTicket', 'noShows'].includes(number.id) ? since : '';
  return [explain[number.id], counted, number.exact ?? ''].filter((text) => text !== '').join(' ');
}
