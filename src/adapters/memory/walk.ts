import { ClienteleError, type Id } from '../../contract/index.js';
import { compareValues, hasBit, type Bits, type ResolvedSort } from '../../segments/index.js';
import type { Base } from './base.js';
import { keyValue, type KeyValue, type SortColumn } from './sort/columns.js';
import type { Orders } from './sort/orders.js';

/** Longer sort keys are cut in a cursor; where cut ones are alike, the row itself decides. */
const LONGEST = 120;

interface Cursor {
  values: KeyValue[];
  id: Id;
}

function encode(cursor: Cursor): string {
  const bytes = new TextEncoder().encode(JSON.stringify([cursor.id, ...cursor.values]));
  return btoa(String.fromCharCode(...bytes))
    .replaceAll('+', '-')
    .replaceAll('/', '_')
    .replace(/=+$/, '');
}

function decode(text: string, keys: number): Cursor {
  try {
    const bytes = atob(text.replaceAll('-', '+').replaceAll('_', '/'));
    const [id, ...values] = JSON.parse(
      new TextDecoder().decode(Uint8Array.from(bytes, (char) => char.charCodeAt(0))),
    ) as [Id, ...KeyValue[]];
    const isSound = values.every((value) => value === null || ['number', 'string'].includes(typeof value));
    if (typeof id === 'string' && values.length === keys && isSound) return { id, values };
  } catch {
    // Not one of ours: refused below.
  }
  throw new ClienteleError('invalid', 'this is no cursor of this walk', {
    operation: 'find',
    issues: [{ path: ['window', 'after'], code: 'wrong_cursor', message: 'this is no cursor of this walk' }],
  });
}

const cut = (value: KeyValue): KeyValue => (typeof value === 'string' ? value.slice(0, LONGEST) : value);

/**
 * The next rows of a walk. The cursor holds what the last row's place was made of, so a row that did not change is neither skipped nor
 * repeated, whatever became of the others.
 */
export function walkRows(
  base: Base,
  orders: Orders,
  bits: Bits | null,
  keys: readonly ResolvedSort[],
  after: string | null,
  size: number,
): { rows: number[]; next: string | null } {
  const order = orders.get(keys);
  const columns = orders.columns(keys);
  let at = after === null ? 0 : placeAfter(base, order, columns, decode(after, columns.length));
  const rows: number[] = [];
  for (; at < order.length && rows.length < size; at++)
    if (!bits || hasBit(bits, order[at]!)) rows.push(order[at]!);
  while (at < order.length && bits && !hasBit(bits, order[at]!)) at++;
  const last = rows.at(-1);
  const isEnd = at >= order.length || last === undefined;
  return {
    rows,
    next: isEnd
      ? null
      : encode({
          id: base.clients.ids.at(last),
          values: columns.map((column) => cut(keyValue(column, last))),
        }),
  };
}

/** The first position behind a cursor. */
function placeAfter(base: Base, order: Uint32Array, columns: readonly SortColumn[], cursor: Cursor): number {
  const { ids } = base.clients;
  const own = ids.find(cursor.id);
  const isBehind = (row: number): boolean => {
    for (const [i, column] of columns.entries()) {
      const { sign } = column;
      const value = cursor.values[i]!;
      const mine = keyValue(column, row);
      const difference = compareValues(cut(mine), value, sign === -1);
      if (difference !== 0) return difference > 0;
      const isCut = typeof value === 'string' && value.length === LONGEST;
      const whole = isCut && own !== -1 ? compareValues(mine, keyValue(column, own), sign === -1) : 0;
      if (whole !== 0) return whole > 0;
    }
    return ids.at(row) > cursor.id;
  };
  let low = 0;
  let high = order.length;
  while (low < high) {
    const middle = (low + high) >>> 1;
    if (isBehind(order[middle]!)) high = middle;
    else low = middle + 1;
  }
  return low;
}
