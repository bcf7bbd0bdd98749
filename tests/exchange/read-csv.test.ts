import { strict as assert } from 'node:assert';
import { describe, it } from 'node:test';
import fc from 'fast-check';
import {
  readCsv,
  readRows,
  writeCsv,
  type CsvInput,
  type CsvOptions,
  type CsvValue,
} from '../../src/exchange/index.js';
import { encode, FILES, streamOf, utf16 } from './files.js';

async function read(input: CsvInput, options?: CsvOptions) {
  const file = await readCsv(input, options);
  const rows = await readRows(file);
  return {
    ...file,
    encoding: file.encoding,
    rows,
    cells: rows.map((row) => row.cells),
    faults: file.faults,
    blank: file.blank,
  };
}

describe('readCsv finds out', () => {
  it('the encoding of a file in any of the five languages', async () => {
    const cases = [
      [FILES.ru, 'windows-1251'],
      [FILES.bg, 'windows-1251'],
      [FILES.cs, 'windows-1250'],
      [FILES.lv, 'windows-1257'],
    ] as const;
    for (const [text, encoding] of cases) {
      const wanted = (await read(text)).cells;
      assert.equal(wanted.length, 2);
      const page = await read(encode(text, encoding));
      assert.equal(page.encoding, encoding);
      assert.deepEqual(page.cells, wanted);
      for (const mark of ['', '\ufeff']) {
        const utf8 = await read(new TextEncoder().encode(mark + text));
        assert.equal(utf8.encoding, 'utf-8');
        assert.deepEqual(utf8.cells, wanted);
      }
      for (const littleEndian of [true, false]) {
        const wide = await read(utf16(text, littleEndian, true));
        assert.equal(wide.encoding, littleEndian ? 'utf-16le' : 'utf-16be');
        assert.deepEqual(wide.cells, wanted);
      }
    }
    assert.equal((await read(utf16(FILES.cs, true, false))).encoding, 'utf-16le');
  });

  it('the encoding also where letters beyond ASCII come late', async () => {
    const late = `name,note\r\n${'Ann,plain\r\n'.repeat(60_000)}Žofie,Příbram těší\r\n`;
    for (const encoding of ['windows-1250', 'utf-8'] as const) {
      const bytes = encoding === 'utf-8' ? new TextEncoder().encode(late) : encode(late, encoding);
      const file = await read(streamOf(bytes, 10_000));
      assert.equal(file.encoding, encoding);
      assert.deepEqual(file.cells.at(-1), ['Žofie', 'Příbram těší']);
    }
  });

  it('tells of characters that are not of the encoding it was told', async () => {
    const file = await read(encode(FILES.cs, 'windows-1250'), { encoding: 'utf-8' });
    assert.deepEqual(
      file.warnings.map(({ code, line }) => `${code}@${line}`),
      ['undecodable@2', 'undecodable@3'],
    );
  });

  it('the delimiter by how rectangular the table is, not by its headings', async () => {
    const table = (delimiter: string): string =>
      [
        ['ФИО, полностью', 'Телефон', 'Дата'],
        ['Иванов, Иван', '8916', '1.1.2020'],
        ['Петров, Пётр', '8917', '2.1.2020'],
      ]
        .map((row) => row.map((cell) => (cell.includes(delimiter) ? `"${cell}"` : cell)).join(delimiter))
        .join('\n');
    for (const delimiter of [',', ';', '\t', '|']) {
      const file = await read(table(delimiter));
      assert.equal(file.delimiter, delimiter);
      assert.deepEqual(file.cells[0], ['Иванов, Иван', '8916', '1.1.2020']);
    }
  });

  it('obeys a sep= line, quoted or not', async () => {
    for (const line of ['sep=|', '"sep=|"', 'sep=\t', '\ufeffsep=|']) {
      const mark = line.includes('\t') ? '\t' : '|';
      const file = await read(`${line}\r\nname${mark}city\r\nAnn, Lee${mark}Rīga\r\n`);
      assert.equal(file.delimiter, mark);
      assert.deepEqual(file.header, ['name', 'city']);
      assert.deepEqual(file.rows, [{ line: 3, cells: ['Ann, Lee', 'Rīga'] }]);
      assert.deepEqual(file.faults, []);
    }
  });

  it('the headings below titles and the sums below the data, and loses neither', async () => {
    const file = await read(
      'Клиенты салона «Лилия»\n\nВсего клиентов: 2\nФИО;Телефон;Сумма покупок\nИванов Иван;8916;100\nПетрова Анна;8917;250\n;;\nИтого;;350\n',
    );
    assert.deepEqual(file.header, ['ФИО', 'Телефон', 'Сумма покупок']);
    assert.equal(file.headerLine, 4);
    assert.deepEqual(
      file.rows.map((row) => row.line),
      [5, 6],
    );
    assert.deepEqual(
      file.faults.map(({ line, code }) => `${code}@${line}`),
      ['above@1', 'above@3', 'total@8'],
    );
    assert.equal(file.blank, 2);
  });

  it('a file without headings, and says so', async () => {
    const file = await read('Ann,+359888123456,ann@example.com\nBob,+359888123457,bob@example.com\n');
    assert.equal(file.headerLine, null);
    assert.deepEqual(file.header, ['', '', '']);
    assert.deepEqual(
      file.rows.map((row) => row.line),
      [1, 2],
    );
    assert.equal(file.warnings[0]?.code, 'no_header');
  });

  it('nothing in an empty file', async () => {
    for (const empty of ['', '\ufeff', '\n\n', new Uint8Array(0)]) {
      const file = await read(empty);
      assert.deepEqual([file.header, file.cells, file.faults], [[], [], []]);
    }
  });

  it('a single column', async () => {
    const file = await read('E-mail\nann@example.com\nbob@example.com\n');
    assert.deepEqual(file.header, ['E-mail']);
    assert.deepEqual(file.cells, [['ann@example.com'], ['bob@example.com']]);
  });
});

