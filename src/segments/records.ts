import { hasBit } from './bits.js';
import { accepted, complement, FLOATS, has } from './intervals.js';
import { foldedReader, numberReader, textReader, textTest } from './readers.js';
import type { Operand, TestNode } from './resolved.js';
import type { ColumnSource, RelatedSource } from './source.js';
import type { Select } from './steps.js';

type RecordsOperand = Operand & { kind: 'records' };

/**
 * Whether a row passes a test of its records. `count` and `sum` are never missing: of no record they are 0. `min` and `max` leave out records
 * without the value; `first` and `last` take the oldest and the newest record that satisfies `where`, whatever it holds.
 */
export function recordsTest(
  node: TestNode,
  of: RecordsOperand,
  source: ColumnSource,
  select: Select,
): (row: number) => boolean {
  const related = source.related(of.record);
  const missing = node.missing === true;
  if (related === null) {
    const empty = isNumberAgg(of) ? numberTest(node)(0) : missing;
    return () => empty;
  }
  const chosen = of.where === null ? related.live : select(of.where, related);
  const includes = (record: number): boolean => chosen === null || hasBit(chosen, record);
  if (of.agg === 'first' || of.agg === 'last') return placedTest(node, of, related, includes);
  const value = aggregateReader(of, related, includes);
  const passes = numberTest(node);
  return (row) => {
    const number = value(row);
    return Number.isNaN(number) ? missing : passes(number);
  };
}

function isNumberAgg(of: RecordsOperand): boolean {
  return of.agg === 'count' || of.agg === 'sum';
}

/** Whether a number that is there passes, turned round where the node says so. */
function numberTest({ test, negate }: TestNode): (x: number) => boolean {
  const intervals = negate ? complement(accepted(test, FLOATS, 1), FLOATS) : accepted(test, FLOATS, 1);
  return (x) => has(intervals, x);
}

function aggregateReader(
  of: RecordsOperand,
  related: RelatedSource,
  includes: (record: number) => boolean,
): (row: number) => number {
  const { starts } = related;
  if (of.agg === 'count') {
    return (row) => {
      let count = 0;
      for (let i = starts[row]!; i < starts[row + 1]!; i++) if (includes(i)) count++;
      return count;
    };
  }
  const read = numberReader(related.column(of.path!), of.path!);
  const better =
    of.agg === 'min' ? (x: number, best: number) => x < best : (x: number, best: number) => x > best;
  return (row) => {
    let out = of.agg === 'sum' ? 0 : NaN;
    for (let i = starts[row]!; i < starts[row + 1]!; i++) {
      if (!includes(i)) continue;
      const x = read(i);
      if (Number.isNaN(x)) continue;
      if (of.agg === 'sum') out += x;
      else if (Number.isNaN(out) || better(x, out)) out = x;
    }
    return out;
  };
}

/** The first or last record of a row is found, then its value is put to the test. */
function placedTest(
  node: TestNode,
  of: RecordsOperand,
  related: RelatedSource,
  includes: (record: number) => boolean,
): (row: number) => boolean {
  const { starts } = related;
  const passes = recordTest(node, of, related);
  const missing = node.missing === true;
  return (row) => {
    const from = starts[row]!;
    const to = starts[row + 1]! - 1;
    if (of.agg === 'first') {
      for (let i = from; i <= to; i++) if (includes(i)) return passes(i);
    } else {
      for (let i = to; i >= from; i--) if (includes(i)) return passes(i);
    }
    return missing;
  };
}

function recordTest(node: TestNode, of: RecordsOperand, related: RelatedSource): (record: number) => boolean {
  const { test, negate } = node;
  const missing = node.missing === true;
  const field = of.path!;
  const column = related.column(field);
  if (of.type === 'text' || of.type === 'choice') {
    const read = test.op === 'text' ? foldedReader(column, field) : textReader(column, field);
    const wanted = test.op === 'codes' ? new Set(test.values) : null;
    const inner = test.op === 'text' ? textTest(test) : (text: string) => wanted === null || wanted.has(text);
    return (record) => {
      const text = read(record);
      return text === null ? missing : inner(text) !== negate;
    };
  }
  const read = numberReader(column, field);
  const passes = numberTest(node);
  return (record) => {
    const x = read(record);
    return Number.isNaN(x) ? missing : passes(x);
  };
}
