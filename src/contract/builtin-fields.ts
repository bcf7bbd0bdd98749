import { defineField, type Field } from './fields.js';

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
  defineField({
    id: 'name',
    type: 'text',
    group: 'identity',
    origin: 'virtual',
    search: true,
    import: true,
    column: { width: 220, ...shown },
  }),
  defineField({ id: 'photo', type: 'image', group: 'identity', column: { width: 56 } }),
  defineField({ id: 'firstName', type: 'text', group: 'identity', maxLength: 300 }),
  defineField({ id: 'lastName', type: 'text', group: 'identity', maxLength: 300 }),
  defineField({ id: 'patronymic', type: 'text', group: 'identity', maxLength: 300 }),
  defineField({ id: 'salutation', type: 'text', group: 'identity', maxLength: 100 }),
  defineField({
    id: 'gender',
    type: 'choice',
    group: 'identity',
    options: [{ id: 'female' }, { id: 'male' }, { id: 'other' }],
  }),
  defineField({ id: 'birthday', type: 'birthday', group: 'identity' }),
  defineField({ id: 'age', type: 'number', group: 'identity', origin: 'virtual' }),
  defineField({ id: 'language', type: 'text', group: 'identity', maxLength: 35 }),

  defineField({ id: 'phones', type: 'phones', group: 'contact', column: shown }),
  defineField({ id: 'emails', type: 'emails', group: 'contact' }),
  defineField({ id: 'address', type: 'text', group: 'contact', contact: true, sort: false }),
  defineField({ id: 'city', type: 'text', group: 'contact' }),
  defineField({ id: 'social', type: 'texts', group: 'contact', contact: true }),
  defineField({ id: 'timeZone', type: 'text', group: 'contact', maxLength: 60 }),

  defineField({ id: 'visits', type: 'number', group: 'visits', origin: 'computed', column: shown }),
  defineField({ id: 'firstVisit', type: 'day', group: 'visits', origin: 'computed' }),
  defineField({ id: 'lastVisit', type: 'day', group: 'visits', origin: 'computed', column: shown }),
  defineField({ id: 'nextVisit', type: 'instant', group: 'visits', origin: 'computed' }),
  defineField({ id: 'noShows', type: 'number', group: 'visits', origin: 'computed' }),
  defineField({ id: 'cancellations', type: 'number', group: 'visits', origin: 'computed' }),
  defineField({ id: 'preferredStaff', type: 'choices', group: 'visits', list: 'staff' }),
  defineField({ id: 'preferredServices', type: 'choices', group: 'visits', list: 'services' }),
  defineField({ id: 'branch', type: 'choice', group: 'visits', list: 'branches' }),

  defineField({ id: 'totalSpent', type: 'money', group: 'money', origin: 'computed', column: shown }),
  defineField({ id: 'averageTicket', type: 'money', group: 'money', origin: 'computed' }),
  defineField({ id: 'tipsCount', type: 'number', group: 'money', origin: 'computed' }),
  defineField({ id: 'tipsSum', type: 'money', group: 'money', origin: 'computed' }),
  defineField({ id: 'debt', type: 'money', group: 'money', origin: 'computed' }),
  defineField({ id: 'depositBalance', type: 'money', group: 'money', origin: 'computed' }),
  defineField({ id: 'discount', type: 'percent', group: 'money', min: 0, max: 100 }),

  defineField({ id: 'points', type: 'number', group: 'loyalty', origin: 'computed' }),
  defineField({ id: 'tier', type: 'choice', group: 'loyalty', list: 'tiers' }),
  defineField({ id: 'cardNumbers', type: 'texts', group: 'loyalty', search: true }),
  defineField({ id: 'hasApp', type: 'boolean', group: 'loyalty' }),

  defineField({
    id: 'status',
    type: 'choice',
    group: 'marketing',
    origin: 'virtual',
    sort: false,
    column: shown,
    options: STATUSES.map((status) => ({ id: status })),
  }),
  defineField({ id: 'categories', type: 'choices', group: 'marketing', list: 'categories', column: shown }),
  defineField({ id: 'groups', type: 'choices', group: 'marketing', list: 'groups' }),
  defineField({ id: 'source', type: 'choice', group: 'marketing', list: 'sources' }),
  defineField({ id: 'subscribed', type: 'boolean', group: 'marketing' }),
  defineField({ id: 'muted', type: 'boolean', group: 'marketing' }),
  defineField({ id: 'consents', type: 'choices', group: 'marketing', options: consentOptions }),

  defineField({ id: 'occupation', type: 'text', group: 'profile' }),
  defineField({ id: 'workplace', type: 'text', group: 'profile' }),
  defineField({
    id: 'preferences',
    type: 'text',
    group: 'profile',
    multiline: true,
    sort: false,
    column: false,
  }),
  defineField({
    id: 'allergies',
    type: 'text',
    group: 'profile',
    multiline: true,
    sort: false,
    sensitive: true,
  }),

  defineField({
    id: 'favourite',
    type: 'boolean',
    group: 'system',
    origin: 'loose',
    import: false,
    column: false,
  }),
  defineField({ id: 'blocked', type: 'boolean', group: 'system' }),
  defineField({ id: 'blockReason', type: 'text', group: 'system', sort: false, column: false }),
  defineField({ id: 'synchronised', type: 'boolean', group: 'system', origin: 'computed', column: false }),
  defineField({ id: 'externalIds', type: 'texts', group: 'system' }),
  defineField({ id: 'createdAt', type: 'instant', group: 'system', origin: 'computed' }),
  defineField({ id: 'updatedAt', type: 'instant', group: 'system', origin: 'computed', column: false }),
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
