import { sql } from 'kysely';
import {
  builtinFields,
  createCatalogue,
  defineField,
  type Field,
  type FieldDefinition,
  type FieldId,
} from '../../../contract/index.js';
import { nameParts, type ResolvedSort } from '../../../segments/index.js';
import type { Database, Run } from '../database.js';
import { clientPlaces } from '../places.js';
import { termsOf } from '../sort.js';
import { columnOf } from './columns.js';

/** Fields that lists are most often sorted by. */
const DEFAULT_SORTED: readonly FieldId[] = ['name', 'lastVisit', 'visits', 'totalSpent', 'createdAt'];

/** The fields that are to have an index, by their ids or definitions. @throws TypeError for one that nobody knows */
export function sortedFields(
  wanted: readonly (FieldId | FieldDefinition)[] = DEFAULT_SORTED,
  own: readonly FieldDefinition[] = [],
): Field[] {
  const { fields } = createCatalogue({ fields: [...own] });
  return wanted.map((one) => {
    if (typeof one !== 'string') return defineField(one);
    const field = fields.get(one);
    if (!field) throw new TypeError(`sorted: there is no field "${one}"`);
    return field;
  });
}

/** Parts of texts and phones are found by their trigrams, where the database has them; else by reading all. */
export async function createSearchIndexes(run: Run, { schema }: Database): Promise<void> {
  await run(sql`do $$ begin
  create extension if not exists pg_trgm;
exception when insufficient_privilege or undefined_file or feature_not_supported then null;
end $$`);
  const [found] = await run(
    sql<{
      schema: string;
    }>`select n.nspname as schema from pg_opclass o join pg_namespace n on n.oid = o.opcnamespace where o.opcname = 'gin_trgm_ops'`,
  );
  if (!found) return;
  const trigrams = sql.id(found.schema, 'gin_trgm_ops');
  await run(
    sql`create index if not exists clients_search on ${sql.id(schema, 'clients')} using gin (search ${trigrams}, digits ${trigrams}) where removed_at is null`,
  );
}

/** What a field sorts by, without its direction; null: it has nothing that an index could hold. */
function sortOf(field: Field): ResolvedSort['by'] | null {
  switch (field.type) {
    case 'birthday':
      return { kind: 'birthday', field: field.id };
    case 'text':
      return { kind: 'text', fields: [field.id], collation: '' };
    case 'phones':
    case 'emails':
    case 'texts':
      return { kind: 'first', field: field.id };
    case 'choice':
    case 'choices':
    case 'image':
      return null;
    default:
      return { kind: 'number', field: field.id };
  }
}

/** One for each field: what comes first in it is what people want first, the newest and the most. */
export async function createSortIndexes(
  run: Run,
  { schema }: Database,
  sorted: readonly Field[],
): Promise<void> {
  const fields = new Map<FieldId, Field>(builtinFields.map((field) => [field.id, field]));
  for (const field of sorted) fields.set(field.id, field);
  const places = clientPlaces(fields, nameParts({ nameOrder: 'firstLast' }), null);
  for (const field of sorted) {
    const by = sortOf(field);
    if (!by) throw new TypeError(`sorted: an index cannot hold the order of "${field.id}"`);
    const { value, type } = termsOf([{ field: field.id, descending: true, by }], places, new Set())[0]!;
    const own = columnOf(field) && (field.type === 'birthday' ? 'birthday_year' : columnOf(field)!.column);
    // The plain column beside the expression lets positions be counted in the index alone.
    const beside = own ? sql` include (${sql.id(own)})` : sql``;
    const key = type === 'text' ? sql`(${value}) collate "C"` : value;
    await run(
      sql`create index if not exists ${sql.id(indexName(field.id))} on ${sql.id(schema, 'clients')} (tenant, ${key}, id)${beside} where removed_at is null`,
    );
  }
}

function indexName(field: FieldId): string {
  return `clients_by_${field.replace(/[A-Z]/g, (letter) => `_${letter.toLowerCase()}`).replace(/[^a-z0-9]/g, '_')}`.slice(
    0,
    63,
  );
}
