import type { Aggregate, Context, Id } from '../../contract/index.js';
import { allBits, createBits, setBit, type Bits } from '../../segments/index.js';
import type { Base } from './base.js';
import type { Questions } from './questions.js';

/** The rows of a selection, or of a segment; null: all rows. Ids that are unknown, removed or in others' branches are not in it. */
export function selectedRows(
  base: Base,
  questions: Questions,
  over: Aggregate['over'],
  today: string,
  context: Pick<Context, 'tenant' | 'branches'>,
): Bits | null {
  if ('where' in over) return questions.match(over.where, today, context).bits;
  if ('ids' in over) return chosenRows(base, over.ids, context);
  return foundRows(base, questions, over, context);
}

/** Whether a user's branches hold the client of a row. */
export function isWithin(base: Base, row: number, { branches }: Pick<Context, 'branches'>): boolean {
  if (!branches) return true;
  const branch = base.clients.get(row, 'branch') as string | undefined;
  return branch !== undefined && branches.includes(branch);
}

/** Of ids. */
function chosenRows(base: Base, ids: readonly Id[], context: Pick<Context, 'branches'>): Bits {
  const bits = createBits(base.rows);
  for (const id of ids) {
    const row = base.rowOf(id);
    if (row === -1 || base.removedAt(row) !== undefined) continue;
    if (isWithin(base, row, context)) setBit(bits, row);
  }
  return bits;
}

/** Of "all that is found, except these". */
function foundRows(
  base: Base,
  questions: Questions,
  { found, except, today }: Extract<Aggregate['over'], { found: unknown }>,
  context: Pick<Context, 'tenant' | 'branches'>,
): Bits | null {
  const { bits } = questions.match(found, today, context);
  if (except.length === 0) return bits;
  const rest = bits?.slice() ?? allBits(base.rows);
  for (const id of except) {
    const row = base.rowOf(id);
    if (row !== -1) rest[row >> 5]! &= ~(1 << (row & 31));
  }
  return rest;
}
