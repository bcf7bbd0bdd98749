import { CHANNELS, PURPOSES } from './builtin-fields.js';
import type { Field } from './plain/fields.js';
import { completeRecord, type RecordKind } from './plain/records.js';
import type { RecordDefinition } from './records.js';

const options = (...ids: readonly string[]) => ids.map((id) => ({ id }));

/** As a definition, which is what adapters take, with every default said. */
function standard(definition: RecordDefinition): Omit<RecordKind, 'fields'> & { fields: Field[] } {
  const kind = completeRecord(definition);
  return { ...kind, fields: [...kind.fields] };
}

/**
 * The further kinds of records that a salon, clinic, spa or studio keeps of its clients, written with the function that a host uses for its
 * own. An adapter that keeps them answers their definitions in `describe().records`; one that does not leaves them out, and neither tab,
 * column nor condition is there.
 */
export const standardRecords: readonly (Omit<RecordKind, 'fields'> & { fields: Field[] })[] = [
  standard({
    id: 'notes',
    icon: 'sticky-note',
    date: 'at',
    editable: true,
    fields: [
      { id: 'at', type: 'instant' },
      { id: 'text', type: 'text', multiline: true, maxLength: 10_000 },
      { id: 'author', type: 'text' },
      { id: 'actor', type: 'text', maxLength: 64, column: false, sort: false },
      { id: 'audience', type: 'choice', options: options('all', 'author') },
      { id: 'pinned', type: 'boolean' },
      { id: 'alert', type: 'boolean' },
    ],
  }),
  standard({
    id: 'instalments',
    icon: 'calendar-clock',
    date: 'due',
    fields: [
      { id: 'due', type: 'day' },
      { id: 'title', type: 'text' },
      { id: 'amount', type: 'money', min: 0 },
      { id: 'paidAt', type: 'instant' },
      { id: 'state', type: 'choice', options: options('due', 'paid', 'cancelled') },
    ],
  }),
  standard({
    id: 'memberships',
    icon: 'id-card',
    date: 'from',
    fields: [
      { id: 'from', type: 'day' },
      { id: 'until', type: 'day' },
      { id: 'title', type: 'text' },
      { id: 'visitsTotal', type: 'number', min: 0 },
      { id: 'visitsLeft', type: 'number', min: 0 },
      { id: 'price', type: 'money', min: 0 },
      { id: 'state', type: 'choice', options: options('active', 'frozen', 'expired', 'cancelled') },
    ],
  }),
  standard({
    id: 'referrals',
    icon: 'users',
    date: 'at',
    fields: [
      { id: 'at', type: 'instant' },
      { id: 'referred', type: 'text' },
      { id: 'state', type: 'choice', options: options('invited', 'joined', 'rewarded') },
      { id: 'reward', type: 'number', min: 0 },
    ],
  }),
  standard({
    id: 'cards',
    icon: 'credit-card',
    date: 'issued',
    fields: [
      { id: 'issued', type: 'day' },
      { id: 'number', type: 'text', maxLength: 64 },
      { id: 'kind', type: 'text' },
      { id: 'state', type: 'choice', options: options('active', 'blocked', 'replaced') },
    ],
  }),
  standard({
    id: 'deposits',
    icon: 'wallet',
    date: 'at',
    fields: [
      { id: 'at', type: 'instant' },
      { id: 'amount', type: 'money' },
      { id: 'reason', type: 'text' },
      { id: 'staff', type: 'choice', list: 'staff' },
    ],
  }),
  standard({
    id: 'certificates',
    icon: 'gift',
    date: 'issued',
    fields: [
      { id: 'issued', type: 'day' },
      { id: 'code', type: 'text', maxLength: 64 },
      { id: 'title', type: 'text' },
      { id: 'amount', type: 'money', min: 0 },
      { id: 'left', type: 'money', min: 0 },
      { id: 'expires', type: 'day' },
      { id: 'state', type: 'choice', options: options('active', 'used', 'expired', 'cancelled') },
    ],
  }),
  standard({
    id: 'questionnaires',
    icon: 'clipboard-list',
    date: 'at',
    fields: [
      { id: 'at', type: 'instant' },
      { id: 'title', type: 'text' },
      { id: 'answers', type: 'text', multiline: true, sensitive: true },
      { id: 'state', type: 'choice', options: options('sent', 'filled', 'expired') },
    ],
  }),
  standard({
    id: 'reviews',
    icon: 'star',
    date: 'at',
    fields: [
      { id: 'at', type: 'instant' },
      { id: 'rating', type: 'number', min: 1, max: 5 },
      { id: 'text', type: 'text', multiline: true },
      { id: 'staff', type: 'choice', list: 'staff' },
      { id: 'place', type: 'text' },
      { id: 'answered', type: 'boolean' },
    ],
  }),
  standard({
    id: 'messages',
    icon: 'message-square',
    date: 'at',
    fields: [
      { id: 'at', type: 'instant' },
      { id: 'direction', type: 'choice', options: options('out', 'in') },
      { id: 'channel', type: 'choice', options: options(...CHANNELS) },
      { id: 'purpose', type: 'choice', options: options(...PURPOSES) },
      {
        id: 'state',
        type: 'choice',
        options: options('planned', 'sent', 'delivered', 'read', 'failed', 'skipped', 'cancelled'),
      },
      { id: 'scenario', type: 'text' },
      { id: 'subject', type: 'text' },
      { id: 'text', type: 'text', multiline: true, maxLength: 10_000 },
      { id: 'reason', type: 'text' },
    ],
  }),
  standard({
    id: 'scenarios',
    icon: 'workflow',
    date: 'at',
    fields: [
      { id: 'at', type: 'instant' },
      { id: 'title', type: 'text' },
      { id: 'step', type: 'text' },
      { id: 'next', type: 'instant' },
      { id: 'state', type: 'choice', options: options('active', 'finished', 'stopped') },
      { id: 'startedBy', type: 'text' },
    ],
  }),
  standard({
    id: 'events',
    icon: 'calendar-check',
    date: 'at',
    fields: [
      { id: 'at', type: 'instant' },
      {
        id: 'kind',
        type: 'choice',
        options: options(
          'bookingCreated',
          'bookingCancelled',
          'messageSent',
          'subscribed',
          'unsubscribed',
          'reminder',
          'scenarioStep',
          'other',
        ),
      },
      { id: 'title', type: 'text' },
      { id: 'state', type: 'choice', options: options('planned', 'past') },
    ],
  }),
  standard({
    id: 'files',
    icon: 'paperclip',
    date: 'at',
    fields: [
      { id: 'at', type: 'instant' },
      { id: 'name', type: 'text', maxLength: 255 },
      { id: 'size', type: 'number', min: 0 },
      { id: 'type', type: 'text', maxLength: 100 },
      { id: 'author', type: 'text' },
    ],
  }),
  standard({
    id: 'consents',
    icon: 'shield-check',
    date: 'at',
    fields: [
      { id: 'at', type: 'instant' },
      // What was said: to a consent, to being subscribed, or to hearing anything at all.
      { id: 'about', type: 'choice', options: options('consent', 'subscription', 'messages') },
      { id: 'channel', type: 'choice', options: options(...CHANNELS) },
      { id: 'purpose', type: 'choice', options: options(...PURPOSES) },
      { id: 'given', type: 'boolean' },
      { id: 'wording', type: 'text', multiline: true },
      { id: 'source', type: 'text' },
    ],
  }),
  standard({
    id: 'relations',
    icon: 'house',
    date: 'since',
    editable: true,
    tab: false,
    fields: [
      { id: 'since', type: 'day' },
      { id: 'to', type: 'text', maxLength: 64 },
      {
        id: 'relation',
        type: 'choice',
        options: options('partner', 'parent', 'child', 'sibling', 'friend', 'colleague', 'other'),
      },
      { id: 'getsMessages', type: 'boolean' },
      { id: 'mayBook', type: 'boolean' },
      { id: 'pays', type: 'boolean' },
    ],
  }),
  standard({
    id: 'audit',
    icon: 'history',
    date: 'at',
    fields: [
      { id: 'at', type: 'instant' },
      { id: 'actor', type: 'text' },
      { id: 'action', type: 'text' },
      { id: 'field', type: 'text' },
      { id: 'before', type: 'text' },
      { id: 'after', type: 'text' },
    ],
  }),
];
