import type { Settings } from '../description.js';

export const DEFAULT_SETTINGS: Settings = {
  timeZone: 'UTC',
  currency: 'EUR',
  country: 'BG',
  collation: 'en',
  nameOrder: 'firstLast',
  weekStart: 1,
  lostAfterDays: 90,
  leapBirthday: 'feb28',
};