describe('readCsv reads', () => {
  it('quoted delimiters, doubled quotes and line breaks, and numbers the lines through them', async () => {
    const file = await read(
      'name,note\r\n"Lee, Ann","says ""hi""\r\nand more"\r\nBob,Бор 6"\r\n "Eve" , x\r\n',
    );
    assert.deepEqual(file.rows, [
      { line: 2, cells: ['Lee, Ann', 'says "hi"\r\nand more'] },
      { line: 4, cells: ['Bob', 'Бор 6"'] },
      { line: 5, cells: ['Eve', ' x'] },
    ]);
  });

  it('all three kinds of line ends', async () => {
    for (const end of ['\n', '\r\n', '\r']) {
      const file = await read(['name,city', 'Ann,"Rīga"', 'Bob,Praha', ''].join(end));
      assert.deepEqual(file.cells, [
        ['Ann', 'Rīga'],
        ['Bob', 'Praha'],
      ]);
    }
  });

  it('past a quote that is never closed: one line is kept apart, no value bleeds into the next', async () => {
    const rows = Array.from({ length: 50 }, (_, i) => `Client ${i},+35988800000${i % 10},"note, ${i}"`);
    rows[10] = 'Broken,+359888,"never closed';
    rows[20] = 'Also "broken,1,"x"y"';
    rows[30] = '"Open,1,2';
    const file = await read(`name,phone,note\n${rows.join('\n')}\n`);
    assert.deepEqual(
      file.faults.map(({ line, code }) => `${code}@${line}`),
      ['quote@12', 'quote@32'],
    );
    assert.deepEqual(file.faults[0]!.cells, ['Broken', '+359888', '"never closed']);
    assert.equal(file.rows.length, 48);
    assert.deepEqual(file.rows.find((row) => row.line === 13)!.cells, [
      'Client 11',
      '+359888000001',
      'note, 11',
    ]);
    assert.deepEqual(
      file.warnings.map(({ code, line }) => `${code}@${line}`),
      ['stray_quote@22'],
    );
  });

  it('past a row of 3 columns among 12, which it keeps apart with its line', async () => {
    const row = (i: number): string => Array.from({ length: 12 }, (_, column) => `v${i}.${column}`).join(',');
    const header = Array.from({ length: 12 }, (_, column) => `heading ${column}`).join(',');
    const file = await read(
      [header, row(1), row(2), 'a,b,c', row(3), `${row(4)},extra`, `${row(5)},,`].join('\n'),
    );
    assert.deepEqual(
      file.rows.map(({ line }) => line),
      [2, 3, 5, 7],
    );
    assert.deepEqual(
      file.faults.map(({ line, code }) => ({ line, code })),
      [
        { line: 4, code: 'columns' },
        { line: 6, code: 'columns' },
      ],
    );
    assert.deepEqual(file.faults[0]!.cells, ['a', 'b', 'c']);
    assert.equal(file.rows.at(-1)!.cells.length, 12);
  });

  it('headings that name members of every object, and empty ones, as columns like others', async () => {
    const file = await read('__proto__,constructor,,name,name,\nа,б,в,г,д,\nе,ж,з,и,й\n');
    assert.deepEqual(file.header, ['__proto__', 'constructor', '', 'name', 'name', '']);
    assert.deepEqual(file.cells, [
      ['а', 'б', 'в', 'г', 'д', ''],
      ['е', 'ж', 'з', 'и', 'й', ''],
    ]);
    assert.equal(({} as Record<string, unknown>)['а'], undefined);
  });

  it('the same whatever the pieces in which the bytes come', async () => {
    const text = `${FILES.ru}"Quoted ""one"";
second line";x;y;z;1.1.2000;5\r\nlast;r;o;w;;`;
    const bytes = new TextEncoder().encode(text);
    const whole = await read(bytes);
    for (const size of [1, 2, 3, 7, 64]) {
      const pieces = await read(streamOf(bytes, size));
      assert.deepEqual([pieces.rows, pieces.faults], [whole.rows, whole.faults]);
    }
    assert.deepEqual((await read(new Blob([bytes as Uint8Array<ArrayBuffer>]))).rows, whole.rows);
  });

  it('every line exactly once: rows, faults and blank lines add up, whatever the text', async () => {
    const piece = fc.constantFrom(
      'a',
      '"',
      '""',
      ',',
      ';',
      '\n',
      '\r\n',
      'Анна',
      '=1',
      ' ',
      "'",
      'Total',
      '12',
    );
    await fc.assert(
      fc.asyncProperty(fc.array(piece, { maxLength: 60 }), async (parts) => {
        const file = await read(`name,phone\n${parts.join('')}`, { delimiter: ',' });
        const lines = [...file.rows, ...file.faults].map(({ line }) => line);
        assert.equal(new Set(lines).size, lines.length);
        const kept = [...file.rows, ...file.faults].map(({ cells }) => cells.join('')).join('');
        const letters = (text: string): string => text.replace(/[^aАн12Totl=]/g, '');
        const sorted = (text: string): string => [...letters(text)].sort().join('');
        assert.equal(sorted(kept), sorted(parts.join('')));
      }),
      { numRuns: 500, seed: 50 },
    );
  });

  it('a hundred thousand rows without blocking for long', async () => {
    const bytes = new TextEncoder().encode(
      `name,phone,email,city,note\n${'Ann Lee,+359888123456,ann@example.com,Sofia,"likes, tea"\n'.repeat(100_000)}`,
    );
    const file = await readCsv(bytes);
    let rows = 0;
    for await (const batch of file.batches()) {
      rows += batch.length;
      assert.ok(batch.length < 20_000);
    }
    assert.equal(rows, 100_000);
  });
});

