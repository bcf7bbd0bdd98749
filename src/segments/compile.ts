import type { Column, ColumnSource, SetColumn } from './source.js';
import type { Operand, Resolved, SearchNode, TestNode } from './resolved.js';
import { accepted, complement, domainOf, including, without, type Intervals } from './intervals.js';
import { refineMask, refineMasked32, refineMasks, refineTable32 } from './kernels.js';
import {
  entriesReader,
  foldedReader,
  isListType,
  partsReader,
  textReader,
  textTest,
  wrongColumn,
} from './readers.js';
import { fold } from '../text/index.js';
import { recordsStep } from './records.js';
import { rowSearch } from './search.js';
import {
  allStep,
  anyStep,
  bitsStep,
  codeStep,
  FAIL,
  flipOf,
  numberStep,
  PASS,
  rowStep,
  type Step,
} from './steps.js';

/** The tree over one source, ready to run. */
export function compile(node: Resolved, source: ColumnSource): Step {
  switch (node.kind) {
    case 'const':
      return node.value ? PASS : FAIL;
    case 'all':
      return allStep(node.of.map((child) => compile(child, source)));
    case 'any':
      return anyStep(node.of.map((child) => compile(child, source)));
    case 'search':
      return searchStep(node, source);
    case 'test':
      return testStep(node, source);
  }
}

function searchStep(node: SearchNode, source: ColumnSource): Step {
  const found = node.indexed ? (source.search?.(node.text) ?? null) : null;
  if (found !== null) return bitsStep(found, node.negate);
  const matches = rowSearch(node, source);
  return rowStep((row) => matches(row) !== node.negate, 400);
}

function testStep(node: TestNode, source: ColumnSource): Step {
  const { of } = node;
  if (of.kind === 'records') return recordsStep(node, of, source, compile);
  if (of.kind === 'parts') {
    const read = partsReader(source, of.fields);
    return valueStep(node, read, (text) => node.test.op === 'known' || passesText(node, text), 150);
  }
  return fieldStep(node, of, source.column(of.field));
}

/** A step over values read row by row; null: missing. */
function valueStep<T>(
  node: TestNode,
  read: (row: number) => T | null,
  passes: (value: T) => boolean,
  cost: number,
): Step {
  const { negate } = node;
  const missing = node.missing === true;
  return rowStep((row) => {
    const value = read(row);
    return value === null ? missing : passes(value) !== negate;
  }, cost);
}

const testers = new WeakMap<TestNode, (folded: string) => boolean>();

function passesText(node: TestNode, folded: string): boolean {
  let tester = testers.get(node);
  if (tester === undefined) {
    if (node.test.op !== 'text') throw new TypeError(`segments: "${node.test.op}" is no test of a text`);
    testers.set(node, (tester = textTest(node.test)));
  }
  return tester(folded);
}

function fieldStep(node: TestNode, of: Operand & { kind: 'field' }, column: Column | null): Step {
  const { test, negate } = node;
  if (of.type === 'choices') return setStep(node, of.field, column);
  if (column === null) return node.missing === true ? PASS : FAIL;
  if (isListType(of.type)) {
    const read = entriesReader(column, of.field, of.type === 'phones');
    const nonEmpty = (row: number): readonly string[] | null => {
      const entries = read(row);
      return entries.length === 0 ? null : entries;
    };
    const passes = (entries: readonly string[]): boolean =>
      test.op === 'known' || entries.some((entry) => passesText(node, entry));
    return valueStep(node, nonEmpty, passes, 150);
  }
  switch (column.kind) {
    case 'number':
    case 'birthday':
      return numbersStep(node, column);
    case 'code': {
      const passes = codeTest(node, column.dictionary);
      const table = Uint8Array.from(
        column.dictionary,
        (text, code) => +(code === 0 || text === '' ? node.missing === true : passes(text) !== negate),
      );
      return codeStep(column.codes, table);
    }
    case 'text':
      if (test.op === 'text')
        return valueStep(node, foldedReader(column, of.field), (text) => passesText(node, text), 150);
      return valueStep(node, textReader(column, of.field), codeTest(node, []), 60);
    case 'set':
    case 'list':
      throw wrongColumn(of.field, column);
  }
}

/** A test of a text as it stands, or folded where the test wants it so. */
function codeTest({ test }: TestNode, dictionary: readonly string[]): (text: string) => boolean {
  switch (test.op) {
    case 'known':
      return () => true;
    case 'codes': {
      const wanted = new Set(test.values);
      return (text) => wanted.has(text);
    }
    case 'text': {
      const passes = textTest(test);
      return dictionary.length === 0 ? passes : (text) => passes(fold(text));
    }
    case 'range':
    case 'in':
    case 'annual':
    case 'anyOf':
    case 'allOf':
      throw new TypeError(`segments: "${test.op}" is no test of a text`);
  }
}

