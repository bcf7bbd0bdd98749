import type { Test } from '../../../contract/index.js';
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

/** One of options, or a set of them. */
export const choiceDrafts: Drafter = {
  modes: ({ type }) =>
    type === 'choices'
      ? ['anyOf', 'allOf', 'noneOf', 'known', 'unknown']
      : ['anyOf', 'noneOf', 'known', 'unknown'],

  start: () => ({ ...EMPTY_DRAFT, mode: 'anyOf' }),

  read(test, field) {
    const exists = readExists(test);
    if (exists) return exists;
    if (!Array.isArray(test.value) || (field.type === 'choices' && test.orMissing)) return null;
    const values = test.value.filter((one) => typeof one === 'string');
    if (test.op === 'allOf' && test.not) return null;
    const mode: Mode = test.not ? 'noneOf' : test.op === 'allOf' ? 'allOf' : 'anyOf';
    const orMissing = field.type === 'choices' ? null : missingOf(test, mode);
    return { ...EMPTY_DRAFT, mode, values, orMissing };
  },

  write(draft, field) {
    const exists = writeExists(draft);
    if (exists) return exists;
    const { mode, values } = draft;
    if (values.length === 0) return unfinished();
    const op = field.type === 'choice' ? 'in' : mode === 'allOf' ? 'allOf' : 'anyOf';
    const test: Test = { op, value: [...values], ...(mode === 'noneOf' ? { not: true } : {}) };
    return finished(test, draft, field);
  },
};

/** Yes or no. A client of whom it was never said counts as no, unless told otherwise. */
export const booleanDrafts: Drafter = {
  modes: () => ['yes', 'no'],
  start: () => ({ ...EMPTY_DRAFT, mode: 'yes' }),
  read(test) {
    if (test.op !== 'is' || typeof test.value !== 'boolean' || test.not) return null;
    const mode = test.value ? 'yes' : 'no';
    return { ...EMPTY_DRAFT, mode, orMissing: missingOf(test, mode) };
  },
  write: (draft, field) => finished({ op: 'is', value: draft.mode === 'yes' }, draft, field),
};

/** What can only be there or not: a picture. */
export const presenceDrafts: Drafter = {
  modes: () => ['known', 'unknown'],
  start: () => EMPTY_DRAFT,
  read: readExists,
  write: (draft) => writeExists(draft) ?? unfinished(),
};
