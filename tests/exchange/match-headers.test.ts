import { strict as assert } from 'node:assert';
import { describe, it } from 'node:test';
import fc from 'fast-check';
import { createCatalogue, fieldDefinition, fieldId } from '../../src/contract/index.js';
import { matchHeaders } from '../../src/exchange/index.js';

/** Where each column of a line of headings goes, in a word. */
function targets(header: string | string[], sample: string[][] = []): string[] {
  const headings = typeof header === 'string' ? header.split(/[;,] ?/) : header;
  return matchHeaders(headings, sample).map(({ target }) => {
    if (target.kind === 'skip') return target.reason;
    if (target.kind === 'custom') return target.definition.id;
    const { field, inverse, consent, part } = target;
    return `${inverse ? '!' : ''}${consent ?? field}${part ? `.${part}` : ''}`;
  });
}

describe('matchHeaders', () => {
  it('knows the headings of products that people come from', () => {
    assert.deepEqual(
      targets(
        'Client ID, First Name, Last Name, Email, Mobile Number, Telephone, Gender, Date of Birth, City, Note, Blocked, Added',
      ),
      [
        'externalIds',
        'firstName',
        'lastName',
        'emails',
        'phones',
        'phones',
        'gender',
        'birthday',
        'city',
        'preferences',
        'blocked',
        'createdAt',
      ],
    );
    assert.deepEqual(
      targets(
        'Имя, Телефон, Email, Категории, Пол, Дата рождения, Скидка, Номер карты, Количество посещений, Первый визит, Последний визит',
      ),
      [
        'name',
        'phones',
        'emails',
        'categories',
        'gender',
        'birthday',
        'discount',
        'cardNumbers',
        'visits',
        'firstVisit',
        'lastVisit',
      ],
    );
    assert.deepEqual(targets('Jméno;Příjmení;E-mail;Telefon;Rodné číslo;Datum narození'), [
      'firstName',
      'lastName',
      'emails',
      'phones',
      'private',
      'birthday',
    ]);
    assert.deepEqual(
      targets('Vārds Uzvārds;Personas kods;Telefona numurs;Dzimšanas datums;E-pasts;Atlaides kartes numurs'),
      ['name', 'private', 'phones', 'birthday', 'emails', 'cardNumbers'],
    );
    assert.deepEqual(targets('Трите имена;ЕГН;GSM;Имейл;Населено място;Отстъпка'), [
      'name',
      'private',
      'phones',
      'emails',
      'city',
      'discount',
    ]);
    assert.deepEqual(targets('FirstName, LastName, MobilePhone, BirthDateTime, SendPromotionalEmails'), [
      'firstName',
      'lastName',
      'phones',
      'birthday',
      'custom.sendPromotionalEmails',
    ]);
    assert.deepEqual(
      targets(
        'E-mail 1 - Label, E-mail 1 - Value, Phone 1 - Label, Phone 2 - Value, Birthday, Organization Name',
      ),
      ['custom.eMail1Label', 'emails', 'custom.phone1Label', 'phones', 'birthday', 'workplace'],
    );
    assert.deepEqual(targets('EMAIL;LASTNAME;FIRSTNAME;SMS;EMAIL_BLACKLISTED;SMS_BLACKLISTED;ADDED_TIME'), [
      'emails',
      'lastName',
      'firstName',
      'phones',
      '!email:marketing',
      '!sms:marketing',
      'createdAt',
    ]);
    assert.deepEqual(targets('BirthdayDate, BirthdayMonth, BirthdayYear, Subscribed'), [
      'birthday.day',
      'birthday.month',
      'birthday.year',
      'subscribed',
    ]);
  });

  it('takes a lone "name" for the whole name, and beside a family name for the first', () => {
    for (const [alone, family] of [
      ['Имя', 'Фамилия'],
      ['Име', 'Фамилия'],
      ['Jméno', 'Příjmení'],
      ['Vārds', 'Uzvārds'],
      ['Name', 'Surname'],
    ] as const) {
      assert.deepEqual(targets([alone, 'Telefon']), ['name', 'phones'], alone);
      assert.deepEqual(targets([alone, family]), ['firstName', 'lastName'], alone);
    }
    assert.deepEqual(targets('Name, First Name, Last Name'), ['name', 'firstName', 'lastName']);
  });

  it('reads headings through units, stars, brackets, invisible characters and look-alikes', () => {
    assert.deepEqual(
      targets([
        'Телефон;',
        'Скидка, %',
        'E‑mail *',
        'Да\u200bта рождения',
        'Телефoн',
        'Баланс, ₽',
        'TELEFON\u00a0',
        'Prijmeni',
      ]),
      ['phones', 'discount', 'emails', 'birthday', 'phones', 'depositBalance', 'phones', 'lastName'],
    );
    assert.deepEqual(
      targets(['Marketing Permissions (SMS)', 'Рабочий телефон (контакт)', 'Record ID - Contact']),
      ['sms:marketing', 'phones', 'externalIds'],
    );
  });

  it('does not fall into the traps', () => {
    assert.deepEqual(
      targets([
        'Получатель',
        'Полис',
        'Дата',
        'Title',
        'Телефон на родител',
        'Название сделки',
        'E-mail Type',
        'Country code',
      ]),
      [
        'custom.poluchatel',
        'custom.polis',
        'custom.data',
        'custom.title',
        'custom.telefonNaRoditel',
        'custom.nazvanieSdelki',
        'custom.eMailType',
        'custom.countryCode',
      ],
    );
    assert.deepEqual(targets(['Status'], [['subscribed'], ['cleaned'], ['unsubscribed']]), ['subscribed']);
    assert.deepEqual(targets(['Status'], [['Gold'], ['Silver']]), ['custom.status']);
    assert.deepEqual(targets(['Contact owner']), ['preferredStaff']);
  });

  it('tells columns without a known heading by what stands in them', () => {
    const sample = [
      ['Ann', 'ann@example.com', '+359 888 123 456', ''],
      ['Bob', 'bob@example.com', '0888 123 457', ''],
    ];
    assert.deepEqual(targets(['', '', '', ''], sample), ['custom.column1', 'emails', 'phones', 'empty']);
    assert.equal(matchHeaders(['x', 'y'], [['1', 'ann@example.com']])[1]!.by, 'values');
  });

  it('loses no column and invents no id twice, whatever the headings', () => {
    const heading = fc.oneof(
      fc.string({ unit: 'grapheme' }),
      fc.constantFrom('__proto__', 'constructor', '', 'Id', 'toString', 'Имя', 'Note', 'x', 'X'),
    );
    fc.assert(
      fc.property(fc.array(heading, { maxLength: 30 }), (header) => {
        const mapping = matchHeaders(header, [header.map(() => 'value')]);
        assert.deepEqual(
          mapping.map(({ column }) => column),
          header.map((_, i) => i),
        );
        const custom = mapping.flatMap(({ target }) => (target.kind === 'custom' ? [target.definition] : []));
        assert.equal(new Set(custom.map((definition) => definition.id)).size, custom.length);
        for (const definition of custom) {
          assert.ok(fieldDefinition.safeParse(definition).success);
          assert.ok(fieldId.safeParse(definition.id).success);
        }
      }),
      { numRuns: 1000, seed: 60 },
    );
  });

  it("finds a host's own fields by their names", () => {
    const catalogue = createCatalogue({
      fields: [{ id: 'custom.hasCat', type: 'boolean', label: { en: 'Has a cat', ru: 'Есть кошка' } }],
    });
    const mapping = matchHeaders(['есть кошка', 'hasCat'], [], { catalogue });
    assert.deepEqual(
      mapping.map(({ target }) => target.kind === 'field' && target.field),
      ['custom.hasCat', 'custom.hasCat'],
    );
  });
});
