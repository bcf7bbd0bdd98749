import { builtinFields, type Catalogue, type Field, type FieldId } from '../contract/index.js';

/** What of a field the reading of its cells needs. */
export type CellField = Pick<Field, 'id' | 'type'> &
  Partial<Pick<Field, 'options' | 'list' | 'multiline' | 'decimals'>>;

export interface FieldSource {
  /** Absent: the built-in fields. */
  catalogue?: Pick<Catalogue, 'fields'> | undefined;
  computed?: boolean | undefined;
}

const builtin: ReadonlyMap<FieldId, Field> = new Map(builtinFields.map((field) => [field.id, field]));

/** The field that a column fills; null when it cannot be imported. */
export function fieldFor(id: FieldId, { catalogue, computed }: FieldSource): CellField | null {
  const field = (catalogue?.fields ?? builtin).get(id);
  if (field === undefined) return null;
  return field.import || (computed && field.origin === 'computed') ? field : null;
}
