import {
  invalid,
  isPersonal,
  type FieldId,
  type FieldNode,
  type Id,
  type Node,
  type SegmentDocument,
} from '../../contract/index.js';
import { searchFields } from '../../segments/index.js';
import { parseSearch } from '../../text/index.js';
import { tellableTo } from '../personal.js';
import { refuse } from '../refuse.js';
import type { Grant } from './grant.js';

/** Most conditions that a quick search is turned into; the adapter's own limit is 500 for the whole document. */
const MOST_CONDITIONS = 300;
const NONE: ReadonlySet<FieldId> = new Set();
const NOBODY: Node = { kind: 'none', of: [{ kind: 'everyone' }] };

/**
 * Turns a checked document into one that no adapter can answer with more than the user may see:
 * - only clients of the user's branches;
 * - a quick search must also hold by the fields that the user may search, said as plain conditions. The search itself stays in front of
 *   them, so that an adapter's index still does the work; an adapter that knows nothing of rights leaks nothing;
 * - of records that their author may keep to themselves, only the user's own and those for all are counted;
 * - a kept segment with one of these in it is written out, for the same reason. Segments about what the user does not see are not known to
 *   them; where an adapter does not say which segments it keeps, references are refused.
 *
 * A user who sees all gets the document as it is.
 */
export function createNarrower(
  grant: Grant,
  actor: Id,
): (document: SegmentDocument, operation: string) => SegmentDocument {
  const { full, hidden, masked, branches, maskedOf } = grant;
  const closed: readonly FieldId[] = [...hidden, ...masked];
  const isSearchCut = searchFields(full).length !== searchFields(full, closed).length;
  const seesAll = closed.length === 0 && maskedOf.size === 0;

  // What the adapter cannot filter by cannot be said as a condition: it is left out of this user's search.
  const { filter } = grant.description.capabilities;
  const searched = searchFields(full, closed).filter(
    ({ field }) => full.fields.get(field)?.filter && (filter === true || filter.includes(field)),
  );

  const kept = keptBy(grant);
  const personal = new Set([...full.records.values()].filter(isPersonal).map(({ id }) => id));
  const isPersonalNode = (node: Node) => node.kind === 'records' && personal.has(node.record);
  const asksPersonal = (node: Node) => personal.size > 0 && holds(node, kept, isPersonalNode);
  const isCut = (node: Node) => (isSearchCut && holds(node, kept, isSearch)) || asksPersonal(node);

  const spell = (text: string, isNegated: boolean, operation: string): Node => {
    let conditions = 0;
    const terms = parseSearch(text).map((term): Node => {
      const tests = searched.flatMap(({ field, digits }) =>
        (digits ? term.phones : term.text === '' ? [] : [term.text]).map((value) => {
          const contains: FieldNode = { kind: 'field', field, op: 'contains', value };
          conditions += isNegated ? 2 : 1;
          // Under a negation "unknown" would select nobody, where a search that finds nothing is simply false.
          return isNegated ? group('all', [{ kind: 'field', field, op: 'exists' }, contains]) : contains;
        }),
      );
      return tests.length === 0 ? NOBODY : group('any', tests);
    });
    if (conditions > MOST_CONDITIONS) {
      throw invalid(
        [{ path: ['where'], code: 'too_many_conditions', message: 'too many words to look for' }],
        operation,
      );
    }
    return group('all', [{ kind: 'search', text }, ...terms]);
  };

  const walk = (node: Node, isNegated: boolean, operation: string): Node => {
    switch (node.kind) {
      case 'all':
      case 'any':
      case 'none': {
        const of = node.of.map((child) => walk(child, isNegated || node.kind === 'none', operation));
        return group(node.kind, of);
      }
      case 'search':
        return isSearchCut ? spell(node.text, isNegated, operation) : node;
      case 'segment': {
        const where = kept.get(node.id);
        if (seesAll && !(where && isCut(where))) return node;
        if (!where) throw refuse('forbidden', 'this segment may be about what you do not see', operation);
        if (!isCut(where)) return node;
        const written = walk(where, isNegated || node.not === true, operation);
        return node.not ? { kind: 'none', of: [written] } : written;
      }
      case 'records':
        refuseMasked(node, maskedOf.get(node.record) ?? NONE, operation);
        if (!personal.has(node.record)) return node;
        return { ...node, where: group('all', [tellableTo(actor), ...(node.where ? [node.where] : [])]) };
      case 'everyone':
      case 'field':
      case 'reachable':
        return node;
    }
  };

  return ({ v, where }, operation) => {
    const walked = !seesAll || isCut(where) ? walk(where, false, operation) : where;
    if (branches === null) return { v, where: walked };
    const own: Node =
      branches.length === 0 ? NOBODY : { kind: 'field', field: 'branch', op: 'in', value: [...branches] };
    // Joined to an `all` that stands there anyway, so that the document does not grow deeper.
    const parts = walked.kind === 'all' ? walked.of : walked.kind === 'everyone' ? [] : [walked];
    return { v, where: parts.length === 0 ? own : group('all', [own, ...parts]) };
  };
}

type Kept = ReadonlyMap<string, Node>;

function keptBy({ description }: Grant): Kept {
  return new Map(description.segments?.map(({ id, document }) => [id, document.where]));
}

const isSearch = (node: Node) => node.kind === 'search';

/** True when such a node stands in a document, or in a kept segment that it points at. */
function holds(node: Node, kept: Kept, is: (node: Node) => boolean): boolean {
  if (is(node)) return true;
  if (node.kind === 'segment') return holds(kept.get(node.id) ?? NOBODY, kept, is);
  return 'of' in node && Array.isArray(node.of) && node.of.some((child) => holds(child, kept, is));
}

/** True when a quick search stands in a document, or in what it points at, that looks into fields which the user does not see. */
export function searchIsCut(grant: Grant, where: Node): boolean {
  const { full, hidden, masked } = grant;
  const isCut = searchFields(full).length !== searchFields(full, [...hidden, ...masked]).length;
  return isCut && holds(where, keptBy(grant), isSearch);
}

/** Refuses conditions about fields of records that the user sees masked: `checkSegment` knows of those of clients only. */
export function refuseMasked(node: Node, masks: ReadonlySet<FieldId>, operation: string): void {
  if (masks.size === 0) return;
  const asked = node.kind === 'field' ? node.field : node.kind === 'records' ? node.path : undefined;
  if (asked !== undefined && masks.has(asked)) {
    throw refuse('forbidden', `${asked} is out of bounds for this user`, operation);
  }
  if ('of' in node) for (const child of node.of) refuseMasked(child, masks, operation);
  if (node.kind === 'records' && node.where) refuseMasked(node.where, masks, operation);
}

function group(kind: 'all' | 'any' | 'none', of: readonly Node[]): Node {
  const [first] = of;
  if (of.length === 1 && first && kind !== 'none') return first;
  return { kind, of: of as [Node, ...Node[]] };
}
