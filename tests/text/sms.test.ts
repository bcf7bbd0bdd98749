import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import fc from 'fast-check';
import { isGsm7, safeText, smsParts, transliterate, unsafeReason } from '../../src/text/index.js';
import { hostileText } from './words.js';

describe('smsParts', () => {
  it('counts 160 septets alone and 153 each of several', () => {
    assert.deepEqual(smsParts(''), { encoding: 'GSM-7', units: 0, parts: 0, perPart: 160, remaining: 160 });
    assert.deepEqual(smsParts('a'.repeat(160)), {
      encoding: 'GSM-7',
      units: 160,
      parts: 1,
      perPart: 160,
      remaining: 0,
    });
    assert.deepEqual(smsParts('a'.repeat(161)), {
      ...{ encoding: 'GSM-7', units: 161, parts: 2, perPart: 153, remaining: 145 },
    });
    assert.equal(smsParts('a'.repeat(306)).parts, 2);
    assert.equal(smsParts('a'.repeat(307)).parts, 3);
  });

  it('counts two septets for the extension table and never splits them', () => {
    assert.equal(smsParts('€'.repeat(80)).parts, 1);
    assert.equal(smsParts('€'.repeat(81)).parts, 2);
    // 152 letters leave one septet, too few for €: it goes to the next message.
    const text = `${'a'.repeat(152)}€${'a'.repeat(152)}`;
    assert.deepEqual([smsParts(text).units, smsParts(text).parts], [306, 3]);
    assert.equal(smsParts('a'.repeat(306)).parts, 2);
  });

  it('says which character made it UCS-2, with 70 and 67', () => {
    const one = smsParts(`Mani${'a'.repeat(64)}ņš`);
    assert.deepEqual(one, {
      encoding: 'UCS-2',
      units: 70,
      parts: 1,
      perPart: 70,
      remaining: 0,
      firstUcs2Char: 'ņ',
    });
    assert.equal(smsParts('я'.repeat(71)).parts, 2);
    assert.equal(smsParts('я'.repeat(134)).parts, 2);
    assert.equal(smsParts('я'.repeat(135)).parts, 3);
    assert.equal(smsParts('Änderung à Øre Ñ').encoding, 'GSM-7');
    assert.equal(smsParts('ç').firstUcs2Char, 'ç');
  });

  it('never splits a surrogate pair', () => {
    const text = `${'я'.repeat(66)}😀${'я'.repeat(66)}`;
    assert.deepEqual([smsParts(text).units, smsParts(text).parts], [134, 3]);
    assert.equal(smsParts('😀'.repeat(35)).parts, 1);
    assert.equal(smsParts('😀').firstUcs2Char, '😀');
  });

  it('never needs more messages for less text', () => {
    fc.assert(
      fc.property(fc.array(fc.constantFrom('a', '€', '[', 'я', '😀', '\n'), { maxLength: 400 }), (list) => {
        const whole = smsParts(list.join(''));
        const less = smsParts(list.slice(0, -1).join(''));
        assert.ok(less.parts <= whole.parts);
        assert.ok(whole.remaining >= 0 && whole.remaining <= whole.perPart);
        assert.ok(whole.parts * whole.perPart >= whole.units);
      }),
    );
    fc.assert(
      fc.property(hostileText, (text) => assert.ok(smsParts(text).parts <= Math.max(1, text.length))),
    );
  });
});

describe('transliterate', () => {
  it('writes Bulgarian by law, Russian as in passports, Ukrainian by its resolution', () => {
    const rows: readonly (readonly [string, string, string])[] = [
      ['Щърбан Къньо Ябълков', 'bg', 'Shtarban Kanyo Yabalkov'],
      ['Мария Цветелинова', 'bg', 'Maria Tsvetelinova'],
      ['София е столица', 'bg', 'Sofia e stolitsa'],
      ['Юлия Щербакова', 'ru', 'Iuliia Shcherbakova'],
      ['ЩЕРБАКОВА ЁЛКА', 'ru', 'SHCHERBAKOVA ELKA'],
      ['Подъячев Хорь', 'ru-RU', 'Podieiachev Khor'],
      ['Згурський Єва Ганна', 'uk', 'Zghurskyi Yeva Hanna'],
      ['Žluťoučký kůň, ģimene', 'cs', 'Zlutoucky kun, gimene'],
      ['„Добър ден“ – №5…', 'bg', '"Dobar den" - No5...'],
    ];
    for (const [text, lang, latin] of rows) assert.equal(transliterate(text, lang), latin);
  });

  it('brings texts of the five languages into the alphabet of cheap SMS', () => {
    for (const text of [
      'Уважаема Щеряна, чакаме Ви утре!',
      'Скидка 10 % — ждём Вас',
      'Příliš žluťoučký kůň',
      'Jūs gaidīs šķēres ņemšanai',
    ]) {
      assert.equal(smsParts(transliterate(text, 'bg')).encoding, 'GSM-7', text);
    }
    assert.ok(isGsm7('ü') && !isGsm7('ů'));
  });

  it('takes any text, and leaves plain Latin as it is', () => {
    fc.assert(
      fc.property(
        hostileText,
        fc.constantFrom('bg', 'ru', 'uk', ''),
        (text, lang) => void transliterate(text, lang),
      ),
    );
    fc.assert(
      fc.property(fc.stringMatching(/^[A-Za-z0-9 .,!?@-]*$/), (text) =>
        assert.equal(transliterate(text, 'bg'), text),
      ),
    );
  });
});

describe('unsafeReason', () => {
  it('names NUL and halves of surrogate pairs, and passes everything else', () => {
    assert.equal(unsafeReason('a\0b'), 'nul');
    assert.equal(unsafeReason('a\ud83d'), 'lone_surrogate');
    assert.equal(unsafeReason('\ude00a'), 'lone_surrogate');
    assert.equal(unsafeReason('\ude00\ud83d'), 'lone_surrogate');
    assert.equal(unsafeReason('Анна 😀 \u202e'), null);
    assert.equal(unsafeReason(''), null);
  });

  it('agrees with the platform, and safeText makes any text safe', () => {
    fc.assert(
      fc.property(hostileText, (text) => {
        const expected = text.includes('\0') ? 'nul' : encodeURIsafe(text) ? null : 'lone_surrogate';
        assert.equal(unsafeReason(text), expected);
        assert.equal(unsafeReason(safeText(text)), null);
        if (expected === null) assert.equal(safeText(text), text);
      }),
    );
  });
});

/** encodeURIComponent throws on half a surrogate pair. */
function encodeURIsafe(text: string): boolean {
  try {
    encodeURIComponent(text);
    return true;
  } catch {
    return false;
  }
}
