import type { Row } from './data.js';

/** Texts as bytes behind each other. */
function bytesOf(
  rows: readonly Row[],
  read: (row: Row) => string,
): { bytes: Uint8Array; starts: Uint32Array } {
  const encoder = new TextEncoder();
  const starts = new Uint32Array(rows.length + 1);
  let bytes = new Uint8Array(1 << 20);
  let length = 0;
  rows.forEach((row, at) => {
    const text = read(row);
    if (length + text.length * 3 > bytes.length) {
      const grown = new Uint8Array(bytes.length * 2);
      grown.set(bytes);
      bytes = grown;
    }
    length += encoder.encodeInto(text, bytes.subarray(length)).written;
    starts[at + 1] = length;
  });
  return { bytes: bytes.slice(0, length), starts };
}

function codesOf(
  rows: readonly Row[],
  read: (row: Row) => string,
): { codes: Uint32Array; dictionary: string[] } {
  const dictionary: string[] = [];
  const known = new Map<string, number>();
  const codes = Uint32Array.from(rows, (row) => {
    const text = read(row);
    let code = known.get(text);
    if (code === undefined) known.set(text, (code = dictionary.push(text) - 1));
    return code;
  });
  return { codes, dictionary };
}

/** The rows as bare columns: what any base in memory has to do at least. */
export function bareColumns(rows: readonly Row[]): object {
  return {
    ids: bytesOf(rows, (row) => row.id),
    firstNames: codesOf(rows, (row) => row.firstName),
    lastNames: codesOf(rows, (row) => row.lastName),
    phones: Float64Array.from(rows, (row) => Number(row.phone.slice(1))),
    emails: bytesOf(rows, (row) => row.email),
    genders: Uint8Array.from(rows, (row) => (row.gender === 'female' ? 1 : 0)),
    birthdays: Int32Array.from(rows, (row) => row.birthday),
    created: Int32Array.from(rows, (row) => row.created),
    firstVisits: Int32Array.from(rows, (row) => row.firstVisit),
    lastVisits: Int32Array.from(rows, (row) => row.lastVisit),
    visits: Uint16Array.from(rows, (row) => row.visits),
    spent: Float64Array.from(rows, (row) => row.spent),
    tips: Float64Array.from(rows, (row) => row.tips),
    discounts: Uint8Array.from(rows, (row) => row.discount),
    points: Uint32Array.from(rows, (row) => row.points),
    tiers: Uint8Array.from(rows, (row) => row.tier),
    branches: Uint8Array.from(rows, (row) => row.branch),
    categories: Uint32Array.from(rows, (row) => row.categories),
    flags: Uint8Array.from(
      rows,
      (row) => Number(row.subscribed) | (Number(row.muted) << 1) | (Number(row.consentEmail) << 2),
    ),
  };
}
