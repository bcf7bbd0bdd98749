import { completeField, type Field } from './plain/fields.js';

const shown = { shown: true };

/** Purposes of messages; all but `transactional` need a subscription and a consent. */
export const PURPOSES = ['transactional', 'marketing', 'reminders', 'birthday', 'reviews'] as const;
export type Purpose = (typeof PURPOSES)[number];

/** Channels that the product knows of its own; a host may name others. */
export const CHANNELS = ['sms', 'email', 'whatsapp', 'telegram', 'viber', 'push'] as const;
export type Channel = (typeof CHANNELS)[number];

/** Lifecycle of a client, worked out from the visits (contract: first match of potential, lost, new, regular). */
export const STATUSES = ['potential', 'new', 'regular', 'lost'] as const;
export type Status = (typeof STATUSES)[number];

const consentOptions = CHANNELS.flatMap((channel) =>
  PURPOSES.filter((purpose) => purpose !== 'transactional').map((purpose) => ({
    id: `${channel}:${purpose}`,
  })),
);

/** The fields every base has, written with the function that a host uses for its own. */
export const builtinFields = [
  completeField({
    id: 'name',
    type: 'text',
    group: 'identity',
    origin: 'virtual',
    search: true,
    import: true,
    column: { width: 220, ...shown },
  }),
  completeField({ id: 'photo', type: 'image', group: 'identity', column: { width: 56 } }),
  completeField({ id: 'firstName', type: 'text', group: 'identity', maxLength: 300 }),
  completeField({ id: 'lastName', type: 'text', group: 'identity', maxLength: 300 }),
  completeField({ id: 'patronymic', type: 'text', group: 'identity', maxLength: 300 }),
  completeField({ id: 'salutation', type: 'text', group: 'identity', maxLength: 100 }),
  completeField({
    id: 'gender',
    type: 'choice',
    group: 'identity',
    options: [{ id: 'female' }, { id: 'male' }, { id: 'other' }],
  }),
  completeField({ id: 'birthday', type: 'birthday', group: 'identity' }),
  completeField({ id: 'age', type: 'number', group: 'identity', origin: 'virtual' }),
  completeField({ id: 'language', type: 'text', group: 'identity', maxLength: 35 }),

  completeField({ id: 'phones', type: 'phones', group: 'contact', column: shown }),
  completeField({ id: 'emails', type: 'emails', group: 'contact' }),
  completeField({ id: 'address', type: 'text', group: 'contact', contact: true, sort: false }),
  completeField({ id: 'city', type: 'text', group: 'contact' }),
  completeField({ id: 'social', type: 'texts', group: 'contact', contact: true }),
  completeField({ id: 'timeZone', type: 'text', group: 'contact', maxLength: 60 }),

  completeField({ id: 'visits', type: 'number', group: 'visits', origin: 'computed', column: shown }),
  completeField({ id: 'firstVisit', type: 'day', group: 'visits', origin: 'computed' }),
  completeField({ id: 'lastVisit', type: 'day', group: 'visits', origin: 'computed', column: shown }),
  completeField({ id: 'nextVisit', type: 'instant', group: 'visits', origin: 'computed' }),
  completeField({ id: 'noShows', type: 'number', group: 'visits', origin: 'computed' }),
  completeField({ id: 'cancellations', type: 'number', group: 'visits', origin: 'computed' }),
  completeField({ id: 'preferredStaff', type: 'choices', group: 'visits', list: 'staff' }),
  completeField({ id: 'preferredServices', type: 'choices', group: 'visits', list: 'services' }),
  completeField({ id: 'branch', type: 'choice', group: 'visits', list: 'branches' }),

  completeField({ id: 'totalSpent', type: 'money', group: 'money', origin: 'computed', column: shown }),
  completeField({ id: 'averageTicket', type: 'money', group: 'money', origin: 'computed' }),
  completeField({ id: 'tipsCount', type: 'number', group: 'money', origin: 'computed' }),
  completeField({ id: 'tipsSum', type: 'money', group: 'money', origin: 'computed' }),
  completeField({ id: 'debt', type: 'money', group: 'money', origin: 'computed' }),
  completeField({ id: 'depositBalance', type: 'money', group: 'money', origin: 'computed' }),
  completeField({ id: 'discount', type: 'percent', group: 'money', min: 0, max: 100 }),

  completeField({ id: 'points', type: 'number', group: 'loyalty', origin: 'computed' }),
  completeField({ id: 'tier', type: 'choice', group: 'loyalty', list: 'tiers' }),
  completeField({ id: 'cardNumbers', type: 'texts', group: 'loyalty', search: true }),
  completeField({ id: 'hasApp', type: 'boolean', group: 'loyalty' }),

  completeField({
    id: 'status',
    type: 'choice',
    group: 'marketing',
    origin: 'virtual',
    sort: false,
    column: shown,
    options: STATUSES.map((status) => ({ id: status })),
  }),
  completeField({ id: 'categories', type: 'choices', group: 'marketing', list: 'categories', column: shown }),
  completeField({ id: 'groups', type: 'choices', group: 'marketing', list: 'groups' }),
  completeField({ id: 'source', type: 'choice', group: 'marketing', list: 'sources' }),
  completeField({ id: 'subscribed', type: 'boolean', group: 'marketing' }),
  completeField({ id: 'muted', type: 'boolean', group: 'marketing' }),
  completeField({ id: 'consents', type: 'choices', group: 'marketing', options: consentOptions }),

  completeField({ id: 'occupation', type: 'text', group: 'profile' }),
  completeField({ id: 'workplace', type: 'text', group: 'profile' }),
  completeField({
    id: 'preferences',
    type: 'text',
    group: 'profile',
    multiline: true,
    sort: false,
    column: false,
  }),
  completeField({
    id: 'allergies',
    type: 'text',
    group: 'profile',
    multiline: true,
    sort: false,
    sensitive: true,
  }),

  completeField({
    id: 'favourite',
    type: 'boolean',
    group: 'system',
    origin: 'loose',
    import: false,
    column: false,
  }),
  completeField({ id: 'blocked', type: 'boolean', group: 'system' }),
  completeField({ id: 'blockReason', type: 'text', group: 'system', sort: false, column: false }),
  completeField({ id: 'synchronised', type: 'boolean', group: 'system', origin: 'computed', column: false }),
  completeField({ id: 'externalIds', type: 'texts', group: 'system' }),
  completeField({ id: 'createdAt', type: 'instant', group: 'system', origin: 'computed' }),
  completeField({ id: 'updatedAt', type: 'instant', group: 'system', origin: 'computed', column: false }),
] as const satisfies readonly Field[];

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
