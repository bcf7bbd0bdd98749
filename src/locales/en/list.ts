import { plural } from '../plural.js';

/** The client list itself: its head, its rows, its states. */
export const list = {
  title: 'Clients',
  toolbar: 'Clients: search and actions',
  add: 'Add client',
  import: 'Import',
  export: 'Export',
  birthdays: 'Birthdays',
  segments: 'Segments',
  searchHint: 'Name, phone, e-mail, card number',
  clearSearch: 'Clear search',
  message: 'Message',
  moreActions: 'More actions',
  found: (count: number) => plural('en', count, { one: '# found', other: '# found' }),
  selected: (count: number) => plural('en', count, { one: '# selected', other: '# selected' }),
  selectAllFound: (count: number) =>
    plural('en', count, { one: 'Select # found', other: 'Select all # found' }),
  selectionCleared: 'The search has changed: the selection of all found is cleared',
  changes: (count: number) => plural('en', count, { one: '# change', other: '# changes' }),
  grid: {
    clients: 'Clients',
    more: (count: number) => plural('en', count, { one: '# more', other: '# more' }),
    tick: (name: string) => `Tick ${name}`,
    tickAll: (count: number) =>
      plural('en', count, { one: 'Tick # client found', other: 'Tick all # clients found' }),
    untickAll: 'Untick all',
    favourite: (name: string) => `Favourite: ${name}`,
    rowMenu: (name: string) => `Actions for ${name}`,
    columnMenu: (column: string) => `Column ${column}`,
    resize: (column: string) => `Width of the column ${column}`,
    columnTick: 'Tick',
    columnFavourite: 'Favourite',
    columnMenuHead: 'Actions',
    blocked: 'Blocked',
    subscribed: 'Subscribed',
    unsubscribed: 'Unsubscribed',
    muted: 'Muted',
    notMuted: 'Not muted',
    yes: 'Yes',
    nameless: 'Client without a name',
  },
};
