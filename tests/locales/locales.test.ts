import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import {
  BOOKING_STATES,
  BUILTIN_FIELD_IDS,
  builtinActions,
  builtinRecords,
  builtinTabs,
  CHANNELS,
  ERROR_CODES,
  FIELD_GROUPS,
  PURPOSES,
  ROW_REASONS,
  standardRecords,
  STATUSES,
} from '../../src/contract/index.js';
import { bg } from '../../src/locales/bg.js';
import { bundled } from '../../src/locales/bundled.js';
import { cs } from '../../src/locales/cs.js';
import { en } from '../../src/locales/en.js';
import { lv } from '../../src/locales/lv.js';
import { ru } from '../../src/locales/ru.js';

const all = { en, ru, bg, cs, lv };
type Tree = { [key: string]: Tree | string | ((...args: (number | string)[]) => string) };

/** Every term by its path; functions are called with numbers that meet all plural categories, and with names. */
function* termsOf(tree: Tree, path = ''): Generator<[path: string, text: string]> {
  for (const [key, value] of Object.entries(tree)) {
    const here = path === '' ? key : `${path}.${key}`;
    if (typeof value === 'string') yield [here, value];
    else if (typeof value === 'object') yield* termsOf(value, here);
    else {
      for (const number of [0, 1, 2, 5, 11, 21, 1.5, 12_408])
        yield [`${here}(${number})`, String(value(...Array<number>(8).fill(number)))];
    }
  }
}

describe('every locale', () => {
  for (const [code, terms] of Object.entries(all)) {
    it(`${code} has a text for every term, whatever the number`, () => {
      const missing = [...termsOf(terms as unknown as Tree)].filter(
        ([, text]) => typeof text !== 'string' || text.trim() === '' || /undefined|NaN|\[object|#/.test(text),
      );
      assert.deepEqual(missing, []);
    });

    it(`${code} names all that the contract leaves to the locale`, () => {
      assert.deepEqual(Object.keys(terms.fields).sort(), [...BUILTIN_FIELD_IDS].sort());
      assert.deepEqual(Object.keys(terms.errors).sort(), [...ERROR_CODES].sort());
      assert.deepEqual(Object.keys(terms.common.statuses), [...STATUSES]);
      assert.deepEqual(Object.keys(terms.common.channels), [...CHANNELS]);
      assert.deepEqual(Object.keys(terms.common.purposes), [...PURPOSES]);
      assert.deepEqual(Object.keys(terms.common.bookingStates), [...BOOKING_STATES]);
      assert.deepEqual(Object.keys(terms.catalogue.groups), [...FIELD_GROUPS]);
      assert.deepEqual(
        Object.keys(terms.catalogue.tabs),
        builtinTabs.map(({ id }) => id),
      );
      assert.deepEqual(Object.keys(terms.actions.job.reasons).sort(), [...ROW_REASONS].sort());
      for (const { id } of builtinActions) assert.ok(id in terms.actions, id);
      for (const { id, fields } of builtinRecords) {
        const words = Reflect.get(terms.catalogue.records, id) as { fields: object };
        assert.deepEqual(
          Object.keys(words.fields),
          fields.map((field) => field.id),
        );
      }
      assert.deepEqual(
        Object.keys(terms.records),
        standardRecords.map(({ id }) => id),
      );
      for (const { id, fields } of standardRecords) {
        const words = Reflect.get(terms.records, id) as {
          fields: object;
          options: Record<string, object>;
        };
        assert.deepEqual(
          Object.keys(words.fields),
          fields.map((field) => field.id),
        );
        for (const { id: field, options = [] } of fields) {
          // What messages and consents go by has its words already.
          if (field === 'channel' || field === 'purpose') continue;
          assert.deepEqual(
            Object.keys(words.options[field] ?? {}),
            options.map((option) => option.id),
            `${id}.${field}`,
          );
        }
      }
    });

    it(`${code} is written in its own letters`, () => {
      const words = Object.values(terms.fields).join(' ');
      if (code === 'ru' || code === 'bg') assert.match(words, /^[\p{Script=Cyrillic}\s.,()]+$/u);
      if (code === 'bg') assert.doesNotMatch(words, /[ыэё]/iu);
      if (code === 'cs') assert.match(words, /[ěščřžýáíéů]/u);
      if (code === 'lv') assert.match(words, /[āčēģīķļņšūž]/u);
    });

    it(`${code} uses no exclamation marks and no spaces at the ends`, () => {
      const odd = [...termsOf(terms as unknown as Tree)].filter(([, text]) => /!|^\s|\s$|  /.test(text));
      assert.deepEqual(odd, []);
    });
  }

  it('but English loads file by file, each the same as the whole', async () => {
    for (const [code, files] of Object.entries(bundled)) {
      for (const [file, load] of Object.entries(files)) {
        assert.equal(typeof load, 'function');
        const loaded: unknown = await (load as () => Promise<unknown>)();
        assert.equal(loaded, Reflect.get(Reflect.get(all, code), file), `${code}/${file}`);
      }
    }
  });

  it('has all files loadable', () => {
    for (const files of Object.values(bundled))
      assert.deepEqual(Object.keys(files).sort(), Object.keys(en).sort());
  });
});

describe('counts', () => {
  const count = (locale: keyof typeof all, number: number): string =>
    all[locale].common.count.clients(number).replaceAll(/[\u00a0\u202f]/g, ' ');

  it('take the Russian few and many', () => {
    assert.equal(count('ru', 1), '1 клиент');
    assert.equal(count('ru', 3), '3 клиента');
    assert.equal(count('ru', 11), '11 клиентов');
    assert.equal(count('ru', 21), '21 клиент');
    assert.equal(count('ru', 12_408), '12 408 клиентов');
    assert.equal(count('ru', 1.5), '1,5 клиента');
  });

  it('take the Latvian zero', () => {
    assert.equal(count('lv', 0), '0 klientu');
    assert.equal(count('lv', 1), '1 klients');
    assert.equal(count('lv', 11), '11 klientu');
    assert.equal(count('lv', 21), '21 klients');
    assert.equal(count('lv', 22), '22 klienti');
  });

  it('take the Czech few, and many for fractions', () => {
    assert.equal(count('cs', 1), '1 zákazník');
    assert.equal(count('cs', 4), '4 zákazníci');
    assert.equal(count('cs', 5), '5 zákazníků');
    assert.equal(count('cs', 1.5), '1,5 zákazníka');
  });

  it('take the English and Bulgarian one and other', () => {
    assert.equal(count('en', 1), '1 client');
    assert.equal(count('en', 0), '0 clients');
    assert.equal(count('bg', 1), '1 клиент');
    assert.equal(count('bg', 12), '12 клиенти');
  });
});
