export { allBits, countBits, createBits, hasBit, popcount, rowsOf, setBit } from './bits.js';
export { checkSegment } from './check.js';
export type { Checked, CheckOptions } from './check.js';
export { clientSource, sourceOf } from './client-source.js';
export type { SourceOptions } from './client-source.js';
export { difference, isSameSegment } from './difference.js';
export type { SegmentChange } from './difference.js';
export {
  duplicateNode,
  insertNode,
  moveNode,
  negateNode,
  opposite,
  removeNode,
  replaceNode,
  setGroupKind,
  unwrapNode,
  wrapNode,
} from './edit.js';
export type { Edited, Refusal } from './edit.js';
export { countMatches, evaluate, searchRows, unknownBits } from './evaluate.js';
export type { Matches } from './evaluate.js';
export { normalise } from './normalise.js';
export type { Normalised, Tidied } from './normalise.js';
export { OPERATORS_OF, valueShape } from './operators.js';
export type { ScalarKind, ValueShape } from './operators.js';
export { fromParam, toParam, withoutSearch } from './param.js';
export { MAX_OVERLAP, overlapOf, overlapQuestions } from './overlap.js';
export type { OverlapPart, OverlapQuestion } from './overlap.js';
export { isGroup, isSamePath, isWithin, nodeAt, parentOf, placeAt, placesOf, ROOT } from './places.js';
export type { Draft, DraftGroup, DraftNode, DraftRecords, NodePath, Place } from './places.js';
export { READY_SEGMENTS, readySegments } from './ready.js';
export type { ReadyFigures, ReadyOptions, ReadySegment, ReadySegmentId } from './ready.js';
export { circleOf, hasReference, referencesOf, usedBy } from './references.js';
export type { References, Users } from './references.js';
export { readSegment, resolveSegment, searchFields } from './resolve.js';
export type { ResolveOptions } from './resolve.js';
export { group, negated } from './resolved.js';
export type {
  Operand,
  Resolved,
  ResolvedTest,
  SearchField,
  SearchNode,
  SearchPart,
  TestNode,
} from './resolved.js';
export { explain, REACH_REASONS } from './explain.js';
export type { ReachReason } from './explain.js';
export { issueText } from './issue-text.js';
export { isSearchable, matchesSearch } from './search.js';
export { sentence } from './sentence/index.js';
export type {
  Sentence,
  SentenceContext,
  SentenceFormat,
  SentencePart,
  SentenceProblem,
} from './sentence/index.js';
export { checkSort, compareBy, compareValues, resolveSort, sortValue } from './sort.js';
export type { ResolvedSort, SortOptions } from './sort.js';
export type {
  BirthdayColumn,
  Bits,
  CodeColumn,
  Codes,
  Column,
  ColumnSource,
  ListColumn,
  NumberColumn,
  Numbers,
  RelatedSource,
  SetColumn,
  TextColumn,
} from './source.js';
export { DEPENDS_ON, nameParts, packBirthday, statusOf } from './virtual.js';
export { documentOf, every, holding, notHolding, ruleQuestions, some } from './rules.js';
export type { RuleQuestions } from './rules.js';
