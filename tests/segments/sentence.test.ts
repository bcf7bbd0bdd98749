import { strict as assert } from 'node:assert';
import { readFileSync } from 'node:fs';
import { describe, it } from 'node:test';
import fc from 'fast-check';
import { AGGREGATES, FIELD_TYPES, OPERATORS, type Node } from '../../src/contract/index.js';
import { OPERATORS_OF, nodeAt, placesOf, type Draft, type DraftNode } from '../../src/segments/index.js';
import { sentence, type SentenceContext } from '../../src/segments/sentence/index.js';
import { anyNode } from './documents.js';
import { CASES, catalogue, documentOf } from './sentences/cases.js';
import { contextOf, LOCALES } from './sentences/context.js';

const say = (where: DraftNode, context: SentenceContext): string => sentence(documentOf(where), context).text;

describe('sentence', () => {
  for (const locale of Object.keys(LOCALES)) {
    it(`reads in ${locale} as it was once read aloud and found right`, () => {
      const wanted = readFileSync(new URL(`./sentences/${locale}.txt`, import.meta.url), 'utf8');
      const context = contextOf(locale);
      const lines = Object.entries(CASES).map(([name, where]) => `${name} = ${say(where, context)}`);
      assert.deepEqual(lines, wanted.trimEnd().split('\n'));
    });

    it(`says anything in ${locale}, and each condition in its place`, () => {
      const context: SentenceContext = { ...contextOf(locale), lists: undefined };
      fc.assert(
        fc.property(anyNode, (where) => {
          const document = documentOf(where);
          const { parts, text } = sentence(document, context);
          assert.notEqual(text.trim(), '');
          assert.equal(parts.map((part) => part.text).join(''), text);
          assert.doesNotMatch(text, /undefined|NaN|\[object|[\uE000-\uF8FF]/);
          const said = new Set(parts.map(({ path }) => path.join('.')));
          for (const { path } of placesOf(document)) assert.ok(said.has(path.join('.')), path.join('.'));
          for (const { path } of parts) assert.notEqual(nodeAt(document, path), null);
          let depth = 0;
          for (const { kind } of parts) {
            depth += kind === 'open' ? 1 : kind === 'close' ? -1 : 0;
            assert.ok(depth >= 0);
          }
          assert.equal(depth, 0);
        }),
        { numRuns: 200, seed: 51 },
      );
    });
  }

  it('has a case for every operator of every type of field, every figure and every kind of condition', () => {
    const places = Object.values(CASES).flatMap((where) => placesOf(documentOf(where)));
    const seen = new Set(
      places.flatMap(({ node, record }) => {
        if (node.kind === 'records') return [`records ${node.agg}`];
        if (node.kind !== 'field') return [node.kind];
        const field =
          record === null
            ? catalogue.fields.get(node.field)
            : catalogue.records.get(record)?.fields.find(({ id }) => id === node.field);
        return [`${field?.type} ${node.op}`];
      }),
    );
    // What differs in nothing that is said: three numeric types, days with and without a time, lists of texts.
    const same: Readonly<Record<string, string>> = {
      money: 'number',
      percent: 'number',
      instant: 'day',
      texts: 'text',
      phones: 'text',
      emails: 'text',
      image: 'text',
    };
    const missing = FIELD_TYPES.flatMap((type) =>
      OPERATORS_OF[type]
        .map((op) => `${same[type] ?? type} ${op}`)
        // A birthday that is a full date is said as any day is; whether there is a value, as of any field.
        .filter((name) => !/^birthday (is|lt|gt|gte)$|^(birthday|boolean|choice|day) exists$/.test(name)),
    ).filter((name) => !seen.has(name));
    assert.deepEqual(missing, []);
    for (const agg of AGGREGATES) assert.ok(seen.has(`records ${agg}`), agg);
    for (const kind of ['everyone', 'all', 'any', 'none', 'reachable', 'segment', 'search'])
      assert.ok(seen.has(kind), kind);
  });

  it('takes the plural forms of the language', () => {
    const last = (locale: string, count: number): string =>
      say(
        {
          kind: 'field',
          field: 'lastVisit',
          op: 'between',
          value: [
            { ago: count, unit: 'day' },
            { ago: 0, unit: 'day' },
          ],
        },
        contextOf(locale),
      ).replace(/^.*?(: | — )/, '');
    const counts = [1, 2, 5, 11, 21, 22, 25, 101, 111];
    assert.deepEqual(
      counts.map((count) => last('ru', count)),
      [
        'за последний 1 день',
        'за последние 2 дня',
        'за последние 5 дней',
        'за последние 11 дней',
        'за последний 21 день',
        'за последние 22 дня',
        'за последние 25 дней',
        'за последний 101 день',
        'за последние 111 дней',
      ],
    );
    assert.deepEqual(
      counts.map((count) => last('lv', count)),
      [
        'pēdējā 1 dienā',
        'pēdējās 2 dienās',
        'pēdējās 5 dienās',
        'pēdējās 11 dienās',
        'pēdējā 21 dienā',
        'pēdējās 22 dienās',
        'pēdējās 25 dienās',
        'pēdējā 101 dienā',
        'pēdējās 111 dienās',
      ],
    );
    assert.deepEqual(
      [1, 2, 4, 5, 21].map((count) => last('cs', count)),
      [
        'za poslední 1 den',
        'za poslední 2 dny',
        'za poslední 4 dny',
        'za posledních 5 dní',
        'za posledních 21 dní',
      ],
    );
    assert.deepEqual(
      [1, 2, 21].map((count) => last('bg', count)),
      ['през последния 1 ден', 'през последните 2 дни', 'през последните 21 дни'],
    );
  });

  it('tells all of them, any of them and none of them apart', () => {
    const of: [Node, Node] = [
      { kind: 'field', field: 'visits', op: 'gte', value: 3 },
      { kind: 'field', field: 'age', op: 'lt', value: 30 },
    ];
    for (const locale of Object.keys(LOCALES)) {
      const said = (['all', 'any', 'none'] as const).map((kind) => say({ kind, of }, contextOf(locale)));
      assert.equal(new Set(said).size, 3);
    }
  });

  it('cuts long lists short, where it is told to', () => {
    const ids = Array.from({ length: 17 }, (_, i) => `c${i}`);
    const where: Node = { kind: 'field', field: 'categories', op: 'anyOf', value: ids };
    assert.equal(say(where, contextOf('en', 2)), 'Categories: C0, C1 … and 15 more');
    assert.equal(say({ ...where, not: true }, contextOf('ru', 2)), 'Категории: ни C0, ни C1 … и ещё 15');
    assert.match(say(where, contextOf('en', Infinity)), /C0, C1, .*C15, or C16$/);
    const cities = Array.from({ length: 10_000 }, (_, i) => `City ${i}`);
    const text = say({ kind: 'field', field: 'city', op: 'in', value: cities }, contextOf('en', Infinity));
    assert.match(text, /“City 999” … and 9,000 more$/);
  });

  it('marks what is not there, what is missing and what does not fit, and only that', () => {
    const context = contextOf('en');
    const problems = (where: DraftNode): unknown[] => [
      ...new Set(sentence(documentOf(where), context).parts.flatMap(({ problem }) => problem ?? [])),
    ];
    for (const [name, where] of Object.entries(CASES)) {
      const wanted: Readonly<Record<string, string>> = {
        'unknown field': 'unknown_field',
        'unknown option': 'unknown_option',
        'unknown segment': 'unknown_segment',
        'unknown record': 'unknown_record',
        'unfit operator': 'unfit',
        'no value yet': 'missing',
        'nothing yet': 'missing',
      };
      assert.deepEqual(problems(where), name in wanted ? [wanted[name]] : [], name);
    }
  });

  it('finds words for whatever has the shape of a condition', () => {
    const value = fc.oneof(
      fc.constantFrom(undefined, '', NaN, -1, 13, true, [], [1], ['a', 2], 'x', {}, { day: 'never' }),
      fc.jsonValue(),
    );
    const odd = fc.record({
      kind: fc.constant('field'),
      field: fc.constantFrom('visits', 'city', 'birthday', 'lastVisit', 'categories', 'gone', 'toString'),
      op: fc.constantFrom(...OPERATORS, 'constructor'),
      value,
      not: fc.constantFrom(undefined, true),
    });
    const figure = fc.record({
      kind: fc.constant('records'),
      record: fc.constantFrom('bookings', 'toString', 'gone'),
      agg: fc.constantFrom(...AGGREGATES),
      path: fc.constantFrom(undefined, 'price', 'gone', 'state'),
      op: fc.constantFrom(...OPERATORS),
      value,
    });
    fc.assert(
      fc.property(fc.oneof(odd, figure), fc.constantFrom(...Object.keys(LOCALES)), (where, locale) => {
        assert.notEqual(say(where as unknown as DraftNode, contextOf(locale)).trim(), '');
      }),
      { numRuns: 1500, seed: 52 },
    );
  });

  it('leaves alone what people typed, and lives with terms that a host has changed', () => {
    const context = contextOf('en');
    const typed = 'a\uE000b $& ${x} # (';
    assert.equal(say({ kind: 'field', field: 'city', op: 'is', value: typed }, context), `City: “${typed}”`);
    const terms = {
      ...context.terms,
      sentence: { ...context.terms.sentence, condition: (_: string, test: string) => test },
    };
    assert.equal(
      say({ kind: 'field', field: 'visits', op: 'gte', value: 3 }, { ...context, terms }),
      'At least 3',
    );
  });

  it('says a condition about records on its own', () => {
    const where: Node = { kind: 'field', field: 'services', op: 'anyOf', value: ['manicure'] };
    assert.equal(sentence(documentOf(where), contextOf('en'), 'bookings').text, 'Services: Manicure');
  });

  it('names values as values and fields as fields', () => {
    const document: Draft = documentOf({ kind: 'field', field: 'visits', op: 'between', value: [3, 5] });
    assert.deepEqual(
      sentence(document, contextOf('en')).parts.map(({ kind, text }) => [kind, text]),
      [
        ['field', 'Visits'],
        ['text', ': '],
        ['operator', 'from '],
        ['value', '3'],
        ['operator', ' to '],
        ['value', '5'],
      ],
    );
  });
});
