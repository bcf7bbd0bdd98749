import type { Id, Selection } from '../../../contract/index.js';
import type { Session } from '../../../sdk/types.js';

/** What several clients come to together. Null: the user may not see the figure, or the base cannot say. Money in minor units. */
export interface Sums {
  count: number;
  visits: number | null;
  spent: number | null;
  points: number | null;
  /** Categories that every one of them has. */
  sharedCategories: readonly Id[];
}

const SUMMED = ['visits', 'totalSpent', 'points'] as const;

/** Asks the base for the sums of a selection: one question, whatever its size. */
export async function sumsOf(
  session: Session,
  selection: Selection,
  signal: AbortSignal,
): Promise<Sums | null> {
  if (!session.description?.capabilities.aggregate) return null;
  const fields = SUMMED.filter((field) => session.catalogue.fields.has(field));
  const totals = await session.aggregate(
    {
      over: selection,
      measures: [{ agg: 'count' }, ...fields.map((field) => ({ agg: 'sum' as const, field }))],
    },
    { signal },
  );
  const [count = 0, ...values] = totals.rows[0]?.values ?? [];
  const of = (field: (typeof SUMMED)[number]) => values[fields.indexOf(field)] ?? null;
  const hasCategories = session.catalogue.fields.has('categories');
  const byCategory = hasCategories
    ? await session.aggregate(
        { over: selection, measures: [{ agg: 'count' }], by: [{ field: 'categories' }] },
        { signal },
      )
    : { rows: [] };
  return {
    count: count ?? 0,
    visits: of('visits'),
    spent: of('totalSpent'),
    points: of('points'),
    sharedCategories: byCategory.rows.flatMap(({ keys, values: [having] }) =>
      typeof keys[0] === 'string' && having === count ? [keys[0]] : [],
    ),
  };
}
