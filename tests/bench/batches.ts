import type { BatchColumn, ColumnBatch } from '../../src/adapters/memory/index.js';
import { BRANCHES, CATEGORIES, TIERS, type Row } from './data.js';

const SIZE = 50_000;

function numbers(rows: readonly Row[], read: (row: Row) => number, missing?: number): BatchColumn {
  return {
    kind: 'numbers',
    numbers: Float64Array.from(rows, read),
    ...(missing === undefined ? {} : { missing }),
  };
}

/** Text of few distinct values, as codes into a dictionary. */
function codes(rows: readonly Row[], read: (row: Row) => string): BatchColumn {
  const dictionary = [''];
  const known = new Map([['', 0]]);
  const list = Uint32Array.from(rows, (row) => {
    const text = read(row);
    let code = known.get(text);
    if (code === undefined) {
      code = dictionary.push(text) - 1;
      known.set(text, code);
    }
    return code;
  });
  return { kind: 'codes', codes: list, dictionary };
}

/** The bench's rows as the memory adapter's batches. */
export function* batches(all: readonly Row[]): Generator<ColumnBatch> {
  for (let from = 0; from < all.length; from += SIZE) {
    const rows = all.slice(from, from + SIZE);
    yield {
      kind: 'columns',
      ids: rows.map(({ id }) => id),
      columns: {
        firstName: codes(rows, (row) => row.firstName),
        lastName: codes(rows, (row) => row.lastName),
        phones: { kind: 'phones', numbers: Float64Array.from(rows, (row) => Number(row.phone.slice(1))) },
        emails: { kind: 'values', values: rows.map((row) => [{ value: row.email }]) },
        gender: codes(rows, (row) => row.gender),
        birthday: {
          kind: 'birthdays',
          numbers: Int32Array.from(rows, (row) => {
            const date = new Date(row.birthday * 86_400_000);
            return date.getUTCFullYear() * 512 + (date.getUTCMonth() + 1) * 32 + date.getUTCDate();
          }),
        },
        createdAt: numbers(rows, (row) => row.created * 86_400_000),
        firstVisit: numbers(rows, (row) => row.firstVisit, 0),
        lastVisit: numbers(rows, (row) => row.lastVisit, 0),
        visits: numbers(rows, (row) => row.visits),
        totalSpent: numbers(rows, (row) => row.spent),
        tipsSum: numbers(rows, (row) => row.tips),
        discount: numbers(rows, (row) => row.discount * 100),
        points: numbers(rows, (row) => row.points),
        tier: codes(rows, (row) => TIERS[row.tier] ?? ''),
        branch: codes(rows, (row) => BRANCHES[row.branch] ?? ''),
        categories: {
          kind: 'words',
          words: Uint32Array.from(rows, (row) => row.categories),
          stride: 1,
          options: CATEGORIES,
        },
        consents: {
          kind: 'words',
          words: Uint32Array.from(rows, (row) => Number(row.consentEmail)),
          stride: 1,
          options: ['email:marketing'],
        },
        subscribed: numbers(rows, (row) => Number(row.subscribed)),
        muted: numbers(rows, (row) => Number(row.muted)),
      },
    };
  }
}
