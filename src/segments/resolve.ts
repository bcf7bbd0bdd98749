import {
  invalid,
  type Catalogue,
  type ClienteleError,
  type Field,
  type FieldId,
  type FieldNode,
  type Node,
  type RecordsNode,
  type SegmentDocument,
  type Settings,
  type Test,
} from '../contract/index.js';
import { parseSearch } from '../text/index.js';
import { checkSegment, type CheckOptions } from './check.js';
import { resolveTest } from './resolve-test.js';
import { group, negated, type Operand, type Resolved, type SearchField, type TestNode } from './resolved.js';
import { agedBetween, DEPENDS_ON, isReachable, nameParts, statusIs } from './virtual.js';

export interface ResolveOptions {
  catalogue: Pick<Catalogue, 'fields' | 'records'>;
  settings: Settings;
  /** What "today" means, `YYYY-MM-DD` in the business's time zone. */
  today: string;
  /** Finds the document of a kept segment; null: there is none. */
  segments?: ((id: string) => SegmentDocument | null) | undefined;
  /** Fields that the quick search leaves out: those hidden from the user and those masked. */
  unsearched?: readonly FieldId[] | undefined;
}

/**
 * Turns a checked document into the tree that engines read: virtual fields, relative dates and references are gone, texts are folded.
 * @throws ClienteleError `invalid` when a reference leads nowhere or in a circle.
 */
export function resolveSegment(document: SegmentDocument, options: ResolveOptions): Resolved {
  return new Resolver(options).node(document.where, null, ['where']);
}

/**
 * Checks a document and resolves it: what an adapter does at its edge.
 * @throws ClienteleError `invalid` with every fault found.
 */
export function readSegment(
  document: unknown,
  options: ResolveOptions & Pick<CheckOptions, 'capabilities' | 'hidden' | 'masked'>,
): Resolved {
  const checked = checkSegment(document, options.catalogue, options);
  if (!checked.ok) throw invalid(checked.issues);
  const unsearched = options.unsearched ?? [...(options.hidden ?? []), ...(options.masked ?? [])];
  return resolveSegment(checked.document, { ...options, unsearched });
}

/** The fields that a quick search looks into, name parts for the name, without those that are out of bounds. */
export function searchFields(
  catalogue: Pick<Catalogue, 'fields'>,
  unsearched: readonly FieldId[] = [],
): SearchField[] {
  const ids = [...catalogue.fields.values()]
    .filter((field) => field.search && !unsearched.includes(field.id))
    .flatMap((field) => (field.id === 'name' ? DEPENDS_ON.get('name')! : [field.id]));
  return [...new Set(ids)]
    .filter((id) => !unsearched.includes(id))
    .flatMap((id) => {
      const type = catalogue.fields.get(id)?.type;
      const isText = type === 'text' || type === 'texts' || type === 'emails';
      return isText || type === 'phones' ? [{ field: id, digits: type === 'phones' }] : [];
    });
}

type Fields = (id: FieldId) => Field | undefined;

class Resolver {
  readonly #options: ResolveOptions;
  readonly #open: string[] = [];

  constructor(options: ResolveOptions) {
    this.#options = options;
  }

