import type { FieldId, Settings, Status } from '../contract/index.js';
import { addDays, dayNumber, latestBirthOf, parseBirthday, startOfDay } from '../time/index.js';
import { group, negated, type Operand, type Resolved, type ResolvedTest, type TestNode } from './resolved.js';

/*
 * What is worked out from other fields and today, said once: the conditions that stand for it, and its value for one client.
 */

/** The fields that lie behind a virtual one: who may not see them may not ask about it either. */
export const DEPENDS_ON: ReadonlyMap<FieldId, readonly FieldId[]> = new Map([
  ['name', ['firstName', 'lastName', 'patronymic']],
  ['age', ['birthday']],
  ['status', ['visits', 'lastVisit', 'nextVisit']],
]);

/** The parts of a name in the order in which it is shown. */
export function nameParts(settings: Pick<Settings, 'nameOrder'>): readonly FieldId[] {
  return settings.nameOrder === 'lastFirst'
    ? ['lastName', 'firstName', 'patronymic']
    : ['firstName', 'patronymic', 'lastName'];
}

const field = (id: FieldId, type: (Operand & { kind: 'field' })['type']): Operand => ({
  kind: 'field',
  field: id,
  type,
});

function test(of: Operand, what: ResolvedTest, missing: boolean | null): TestNode {
  return { kind: 'test', of, test: what, negate: false, missing };
}

/** True, false or, where nothing is stored, what `missing` says. */
function flag(id: FieldId, missing: boolean): Resolved {
  return test(field(id, 'boolean'), { op: 'range', gte: 1, lte: 1 }, missing);
}

export function known(of: Operand): TestNode {
  return test(of, { op: 'known' }, false);
}

/** Today, and what of a base's settings the rules need. */
export interface Rules {
  today: string;
  settings: Pick<Settings, 'timeZone' | 'lostAfterDays' | 'leapBirthday'>;
}

/**
 * First match: potential (no visit), lost (last visit more than `lostAfterDays` days ago and no booking from today on), new (one visit),
 * regular. Never unknown.
 */
export function statusIs(statuses: readonly string[], { today, settings }: Rules): Resolved {
  const visited = test(field('visits', 'number'), { op: 'range', gte: 1 }, false);
  const visitedOnce = test(field('visits', 'number'), { op: 'range', lte: 1 }, true);
  const before = dayNumber(addDays(today, -settings.lostAfterDays));
  const longAgo = test(field('lastVisit', 'day'), { op: 'range', lt: before }, false);
  const booked = test(
    field('nextVisit', 'instant'),
    { op: 'range', gte: startOfDay(today, settings.timeZone) },
    false,
  );
  const isLost = group('all', [visited, longAgo, negated(booked)]);
  const rules: Record<Status, Resolved> = {
    potential: negated(visited),
    lost: isLost,
    new: group('all', [visited, negated(isLost), visitedOnce]),
    regular: group('all', [visited, negated(isLost), negated(visitedOnce)]),
  };
  return group(
    'any',
    Object.entries(rules).flatMap(([status, rule]) => (statuses.includes(status) ? [rule] : [])),
  );
}

/** The status of one client, by the same rule. `nextVisit` is an ISO instant. */
export function statusOf(
  client: { visits?: number | undefined; lastVisit?: string | undefined; nextVisit?: string | undefined },
  { today, settings }: Rules,
): Status {
  const { visits = 0, lastVisit, nextVisit } = client;
  if (visits < 1) return 'potential';
  const isBooked = nextVisit !== undefined && Date.parse(nextVisit) >= startOfDay(today, settings.timeZone);
  if (!isBooked && lastVisit !== undefined && lastVisit < addDays(today, -settings.lostAfterDays))
    return 'lost';
  return visits === 1 ? 'new' : 'regular';
}

/** A birthday or a day as columns keep it: `year * 512 + month * 32 + day`, year 0 when not known. Null: not a birthday. */
export function packBirthday(birthday: string): number | null {
  const parts = parseBirthday(birthday);
  return parts === null ? null : (parts.year ?? 0) * 512 + parts.month * 32 + parts.day;
}

export const BIRTHDAY: Operand = field('birthday', 'birthday');

/** Of those with a full birthday that is not ahead: aged from `least` to `most` whole years. */
export function agedBetween(least: number, most: number, { today, settings }: Rules): TestNode {
  const until = packBirthday(today)!;
  const born = (years: number): number | null => {
    const latest = latestBirthOf(years, today, settings.leapBirthday);
    return latest === null ? null : packBirthday(latest);
  };
  const nobody = { gt: until };
  const from = Math.max(0, Math.ceil(least));
  const to = Math.floor(most);
  const lte = from === 0 ? until : from > 9999 ? null : born(from);
  const gt = to > 9998 ? null : to < 0 ? until : born(to + 1);
  const range = lte === null || from > to ? nobody : { lte, ...(gt === null ? {} : { gt }) };
  return test(BIRTHDAY, { op: 'range', ...range, until }, null);
}

/** The field that must hold something for a channel to reach a client. */
export function addressField(channel: string): FieldId {
  return channel === 'email' ? 'emails' : channel === 'push' ? 'hasApp' : 'phones';
}

/**
 * Has the address ∧ not muted ∧ not blocked ∧ (transactional ∨ subscribed ∧ consent `channel:purpose`). Never unknown: what is not stored
 * counts as no.
 */
export function isReachable(channel: string, purpose: string): Resolved {
  const address = addressField(channel);
  const hasAddress =
    address === 'hasApp'
      ? flag(address, false)
      : known(field(address, address === 'emails' ? 'emails' : 'phones'));
  const consent = test(
    field('consents', 'choices'),
    { op: 'anyOf', values: [`${channel}:${purpose}`] },
    null,
  );
  const mayBeWrittenTo = purpose === 'transactional' ? [] : [flag('subscribed', false), consent];
  return group('all', [
    hasAddress,
    negated(flag('muted', false)),
    negated(flag('blocked', false)),
    ...mayBeWrittenTo,
  ]);
}
