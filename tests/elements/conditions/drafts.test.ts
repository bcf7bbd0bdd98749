import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import fc from 'fast-check';
import {
  createCatalogue,
  defineField,
  type Field,
  type Node,
  type Test,
} from '../../../src/contract/index.js';
import { readDates, writeDates } from '../../../src/segments/date-test.js';
import {
  asksMissing,
  EMPTY_DRAFT,
  type Draft,
  type Drafter,
} from '../../../src/elements/conditions/drafts.js';
import {
  booleanDrafts,
  choiceDrafts,
  presenceDrafts,
} from '../../../src/elements/conditions/editors/choice-drafts.js';
import {
  birthdayDrafts,
  dateDrafts,
  periodsOf,
} from '../../../src/elements/conditions/editors/date-drafts.js';
import { numberDrafts, parseNumber } from '../../../src/elements/conditions/editors/number-drafts.js';
import { textDrafts } from '../../../src/elements/conditions/editors/text-drafts.js';
import { checkSegment } from '../../../src/segments/index.js';
import { runs } from '../../support/runs.js';
import { anyNode } from '../../segments/documents.js';
import { catalogue as segmentsCatalogue } from '../../segments/base.js';

const context = { locale: 'en', currency: 'EUR' };
const { fields } = createCatalogue();
const field = (id: string): Field => fields.get(id)!;

const DRAFTERS: Readonly<Record<Field['type'], Drafter>> = {
  number: numberDrafts,
  money: numberDrafts,
  percent: numberDrafts,
  day: dateDrafts,
  instant: dateDrafts,
  birthday: birthdayDrafts,
  text: textDrafts,
  texts: textDrafts,
  phones: textDrafts,
  emails: textDrafts,
  choice: choiceDrafts,
  choices: choiceDrafts,
  boolean: booleanDrafts,
  image: presenceDrafts,
};

function written(drafter: Drafter, id: string, draft: Partial<Draft>, locale = 'en'): Test | string {
  const result = drafter.write({ ...EMPTY_DRAFT, ...draft }, field(id), { ...context, locale });
  return result.ok ? result.test : (result.problem ?? 'unfinished');
}

function leaves(node: Node): Node[] {
  return 'of' in node ? node.of.flatMap(leaves) : [node];
}

const offered = (drafter: Drafter, of: Field): readonly Draft['mode'][] => [
  ...drafter.modes(of),
  ...(drafter.more?.(of) ?? []),
];

