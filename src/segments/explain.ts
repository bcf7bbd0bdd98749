import type {
  ExplainedNode,
  Explanation,
  Field,
  FieldNode,
  Node,
  RecordsNode,
  SegmentDocument,
  SegmentPath,
  Test,
  Value,
} from '../contract/index.js';
import { age, isDateSpec, resolveDate } from '../time/index.js';
import { rowsOf } from './bits.js';
import { countMatches, evaluate } from './evaluate.js';
import { fewestFlips, type Shape } from './flip.js';
import { rawValue } from './raw.js';
import { resolveSegment, type ResolveOptions } from './resolve.js';
import { group, negated, type Resolved } from './resolved.js';
import type { ColumnSource, RelatedSource } from './source.js';
import { addressField, nameParts, statusOf } from './virtual.js';

/** What keeps a client from being reached, in the order in which it is looked for. */
export const REACH_REASONS = ['no_channel', 'muted', 'blocked', 'unsubscribed', 'no_consent'] as const;
export type ReachReason = (typeof REACH_REASONS)[number];

/**
 * Says of a client, who is a source of one row, why a checked document finds him or does not. Every condition is judged by the evaluation that counts a
 * million, each on its own; every group by the same, of what its parts have come to. `flip`: see {@link fewestFlips}.
 *
 * A kept segment is explained as the one node of its reference; places in it are `[…reference, 'document', 'where', …]`. A condition about
 * reaching a client carries what stands in the way (`REACH_REASONS`) as its value.
 * @throws ClienteleError `invalid` when a reference leads nowhere or in a circle.
 */
export function explain(
  document: SegmentDocument,
  client: ColumnSource,
  options: ResolveOptions,
): Pick<Explanation, 'held' | 'root' | 'flip'> {
  // Says at once what a condition on its own would not: that segments point at each other.
  resolveSegment(document, options);
  const explainer = new Explainer(client, options);
  const root = explainer.node(document.where, ['where']);
  return {
    held: root.held === true,
    root,
    flip: fewestFlips(root, (node) => explainer.shapes.get(node) ?? null),
  };
}

/** A condition that is neither true nor false of anybody: no source has this field. */
const UNKNOWN: Resolved = {
  kind: 'test',
  of: { kind: 'field', field: '', type: 'number' },
  test: { op: 'known' },
  negate: false,
  missing: null,
};

class Explainer {
  readonly shapes = new Map<ExplainedNode, Shape>();
  readonly #client: ColumnSource;
  readonly #options: ResolveOptions;

  constructor(client: ColumnSource, options: ResolveOptions) {
    this.#client = client;
    this.#options = options;
  }

