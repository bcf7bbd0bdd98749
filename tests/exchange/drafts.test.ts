import { strict as assert } from 'node:assert';
import { describe, it } from 'node:test';
import fc from 'fast-check';
import { id, type Patch } from '../../src/contract/index.js';
import {
  DraftReader,
  matchHeaders,
  readCsv,
  readRows,
  rowsToDrafts,
  type DraftOptions,
} from '../../src/exchange/index.js';
import { readFlag, readGender, readNumber } from '../../src/exchange/values.js';
import { FILES } from './files.js';

async function drafts(text: string, options: Partial<DraftOptions> = {}) {
  const file = await readCsv(text);
  const rows = await readRows(file);
  const mapping = matchHeaders(
    file.header,
    rows.map((row) => row.cells),
    options,
  );
  return { ...rowsToDrafts(rows, mapping, { country: 'BG', ...options }), mapping };
}

/** The first row as values, and the codes of what could not be read. */
async function first(
  text: string,
  options: Partial<DraftOptions> = {},
): Promise<{ patch: Patch; codes: string[]; guesses: string[] }> {
  const { patch, issues, guessed } = (await drafts(text, options)).drafts[0]!;
  return {
    patch,
    codes: issues.map(({ code, path }) => `${code}@${path.join('.')}`),
    guesses: guessed.map(({ what, field }) => `${what} ${field}`),
  };
}

