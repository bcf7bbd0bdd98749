import {
  AGGREGATES,
  OPERATORS,
  SEGMENT_LIMITS,
  type Capabilities,
  type Catalogue,
  type Field,
  type FieldId,
  type FieldType,
  type GroupNode,
  type Issue,
  type Node,
  type Operator,
  type RecordKind,
  type RecordsNode,
  type SegmentDocument,
  type Test,
} from '../contract/index.js';
import { checkValue } from './check-value.js';
import { OPERATORS_OF } from './operators.js';
import {
  checkFlag,
  checkReachable,
  checkSearch,
  FIGURES,
  name,
  said,
  type Bag,
  type Path,
} from './check-parts.js';
import { DEPENDS_ON } from './virtual.js';

export interface CheckOptions {
  /** What the adapter can do; absent: everything. */
  capabilities?: Pick<Capabilities, 'filter' | 'search' | 'records'> | undefined;
  /** Fields that this user does not see; neither they nor what is worked out from them can be asked about. */
  hidden?: readonly FieldId[] | undefined;
  /** Fields of which this user sees a mask. They cannot be asked about either, but whether a client can be reached can. */
  masked?: readonly FieldId[] | undefined;
  /** Finds the document of a kept segment; null: there is none. Absent: references are not followed. */
  segments?: ((id: string) => SegmentDocument | null) | undefined;
}

export type Checked = { ok: true; document: SegmentDocument } | { ok: false; issues: Issue[] };

/** What conditions at one place may be about: a client, or a record of one kind. */
interface Scope {
  fields: (id: string) => Field | undefined;
  record: RecordKind | null;
}

/** More faults than this are not looked for. */
const MAX_ISSUES = 50;
/** Conditions of a document and of all that it points at. */
const MAX_INLINED = 5000;

/**
 * Checks a segment document of whatever origin: its shape, that the catalogue knows its fields and records, that each operator belongs to its
 * field's type, and the limits. Never throws; what comes back is a fresh copy that holds nothing else.
 */
export function checkSegment(
  document: unknown,
  catalogue: Pick<Catalogue, 'fields' | 'records'>,
  options: CheckOptions = {},
): Checked {
  const check = new Check(catalogue, options);
  const where = check.document(document, []);
  return check.issues.length > 0 || where === null
    ? { ok: false, issues: check.issues }
    : { ok: true, document: { v: 1, where } };
}

class Check {
  readonly issues: Issue[] = [];
  #conditions = 0;
  #inlined = 0;
  #values = 0;
  readonly #catalogue: Pick<Catalogue, 'fields' | 'records'>;
  readonly #options: CheckOptions;
  /** Hidden and masked fields. */
  readonly #closed: ReadonlySet<FieldId>;
  /** Segments on the way down, against circles. */
  readonly #open: string[] = [];

  constructor(catalogue: Pick<Catalogue, 'fields' | 'records'>, options: CheckOptions) {
    this.#catalogue = catalogue;
    this.#options = options;
    this.#closed = new Set([...(options.hidden ?? []), ...(options.masked ?? [])]);
  }