function numbersStep(node: TestNode, column: Column & { kind: 'number' | 'birthday' }): Step {
  const { test, negate, missing } = node;
  const { values } = column;
  if (test.op === 'annual') {
    if (column.kind !== 'birthday') throw new TypeError('segments: "annual" is a test of birthdays alone');
    const [range, ...others] = test.ranges;
    // A month, say. What is missing lies in no range.
    if (range && others.length === 0 && !negate && missing !== true) {
      const [from, to] = range;
      return { cost: 1.2, refine: (base, bits) => refineMasked32(column.values, base, bits, 511, from, to) };
    }
    const table = annualTable(test.ranges, negate, missing === true);
    return { cost: 1.5, refine: (base, bits) => refineTable32(column.values, base, bits, table, 511) };
  }
  const domain = domainOf(values);
  const { scale, unit = 1 } = column.kind === 'number' ? column : { scale: 1 };
  let intervals: Intervals = accepted(test, domain, scale, unit);
  if (negate) intervals = complement(intervals, domain);
  if (column.kind === 'number' && (column.full || Number.isNaN(column.missing))) {
    return numberStep(values, intervals, missing === true && !column.full, domain);
  }
  const settle = missing === true ? including : without;
  if (column.kind === 'number') intervals = settle(intervals, column.missing, column.missing, domain);
  else {
    intervals = settle(intervals, domain.min, test.op === 'known' ? -1 : 511, domain);
    if (test.op === 'range' && test.until !== undefined) {
      intervals = settle(intervals, test.until + 1, domain.max, domain);
    }
  }
  return numberStep(values, intervals, false, domain);
}

/** By `birthday & 511`; −1, which is missing, falls on 511, which no day has. */
function annualTable(
  ranges: readonly (readonly [number, number])[],
  negate: boolean,
  missing: boolean,
): Uint8Array {
  const table = new Uint8Array(512).fill(+negate);
  for (const [from, to] of ranges) table.fill(+!negate, from, to + 1);
  table[511] = +missing;
  return table;
}

function setStep(node: TestNode, field: string, column: Column | null): Step {
  const { test, negate } = node;
  if (column === null) return negate ? PASS : FAIL;
  if (column.kind === 'list') {
    const wanted = test.op === 'anyOf' || test.op === 'allOf' ? test.values : [];
    const passes = (row: number): boolean => {
      const has = column.read(row);
      if (test.op === 'known') return has.length > 0;
      return test.op === 'anyOf'
        ? wanted.some((id) => has.includes(id))
        : wanted.every((id) => has.includes(id));
    };
    return rowStep((row) => passes(row) !== negate, 60);
  }
  if (column.kind !== 'set') throw wrongColumn(field, column);
  switch (test.op) {
    case 'known':
      return maskStep(column, new Uint32Array(column.stride).fill(0xffffffff), false, negate);
    case 'anyOf':
      return maskStep(column, maskOf(column, test.values).mask, false, negate);
    case 'allOf': {
      const { mask, known } = maskOf(column, test.values);
      if (!known) return negate ? PASS : FAIL;
      return maskStep(column, mask, true, !negate);
    }
    case 'range':
    case 'in':
    case 'annual':
    case 'codes':
    case 'text':
      throw new TypeError(`segments: "${test.op}" is no test of choices`);
  }
}

function maskOf(column: SetColumn, values: readonly string[]): { mask: Uint32Array; known: boolean } {
  const mask = new Uint32Array(column.stride);
  let known = true;
  for (const value of values) {
    const i = column.options.indexOf(value);
    if (i < 0) known = false;
    else mask[i >> 5]! |= 1 << (i & 31);
  }
  return { mask, known };
}

/** Keeps rows that have (or with `lacking`, lack) any option of the mask; with `turned`, all others. */
function maskStep({ words, stride }: SetColumn, mask: Uint32Array, lacking: boolean, turned: boolean): Step {
  const invert = flipOf(lacking);
  const flip = flipOf(turned);
  if (stride === 1) {
    const only = mask[0]! | 0;
    return { cost: 1, refine: (base, bits) => refineMask(words, base, bits, only, invert, flip) };
  }
  return {
    cost: 2 + stride,
    refine: (base, bits) => refineMasks(words, stride, base, bits, mask, invert, flip),
  };
}