describe('rowsToDrafts', () => {
  it('reads rows of each of the five languages', async () => {
    const ru = (await drafts(FILES.ru, { country: 'RU' })).drafts;
    assert.deepEqual(
      ru.map(({ patch }) => patch),
      [
        {
          lastName: 'Щербакова',
          firstName: 'Анна',
          patronymic: 'Петровна',
          phones: [{ value: '+79161234567' }],
          birthday: '1990-04-12',
          discount: 10,
        },
        { lastName: 'Ёлкин', firstName: 'Пётр', phones: [{ value: '+79120001122' }], birthday: '1985-05-01' },
      ],
    );
    const [yulia] = (await drafts(FILES.bg)).drafts;
    assert.deepEqual(yulia!.patch, {
      firstName: 'Юлия',
      lastName: 'Първанова',
      phones: [{ value: '+359888123456' }],
      city: 'Стара Загора',
      preferences: 'Обича кафе',
    });
    const [zofie] = (await drafts(FILES.cs, { country: 'CZ' })).drafts;
    assert.deepEqual(
      [zofie!.patch['phones'], zofie!.patch['emails']],
      [[{ value: '+420603123456' }], [{ value: 'zofie@example.cz' }]],
    );
    const [girts] = (await drafts(FILES.lv, { country: 'LV' })).drafts;
    assert.deepEqual([girts!.patch['phones'], girts!.patch['city']], [[{ value: '+37120000001' }], 'Rīga']);
    assert.ok([...ru].every(({ issues }) => issues.length === 0));
  });

  it('takes whole names apart, family name first where the heading says so', async () => {
    assert.deepEqual(
      (await first('ФИО;Телефон\nИванов Иван Петрович;89161234567\n', { country: 'RU' })).patch,
      {
        phones: [{ value: '+79161234567' }],
        lastName: 'Иванов',
        firstName: 'Иван',
        patronymic: 'Петрович',
      },
    );
    assert.deepEqual((await first('Name,Phone\nJane Smith,0888123456\n')).patch['lastName'], 'Smith');
    assert.deepEqual(
      (await first('Příjmení a jméno;Telefon\nNovák Jan;603123456\n', { country: 'CZ' })).patch['firstName'],
      'Jan',
    );
    // Where the parts have columns of their own, the whole name adds nothing.
    assert.deepEqual((await first('Name,First Name,Last Name\nX Y,Jane,Smith\n')).patch, {
      firstName: 'Jane',
      lastName: 'Smith',
    });
  });

  it('tells what it cannot read, with line and column, and reads the rest of the row', async () => {
    const { patch, codes } = await first(
      'Name,Phone,Email,Birthday,Discount,Gender,Blocked\nAnn Lee,12,nobody,31.02.1990,a lot,robot,maybe\n',
    );
    assert.deepEqual(patch, { firstName: 'Ann', lastName: 'Lee' });
    assert.deepEqual(codes, [
      'phone_too_short@1',
      'unknown_email@2',
      'impossible_date@3',
      'unknown_number@4',
      'unknown_word@5',
      'unknown_word@6',
    ]);
    const { drafts: all } = await drafts('Name,Birthday\nAnn,the day before yesterday\nBob,1.5.1990\n');
    assert.deepEqual(
      all[0]!.issues.map(({ code, params }) => [code, params]),
      [['unknown_date', { line: 2 }]],
    );
    assert.deepEqual(all[1]!.patch, { firstName: 'Bob', birthday: '1990-05-01' });
    const lost = await first('Name,Phone\nAnn,3.59889E+11\n');
    assert.deepEqual(lost.codes, ['phone_lost_digits@1']);
  });

  it('says what it guessed', async () => {
    const { patch, guesses } = await first('Name,Birthday,Points\nAnn,03/04/89,"1,240"\n', {
      computed: true,
      thisYear: 2026,
    });
    assert.deepEqual(guesses, ['order birthday', 'century birthday', 'grouping points']);
    assert.deepEqual([patch['birthday'], patch['points']], ['1989-04-03', 1240]);
    // One date with a day above 12 tells the order of its whole column.
    const { drafts: all } = await drafts('Name,Birthday\nAnn,03/04/1989\nBob,03/25/1989\n');
    assert.deepEqual([all[0]!.patch['birthday'], all[0]!.guessed], ['1989-03-04', []]);
  });

  it('takes several phones, e-mails and tags out of one cell, and keeps two phone columns', async () => {
    const { patch } = await first(
      'Name;Mobile;Mobile;Email;Tags\nAnn;"0888123456, 0888123457";+420603123456;a@x.bg ::: Ann <b@x.bg>;"VIP, ""Blog"", VIP"\n',
    );
    assert.deepEqual(patch['phones'], [
      { value: '+359888123456' },
      { value: '+359888123457' },
      { value: '+420603123456' },
    ]);
    assert.deepEqual(patch['emails'], [{ value: 'a@x.bg' }, { value: 'b@x.bg' }]);
    assert.deepEqual(patch['categories'], ['vip', 'blog']);
  });

  it('finds entries of lists by name in any spelling, and adds those that are missing once', async () => {
    const lists = {
      categories: [{ id: 'k1', name: 'VIP' }],
      branches: [{ id: 'b1', name: { en: 'Centre', ru: 'Центр' } }],
    };
    const { drafts: all, added } = await drafts(
      'Имя;Категории;Филиал\nАня;vip,Постоянные;центр\nБоря;постоянные;Юг\n',
      { lists },
    );
    assert.deepEqual(
      all.map(({ patch }) => [patch['categories'], patch['branch']]),
      [
        [['k1', 'postoiannye'], 'b1'],
        [['postoiannye'], 'iug'],
      ],
    );
    assert.deepEqual(
      added.map(({ list, name }) => `${list} ${name}`),
      ['categories Постоянные', 'branches Юг'],
    );
    for (const item of added) assert.ok(id.safeParse(item.id).success);
  });

  it('takes a yes in a consent column as a consent, and obeys an opt-out', async () => {
    const header = 'Name,Accepts SMS Marketing,EMAIL_BLACKLISTED,Subscribed\n';
    assert.deepEqual((await first(`${header}Ann,yes,no,да\n`)).patch, {
      consents: ['sms:marketing', 'email:marketing'],
      subscribed: true,
      firstName: 'Ann',
    });
    assert.deepEqual((await first(`${header}Ann,no,Yes,nē\n`)).patch, {
      subscribed: false,
      firstName: 'Ann',
    });
    assert.deepEqual((await first('Email Address,UNSUB_TIME\na@x.bg,2024-01-05 10:11:12\n')).patch, {
      emails: [{ value: 'a@x.bg' }],
      subscribed: false,
    });
  });

  it('leaves computed figures out, unless the file is the base', async () => {
    const text =
      'Имя;Количество визитов;Сумма покупок;Последний визит;Дата регистрации\nАня;12;1 025,50;01.02.2026;03.04.2020\n';
    assert.deepEqual((await first(text)).patch, { firstName: 'Аня' });
    assert.deepEqual((await first(text, { computed: true, timeZone: 'Europe/Sofia' })).patch, {
      firstName: 'Аня',
      visits: 12,
      totalSpent: 102_550,
      lastVisit: '2026-02-01',
      createdAt: '2020-04-02T21:00:00.000Z',
    });
    assert.equal((await first(text, { computed: true, currency: 'JPY' })).patch['totalSpent'], 1026);
  });

  it('takes what programs write for nothing as nothing', async () => {
    const { patch, codes } = await first(
      'Name,Phone,Email,Birthday,Gender,City,Discount\nAnn,---,n/a,0/0/00,Неизвестно,-,—\n',
    );
    assert.deepEqual([patch, codes], [{ firstName: 'Ann' }, []]);
    assert.deepEqual((await first('Name,Birthday\nAnn,1970-01-01\n')).patch, { firstName: 'Ann' });
  });

  it('puts a birthday together from three columns', async () => {
    const header = 'First Name,Birth Day,Birth Month,Birth Year\n';
    assert.equal((await first(`${header}Ann,29,2,2000\n`)).patch['birthday'], '2000-02-29');
    assert.equal((await first(`${header}Ann,29,2,\n`)).patch['birthday'], '--02-29');
    assert.deepEqual((await first(`${header}Ann,31,2,2000\n`)).codes, ['impossible_date@']);
  });

  it('offers columns that nobody knows as custom text fields and fills them', async () => {
    const { drafts: all, fields } = await drafts('Name,Любимый чай,constructor\nAnn,Зелёный,x\n');
    assert.deepEqual(
      fields.map((definition) => [definition.id, definition.label]),
      [
        ['custom.liubimyiChai', 'Любимый чай'],
        ['custom.constructor2', 'constructor'],
      ],
    );
    assert.deepEqual(all[0]!.patch, {
      'custom.liubimyiChai': 'Зелёный',
      'custom.constructor2': 'x',
      firstName: 'Ann',
    });
  });

  it('never throws, whatever stands in the cells', () => {
    const header = [
      'Name',
      'Phone',
      'Email',
      'Birthday',
      'Gender',
      'Discount',
      'Visits',
      'Tags',
      'Blocked',
      'Accepts SMS Marketing',
      'City',
      'Total spent',
      'Created',
    ];
    const reader = new DraftReader(matchHeaders(header, []), { country: 'BG', computed: true });
    fc.assert(
      fc.property(
        fc.array(
          fc.oneof(
            fc.string({ unit: 'binary' }),
            fc.string(),
            fc.constantFrom('1,2,3.4', '0', '9'.repeat(400), '-', '((', '=1'),
          ),
          { minLength: 13, maxLength: 13 },
        ),
        (cells) => {
          const draft = reader.read({ line: 7, cells });
          assert.ok(draft.issues.every(({ params }) => params?.['line'] === 7));
          JSON.stringify(draft);
        },
      ),
      { numRuns: 2000, seed: 61 },
    );
  });
});