  #report = (path: Path, code: string, message: string, params?: Record<string, string | number>): void => {
    if (this.issues.length < MAX_ISSUES) {
      this.issues.push({ path: [...path], code, message, ...(params === undefined ? {} : { params }) });
    }
  };

  #spend =
    (path: Path) =>
    (count: number): boolean => {
      this.#values += count;
      if (this.#values <= SEGMENT_LIMITS.values) return true;
      this.#report(path, 'too_many_values', 'the segment compares with too many values', {
        limit: SEGMENT_LIMITS.values,
      });
      return false;
    };

  document(value: unknown, path: Path): Node | null {
    const bag = this.#bag(value, path, 'a segment document');
    if (bag === null) return null;
    this.#keys(bag, path, ['v', 'where']);
    if (bag['v'] !== 1) {
      const isNewer = typeof bag['v'] === 'number' && bag['v'] > 1;
      this.#report(
        [...path, 'v'],
        isNewer ? 'newer_version' : 'wrong_type',
        isNewer ? 'the segment was made by a newer version' : 'the version must be 1',
        isNewer ? { version: Number(bag['v']) } : undefined,
      );
      return null;
    }
    const client = { fields: (id: string) => this.#catalogue.fields.get(id), record: null };
    return this.#node(bag['where'], [...path, 'where'], 1 + this.#open.length, client);
  }

  #node(value: unknown, path: Path, depth: number, scope: Scope): Node | null {
    if (this.issues.length >= MAX_ISSUES) return null;
    if (depth > SEGMENT_LIMITS.depth) {
      this.#report(path, 'too_deep', 'the segment is nested too deeply', { limit: SEGMENT_LIMITS.depth });
      return null;
    }
    const bag = this.#bag(value, path, 'a condition');
    if (bag === null) return null;
    const kind = bag['kind'];
    if (kind === 'all' || kind === 'any' || kind === 'none')
      return this.#group(bag, kind, path, depth, scope);
    if (!this.#count(path)) return null;
    switch (kind) {
      case 'everyone':
        this.#keys(bag, path, ['kind']);
        return { kind };
      case 'field':
        return this.#field(bag, path, scope);
      case 'records':
      case 'reachable':
      case 'segment':
      case 'search':
        if (scope.record !== null) {
          this.#report(path, 'not_in_records', `"${kind}" is no condition about a record`, { kind });
          return null;
        }
        return kind === 'records'
          ? this.#records(bag, path, depth)
          : kind === 'reachable'
            ? this.#apart(bag, path, ['kind', 'channel', 'purpose', 'not'], checkReachable)
            : kind === 'segment'
              ? this.#segment(bag, path)
              : this.#apart(bag, path, ['kind', 'text'], checkSearch);
      default:
        this.#report([...path, 'kind'], 'unknown_kind', 'there is no such kind of condition', {
          kind: said(kind),
        });
        return null;
    }
  }

  #count(path: Path): boolean {
    this.#inlined++;
    if (
      this.#open.length > 0 ? this.#inlined <= MAX_INLINED : ++this.#conditions <= SEGMENT_LIMITS.conditions
    ) {
      return true;
    }
    const limit = this.#open.length > 0 ? MAX_INLINED : SEGMENT_LIMITS.conditions;
    if (!this.issues.some((issue) => issue.code === 'too_many_conditions')) {
      this.#report(path, 'too_many_conditions', 'the segment has too many conditions', { limit });
    }
    return false;
  }

  #group(bag: Bag, kind: GroupNode['kind'], path: Path, depth: number, scope: Scope): Node | null {
    this.#keys(bag, path, ['kind', 'of']);
    const list = bag['of'];
    if (!Array.isArray(list)) {
      this.#report([...path, 'of'], 'wrong_type', 'a list of conditions is wanted');
      return null;
    }
    if (list.length === 0) {
      this.#report(
        [...path, 'of'],
        'empty_group',
        `"${kind}" of nothing; everyone is said by {kind: 'everyone'}`,
        { kind },
      );
      return null;
    }
    const of: Node[] = [];
    for (let i = 0; i < list.length && this.issues.length < MAX_ISSUES; i++) {
      const child = this.#node(list[i], [...path, 'of', i], depth + 1, scope);
      if (child !== null) of.push(child);
      else if (this.issues.some((issue) => issue.code === 'too_many_conditions')) return null;
    }
    return of.length === list.length ? { kind, of: of as GroupNode['of'] } : null;
  }

  #field(bag: Bag, path: Path, scope: Scope): Node | null {
    this.#keys(bag, path, ['kind', 'field', 'op', 'value', 'not', 'orMissing']);
    const field = this.#fieldOf(bag['field'], [...path, 'field'], scope);
    if (field === null) return null;
    const test = this.#test(bag, path, field.type, field);
    return test === null ? null : { kind: 'field', field: field.id, ...test };
  }

  #fieldOf(id: unknown, path: Path, scope: Scope): Field | null {
    const field = typeof id === 'string' ? scope.fields(id) : undefined;
    if (field === undefined) {
      this.#report(path, 'unknown_field', `there is no field ${name(id)}`, { field: said(id) });
      return null;
    }
    if (!field.filter) {
      this.#report(path, 'not_filterable', `${field.id} cannot be filtered by`, { field: field.id });
      return null;
    }
    if (scope.record !== null) return field;
    const behind = [field.id, ...(DEPENDS_ON.get(field.id) ?? [])];
    if (behind.some((needed) => this.#closed.has(needed))) {
      this.#report(path, 'hidden_field', `${field.id} is out of bounds for this user`, { field: field.id });
      return null;
    }
    const { filter } = this.#options.capabilities ?? { filter: true };
    if (filter !== true && !filter.includes(field.id)) {
      this.#report(path, 'not_filterable', `the adapter cannot filter by ${field.id}`, { field: field.id });
      return null;
    }
    return field;
  }

  #test(bag: Bag, path: Path, type: FieldType, field?: Field): Test | null {
    const op = OPERATORS.find((known): known is Operator => known === bag['op']);
    if (op === undefined) {
      this.#report([...path, 'op'], 'unknown_operator', `there is no operator ${name(bag['op'])}`, {
        op: said(bag['op']),
      });
      return null;
    }
    if (!OPERATORS_OF[type].includes(op)) {
      this.#report([...path, 'op'], 'operator_not_of_type', `"${op}" is no operator of a ${type}`, {
        op,
        type,
      });
      return null;
    }
    const before = this.issues.length;
    const at = [...path, 'value'];
    const scope = { type, field, report: this.#report, spend: this.#spend(at) };
    const value = checkValue(bag['value'], op, at, scope);
    const flags = {
      ...checkFlag(bag, 'not', path, this.#report),
      ...checkFlag(bag, 'orMissing', path, this.#report),
    };
    if (this.issues.length > before) return null;
    return { op, ...(value === undefined ? {} : { value }), ...flags };
  }

  #records(bag: Bag, path: Path, depth: number): Node | null {
    this.#keys(bag, path, ['kind', 'record', 'where', 'agg', 'path', 'op', 'value', 'not', 'orMissing']);
    const id = bag['record'];
    const kept = this.#options.capabilities?.records;
    const record = typeof id === 'string' ? this.#catalogue.records.get(id) : undefined;
    if (record === undefined || (kept !== undefined && !kept.includes(record.id))) {
      this.#report([...path, 'record'], 'unknown_record', `there are no records ${name(id)}`, {
        record: said(id),
      });
      return null;
    }
    const agg = AGGREGATES.find((known): known is RecordsNode['agg'] => known === bag['agg']);
    if (agg === undefined) {
      this.#report([...path, 'agg'], 'unknown_aggregate', `there is no figure ${name(bag['agg'])}`, {
        agg: said(bag['agg']),
      });
      return null;
    }
    const scope: Scope = { fields: (key) => record.fields.find((field) => field.id === key), record };
    const field = this.#figure(bag['path'], agg, [...path, 'path'], scope);
    if (field === null) return null;
    const before = this.issues.length;
    const where =
      bag['where'] === undefined ? undefined : this.#node(bag['where'], [...path, 'where'], depth + 1, scope);
    const test = this.#test(
      bag,
      path,
      agg === 'count' ? 'number' : field.type,
      agg === 'count' ? undefined : field,
    );
    if (test === null || where === null || this.issues.length > before) return null;
    return {
      kind: 'records',
      record: record.id,
      ...(where === undefined ? {} : { where }),
      agg,
      ...(bag['path'] === undefined ? {} : { path: field.id }),
      ...test,
    };
  }

  /** The field that a figure is made of: without a path the one that places the record in time. */
  #figure(id: unknown, agg: RecordsNode['agg'], path: Path, scope: Scope): Field | null {
    if (id === undefined && agg === 'sum') {
      this.#report(path, 'required', 'a sum needs the field that is added up');
      return null;
    }
    if (id !== undefined && agg === 'count') {
      this.#report(path, 'unexpected_value', 'records are counted without a field');
      return null;
    }
    const field = this.#fieldOf(id === undefined ? scope.record?.date : id, path, scope);
    if (field === null || agg === 'count' || FIGURES[agg].has(field.type)) return field;
    this.#report(path, 'wrong_type', `${field.id} is a ${field.type}, of which there is no "${agg}"`, {
      field: field.id,
      type: field.type,
      agg,
    });
    return null;
  }

  #apart(bag: Bag, path: Path, keys: readonly string[], check: typeof checkSearch): Node | null {
    this.#keys(bag, path, keys);
    return check(bag, path, { ...this.#options, catalogue: this.#catalogue, report: this.#report });
  }

  #segment(bag: Bag, path: Path): Node | null {
    this.#keys(bag, path, ['kind', 'id', 'not']);
    const { id } = bag;
    const at = [...path, 'id'];
    if (typeof id !== 'string' || !/^[\w.:-]{1,64}$/.test(id)) {
      this.#report(at, 'unknown_segment', `there is no segment ${name(id)}`, { segment: said(id) });
      return null;
    }
    if (this.#open.includes(id)) {
      this.#report(at, 'circle', `segment "${id}" points at itself`, { segment: id });
      return null;
    }
    const { segments } = this.#options;
    const found = segments?.(id);
    if (found === null) {
      this.#report(at, 'unknown_segment', `there is no segment "${id}"`, { segment: id });
      return null;
    }
    if (found !== undefined) this.#follow(id, found, at);
    return { kind: 'segment', id, ...checkFlag(bag, 'not', path, this.#report) };
  }

  /** Checks what a reference points at; its faults are placed at the reference, and say within which segment they are. */
  #follow(id: string, document: SegmentDocument, at: Path): void {
    const before = this.issues.length;
    const values = this.#values;
    this.#values = 0;
    this.#open.push(id);
    this.document(document, []);
    this.#open.pop();
    this.#values = values;
    for (const issue of this.issues.slice(before)) {
      issue.message = `segment "${id}", ${issue.path.join('.') || 'document'}: ${issue.message}`;
      issue.path = [...at];
      // Of a chain the first: it is the one that the person has put here.
      issue.params = { ...issue.params, within: id };
    }
  }

  #bag(value: unknown, path: Path, wanted: string): Bag | null {
    if (typeof value === 'object' && value !== null && !Array.isArray(value)) {
      // Own keys alone: what a prototype brings is nobody's condition.
      return Object.assign(Object.create(null) as Record<string, unknown>, value);
    }
    this.#report(path, 'wrong_type', `${wanted} is wanted`);
    return null;
  }

  #keys(bag: Bag, path: Path, known: readonly string[]): void {
    for (const key of Object.keys(bag)) {
      if (!known.includes(key))
        this.#report([...path, key.slice(0, 80)], 'unknown_key', `there is no key ${name(key)}`, {
          key: said(key),
        });
    }
  }
}
