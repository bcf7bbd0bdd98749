import { plural } from '../plural.js';

/** The quick-info panel of one or several ticked clients. */
export const panel = {
  title: 'Quick info',
  several: (count: number) => plural('en', count, { one: '# client ticked', other: '# clients ticked' }),
  close: 'Close the panel',
  openCard: 'Open card',
  call: (value: string) => `Call ${value}`,
  write: (value: string) => `Write to ${value}`,
  alerts: 'Alerts',
  allergies: (text: string) => `Allergies: ${text}`,
  debt: (money: string) => `Owes ${money}`,
  blocked: (reason: string) => `Blocked: ${reason}`,
  nextVisit: 'Next visit',
  noNextVisit: 'No visit planned',
  lastVisit: 'Last visit',
  latestVisit: 'Latest visit',
  visits: 'Visits',
  spent: 'Spent',
  points: 'Points',
  deposit: 'Deposit',
  averageTicket: 'Average ticket',
  birthday: 'Birthday',
  noContacts: 'No phone and no e-mail',
  together: 'Together',
  sharedByAll: 'All of them have',
  gone: 'This client is no longer here',
};
