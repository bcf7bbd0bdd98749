import { strict as assert } from 'node:assert';
import { readFileSync } from 'node:fs';
import { describe, it } from 'node:test';
import type { Issue, Node, SegmentDocument } from '../../src/contract/index.js';
import { checkSegment, issueText, type CheckOptions } from '../../src/segments/index.js';
import { catalogue } from './base.js';
import { LOCALES } from './sentences/context.js';

const is = (field: string, op: string, value?: unknown, more: object = {}): object => ({
  kind: 'field',
  field,
  op,
  ...(value === undefined ? {} : { value }),
  ...more,
});
const records = (more: object): object => ({
  kind: 'records',
  record: 'bookings',
  agg: 'count',
  op: 'gte',
  value: 1,
  ...more,
});

let deep: object = is('visits', 'gte', 1);
for (let level = 0; level < 200; level++) deep = { kind: 'all', of: [deep] };
const many = Array.from({ length: 501 }, (_, i) => is('visits', 'gte', i));
const circle: SegmentDocument = { v: 1, where: { kind: 'segment', id: 'a' } };
const spoilt = { v: 1, where: is('visits', 'gte', 'x') } as unknown as SegmentDocument;
const kept: CheckOptions = {
  segments: (id) => ({ a: circle, spoilt })[id] ?? null,
};

/** A fault of each code: where it stands, and the figures that come with it. */
const FAULTS: readonly (readonly [
  code: string,
  where: object,
  path: string,
  params: object,
  options?: CheckOptions,
])[] = [
  ['unknown_field', is('gone', 'exists'), 'where.field', { field: 'gone' }],
  ['not_filterable', is('photo', 'exists'), 'where.field', { field: 'photo' }],
  ['hidden_field', is('age', 'exists'), 'where.field', { field: 'age' }, { hidden: ['birthday'] }],
  ['unknown_operator', is('visits', 'near', 1), 'where.op', { op: 'near' }],
  ['operator_not_of_type', is('visits', 'contains', 'x'), 'where.op', { op: 'contains', type: 'number' }],
  ['required', is('visits', 'gte'), 'where.value', {}],
  ['unexpected_value', is('visits', 'exists', 1), 'where.value', {}],
  ['wrong_type', is('visits', 'gte', 'x'), 'where.value', {}],
  ['empty_list', is('visits', 'in', []), 'where.value', {}],
  ['empty_text', is('city', 'is', '—'), 'where.value', {}],
  ['too_long', is('city', 'is', 'x'.repeat(10_001)), 'where.value', { limit: 10_000 }],
  ['not_safe_text', is('city', 'is', 'a\0b'), 'where.value', {}],
  ['out_of_range', is('visits', 'gte', 1e300), 'where.value', {}],
  ['reversed', is('visits', 'between', [5, 1]), 'where.value', {}],
  ['unknown_option', is('gender', 'in', ['female', 'x']), 'where.value.1', { option: 'x', field: 'gender' }],
  [
    'too_many_values',
    is(
      'visits',
      'in',
      Array.from({ length: 10_001 }, (_, i) => i),
    ),
    'where.value',
    { limit: 10_000 },
  ],
  ['unknown_key', is('visits', 'exists', undefined, { colour: 1 }), 'where.colour', { key: 'colour' }],
  ['unknown_kind', { kind: 'maybe' }, 'where.kind', { kind: 'maybe' }],
  ['empty_group', { kind: 'any', of: [] }, 'where.of', { kind: 'any' }],
  ['too_deep', deep, ['where', ...Array.from({ length: 20 }, () => 'of.0')].join('.'), { limit: 20 }],
  ['too_many_conditions', { kind: 'all', of: many }, 'where.of.500', { limit: 500 }],
  ['unknown_record', records({ record: 'trips' }), 'where.record', { record: 'trips' }],
  ['unknown_aggregate', records({ agg: 'mean' }), 'where.agg', { agg: 'mean' }],
  ['not_in_records', records({ where: { kind: 'search', text: 'x' } }), 'where.where', { kind: 'search' }],
  [
    'unknown_channel',
    { kind: 'reachable', channel: 'owl', purpose: 'marketing' },
    'where.channel',
    { channel: 'owl' },
  ],
  [
    'unknown_purpose',
    { kind: 'reachable', channel: 'sms', purpose: 'fun' },
    'where.purpose',
    { channel: 'sms', purpose: 'fun' },
  ],
  [
    'not_searchable',
    { kind: 'search', text: 'x' },
    'where',
    {},
    { capabilities: { filter: true, search: false, records: [] } },
  ],
  ['unknown_segment', { kind: 'segment', id: 'b' }, 'where.id', { segment: 'b' }, kept],
  ['circle', { kind: 'segment', id: 'a' }, 'where.id', { segment: 'a', within: 'a' }, kept],
];

