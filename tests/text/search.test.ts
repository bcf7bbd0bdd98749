import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import fc from 'fast-check';
import {
  digitsOf,
  fold,
  matchesTerms,
  parseSearch,
  phoneNeedles,
  searchTerms,
} from '../../src/text/index.js';
import { hostileText } from './words.js';

const findsPhone = (query: string, e164: string): boolean =>
  phoneNeedles(query).some((needle) => digitsOf(e164).includes(needle));

describe('searchTerms', () => {
  it('wants every word of the query, in any order, in any part of the text', () => {
    const text = fold('Юлия Щербакова yulia@mail.bg');
    for (const query of [
      'юлия',
      'shcherb',
      'Yulia Sterb',
      'бакова jul',
      'mail.bg',
      '@mail',
      'Julija  Ščerba',
    ]) {
      assert.ok(matchesTerms(text, searchTerms(query)), query);
    }
    assert.ok(!matchesTerms(text, searchTerms('юлия петрова')));
  });

  it('gives each word once and nothing for an empty query', () => {
    assert.deepEqual(searchTerms('Анна Anna ana'), ['ana']);
    assert.deepEqual(searchTerms(' - '), []);
    assert.ok(matchesTerms('ana', []));
  });
});

describe('phoneNeedles', () => {
  it('finds a phone however it was written, by any part of it', () => {
    const phone = '+359888123456';
    for (const query of [
      ...['0888 123', '0888123456', '+359 888 123 456', '00359 888', '888-123', '123456', '(0888) 123.456'],
      ...['8 123 456', '+359 (0) 888', '+359 0888 123', '08', '088', '٠٨٨٨', '０８８８ 123'],
    ]) {
      assert.ok(findsPhone(query, phone), query);
    }
    assert.ok(!findsPhone('0889', phone));
  });

  it('reads the Russian trunk 8 as +7', () => {
    for (const query of ['8 911 234', '8 (911) 234-56-78', '+7 911', '911 234', '7911']) {
      assert.ok(findsPhone(query, '+79112345678'), query);
    }
    assert.ok(!phoneNeedles('888 123').includes('788123'));
  });

  it('finds a number by every beginning of the way it is typed', () => {
    for (const typed of ['0888 123 456', '+359 888 123 456', '00359888123456', '359888123456']) {
      for (let n = 1; n <= typed.length; n++) {
        const part = typed.slice(0, n);
        // Before the zeros of a prefix are followed by anything else, they can only be looked for as they are.
        if (digitsOf(part) === '' || /^0+$/.test(digitsOf(part))) continue;
        assert.ok(findsPhone(part, '+359888123456'), part);
      }
    }
  });

  it('has nothing to look for without digits', () => {
    assert.deepEqual(phoneNeedles('Анна'), []);
    assert.deepEqual(phoneNeedles('00'), ['0']);
  });
});

describe('parseSearch', () => {
  it('joins neighbouring words of digits into one phone and leaves names apart', () => {
    assert.deepEqual(parseSearch('Анна 0888 123 456'), [
      { text: 'ana', phones: [] },
      { text: '0888 123 456', phones: ['888123456'] },
    ]);
    assert.deepEqual(parseSearch('+44 (0)20 7946'), [{ text: '+44 0 20 7946', phones: ['44207946'] }]);
    assert.deepEqual(
      parseSearch('888 Иван 123').map((term) => term.text),
      ['888', 'ivan', '123'],
    );
  });

  it('takes e-mails and codes as text', () => {
    assert.deepEqual(parseSearch('ann2@mail.com'), [{ text: fold('ann2@mail.com'), phones: [] }]);
    assert.deepEqual(parseSearch(' '), []);
  });

  it('takes any query at all; its terms are folded', () => {
    fc.assert(
      fc.property(hostileText, (query) => {
        for (const { text, phones } of parseSearch(query)) {
          assert.equal(fold(text), text);
          for (const phone of phones) assert.match(phone, /^\d+$/);
        }
      }),
      { numRuns: 2000 },
    );
  });
});