  /** `fields` null: about clients; else about records with those fields. */
  node(node: Node, fields: Fields | null, path: readonly (string | number)[]): Resolved {
    switch (node.kind) {
      case 'everyone':
        return { kind: 'const', value: true };
      case 'all':
      case 'any':
      case 'none': {
        const of = node.of.map((child, i) => this.node(child, fields, [...path, 'of', i]));
        return node.kind === 'none' ? negated(group('any', of)) : group(node.kind, of);
      }
      case 'field':
        return this.#field(node, fields, path);
      case 'records':
        return this.#records(node, path);
      case 'reachable':
        return turned(isReachable(node.channel, node.purpose), node.not);
      case 'segment':
        return turned(this.#segment(node.id, path), node.not);
      case 'search':
        return this.#search(node.text);
    }
  }

  #field(node: FieldNode, fields: Fields | null, path: readonly (string | number)[]): Resolved {
    const field = fields === null ? this.#options.catalogue.fields.get(node.field) : fields(node.field);
    if (field === undefined) throw fault(path, 'unknown_field', `there is no field "${node.field}"`);
    if (fields === null && field.origin === 'virtual') {
      if (field.id === 'status') return turned(this.#status(node), node.not);
      if (field.id === 'age') return this.#age(node);
      if (field.id === 'name') {
        return leaf(
          node,
          { kind: 'parts', fields: nameParts(this.#options.settings) },
          resolveTest(node, 'text', this.#options),
        );
      }
    }
    return leaf(
      node,
      { kind: 'field', field: field.id, type: field.type },
      resolveTest(node, field.type, this.#options),
    );
  }

  #status(node: FieldNode): Resolved {
    if (node.op === 'exists') return { kind: 'const', value: true };
    return statusIs(node.value as string[], this.#options);
  }

  #age(node: FieldNode): Resolved {
    const hasAge = { ...agedBetween(0, Infinity, this.#options), missing: false };
    const tree = turned(node.op === 'exists' ? hasAge : this.#aged(node), node.not);
    return node.orMissing && node.op !== 'exists' ? group('any', [tree, negated(hasAge)]) : tree;
  }

  #aged({ op, value }: Test): Resolved {
    const between = (least: number, most: number): TestNode => agedBetween(least, most, this.#options);
    const [first = 0, second = first] = (Array.isArray(value) ? value : [value]) as number[];
    switch (op) {
      case 'lt':
        return between(0, Math.ceil(first) - 1);
      case 'lte':
        return between(0, first);
      case 'gt':
        return between(Math.floor(first) + 1, Infinity);
      case 'gte':
        return between(first, Infinity);
      case 'between':
        return between(first, second);
      case 'in': {
        const ages = new Set(
          (value as number[]).filter((age) => Number.isInteger(age) && age >= 0 && age < 10_000),
        );
        return ages.size === 0
          ? between(1, 0)
          : group(
              'any',
              [...ages].map((age) => between(age, age)),
            );
      }
      case 'is':
      case 'exists':
      case 'contains':
      case 'startsWith':
      case 'anyOf':
      case 'allOf':
      case 'anniversary':
      case 'month':
        return between(first, first);
    }
  }

  #records(node: RecordsNode, path: readonly (string | number)[]): Resolved {
    const record = this.#options.catalogue.records.get(node.record);
    if (record === undefined) throw fault(path, 'unknown_record', `there are no records "${node.record}"`);
    const fields: Fields = (id) => record.fields.find((field) => field.id === id);
    const figure = node.agg === 'count' ? null : (node.path ?? record.date);
    const type = figure === null ? 'number' : (fields(figure)?.type ?? 'number');
    const where = node.where === undefined ? null : this.node(node.where, fields, [...path, 'where']);
    const of: Operand = { kind: 'records', record: record.id, where, agg: node.agg, path: figure, type };
    return leaf(node, of, resolveTest(node, type, this.#options));
  }

  #segment(id: string, path: readonly (string | number)[]): Resolved {
    const document = this.#options.segments?.(id) ?? null;
    if (document === null) throw fault(path, 'unknown_segment', `there is no segment "${id}"`);
    if (this.#open.includes(id)) throw fault(path, 'circle', `segment "${id}" points at itself`);
    this.#open.push(id);
    const resolved = this.node(document.where, null, path);
    this.#open.pop();
    return resolved;
  }

  #search(text: string): Resolved {
    const { catalogue, unsearched = [] } = this.#options;
    const terms = parseSearch(text);
    if (terms.length === 0) return { kind: 'const', value: false };
    const all = searchFields(catalogue);
    const fields = searchFields(catalogue, unsearched);
    return { kind: 'search', text, terms, fields, indexed: fields.length === all.length, negate: false };
  }
}

function turned(node: Resolved, not: true | undefined): Resolved {
  return not ? negated(node) : node;
}

/** The condition as a leaf: `not` turns what is known, `orMissing` says what becomes of the rest. `exists` is never unknown. */
function leaf({ op, not, orMissing }: Test, of: Operand, test: TestNode['test']): TestNode {
  const negate = not === true;
  return { kind: 'test', of, test, negate, missing: op === 'exists' ? negate : orMissing ? true : null };
}

function fault(path: readonly (string | number)[], code: string, message: string): ClienteleError {
  return invalid([{ path: [...path], code, message }]);
}
