import {
  invalid,
  SEGMENT_LIMITS,
  type Catalogue,
  type Field,
  type Id,
  type Issue,
  type LibraryItem,
  type LibraryKind,
  type ListItem,
  type Node,
  type Lists,
  type Rule,
  type Segment,
  type SegmentDocument,
} from '../../contract/index.js';
import { checkSegment } from '../../segments/index.js';
import { validateValues } from '../validate.js';
import { parseItem } from './items.js';
import { referencesOf } from './references.js';
import type { LibraryState } from './state.js';

type Item = LibraryItem & { id: Id };

/**
 * An item as it may be kept: its shape, its documents by the catalogue and the other segments, its value by the field's definition.
 * @throws ClienteleError `invalid` with an issue for each fault
 */
export function checkItem(
  kind: LibraryKind,
  given: unknown,
  state: LibraryState,
  catalogue: Catalogue,
  operation: string,
): Item {
  const item = parseItem(kind, given, operation);
  const issues: Issue[] = [];
  /** The document with its faults placed below a member of the item. */
  const document = (value: unknown, member: string, own: Id | null): SegmentDocument | null => {
    const segments = (id: Id): SegmentDocument | null =>
      id === own ? (value as SegmentDocument) : state.segment(id);
    const checked = checkSegment(value, catalogue, { segments });
    if (checked.ok) return checked.document;
    issues.push(...checked.issues.map((issue) => ({ ...issue, path: [member, ...issue.path] })));
    return null;
  };
  const checked = ((): Item | null => {
    if (kind === 'segments') {
      const found = document((item as Segment).document, 'document', item.id);
      return found && ({ ...item, document: found } as Item);
    }
    if (kind === 'rules') {
      const rule = item as Rule;
      const found = document(rule.where, 'where', null);
      issues.push(...checkDepth(found));
      issues.push(...checkGift(rule, catalogue, offered(state.lists)));
      if (found && issues.length === 0 && leansOnItself({ ...rule, where: found }, state, catalogue)) {
        issues.push({
          path: ['where'],
          code: 'circle',
          message: 'who loses the value would get it again, since the condition asks about it',
        });
      }
      return found && ({ ...rule, where: found } as Item);
    }
    const { where, ...rest } = item as ListItem;
    if (where === undefined) return rest as Item;
    const found = document(where, 'where', null);
    issues.push(...checkDepth(found));
    if (found && tierLeansOnTiers(found, state, catalogue)) {
      issues.push({
        path: ['where'],
        code: 'circle',
        message: 'the condition of a tier cannot ask which tier a client has',
      });
    }
    return found && ({ ...rest, where: found } as Item);
  })();
  if (issues.length > 0 || !checked) throw invalid(issues, operation);
  return checked;
}

/** A rule is asked together with what it gives: two levels are left for that. */
function checkDepth(document: SegmentDocument | null): Issue[] {
  const limit = SEGMENT_LIMITS.depth - 2;
  const depthOf = (node: Node): number => {
    const inner =
      'of' in node ? (node.of as Node[]) : node.kind === 'records' && node.where ? [node.where] : [];
    return 1 + Math.max(0, ...inner.map(depthOf));
  };
  if (!document || depthOf(document.where) <= limit) return [];
  return [
    { path: ['where'], code: 'too_deep', message: 'the condition is nested too deeply', params: { limit } },
  ];
}

/** What a rule gives must be a stored field, and a value of it. */
export function checkGift({ field: id, value }: Rule, catalogue: Catalogue, lists: Lists): Issue[] {
  const field = catalogue.fields.get(id);
  if (!field) return [{ path: ['field'], code: 'unknown_field', message: `there is no field "${id}"` }];
  if (field.origin !== 'stored' || !GIVEN.has(field.type)) {
    return [{ path: ['field'], code: 'read_only', message: `a rule cannot give ${id}` }];
  }
  const wanted = field.type === 'choices' ? [value] : value;
  const result = validateValues({ [id]: wanted }, new Map([[id, field]]), { lists });
  if (!result.ok) return result.issues.map((issue) => ({ ...issue, path: ['value'] }));
  // What is cut to nothing would clear the field instead of giving something.
  return result.patch[id] === null
    ? [{ path: ['value'], code: 'required', message: 'a value is wanted' }]
    : [];
}

/** The lists without what stands here and there but is not given any more. */
export function offered(lists: Lists): Lists {
  return Object.fromEntries(
    Object.entries(lists).map(([name, items]) => [name, items.filter(({ archived }) => !archived)]),
  );
}

/** Fields of one plain value, and sets. */
const GIVEN: ReadonlySet<Field['type']> = new Set([
  'text',
  'number',
  'money',
  'percent',
  'boolean',
  'day',
  'choice',
  'choices',
]);

/** True when a rule that takes its value back asks, anywhere, about that very value: it would give and take for ever. */
function leansOnItself(rule: Rule, state: LibraryState, catalogue: Catalogue): boolean {
  if (rule.keep === 'given') return false;
  const field = catalogue.fields.get(rule.field);
  const { options, fields } = everythingIn(rule.where, state, catalogue);
  return field?.list === undefined
    ? fields.has(rule.field)
    : options.has(`${field.list}:${String(rule.value)}`);
}

function tierLeansOnTiers(where: SegmentDocument, state: LibraryState, catalogue: Catalogue): boolean {
  const { fields } = everythingIn(where, state, catalogue);
  return [...fields].some((id) => catalogue.fields.get(id)?.list === 'tiers');
}

/** What a document names, and the segments that it points at. */
function everythingIn(
  where: SegmentDocument,
  state: LibraryState,
  catalogue: Catalogue,
): { options: Set<string>; fields: Set<string> } {
  const options = new Set<string>();
  const fields = new Set<string>();
  const seen = new Set<Id>();
  const open = [where];
  for (let next = open.pop(); next; next = open.pop()) {
    const found = referencesOf(next, catalogue);
    for (const option of found.options) options.add(option);
    for (const field of found.fields) fields.add(field);
    for (const id of found.segments) {
      const document = seen.has(id) ? null : state.segment(id);
      seen.add(id);
      if (document) open.push(document);
    }
  }
  return { options, fields };
}
