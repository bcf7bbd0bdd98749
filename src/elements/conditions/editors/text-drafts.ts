import type { Test } from '../../../contract/index.js';
import { digitsOf, fold } from '../../../text/index.js';
import {
  EMPTY_DRAFT,
  finished,
  missingOf,
  readExists,
  unfinished,
  writeExists,
  type Drafter,
  type Mode,
} from '../drafts.js';

const TESTS: Readonly<Partial<Record<Mode, Test>>> = {
  contains: { op: 'contains' },
  startsWith: { op: 'startsWith' },
  textIs: { op: 'is' },
  containsNot: { op: 'contains', not: true },
  textIsNot: { op: 'is', not: true },
};

/** Text, and lists of texts, phones and e-mails, of which any entry may hold. */
export const textDrafts: Drafter = {
  modes: ({ type }) =>
    type === 'text'
      ? ['contains', 'startsWith', 'textIs', 'containsNot', 'textIsNot', 'known', 'unknown']
      : ['known', 'unknown', 'contains', 'startsWith', 'textIs'],

  start: (field) => ({ ...EMPTY_DRAFT, mode: field.type === 'text' ? 'contains' : 'known' }),

  read(test, field) {
    const exists = readExists(test);
    if (exists) return exists;
    if (typeof test.value !== 'string') return null;
    const found = Object.entries(TESTS).find(
      ([, one]) => one.op === test.op && (one.not ?? false) === (test.not ?? false),
    );
    const mode = found?.[0] as Mode | undefined;
    if (!mode || !this.modes(field).includes(mode)) return null;
    return { ...EMPTY_DRAFT, mode, from: test.value, orMissing: missingOf(test, mode) };
  },

  write(draft, field) {
    const exists = writeExists(draft);
    if (exists) return exists;
    const test = TESTS[draft.mode];
    if (!test || draft.from.trim() === '') return unfinished();
    if (field.type === 'phones' ? digitsOf(draft.from) === '' : fold(draft.from) === '')
      return unfinished(field.type === 'phones' ? 'notAPhone' : null);
    return finished({ ...test, value: draft.from }, draft, field);
  },
};