describe('editors of conditions', () => {
  it('show a condition only when they would keep it as it is', () => {
    let shown = 0;
    fc.assert(
      fc.property(anyNode, fc.constantFrom('en', 'ru', 'cs'), (node, locale) => {
        for (const leaf of leaves(node)) {
          if (leaf.kind !== 'field') continue;
          const { kind: _kind, field: id, ...test } = leaf;
          const of = segmentsCatalogue.fields.get(id);
          if (!of) continue;
          const drafter = DRAFTERS[of.type];
          const draft = drafter.read(test, of, { ...context, locale });
          if (!draft) continue;
          shown++;
          assert.ok(offered(drafter, of).includes(draft.mode), `${id} offers ${draft.mode}`);
          const back = drafter.write(draft, of, { ...context, locale });
          assert.ok(back.ok, `${id}: ${JSON.stringify(test)}`);
          assert.deepEqual(back.test, test);
        }
      }),
      { numRuns: runs(1500, 20_000), seed: 5 },
    );
    assert.ok(shown > 500, `${shown} conditions were shown`);
  });

  it('make nothing that the check refuses, in whatever state they are', () => {
    const draft = fc.record({
      mode: fc.constantFrom<Draft['mode']>(
        ...new Set([...fields.values()].flatMap((one) => offered(DRAFTERS[one.type], one))),
      ),
      orMissing: fc.constantFrom(null, true, false),
      from: fc.oneof(
        fc.constantFrom('', '5', '1,5', '-3', '2026-02-01', '2026-13-01', 'Anna', '+371 2'),
        fc.string(),
      ),
      to: fc.constantFrom('', '9', '2026-03-01', 'x'),
      count: fc.constantFrom('', '0', '1', '90', '99999', '-1', '1.5'),
      unit: fc.constantFrom('day', 'week', 'month', 'year'),
      period: fc.constantFrom('', 'today:0', 'month:-1', 'year:1', 'nothing:0'),
      relation: fc.constantFrom('gte:ago', 'lt:ahead', 'is:ago', 'nothing'),
      values: fc.constantFrom([], ['2'], ['male', 'female'], ['1', '12']),
    }) as fc.Arbitrary<Draft>;
    fc.assert(
      fc.property(draft, fc.constantFrom(...fields.values()), (state, of) => {
        if (!of.filter || !offered(DRAFTERS[of.type], of).includes(state.mode)) return;
        const result = DRAFTERS[of.type].write(state, of, context);
        if (!result.ok) return;
        const checked = checkSegment(
          { v: 1, where: { kind: 'field', field: of.id, ...result.test } },
          { fields, records: new Map() },
        );
        // An option that a host's list does not hold is a matter of the list, not of the editor.
        const issues = checked.ok ? [] : checked.issues.filter(({ code }) => code !== 'unknown_option');
        assert.deepEqual(issues, [], JSON.stringify(result.test));
      }),
      { numRuns: runs(3000, 30_000), seed: 6 },
    );
  });

  it('begin with what a receptionist asks first', () => {
    const start = (drafter: Drafter, id: string): Test | string =>
      written(drafter, id, drafter.start(field(id)));
    assert.deepEqual(start(dateDrafts, 'lastVisit'), {
      op: 'between',
      value: [
        { ago: 30, unit: 'day' },
        { ago: 0, unit: 'day' },
      ],
    });
    assert.deepEqual(start(dateDrafts, 'nextVisit'), {
      op: 'between',
      value: [
        { ago: 0, unit: 'day' },
        { ahead: 7, unit: 'day' },
      ],
    });
    assert.deepEqual(start(textDrafts, 'phones'), { op: 'exists' });
    assert.deepEqual(start(booleanDrafts, 'blocked'), { op: 'is', value: true });
    assert.equal(start(numberDrafts, 'visits'), 'unfinished');
    assert.equal(start(choiceDrafts, 'tier'), 'unfinished');
  });

  it('mean clients without a value too when they say no, unless told otherwise', () => {
    assert.deepEqual(written(booleanDrafts, 'blocked', { mode: 'no' }), {
      op: 'is',
      value: false,
      orMissing: true,
    });
    assert.deepEqual(written(choiceDrafts, 'source', { mode: 'noneOf', values: ['x'] }), {
      op: 'in',
      value: ['x'],
      not: true,
      orMissing: true,
    });
    assert.deepEqual(written(choiceDrafts, 'source', { mode: 'noneOf', values: ['x'], orMissing: false }), {
      op: 'in',
      value: ['x'],
      not: true,
    });
    assert.deepEqual(written(choiceDrafts, 'categories', { mode: 'noneOf', values: ['x'] }), {
      op: 'anyOf',
      value: ['x'],
      not: true,
    });
    assert.ok(asksMissing({ ...EMPTY_DRAFT, mode: 'ago' }, field('lastVisit')));
    assert.ok(!asksMissing({ ...EMPTY_DRAFT, mode: 'noneOf' }, field('categories')));
  });

  it('say what is wrong with numbers, and nothing while one is being typed', () => {
    assert.equal(written(numberDrafts, 'visits', { mode: 'gte', from: ' ' }), 'unfinished');
    assert.equal(written(numberDrafts, 'visits', { mode: 'gte', from: 'two' }), 'notANumber');
    assert.equal(written(numberDrafts, 'visits', { mode: 'gte', from: '2.5' }), 'notANumber');
    assert.equal(written(numberDrafts, 'visits', { mode: 'between', from: '5', to: '2' }), 'reversed');
    assert.equal(written(dateDrafts, 'lastVisit', { mode: 'last', count: '0' }), 'notANumber');
    assert.equal(
      written(dateDrafts, 'lastVisit', { mode: 'range', from: '2026-03-02', to: '2026-03-01' }),
      'reversed',
    );
    assert.equal(written(textDrafts, 'phones', { mode: 'contains', from: 'abc' }), 'notAPhone');
  });

  it('keep money in minor units, however it is typed', () => {
    for (const [text, locale] of [
      ['1,234.50', 'en'],
      ['1 234,5', 'ru'],
      ['1234,50', 'lv'],
      ['1.234,50', 'de'],
      ["1'234.50", 'en'],
    ] as const) {
      assert.deepEqual(
        written(numberDrafts, 'totalSpent', { mode: 'gte', from: text }, locale),
        { op: 'gte', value: 123_450 },
        text,
      );
    }
    assert.equal(written(numberDrafts, 'totalSpent', { mode: 'gte', from: '1.005' }, 'en'), 'notANumber');
    const yen = numberDrafts.write({ ...EMPTY_DRAFT, mode: 'gte', from: '1200' }, field('totalSpent'), {
      locale: 'en',
      currency: 'JPY',
    });
    assert.deepEqual(yen, { ok: true, test: { op: 'gte', value: 1200 } });
  });

  it('read numbers as the language writes them', () => {
    for (const [text, locale, value] of [
      ['1,000', 'en', 1000],
      ['1,000', 'ru', 1],
      ['1.000', 'de', 1000],
      ['1.000', 'en', 1],
      ['12,5', 'en', 12.5],
      ['−5', 'en', -5],
      ['1.000.000', 'de', 1_000_000],
      ['1,2,3', 'en', null],
      ['5 €', 'en', null],
      ['', 'en', null],
      ['１２', 'en', 12],
    ] as const) {
      assert.equal(parseNumber(text, locale), value, `${text} in ${locale}`);
    }
  });

  it('offer only periods and spans that a date can fall into', () => {
    assert.ok(!dateDrafts.modes(field('lastVisit')).includes('next'));
    assert.ok(!dateDrafts.modes(field('nextVisit')).includes('ago'));
    const own = defineField({ id: 'custom.due', type: 'day', label: 'Due' });
    assert.ok(dateDrafts.modes(own).includes('next') && dateDrafts.modes(own).includes('last'));
    assert.ok(!periodsOf(field('lastVisit')).includes('week:1'));
    assert.ok(!periodsOf(field('nextVisit')).includes('month:-1'));
  });
});