describe('writeCsv', () => {
  const text = fc.oneof(
    fc.string({ unit: 'binary' }).map((value) => value.replace(/[\ud800-\udfff]/g, '')),
    fc
      .array(
        fc.constantFrom(
          '=',
          '+',
          '-',
          '@',
          '\t',
          '\r',
          '\n',
          '\0',
          '＝',
          '＋',
          "'",
          '"',
          ',',
          ';',
          ' ',
          'a',
          'Я',
        ),
        { maxLength: 8 },
      )
      .map((parts) => parts.join('')),
  );

  it('is read back unchanged', async () => {
    const cells = fc.array(fc.tuple(fc.constant('id'), text, text), { minLength: 1, maxLength: 8 });
    await fc.assert(
      fc.asyncProperty(cells, fc.constantFrom(',', ';', '\t'), async (rows, delimiter) => {
        const written = writeCsv([['name', 'phone', 'note'], ...rows], { delimiter });
        const file = await read(new TextEncoder().encode(written), { delimiter, encoding: 'utf-8' });
        assert.deepEqual(file.cells, rows);
        assert.deepEqual(file.faults, []);
      }),
      { numRuns: 1000, seed: 51 },
    );
  });

  it('lets no cell begin as a formula does', () => {
    fc.assert(
      fc.property(text, (value) => {
        const cell = writeCsv([[value]]).slice(1, -2);
        const shown = cell.startsWith('"') ? cell.slice(1, -1).replaceAll('""', '"') : cell;
        assert.doesNotMatch(shown, /^\s*[=+\-@\t\r\0＝＋－＠]/u);
      }),
      { numRuns: 1000, seed: 52 },
    );
  });

  it('leaves numbers numbers and writes nothing for what is missing', () => {
    const row: CsvValue[] = [-5, 1.5, true, null, undefined, '', '-5'];
    assert.equal(writeCsv([row]), "\ufeff-5,1.5,true,,,,'-5\r\n");
  });

  it('takes the guards of other programs off', async () => {
    const file = await read(
      'name,phone\nAnn,\'+1562555\nBob,"=""+420777888999"""\nEve,="0012"\nDan,\'plain\n',
    );
    assert.deepEqual(
      file.cells.map((cells) => cells[1]),
      ['+1562555', '+420777888999', '0012', "'plain"],
    );
  });
});
