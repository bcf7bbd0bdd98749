import { DEFAULT_SETTINGS } from '../../../src/contract/index.js';
import { bg } from '../../../src/locales/bg.js';
import { cs } from '../../../src/locales/cs.js';
import { en } from '../../../src/locales/en.js';
import { lv } from '../../../src/locales/lv.js';
import { ru } from '../../../src/locales/ru.js';
import type { Terms } from '../../../src/locales/terms.js';
import { createFormatter } from '../../../src/sdk/format.js';
import type { SentenceContext } from '../../../src/segments/sentence/index.js';
import { catalogue, lists, segments } from './cases.js';

export const LOCALES: Readonly<Record<string, Terms>> = { en, ru, bg, cs, lv };

/** What a session of that language would give, by the real formatter. */
export function contextOf(locale: string, most?: number): SentenceContext {
  const terms = LOCALES[locale]!;
  const { common } = terms;
  const named: Readonly<Record<string, Readonly<Record<string, string>>>> = {
    gender: common.genders,
    status: common.statuses,
    state: common.bookingStates,
  };
  const format = createFormatter({
    locale,
    settings: { ...DEFAULT_SETTINGS, timeZone: 'Europe/Sofia', currency: 'EUR' },
    lists,
    today: () => '2026-03-29',
    words: { option: (field, id) => named[field]?.[id], yes: common.yes, no: common.no },
  });
  return { catalogue, terms, format, lists, segments, ...(most === undefined ? {} : { most }) };
}
