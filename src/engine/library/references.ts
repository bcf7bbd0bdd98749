import type { Catalogue, Field, FieldId, Id, Node, SegmentDocument } from '../../contract/index.js';
import type { ListKind } from './items.js';

/** What a document points at. */
export interface References {
  /** Kept segments. */
  readonly segments: ReadonlySet<Id>;
  /** Entries of lists, as `<list>:<id>`. */
  readonly options: ReadonlySet<string>;
  /** Fields of clients. */
  readonly fields: ReadonlySet<FieldId>;
}

type Known = Pick<Catalogue, 'fields' | 'records'>;

/** True when a document cannot be read without the kept segments. */
export function hasReference({ where }: SegmentDocument): boolean {
  const has = (node: Node): boolean => {
    if (node.kind === 'segment') return true;
    return 'of' in node && Array.isArray(node.of) && node.of.some(has);
  };
  return has(where);
}

/** Everything a document names, in its conditions over records too. */
export function referencesOf({ where }: SegmentDocument, catalogue: Known): References {
  const segments = new Set<Id>();
  const options = new Set<string>();
  const asked = new Set<FieldId>();
  const test = (field: Field | undefined, value: unknown): void => {
    if (field?.list === undefined) return;
    for (const one of Array.isArray(value) ? value : [value]) {
      if (typeof one === 'string') options.add(`${field.list}:${one}`);
    }
  };
  const walk = (node: Node, fields: (id: FieldId) => Field | undefined, isClient: boolean): void => {
    switch (node.kind) {
      case 'all':
      case 'any':
      case 'none':
        for (const child of node.of) walk(child, fields, isClient);
        return;
      case 'segment':
        segments.add(node.id);
        return;
      case 'field':
        if (isClient) asked.add(node.field);
        test(fields(node.field), node.value);
        return;
      case 'records': {
        const own = catalogue.records.get(node.record)?.fields ?? [];
        const inner = (id: FieldId) => own.find((field) => field.id === id);
        if (node.path !== undefined) test(inner(node.path), node.value);
        if (node.where) walk(node.where, inner, false);
        return;
      }
      case 'everyone':
      case 'reachable':
      case 'search':
    }
  };
  walk(where, (id) => catalogue.fields.get(id), true);
  return { segments, options, fields: asked };
}

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
