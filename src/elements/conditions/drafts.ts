import type { Field, Test } from '../../contract/index.js';
import type { Terms } from '../../locales/terms.js';
import type { DateUnit } from '../../time/index.js';

/** The questions that an editor can put, across all types of fields. */
export type Mode = keyof Terms['conditions']['modes'] | 'yes' | 'no';

/** What stands in an editor, as it was typed: kept while the question changes, so that nothing typed is lost. */
export interface Draft {
  readonly mode: Mode;
  /** Whether clients without a value are meant too; null: as the question usually means it. */
  readonly orMissing: boolean | null;
  /** Numbers and texts as typed; days as `YYYY-MM-DD`. */
  readonly from: string;
  readonly to: string;
  /** How many units. */
  readonly count: string;
  readonly unit: DateUnit;
  /** `month:-1`: the month before; `today:0`. */
  readonly period: string;
  /** `gte:ago`: how a date is compared with so many units before or after today. */
  readonly relation: string;
  /** Ids of options, or numbers of months. */
  readonly values: readonly string[];
}

export const EMPTY_DRAFT: Draft = {
  mode: 'known',
  orMissing: null,
  from: '',
  to: '',
  count: '',
  unit: 'day',
  period: '',
  relation: 'gte:ago',
  values: [],
};

/** Why a draft is no condition; null: it is not finished. */
export type DraftProblem = 'notANumber' | 'reversed' | 'notAPhone' | null;
export type Written = { ok: true; test: Test } | { ok: false; problem: DraftProblem };

export interface DraftContext {
  /** BCP 47: how numbers are written. */
  readonly locale: string;
  /** ISO 4217. */
  readonly currency: string;
}

/** How tests of one family of types are turned into drafts and back. */
export interface Drafter {
  /** In the order in which they are offered; the first is taken at the start. */
  modes(field: Field): readonly Mode[];
  /** More questions that it can show: offered where there is room for all. */
  more?(field: Field): readonly Mode[];
  /** What the editor begins with. */
  start(field: Field): Draft;
  /** Null: the editor cannot show this test without changing what it says. */
  read(test: Test, field: Field, context: DraftContext): Draft | null;
  write(draft: Draft, field: Field, context: DraftContext): Written;
}

const NEGATIVE: ReadonlySet<Mode> = new Set(['isNot', 'containsNot', 'textIsNot', 'noneOf', 'no']);
/** Of these, too, a client without a value may be meant: never came is long ago. */
const MAY_LACK: ReadonlySet<Mode> = new Set(['ago', 'before', 'until', 'relative', 'lt', 'lte']);

/** Whether clients without a value are meant where nothing is said of them: by negatives, yes. */
export function usuallyMissing(mode: Mode): boolean {
  return NEGATIVE.has(mode);
}

/** Whether the editor asks about clients without a value. Sets always have one: the empty set. */
export function asksMissing({ mode, orMissing }: Draft, field: Field): boolean {
  if (field.type === 'choices' || mode === 'known' || mode === 'unknown') return false;
  return NEGATIVE.has(mode) || MAY_LACK.has(mode) || orMissing === true;
}

const INCOMPLETE: Written = { ok: false, problem: null };

export function unfinished(problem: DraftProblem = null): Written {
  return problem === null ? INCOMPLETE : { ok: false, problem };
}

/** A finished test, with what the draft says of clients without a value. */
export function finished(test: Test, draft: Draft, field: Field): Written {
  const wants = field.type !== 'choices' && (draft.orMissing ?? usuallyMissing(draft.mode));
  return { ok: true, test: wants ? { ...test, orMissing: true } : test };
}

/** What all types share: has a value, has none. */
export function writeExists(draft: Draft): Written | null {
  if (draft.mode === 'known') return { ok: true, test: { op: 'exists' } };
  if (draft.mode === 'unknown') return { ok: true, test: { op: 'exists', not: true } };
  return null;
}

export function readExists(test: Test): Draft | null {
  if (test.op !== 'exists' || test.orMissing) return null;
  return { ...EMPTY_DRAFT, mode: test.not ? 'unknown' : 'known' };
}

/** Null where nothing else than usual is said, so that a change of the question takes its own usual with it. */
export function missingOf(test: Test, mode: Mode): boolean | null {
  const says = test.orMissing === true;
  return says === usuallyMissing(mode) ? null : says;
}
