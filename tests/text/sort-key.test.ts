import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import fc from 'fast-check';
import { collationOf, COLLATIONS, compareKeys, sortKey } from '../../src/text/index.js';
import { bg } from '../../src/sample/names/bg.js';
import { cs } from '../../src/sample/names/cs.js';
import { en } from '../../src/sample/names/en.js';
import { lv } from '../../src/sample/names/lv.js';
import { ru } from '../../src/sample/names/ru.js';
import { hostileText, LANGUAGES, wordOf } from './words.js';

const sorted = (texts: readonly string[], collation: string): string[] =>
  texts.toSorted((a, b) => compareKeys(sortKey(a, collation), sortKey(b, collation)));
const words = (text: string): string[] => text.split(' ');

/** Names of all five languages in several cases, and compounds of them. */
const NAMES = [
  ...new Set(
    [en, ru, bg, cs, lv].flatMap((book) => {
      const names = [
        ...book.female,
        ...book.male,
        ...book.surnames.flat(),
        ...book.cities,
        ...book.occupations,
      ];
      return [
        ...names,
        ...names.map((name) => name.toLowerCase()),
        ...names.slice(0, 60).map((name, i) => `${name} ${names[i * 3] ?? ''}`.trim()),
        ...names.slice(0, 40).map((name, i) => `${name}-${names[i + 7] ?? ''}`),
      ];
    }),
  ),
];

describe('sortKey', () => {
  it('has an order for every text in printable ASCII, lowest for the empty one', () => {
    fc.assert(
      fc.property(hostileText, fc.constantFrom(...COLLATIONS), (text, collation) => {
        const key = sortKey(text, collation);
        assert.match(key, /^[\x20-\x7e]*$/);
        assert.ok(compareKeys(sortKey('', collation), key) <= 0);
      }),
      { numRuns: 5000 },
    );
  });

  for (const collation of COLLATIONS) {
    it(`orders ${NAMES.length > 2000 ? 'thousands of' : 'all'} names as CLDR does for ${collation}`, () => {
      assert.ok(NAMES.length > 2000);
      const collator = new Intl.Collator(collation);
      const ours = sorted(NAMES, collation);
      for (let i = 1; i < ours.length; i++) {
        const [before = '', after = ''] = [ours[i - 1], ours[i]];
        assert.ok(collator.compare(before, after) <= 0, `${before} before ${after}`);
      }
    });

    it(`orders any words of ${collation} as CLDR does`, () => {
      const collator = new Intl.Collator(collation);
      const word = wordOf(collation);
      // Neighbours that share a beginning are the hard case, so the second word is often the first with an end exchanged.
      const pair = fc.oneof(
        fc.tuple(word, word),
        fc.tuple(word, word, fc.nat(6)).map(([a, b, n]) => [a, a.slice(0, n) + b] as [string, string]),
        fc
          .tuple(word, fc.constantFrom(' ', '-', "'", '1'))
          .map(([a, s]) => [a, `${a.slice(0, 2)}${s}${a.slice(2)}x`] as [string, string]),
      );
      fc.assert(
        fc.property(pair, ([a, b]) => {
          assert.equal(
            compareKeys(sortKey(a, collation), sortKey(b, collation)),
            Math.sign(collator.compare(a, b)),
          );
        }),
        { numRuns: 4000 },
      );
    });
  }

  it('orders ASCII signs and digits as CLDR does', () => {
    const signs = [...'_-,;:!?.\'"()[]{}@*/\\&#%`^+<=>|~$0123456789aAbB'];
    assert.deepEqual(sorted(signs.toReversed(), 'en'), signs.toSorted(new Intl.Collator('en').compare));
  });

  it('sorts ch after h in Czech alone', () => {
    assert.deepEqual(
      sorted(words('Chalupa Cibulka Hájek Dvořák Čapek Ivan'), 'cs'),
      words('Cibulka Čapek Dvořák Hájek Chalupa Ivan'),
    );
    assert.deepEqual(sorted(words('Chalupa Cibulka Hájek'), 'en'), words('Chalupa Cibulka Hájek'));
  });

  it('tells е and ё, accents and case apart only where all letters are the same', () => {
    assert.deepEqual(
      sorted(words('Петрова Пётр Петр пётр петр'), 'ru'),
      words('петр Петр пётр Пётр Петрова'),
    );
    assert.deepEqual(sorted(words('Ёлкин Елкин Еж Жук Ерёмин'), 'ru'), words('Еж Елкин Ёлкин Ерёмин Жук'));
    assert.deepEqual(sorted(words('Nováková Novák Novak novák'), 'cs'), words('Novak novák Novák Nováková'));
  });

  it('puts its own script first in Russian and Bulgarian, Latin first elsewhere, digits before both', () => {
    const mixed = ['Яна', 'Anna', '7', 'Zoe', 'Анна', '#', '日本', 'Ωμέγα'];
    assert.deepEqual(sorted(mixed, 'ru'), ['#', '7', 'Анна', 'Яна', 'Anna', 'Zoe', 'Ωμέγα', '日本']);
    assert.deepEqual(sorted(mixed, 'lv'), ['#', '7', 'Anna', 'Zoe', 'Анна', 'Яна', 'Ωμέγα', '日本']);
  });

  it('gives a text that came apart the key of the whole one, and does not count white space at the ends', () => {
    for (const language of LANGUAGES) {
      fc.assert(
        fc.property(wordOf(language), (word) => {
          assert.equal(sortKey(word.normalize('NFD'), language), sortKey(word, language));
          assert.equal(sortKey(`  ${word}\t`, language), sortKey(word, language));
        }),
      );
    }
    assert.equal(sortKey('a \u00a0 b', 'en'), sortKey('a b', 'en'));
  });

  it('takes any language tag', () => {
    assert.equal(collationOf('cs-CZ'), 'cs');
    assert.equal(collationOf('RU'), 'ru');
    for (const tag of ['de', 'pt-BR', '', '__proto__', 'constructor']) assert.equal(collationOf(tag), 'en');
    assert.equal(sortKey('Chalupa', 'cs-CZ'), sortKey('Chalupa', 'cs'));
    assert.equal(sortKey('Chalupa', 'de'), sortKey('Chalupa', 'en'));
  });
});
