import assert from 'node:assert/strict';
import { afterEach, beforeEach, describe, it } from 'node:test';
import { en } from '../../src/locales/en.js';
import { list } from '../../src/locales/en/list.js';
import {
  closestLocale,
  directionOf,
  overrideTerms,
  plural,
  registerLocale,
} from '../../src/locales/index.js';
import { formatLocale, onTermsChange, termsOf } from '../../src/locales/registry.js';
import { ru } from '../../src/locales/ru.js';

let warnings: string[] = [];
const { warn } = console;
beforeEach(() => {
  warnings = [];
  console.warn = (text: string) => warnings.push(text);
});
afterEach(() => {
  console.warn = warn;
});

describe('the closest locale', () => {
  it('of a region is its language', () => {
    assert.equal(closestLocale('ru-RU'), 'ru');
    assert.equal(closestLocale('en-GB'), 'en');
    assert.equal(closestLocale('CS'), 'cs');
    assert.equal(closestLocale('lv_LV'), 'lv');
    assert.deepEqual(warnings, []);
  });

  it('of an unknown language is English, said once with the way to add it', () => {
    assert.equal(closestLocale('fr-CA'), 'en');
    assert.equal(closestLocale('fr-CA'), 'en');
    assert.equal(warnings.length, 1);
    assert.match(warnings[0] ?? '', /"fr-CA".*registerLocale\('fr-CA'/);
  });

  it('of nothing is English, without a word', () => {
    assert.equal(closestLocale(''), 'en');
    assert.deepEqual(warnings, []);
  });

  it('gives dates the locale of the words', () => {
    assert.equal(formatLocale('en-GB', 'en'), 'en-GB');
    assert.equal(formatLocale('fr-CA', 'en'), 'en');
    assert.equal(formatLocale('ru', 'ru'), 'ru');
  });
});

describe('directions', () => {
  it('are right to left for Arabic, Hebrew and Persian', () => {
    assert.equal(directionOf('ar-EG'), 'rtl');
    assert.equal(directionOf('he'), 'rtl');
    assert.equal(directionOf('fa'), 'rtl');
    assert.equal(directionOf('arn'), 'ltr');
    assert.equal(directionOf('en'), 'ltr');
  });
});

describe('terms', () => {
  it('in English are there at once, in others when they have loaded, then at once too', async () => {
    assert.equal(termsOf('list', 'en', list), list);
    const coming = termsOf('list', 'ru', list);
    assert.ok(coming instanceof Promise);
    assert.equal(await coming, ru.list);
    assert.equal(termsOf('list', 'ru', list), ru.list);
  });

  it('that cannot be loaded are English, and are asked for again', async () => {
    let asked = 0;
    registerLocale('xx', {
      ...en,
      list: async () => {
        asked++;
        throw new Error('no network');
      },
    });
    assert.equal(await termsOf('list', 'xx', list), list);
    await new Promise((resolve) => setImmediate(resolve));
    assert.equal(await termsOf('list', 'xx', list), list);
    assert.equal(asked, 2);
  });

  it('of a host replace ours, in one locale or in all, in one file', async () => {
    let told = 0;
    const stop = onTermsChange(() => told++);
    overrideTerms({ list: { title: 'Guests' } });
    overrideTerms({ list: { title: 'Гости' } }, 'ru');
    stop();
    assert.equal(told, 2);
    const english = await termsOf('list', 'en', list);
    const russian = await termsOf('list', 'ru', list);
    assert.equal(english.title, 'Guests');
    assert.equal(english.add, list.add);
    assert.equal(russian.title, 'Гости');
    assert.equal(russian.add, ru.list.add);
    assert.equal(list.title, 'Clients', 'ours stay as they are');
  });

  it('of a host may reach into groups', async () => {
    overrideTerms({ common: { statuses: { lost: 'Gone' } } }, 'en');
    const common = await termsOf('common', 'en', en.common);
    assert.deepEqual(common.statuses, { ...en.common.statuses, lost: 'Gone' });
  });

  it('of a locale added by a host are used', async () => {
    registerLocale('de', { ...en, common: async () => ({ ...en.common, cancel: 'Abbrechen' }) });
    assert.equal(closestLocale('de-AT'), 'de');
    assert.equal((await termsOf('common', 'de', en.common)).cancel, 'Abbrechen');
  });
});

describe('plural', () => {
  it('takes any locale with at least other', () => {
    assert.equal(plural('pl', 5, { one: '# klient', many: '# klientów', other: '# klienta' }), '5 klientów');
    assert.equal(plural('pl', 2, { one: '# klient', many: '# klientów', other: '# klienta' }), '2 klienta');
  });
});
