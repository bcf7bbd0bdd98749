import type {
  Catalogue,
  Field,
  FieldId,
  Id,
  Label,
  LibraryItems,
  LibraryKind,
  Node,
  SavedView,
  SegmentDocument,
  Use,
} from '../contract/index.js';

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
  const has = (node: Node): boolean =>
    node.kind === 'segment' || ('of' in node && Array.isArray(node.of) && node.of.some(has));
  return has(where);
}

/** Everything a document names, in its conditions over records too; what kept segments name in their turn is theirs. */
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

/** What may point at something of the library. */
export interface Users {
  segments?: readonly LibraryItems['segments'][] | undefined;
  rules?: readonly LibraryItems['rules'][] | undefined;
  tiers?: readonly LibraryItems['tiers'][] | undefined;
  views?: readonly Pick<SavedView, 'id' | 'name' | 'state'>[] | undefined;
}

/**
 * What points at an item of the library itself, segments first, then rules, tiers and views: by a condition, or, of rules, because they give it. A tier
 * does not use itself. What points at it by way of another segment is a use of that one.
 */
export function usedBy(kind: LibraryKind, id: Id, users: Users, catalogue: Known): Use[] {
  const points = (document: SegmentDocument | undefined): boolean => {
    if (document === undefined) return false;
    const { segments, options } = referencesOf(document, catalogue);
    return kind === 'segments' ? segments.has(id) : options.has(`${kind}:${id}`);
  };
  const gives = ({ field, value }: LibraryItems['rules']): boolean =>
    value === id && catalogue.fields.get(field)?.list === kind;
  const used =
    (by: Use['kind']) =>
    (item: { id: Id; name: Label }): Use => ({ kind: by, id: item.id, name: nameOf(item.name) });
  const { segments = [], rules = [], tiers = [], views = [] } = users;
  return [
    ...segments.filter(({ document }) => points(document)).map(used('segments')),
    ...rules.filter((rule) => points(rule.where) || gives(rule)).map(used('rules')),
    ...tiers.filter((tier) => points(tier.where) && !(kind === 'tiers' && tier.id === id)).map(used('tiers')),
    ...views.filter(({ state }) => points(state.where)).map(used('views')),
  ];
}

function nameOf(name: Label): string | null {
  return typeof name === 'string' ? name : (name['en'] ?? Object.values(name)[0] ?? null);
}

/**
 * The way from a segment back to itself, first and last the same id, were it kept with this document; null: there is none. Of several the one that
 * is met first.
 */
export function circleOf(
  id: Id,
  document: SegmentDocument,
  segments: (id: Id) => SegmentDocument | null,
  catalogue: Known,
): Id[] | null {
  const seen = new Set<Id>();
  const follow = (from: SegmentDocument, way: readonly Id[]): Id[] | null => {
    for (const next of referencesOf(from, catalogue).segments) {
      if (next === id) return [...way, id];
      if (seen.has(next)) continue;
      seen.add(next);
      const inner = segments(next);
      const found = inner === null ? null : follow(inner, [...way, next]);
      if (found !== null) return found;
    }
    return null;
  };
  return follow(document, [id]);
}
