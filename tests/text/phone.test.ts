import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import fc from 'fast-check';
import { getExampleNumber, type CountryCode } from 'libphonenumber-js/min';
import examples from 'libphonenumber-js/mobile/examples';
import {
  callingCodeOf,
  countryOfPhone,
  digitsOf,
  formatPhone,
  normalisePhone,
  PHONE_COUNTRIES,
  phoneCountry,
} from '../../src/text/index.js';
import { hostileText } from './words.js';

const read = (raw: string, country = 'BG'): string => {
  const result = normalisePhone(raw, country);
  return 'e164' in result ? result.e164 : result.error;
};

describe('normalisePhone', () => {
  it('reads what people and programs of the five languages write', () => {
    const rows: readonly (readonly [string, string, string])[] = [
      ['0888 123 456', 'BG', '+359888123456'],
      ['00359 888 123 456', 'BG', '+359888123456'],
      ['359888123456', 'BG', '+359888123456'],
      ['888123456', 'BG', '+359888123456'],
      ['02 981 2345', 'BG', '+35929812345'],
      ['+359 (0) 888 123 456', 'BG', '+359888123456'],
      ['+3590888123456', 'BG', '+359888123456'],
      ['79112345678', 'BG', '+79112345678'],
      ['8 (911) 234-56-78', 'RU', '+79112345678'],
      ['9112345678', 'RU', '+79112345678'],
      ['7 911 234 56 78', 'RU', '+79112345678'],
      ['+7 701 111 22 33', 'KZ', '+77011112233'],
      ['8 701 111 22 33', 'KZ', '+77011112233'],
      ['603 123 456', 'CZ', '+420603123456'],
      ['00420 777 888 999', 'CZ', '+420777888999'],
      ['="+420777888999"', 'CZ', '+420777888999'],
      ['21234567', 'LV', '+37121234567'],
      ["'+1562 555 0100", 'US', '+15625550100'],
      ['(310) 555-0100', 'US', '+13105550100'],
      ['1-310-555-0100', 'US', '+13105550100'],
      ['011 359 888 123 456', 'US', '+359888123456'],
      ['07700 900123', 'GB', '+447700900123'],
      ['020 7946 0018', 'GB', '+442079460018'],
      ['tel:+420-541-000-111', 'BG', '+420541000111'],
      ['тел. 0888123456', 'BG', '+359888123456'],
      ['\u202a+359 888\u00a0123\u2011456\u202c', 'BG', '+359888123456'],
      ['０８８８１２３４５６', 'BG', '+359888123456'],
    ];
    for (const [raw, country, e164] of rows) assert.equal(read(raw, country), e164, raw);
  });

  it('says why a text is no phone', () => {
    const rows: readonly (readonly [string, string])[] = [
      ['', 'empty'],
      [' - ', 'empty'],
      ['няма', 'letters'],
      ['0888 123 456 Иван', 'letters'],
      ['3.59889E+11', 'lost_digits'],
      ['3,59889E+11', 'lost_digits'],
      ['0888 123 456, 0899 123 456', 'several'],
      ['0888123456/0899123456', 'several'],
      ['+359888123456 +359899123456', 'several'],
      ['0888 12', 'too_short'],
      ['+420 603 12', 'too_short'],
      ['+420 603 123 456 78', 'too_long'],
      ['123', 'too_short'],
      ['12345678901234567890', 'too_long'],
    ];
    for (const [raw, error] of rows) assert.equal(read(raw), error, raw);
  });

  it('keeps an extension apart', () => {
    assert.deepEqual(normalisePhone('+1 310 555 0100 ext. 12', 'US'), {
      e164: '+13105550100',
      extension: '12',
    });
    assert.deepEqual(normalisePhone('0888 123 456 вътр. 5', 'BG'), { e164: '+359888123456', extension: '5' });
  });

  for (const country of PHONE_COUNTRIES) {
    it(`reads a mobile of ${country} written in any of its ways`, () => {
      const number = getExampleNumber(country as CountryCode, examples);
      if (number === undefined) throw new Error(`no example for ${country}`);
      const e164 = number.number;
      assert.equal(read(number.formatInternational(), 'LV'), e164);
      assert.equal(read(number.formatNational(), country), e164);
      assert.equal(read(e164.slice(1), country), e164, 'without +');
      assert.equal(read(`00${e164.slice(1)}`, country === 'US' ? 'GB' : country), e164);
      assert.equal(read(number.nationalNumber, country), e164, 'national');
      assert.equal(`+${callingCodeOf(e164.slice(1))}`, `+${number.countryCallingCode}`);
      assert.equal(phoneCountry(country)?.code, number.countryCallingCode);
      assert.equal(digitsOf(formatPhone(e164)), e164.slice(1));
      assert.equal(read(formatPhone(e164, country), country), e164, formatPhone(e164, country));
    });
  }

  it('answers any text and any country with a phone or a reason', () => {
    const raw = fc.oneof(hostileText, fc.stringMatching(/^[+0-9 ().,/-]{0,24}$/));
    fc.assert(
      fc.property(raw, fc.constantFrom(...PHONE_COUNTRIES, 'XX', '', '__proto__'), (text, country) => {
        const result = normalisePhone(text, country);
        if ('error' in result) return;
        assert.match(result.e164, /^\+[1-9]\d{6,14}$/);
        assert.deepEqual(normalisePhone(result.e164, 'BG'), { e164: result.e164 });
        assert.equal(digitsOf(formatPhone(result.e164)), result.e164.slice(1));
      }),
      { numRuns: 5000 },
    );
  });
});

describe('formatPhone', () => {
  it('groups as the country does', () => {
    const rows: readonly (readonly [string, string])[] = [
      ['+359888123456', '+359 888 123 456'],
      ['+35929812345', '+359 2 981 2345'],
      ['+79112345678', '+7 911 234-56-78'],
      ['+77011112233', '+7 701 111-22-33'],
      ['+420603123456', '+420 603 123 456'],
      ['+37121234567', '+371 21 234 567'],
      ['+447700900123', '+44 7700 900123'],
      ['+442079460018', '+44 20 7946 0018'],
      ['+13105550100', '+1 310 555-0100'],
      ['+380501234567', '+380 50 123 4567'],
      ['+4915123456789', '+49 151 23456789'],
      ['+998901234567', '+998 901 234 567'],
      ['+2348012345678', '+234 801 234 5678'],
    ];
    for (const [e164, text] of rows) assert.equal(formatPhone(e164), text);
  });

  it("writes the home country's numbers as people there do", () => {
    assert.equal(formatPhone('+359888123456', 'BG'), '0888 123 456');
    assert.equal(formatPhone('+35929812345', 'BG'), '02 981 2345');
    assert.equal(formatPhone('+79112345678', 'RU'), '8 911 234-56-78');
    assert.equal(formatPhone('+420603123456', 'CZ'), '603 123 456');
    assert.equal(formatPhone('+13105550100', 'US'), '(310) 555-0100');
    assert.equal(formatPhone('+447700900123', 'GB'), '07700 900123');
    assert.equal(formatPhone('+420603123456', 'BG'), '+420 603 123 456');
  });

  it('gives back what is no E.164 phone', () => {
    for (const text of ['', '0888', '•••• 56', '+0123456']) assert.equal(formatPhone(text), text);
  });

  it('knows Kazakhstan from Russia', () => {
    assert.equal(countryOfPhone('+77011112233'), 'KZ');
    assert.equal(countryOfPhone('+79112345678'), 'RU');
    assert.equal(countryOfPhone('+'), null);
  });
});
