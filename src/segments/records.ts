import { accepted, complement, domainOf, has, type Intervals } from './intervals.js';
import { wrongColumn } from './readers.js';
import { RecordSpan } from './record-span.js';
import type { Operand, Resolved, TestNode } from './resolved.js';
import type { ColumnSource, Numbers, RelatedSource } from './source.js';
import { BLOCK, FAIL, numberStep, PASS, type Step } from './steps.js';

type RecordsOperand = Operand & { kind: 'records' };
type Compile = (node: Resolved, source: ColumnSource) => Step;

/**
 * Keeps rows whose records pass a test. What a block's records come to is put into an array, which is then tested as a column is.
 * `count` and `sum` are never missing: of no record they are 0. `min` and `max` leave out records without the value; `first` and `last` take
 * the oldest and the newest record that satisfies `where`, whatever it holds.
 */
export function recordsStep(
  node: TestNode,
  of: RecordsOperand,
  source: ColumnSource,
  compile: Compile,
): Step {
  const related = source.related(of.record);
  const missing = node.missing === true;
  if (related === null) {
    const isCounted = of.agg === 'count' || of.agg === 'sum';
    return (isCounted ? has(passing(node, new Float64Array(0)), 0) : missing) ? PASS : FAIL;
  }
  const chosen = of.where === null ? PASS : compile(of.where, related);
  const each = Math.max(1, related.rows / Math.max(1, source.rows));
  const cost = 8 + each * (chosen.cost + (of.agg === 'count' ? 0.2 : 2));
  switch (of.agg) {
    case 'count':
      return countStep(node, related, chosen, cost);
    case 'first':
    case 'last':
      return placeStep(node, of, related, chosen, cost, compile);
    case 'sum':
    case 'min':
    case 'max':
      return figureStep(node, of, related, chosen, cost);
  }
}

/** The figures of an array that pass, turned round where the node says so. */
function passing({ test, negate }: TestNode, figures: Numbers): Intervals {
  const domain = domainOf(figures);
  const intervals = accepted(test, domain, 1);
  return negate ? complement(intervals, domain) : intervals;
}

function countStep(node: TestNode, related: RelatedSource, chosen: Step, cost: number): Step {
  const counts = new Int32Array(BLOCK);
  const test = numberStep(counts, passing(node, counts), false, domainOf(counts));
  if (chosen === PASS && related.live === null) {
    const { starts } = related;
    return {
      cost: 3,
      refine(base, bits) {
        const end = Math.min(bits.length * 32, starts.length - 1 - base);
        for (let at = 0; at < end; at++) counts[at] = starts[base + at + 1]! - starts[base + at]!;
        test.refine(0, bits);
      },
    };
  }
  const span = new RecordSpan(related, chosen);
  return {
    cost,
    refine(base, bits) {
      if (!span.take(base, bits)) return;
      span.count(base, bits, counts);
      test.refine(0, bits);
    },
  };
}

function figureStep(
  node: TestNode,
  of: RecordsOperand,
  related: RelatedSource,
  chosen: Step,
  cost: number,
): Step {
  const { agg } = of;
  const figures = new Float64Array(BLOCK);
  const test = numberStep(figures, passing(node, figures), node.missing === true, domainOf(figures));
  const column = related.column(of.path!);
  if (column && column.kind !== 'number' && column.kind !== 'birthday') throw wrongColumn(of.path!, column);
  const span = new RecordSpan(related, chosen);
  return {
    cost,
    refine(base, bits) {
      if (!span.take(base, bits)) return;
      if (agg === 'sum') span.sum(column, base, bits, figures);
      else span.extreme(column, agg === 'min', base, bits, figures);
      test.refine(0, bits);
    },
  };
}

/** The first or last record of a row is found, then put to the test as all records are. */
function placeStep(
  node: TestNode,
  of: RecordsOperand,
  related: RelatedSource,
  chosen: Step,
  cost: number,
  compile: Compile,
): Step {
  const test = compile({ ...node, of: { kind: 'field', field: of.path!, type: of.type } }, related);
  const passes = new Int32Array(BLOCK);
  const keep = numberStep(passes, [1, 1], false, domainOf(passes));
  const span = new RecordSpan(related, chosen);
  const none = node.missing === true ? 1 : 0;
  return {
    cost: cost + test.cost,
    refine(base, bits) {
      if (!span.take(base, bits)) return;
      span.place(test, of.agg === 'last', none, base, bits, passes);
      keep.refine(0, bits);
    },
  };
}