describe('a fault of a segment', () => {
  for (const [code, where, path, params, options] of FAULTS) {
    it(`is told with its place and words: ${code}`, () => {
      const checked = checkSegment({ v: 1, where }, catalogue, options);
      assert.ok(!checked.ok);
      const issue = checked.issues.find((found) => found.code === code);
      assert.ok(issue, checked.issues.map((found) => found.code).join());
      assert.equal(issue.path.join('.'), path);
      assert.deepEqual(issue.params ?? {}, params);
      for (const { segments } of Object.values(LOCALES)) {
        const said = issueText(issue, segments);
        assert.match(said, /^\p{Lu}.+\.$/u);
        assert.notEqual(said, segments.issues.other);
      }
    });
  }

  it('is known by its code: no code that the check can give is without words', () => {
    const sources = ['check.ts', 'check-parts.ts', 'check-value.ts'].map((file) =>
      readFileSync(new URL(`../../src/segments/${file}`, import.meta.url), 'utf8'),
    );
    const codes = new Set(
      sources.flatMap((text) =>
        [...text.matchAll(/'([a-z]+(?:_[a-z]+)+|required|reversed|circle)'/g)].map(([, code]) => code!),
      ),
    );
    const { issues, limits } = LOCALES['en']!.segments;
    assert.deepEqual(
      [...codes].filter((code) => !(code in issues) && !(code in limits)),
      [],
    );
    assert.ok(codes.size >= FAULTS.length);
  });

  it('of a newer version is told as such, and nobody is guessed at', () => {
    const checked = checkSegment({ v: 2, where: { kind: 'everyone' } }, catalogue);
    assert.ok(!checked.ok);
    assert.deepEqual(checked.issues, [
      {
        path: ['v'],
        code: 'newer_version',
        message: 'the segment was made by a newer version',
        params: { version: 2 },
      },
    ]);
    assert.match(issueText(checked.issues[0]!, LOCALES['ru']!.segments), /более новой версии/);
  });

  it('inside a kept segment is placed at the reference, and names the segment', () => {
    const where: Node = { kind: 'all', of: [{ kind: 'segment', id: 'spoilt' }] };
    const checked = checkSegment({ v: 1, where }, catalogue, kept);
    assert.ok(!checked.ok);
    const [issue] = checked.issues as [Issue];
    assert.deepEqual(
      [issue.code, issue.path, issue.params],
      ['wrong_type', ['where', 'of', 0, 'id'], { within: 'spoilt' }],
    );
    const { segments } = LOCALES['en']!;
    assert.equal(issueText(issue, segments), 'In segment “spoilt”: The value is not of the right kind.');
    assert.equal(
      issueText(issue, segments, [{ id: 'spoilt', name: 'Old ones' }]),
      'In segment “Old ones”: The value is not of the right kind.',
    );
  });

  it('without words of its own is said to be not understood', () => {
    for (const code of ['brand_new', 'toString', 'constructor'])
      assert.equal(issueText({ code }, LOCALES['cs']!.segments), 'Podmínce nelze rozumět.');
  });
});