describe('tests of dates', () => {
  it('are what people say, and the same tests again', () => {
    const tests: Test[] = [
      { op: 'lt', value: { ago: 90, unit: 'day' } },
      {
        op: 'between',
        value: [
          { ago: 3, unit: 'month' },
          { ago: 0, unit: 'day' },
        ],
      },
      {
        op: 'between',
        value: [
          { ago: 0, unit: 'day' },
          { ahead: 2, unit: 'week' },
        ],
      },
      {
        op: 'between',
        value: [
          { start: 'month', shift: -1 },
          { end: 'month', shift: -1 },
        ],
      },
      { op: 'is', value: { ago: 1, unit: 'day' } },
      { op: 'is', value: { day: '2026-03-14' } },
      { op: 'gte', value: { day: '2026-03-14' } },
      { op: 'between', value: [{ day: '2026-03-14' }, { day: '2026-03-20' }] },
    ];
    for (const test of tests) {
      const read = readDates(test);
      assert.notEqual(read.kind, 'other', JSON.stringify(test));
      if (read.kind !== 'other') assert.deepEqual(writeDates(read), test);
    }
  });

  it('are left alone where they say something else', () => {
    for (const test of [
      { op: 'gte', value: { ago: 90, unit: 'day' } },
      { op: 'between', value: [{ start: 'month' }, { end: 'year' }] },
      {
        op: 'between',
        value: [
          { ago: 9, unit: 'day' },
          { ago: 3, unit: 'day' },
        ],
      },
      { op: 'between', value: [{ start: 'month', shift: -1 }, { end: 'month' }] },
    ] as Test[]) {
      assert.equal(readDates(test).kind, 'other', JSON.stringify(test));
    }
  });
});
