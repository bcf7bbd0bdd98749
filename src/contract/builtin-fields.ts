import type { FieldDefinition } from './fields.js';
import { completeField, type Field } from './plain/fields.js';
import type { FieldGroup, FieldType } from './plain/names.js';

/** Purposes of messages; all but `transactional` need a subscription and a consent. */
export const PURPOSES = ['transactional', 'marketing', 'reminders', 'birthday', 'reviews'] as const;
export type Purpose = (typeof PURPOSES)[number];

/** Channels that the product knows of its own; a host may name others. */
export const CHANNELS = ['sms', 'email', 'whatsapp', 'telegram', 'viber', 'push'] as const;
export type Channel = (typeof CHANNELS)[number];

/** Lifecycle of a client, worked out from the visits (contract: first match of potential, lost, new, regular). */
export const STATUSES = ['potential', 'new', 'regular', 'lost'] as const;
export type Status = (typeof STATUSES)[number];

const consents = CHANNELS.flatMap((channel) =>
  PURPOSES.filter((purpose) => purpose !== 'transactional').map((purpose) => `${channel}:${purpose}`),
);

type Draft = Omit<FieldDefinition, 'id' | 'type' | 'group'>;
type Row = readonly [id: string, type: FieldType, rest?: Draft];

const shown: Draft = { column: { shown: true } };
const computed: Draft = { origin: 'computed' };
const long: Draft = { maxLength: 300 };
const options = (ids: readonly string[]): Draft => ({ options: ids.map((id) => ({ id })) });

/** The fields every base has, by group, written with the function that a host uses for its own. */
const ROWS: Readonly<Partial<Record<FieldGroup, readonly Row[]>>> = {
  identity: [
    ['name', 'text', { origin: 'virtual', search: true, import: true, column: { width: 220, shown: true } }],
    ['photo', 'image', { column: { width: 56 } }],
    ['firstName', 'text', long],
    ['lastName', 'text', long],
    ['patronymic', 'text', long],
    ['salutation', 'text', { maxLength: 100 }],
    ['gender', 'choice', options(['female', 'male', 'other'])],
    ['birthday', 'birthday'],
    ['age', 'number', { origin: 'virtual' }],
    ['language', 'text', { maxLength: 35 }],
  ],
  contact: [
    ['phones', 'phones', shown],
    ['emails', 'emails'],
    ['address', 'text', { contact: true, sort: false }],
    ['city', 'text'],
    ['social', 'texts', { contact: true }],
    ['timeZone', 'text', { maxLength: 60 }],
  ],
  visits: [
    ['visits', 'number', { ...computed, ...shown }],
    ['firstVisit', 'day', computed],
    ['lastVisit', 'day', { ...computed, ...shown }],
    ['nextVisit', 'instant', computed],
    ['noShows', 'number', computed],
    ['cancellations', 'number', computed],
    ['preferredStaff', 'choices', { list: 'staff' }],
    ['preferredServices', 'choices', { list: 'services' }],
    ['branch', 'choice', { list: 'branches' }],
  ],
  money: [
    ['totalSpent', 'money', { ...computed, ...shown }],
    ['averageTicket', 'money', computed],
    ['tipsCount', 'number', computed],
    ['tipsSum', 'money', computed],
    ['debt', 'money', computed],
    ['depositBalance', 'money', computed],
    ['discount', 'percent', { min: 0, max: 100 }],
  ],
  loyalty: [
    ['points', 'number', computed],
    ['tier', 'choice', { list: 'tiers' }],
    ['cardNumbers', 'texts', { search: true }],
    ['hasApp', 'boolean'],
  ],
  marketing: [
    ['status', 'choice', { ...shown, origin: 'virtual', sort: false, ...options(STATUSES) }],
    ['categories', 'choices', { ...shown, list: 'categories' }],
    ['groups', 'choices', { list: 'groups' }],
    ['source', 'choice', { list: 'sources' }],
    ['subscribed', 'boolean'],
    ['muted', 'boolean'],
    ['consents', 'choices', options(consents)],
  ],
  profile: [
    ['occupation', 'text'],
    ['workplace', 'text'],
    ['preferences', 'text', { multiline: true, sort: false, column: false }],
    ['allergies', 'text', { multiline: true, sort: false, sensitive: true }],
  ],
  system: [
    ['favourite', 'boolean', { origin: 'loose', import: false, column: false }],
    ['blocked', 'boolean'],
    ['blockReason', 'text', { sort: false, column: false }],
    ['synchronised', 'boolean', { ...computed, column: false }],
    ['externalIds', 'texts'],
    ['createdAt', 'instant', computed],
    ['updatedAt', 'instant', { ...computed, column: false }],
  ],
};

export const builtinFields: readonly Field[] = Object.entries(ROWS).flatMap(([group, rows]) =>
  rows.map(([id, type, rest]) => completeField({ ...rest, id, type, group: group as FieldGroup })),
);

/** Ids of the built-in fields; the locales must have a word for each. */
export const BUILTIN_FIELD_IDS = [
  'name',
  'photo',
  'firstName',
  'lastName',
  'patronymic',
  'salutation',
  'gender',
  'birthday',
  'age',
  'language',
  'phones',
  'emails',
  'address',
  'city',
  'social',
  'timeZone',
  'visits',
  'firstVisit',
  'lastVisit',
  'nextVisit',
  'noShows',
  'cancellations',
  'preferredStaff',
  'preferredServices',
  'branch',
  'totalSpent',
  'averageTicket',
  'tipsCount',
  'tipsSum',
  'debt',
  'depositBalance',
  'discount',
  'points',
  'tier',
  'cardNumbers',
  'hasApp',
  'status',
  'categories',
  'groups',
  'source',
  'subscribed',
  'muted',
  'consents',
  'occupation',
  'workplace',
  'preferences',
  'allergies',
  'favourite',
  'blocked',
  'blockReason',
  'synchronised',
  'externalIds',
  'createdAt',
  'updatedAt',
] as const;
export type BuiltinFieldId = (typeof BUILTIN_FIELD_IDS)[number];
