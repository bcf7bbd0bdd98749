import {
  HISTORY_RECORDS,
  LASTING_RECORDS,
  type Client,
  type Day,
  type Id,
  type Node,
  type Settings,
  type Status,
} from '../contract/index.js';
import { refuse } from './refuse.js';
import { statusOf } from '../segments/index.js';
import { addDays } from '../time/index.js';
import { digest } from './token.js';

/** A change of a client's status: a record of the kind `statuses` that nobody but the base writes. */
export interface StatusChange {
  id: Id;
  client: Id;
  values: { day: Day; from: Status; to: Status };
}

type Rules = { today: Day; settings: Pick<Settings, 'timeZone' | 'lostAfterDays' | 'leapBirthday'> };
type Visits = Pick<Client, 'visits' | 'lastVisit' | 'nextVisit'>;

/** The kind of record in which changes of status stand. */
export const STATUSES_KIND = 'statuses';

/** The kind of record in which it stands who changed what. */
export const AUDIT_KIND = 'audit';

/**
 * What a change of a client's totals did to the status. It is to be written with that change, in one commit. `unique` tells changes of one
 * day apart: what was written, with its version.
 */
export function statusChange(
  client: Id,
  before: Visits,
  after: Visits,
  unique: string,
  rules: Rules,
): StatusChange | null {
  const from = statusOf(before, rules);
  const to = statusOf(after, rules);
  if (from === to) return null;
  const { today: day } = rules;
  return { id: `${day}.${digest(`${client}\n${unique}`)}`, client, values: { day, from, to } };
}

/**
 * Those who were lost on the turn to a day, to be asked with that day as today: the last visit has just become too long ago, or the booking
 * that was ahead passed without a visit. All other changes of status come with a change of the totals.
 */
export function turnedLost(day: Day, { lostAfterDays }: Pick<Settings, 'lostAfterDays'>): Node {
  const yesterday = addDays(day, -1);
  return {
    kind: 'all',
    of: [
      { kind: 'field', field: 'status', op: 'in', value: ['lost'] },
      {
        kind: 'any',
        of: [
          {
            kind: 'field',
            field: 'lastVisit',
            op: 'is',
            value: { day: addDays(yesterday, -lostAfterDays) },
          },
          {
            kind: 'field',
            field: 'nextVisit',
            op: 'between',
            value: [{ day: yesterday }, { day: yesterday }],
          },
        ],
      },
    ],
  };
}

/** What one of them was before. The same change has the same id however often it is found. */
export function lostOn(day: Day, { id, visits = 0 }: Pick<Client, 'id' | 'visits'>): StatusChange {
  const from: Status = visits === 1 ? 'new' : 'regular';
  return { id: `${day}.lost.${digest(id)}`, client: id, values: { day, from, to: 'lost' } };
}

/**
 * Refuses records that only the base itself writes, and edits of those that are only added to. `isNew`: it is to be added.
 * @throws ClienteleError `invalid`
 */
export function mustBeWritable(record: string, operation: string, isNew = true): void {
  const message = HISTORY_RECORDS.has(record)
    ? `${record} are kept by the base`
    : LASTING_RECORDS.has(record) && !isNew
      ? `${record} are added to, and never changed`
      : null;
  if (message === null) return;
  throw refuse('invalid', message, operation, {
    issues: [{ path: ['record'], code: 'read_only', message }],
  });
}