  node(node: Node, path: SegmentPath): ExplainedNode {
    if (node.kind === 'all' || node.kind === 'any' || node.kind === 'none') {
      const of = node.of.map((part, i) => this.node(part, [...path, 'of', i]));
      return this.#shaped({ path, held: this.#joined(node.kind, of), of }, node.kind);
    }
    if (node.kind === 'segment') {
      // That it is there, resolving has said.
      const { where } = this.#options.segments!(node.id)!;
      const of = [this.node(where, [...path, 'document', 'where'])];
      const shape = node.not ? 'none' : 'all';
      return this.#shaped({ path, held: this.#joined(shape, of), of }, shape);
    }
    const held = this.#held(resolveSegment({ v: 1, where: node }, this.#options));
    switch (node.kind) {
      case 'everyone':
        return this.#shaped({ path, held }, 'fixed');
      case 'field':
        return { path, held, ...known(this.#fieldValue(node)), ...this.#days(node) };
      case 'records':
        return { path, held, ...this.#figure(node), ...this.#days(node) };
      case 'reachable':
        return { path, held, value: this.#obstacles(node.channel, node.purpose) };
      case 'search':
        return { path, held };
    }
  }

  #shaped(node: ExplainedNode, shape: Shape): ExplainedNode {
    this.shapes.set(node, shape);
    return node;
  }

  #held(tree: Resolved): boolean | null {
    const isTrue = (one: Resolved): boolean => countMatches(one, this.#client) > 0;
    return isTrue(tree) ? true : isTrue(negated(tree)) ? false : null;
  }

  #joined(kind: 'all' | 'any' | 'none', parts: readonly ExplainedNode[]): boolean | null {
    const of = parts.map(({ held }): Resolved => (held === null ? UNKNOWN : { kind: 'const', value: held }));
    return this.#held(kind === 'none' ? negated(group('any', of)) : group(kind, of));
  }

  #fieldValue({ field: id }: FieldNode): Value | undefined {
    const field = this.#options.catalogue.fields.get(id)!;
    if (field.origin !== 'virtual') return this.#raw(field);
    const { settings, today } = this.#options;
    if (id === 'age') {
      const birthday = this.#stored('birthday');
      return typeof birthday === 'string'
        ? (age(birthday, today, settings.leapBirthday) ?? undefined)
        : undefined;
    }
    if (id === 'status') {
      const [visits, lastVisit, nextVisit] = ['visits', 'lastVisit', 'nextVisit'].map((part) =>
        this.#stored(part),
      );
      return statusOf(
        { visits: visits as number, lastVisit: lastVisit as string, nextVisit: nextVisit as string },
        this.#options,
      );
    }
    if (id !== 'name') return this.#raw(field);
    const parts = nameParts(settings).map((part) => this.#stored(part) as string | undefined);
    const there = parts.filter((part) => part !== undefined);
    return there.length === 0 ? undefined : there.join(' ');
  }

  #raw(field: Field): Value | undefined {
    return rawValue(this.#client, 0, field);
  }

  #stored(id: string): Value | undefined {
    const field = this.#options.catalogue.fields.get(id);
    return field === undefined ? undefined : this.#raw(field);
  }

  /** The figure over the records that satisfy the inner conditions, and how many those are. */
  #figure({ record, where, agg, path }: RecordsNode): Pick<ExplainedNode, 'value' | 'records'> {
    const kind = this.#options.catalogue.records.get(record)!;
    const related = this.#client.related(record);
    const rows = related === null ? [] : this.#chosen(record, where, related);
    const count = { records: rows.length };
    if (agg === 'count') return { value: rows.length, ...count };
    const field = kind.fields.find(({ id }) => id === (path ?? kind.date))!;
    const values = rows.map((row) => rawValue(related!, row, field));
    if (agg === 'first' || agg === 'last') return { ...known(values.at(agg === 'first' ? 0 : -1)), ...count };
    const there = values.filter((value) => value !== undefined);
    if (agg === 'sum')
      return { value: there.reduce<number>((sum, value) => sum + Number(value), 0), ...count };
    // Days and instants are texts that are in the order of time.
    const ordered = there.sort((a, b) => (a < b ? -1 : a > b ? 1 : 0));
    return { ...known(ordered.at(agg === 'min' ? 0 : -1)), ...count };
  }

  /** Rows of the records that satisfy the inner conditions, by the evaluation itself: a count over records cannot say which. */
  #chosen(record: string, where: Node | undefined, related: RelatedSource): number[] {
    const everyone: RecordsNode = { kind: 'records', record, agg: 'count', op: 'gte', value: 0, where };
    const resolved = resolveSegment({ v: 1, where: everyone }, this.#options);
    const inner = resolved.kind === 'test' && resolved.of.kind === 'records' ? resolved.of.where : null;
    const [from = 0, to = 0] = related.starts;
    const all = inner === null ? { kind: 'const' as const, value: true } : inner;
    return [...rowsOf(evaluate(all, related).bits)].filter((row) => row >= from && row < to);
  }

  #obstacles(channel: string, purpose: string): ReachReason[] {
    const address = this.#stored(addressField(channel));
    const consents = this.#stored('consents');
    const mayBeWrittenTo = purpose === 'transactional';
    const hasConsent =
      Array.isArray(consents) && (consents as readonly string[]).includes(`${channel}:${purpose}`);
    const found: Record<ReachReason, boolean> = {
      no_channel: address === undefined || address === false,
      muted: this.#stored('muted') === true,
      blocked: this.#stored('blocked') === true,
      unsubscribed: !mayBeWrittenTo && this.#stored('subscribed') !== true,
      no_consent: !mayBeWrittenTo && !hasConsent,
    };
    return REACH_REASONS.filter((reason) => found[reason]);
  }

  /** The days that a condition's dates are on the day of asking. */
  #days({ value }: Test): Pick<ExplainedNode, 'days'> {
    const values = Array.isArray(value) ? value : [value];
    const specs = values.filter(isDateSpec);
    const { today, settings } = this.#options;
    return specs.length === 0 ? {} : { days: specs.map((spec) => resolveDate(spec, today, settings)) };
  }
}

function known(value: Value | undefined): { value?: Value } {
  return value === undefined ? {} : { value };
}
