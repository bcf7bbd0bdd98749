import type { Column, ColumnSource, Numbers } from '../../src/segments/index.js';

const MINUTE = 60_000;
const ARRAYS = [
  Int8Array,
  Uint8Array,
  Int16Array,
  Uint16Array,
  Int32Array,
  Uint32Array,
  Float64Array,
] as const;

/**
 * The same source in the shapes that a column store uses: the narrowest array with a sentinel inside its range, scaled percents, minutes,
 * dictionaries for texts, wide sets. `slack` rows of rubbish stand behind the last one.
 */
export function packed(source: ColumnSource, slack = 0): ColumnSource {
  return {
    rows: source.rows,
    live: source.live,
    column(field) {
      const column = source.column(field);
      return column === null
        ? null
        : pack(column, source.rows, field === 'discount' ? 100 : field === 'start' ? 1 / MINUTE : 1, slack);
    },
    related(record) {
      const related = source.related(record);
      return related === null ? null : { ...packed(related, slack), starts: related.starts };
    },
  };
}

function pack(column: Column, rows: number, scale: number, slack: number): Column {
  switch (column.kind) {
    case 'number':
      return packNumbers(column.values, rows, column.missing, scale, slack);
    case 'birthday': {
      const values = new Int32Array(rows + slack).fill(12_345);
      values.set(column.values);
      return { kind: 'birthday', values };
    }
    case 'text': {
      const dictionary = [''];
      const codes = Uint8Array.from({ length: rows }, (_, row) => {
        const text = column.read(row) ?? '';
        const known = dictionary.indexOf(text);
        return known >= 0 ? known : dictionary.push(text) - 1;
      });
      return { kind: 'code', codes, dictionary };
    }
    case 'code':
      return { ...column, codes: Uint16Array.from(column.codes) };
    case 'set': {
      const stride = column.stride + 1;
      const words = new Uint32Array(rows * stride);
      for (let row = 0; row < rows; row++) {
        for (let i = 0; i < column.stride; i++)
          words[row * stride + i] = column.words[row * column.stride + i]!;
      }
      return { ...column, words, stride };
    }
    case 'list':
      return column;
  }
}

function packNumbers(from: Numbers, rows: number, missing: number, scale: number, slack: number): Column {
  const isMissing = (row: number): boolean => Object.is(from[row], missing);
  const raw = Array.from({ length: rows }, (_, row) =>
    isMissing(row) ? NaN : Math.round(from[row]! * scale),
  );
  const back = (x: number): number => (scale < 1 ? x * MINUTE : x / scale);
  const isWhole = raw.every((x, row) => Number.isNaN(x) || back(x) === from[row]);
  const there = raw.filter((x) => !Number.isNaN(x));
  const low = Math.min(0, ...there);
  const high = Math.max(0, ...there);
  for (const Type of isWhole ? ARRAYS : [Float64Array]) {
    const probe = new Type(2);
    probe[0] = low - 1;
    probe[1] = high;
    if (probe[0] !== low - 1 || probe[1] !== high) continue;
    const values = new Type(rows + slack).fill(7);
    for (let row = 0; row < rows; row++)
      values[row] = Number.isNaN(raw[row]!) ? low - 1 : isWhole ? raw[row]! : from[row]!;
    return {
      kind: 'number',
      values,
      missing: low - 1,
      full: there.length === rows,
      ...(!isWhole ? { scale: 1 } : scale < 1 ? { scale: 1, unit: MINUTE } : { scale }),
    };
  }
  return { kind: 'number', values: from, missing, full: false, scale: 1 };
}