describe('words and numbers of files', () => {
  it('are read in every language', () => {
    for (const word of ['Да', 'yes', 'ANO', 'jā', '1', 'x', 'Subscribed', '✓'])
      assert.equal(readFlag(word), true, word);
    for (const word of ['Нет', 'не', 'ne', 'nē', '0', 'Unsubscribed', 'opted out'])
      assert.equal(readFlag(word), false, word);
    for (const word of ['М', 'muž', 'vīrietis', 'Мужской', 'мъж', 'M'])
      assert.equal(readGender(word), 'male', word);
    for (const word of ['Ж', 'žena', 'sieviete', 'Жена', 'F']) assert.equal(readGender(word), 'female', word);
    assert.deepEqual([readGender('Unspecified'), readGender('0'), readGender('robot')], ['', '', null]);
  });

  it('are read with commas, points, spaces and signs of money', () => {
    const cases: [string, number | null][] = [
      ['1240', 1240],
      ['1 240,50', 1240.5],
      ['1\u00a0025,50 Kč', 1025.5],
      ['$1,240.00', 1240],
      ['1.240,00 €', 1240],
      ['12,50 лв.', 12.5],
      ['450 000 ₸', 450_000],
      ['($5.00)', -5],
      ['-5', -5],
      ['−5,5', -5.5],
      ['10 %', 10],
      ['10%', 10],
      ["1'240.50", 1240.5],
      ['1,240,000', 1_240_000],
      ['EUR 12.50', 12.5],
      ['0,125', 0.125],
      ['.5', 0.5],
      ['0', 0],
      ['1,24,0', null],
      ['1.2.3', null],
      ['12a', null],
      ['a12b3', null],
      ['', null],
      ['1,240.5.1', null],
      ['(5', null],
    ];
    for (const [text, value] of cases) assert.equal(readNumber(text)?.value ?? null, value, text);
    assert.equal(readNumber('1,240')?.guessed, true);
    assert.equal(readNumber('1,24')?.guessed, false);
  });
});
