import type { Field, FieldId, FieldNode, SegmentDocument } from '../../contract/index.js';
import type { Terms } from '../../locales/terms.js';
import type { Session } from '../../sdk/types.js';
import { checkSegment } from '../../segments/index.js';

export type ReadyName = Exclude<keyof Terms['conditions']['ready'], 'title'>;

/** Conditions that need no editor, in the order in which they are offered. */
export const READY: readonly (readonly [name: ReadyName, condition: FieldNode])[] = [
  ['favourite', { kind: 'field', field: 'favourite', op: 'is', value: true }],
  [
    'birthdaySoon',
    {
      kind: 'field',
      field: 'birthday',
      op: 'anniversary',
      value: [
        { ago: 0, unit: 'day' },
        { ahead: 7, unit: 'day' },
      ],
    },
  ],
  ['lost', { kind: 'field', field: 'status', op: 'in', value: ['lost'] }],
  [
    'newcomers',
    { kind: 'field', field: 'firstVisit', op: 'between', value: [{ start: 'month' }, { end: 'month' }] },
  ],
  ['upcoming', { kind: 'field', field: 'nextVisit', op: 'exists' }],
  ['hasPhone', { kind: 'field', field: 'phones', op: 'exists' }],
  ['hasEmail', { kind: 'field', field: 'emails', op: 'exists' }],
  ['hasCard', { kind: 'field', field: 'cardNumbers', op: 'exists' }],
  ['unsubscribed', { kind: 'field', field: 'subscribed', op: 'is', value: false, orMissing: true }],
  ['debtors', { kind: 'field', field: 'debt', op: 'gt', value: 0 }],
];

/** Fields that a receptionist filters by every day: they stand above the groups. */
export const OFTEN: readonly FieldId[] = [
  'lastVisit',
  'visits',
  'totalSpent',
  'categories',
  'status',
  'gender',
  'age',
  'birthday',
  'firstVisit',
  'branch',
  'groups',
  'tier',
  'points',
  'subscribed',
  'source',
];

/** What this user may ask of this base. */
export function checkOptions(session: Session): NonNullable<Parameters<typeof checkSegment>[2]> {
  const { description } = session;
  return description
    ? {
        capabilities: description.capabilities,
        hidden: description.rights.hidden,
        masked: description.rights.masked,
      }
    : {};
}

/** Whether the base and the user's rights let a condition be asked; else the codes of what is wrong. */
export function faultsOf(document: SegmentDocument, session: Session): readonly string[] {
  const checked = checkSegment(document, session.catalogue, checkOptions(session));
  return checked.ok ? [] : checked.issues.map(({ code }) => code);
}

/** Fields that may be filtered by, in the order of the catalogue. */
export function filterFields(session: Session): Field[] {
  return [...session.catalogue.fields.values()].filter(
    (field) =>
      faultsOf({ v: 1, where: { kind: 'field', field: field.id, op: 'exists' } }, session).length === 0,
  );
}

/** The ready conditions that may be asked here. */
export function readyConditions(session: Session): readonly (readonly [ReadyName, FieldNode])[] {
  return READY.filter(([, where]) => faultsOf({ v: 1, where }, session).length === 0);
}
