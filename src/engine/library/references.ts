import type { Catalogue, Field, Id, Node, SegmentDocument } from '../../contract/index.js';
import type { ListKind } from './items.js';

export { referencesOf } from '../../segments/index.js';

/** The fields by which clients carry the entries of a list. */
export function carriersOf(kind: ListKind, { fields }: Pick<Catalogue, 'fields'>): Field[] {
  return [...fields.values()].filter(
    ({ list, type, origin }) =>
      list === kind && origin !== 'virtual' && (type === 'choice' || type === 'choices'),
  );
}

/** Those who carry any of these entries of a list; null where no field could. */
export function carrying(
  kind: ListKind,
  ids: readonly Id[],
  catalogue: Pick<Catalogue, 'fields'>,
): SegmentDocument | null {
  const of = carriersOf(kind, catalogue).map((field): Node => ({
    kind: 'field',
    field: field.id,
    op: field.type === 'choices' ? 'anyOf' : 'in',
    value: [...ids],
  }));
  const [first, ...rest] = of;
  if (!first) return null;
  return { v: 1, where: rest.length === 0 ? first : { kind: 'any', of: [first, ...rest] } };
}
