import {
  ClienteleError,
  invalid,
  isPersonal,
  type Aggregate,
  type FieldId,
  type Id,
  type Issue,
  type Node,
  type SegmentDocument,
  type SortKey,
} from '../../contract/index.js';
import { checkSegment, checkSort } from '../../segments/index.js';
import { tellableTo } from '../personal.js';
import type { Grant } from './grant.js';
import { createNarrower, refuseMasked, searchIsCut } from './narrow.js';

/** Checks what is asked, and turns it into a question that can only be answered with what the user may see. */
export interface Questions {
  /** A checked copy, narrowed to the user's branches and fields. The same document gives the same copy, so that an adapter may remember it. */
  where(document: SegmentDocument, operation: string): SegmentDocument;
  /** A checked copy that is not narrowed: to be kept, or explained. `member`: where its faults are placed. */
  document(document: SegmentDocument, operation: string, member: string): SegmentDocument;
  /** True when the document, or a segment that it points at, searches in fields that the user does not see. */
  isCut(document: SegmentDocument): boolean;
  sort(sort: readonly SortKey[], operation: string): void;
  /** Fields that are wanted of each client. Masked ones may be: they come masked. */
  fields(ids: readonly FieldId[] | undefined, operation: string): void;
  aggregate(input: Aggregate, operation: string): void;
  /** A condition and a sort over the fields of a kind of record. */
  records(
    input: { record: string; where?: Node; sort?: readonly SortKey[] },
    operation: string,
  ): Node | undefined;
}

/** Codes of `segments` that mean: there is such a field, and the user sees only a mask of it. */
const OUT_OF_BOUNDS = 'hidden_field';

function refuseIssues(issues: readonly Issue[], operation: string): void {
  if (issues.length === 0) return;
  const faults = issues.filter(({ code }) => code !== OUT_OF_BOUNDS);
  if (faults.length > 0) throw invalid(faults, operation);
  throw new ClienteleError('forbidden', issues[0]?.message ?? 'out of bounds', {
    operation,
    issues: [...issues],
  });
}

/** `narrows` false: a server narrows what it is asked by itself, and may not even tell of the fields that this takes. */
export function createQuestions(grant: Grant, actor: Id, narrows: boolean): Questions {
  const { visible, masked, hidden, description } = grant;
  const { capabilities } = description;
  const known = new WeakMap<object, SegmentDocument>();
  const kept =
    description.segments && new Map(description.segments.map(({ id, document }) => [id, document]));
  const bounds = {
    capabilities,
    masked: [...masked],
    hidden: [...hidden],
    ...(kept ? { segments: (id: Id) => kept.get(id) ?? null } : {}),
  };
  const narrow = createNarrower(grant, actor);

  const closed = (
    ids: readonly (FieldId | undefined)[],
    path: (index: number) => (string | number)[],
  ): Issue[] =>
    ids.flatMap((id, index) => {
      if (id === undefined) return [];
      if (!visible.fields.has(id)) {
        return [
          { path: path(index), code: 'unknown_field', message: `there is no field "${id.slice(0, 80)}"` },
        ];
      }
      return masked.has(id)
        ? [{ path: path(index), code: OUT_OF_BOUNDS, message: `${id} is out of bounds for this user` }]
        : [];
    });

  const check = (document: SegmentDocument, operation: string, member: string): SegmentDocument => {
    const checked = checkSegment(document, visible, bounds);
    if (checked.ok) return checked.document;
    refuseIssues(
      checked.issues.map((issue) => ({ ...issue, path: [member, ...issue.path] })),
      operation,
    );
    throw invalid([], operation);
  };

  return {
    document(document, operation, member) {
      const checked = check(document, operation, member);
      if (narrows) narrow(checked, operation);
      return checked;
    },
    isCut: ({ where }) => searchIsCut(grant, where),
    where(document, operation) {
      const before = known.get(document);
      if (before) return before;
      const checked = check(document, operation, 'where');
      const narrowed = narrows ? narrow(checked, operation) : checked;
      known.set(document, narrowed);
      return narrowed;
    },
    sort(sort, operation) {
      if (sort.length > 4) {
        throw invalid(
          [{ path: ['sort'], code: 'too_many', message: 'at most four keys', params: { max: 4 } }],
          operation,
        );
      }
      if (sort.length > 0) refuseIssues(checkSort(sort, visible, bounds), operation);
    },
    fields(ids, operation) {
      const unknown = closed(ids ?? [], (index) => ['fields', index]);
      refuseIssues(
        unknown.filter(({ code }) => code !== OUT_OF_BOUNDS),
        operation,
      );
    },
    aggregate({ measures, by = [] }, operation) {
      refuseIssues(
        [
          ...closed(
            measures.map(({ field }) => field),
            (index) => ['measures', index, 'field'],
          ),
          ...closed(
            by.map(({ field }) => field),
            (index) => ['by', index, 'field'],
          ),
        ],
        operation,
      );
    },
    records({ record, where, sort = [] }, operation) {
      const kind = visible.records.get(record);
      if (!kind || !capabilities.records.includes(record)) {
        throw invalid(
          [
            {
              path: ['record'],
              code: 'unknown_record',
              message: `there are no records "${record.slice(0, 60)}"`,
            },
          ],
          operation,
        );
      }
      const fields = new Map(kind.fields.map((field) => [field.id, field]));
      const masks = [...(grant.maskedOf.get(record) ?? [])];
      refuseIssues(checkSort(sort, { fields }, { masked: masks }), operation);
      const own = narrows && isPersonal(kind) ? tellableTo(actor) : undefined;
      if (where === undefined) return own;
      const asDocument = {
        v: 1,
        where: { kind: 'records', record, where, agg: 'count', op: 'gte', value: 1 },
      };
      const checked = checkSegment(asDocument, visible, bounds);
      if (!checked.ok) {
        const issues = checked.issues.map((issue) => ({ ...issue, path: issue.path.slice(1) }));
        throw invalid(issues, operation);
      }
      const inner = (checked.document.where as Extract<Node, { kind: 'records' }>).where;
      if (inner) refuseMasked(inner, new Set(masks), operation);
      return inner && own ? { kind: 'all', of: [own, inner] } : (inner ?? own);
    },
  };
}
