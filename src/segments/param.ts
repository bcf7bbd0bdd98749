import {
  EVERYONE,
  SEGMENT_LIMITS,
  segmentDocument,
  type GroupNode,
  type Node,
  type SegmentDocument,
  type Test,
} from '../contract/index.js';

/*
 * A segment in an address: version, then base64url of compact JSON. Groups are `["all", …]`, conditions
 * `["field", id, op, flags, value]`; bit 1 of the flags is `not`, bit 2 `orMissing`.
 */

const VERSION = '1';
/** Longer than any address that a browser or server takes. */
const MAX_LENGTH = 1_000_000;

/** The document without what was typed into the quick search, which may be a person's name and belongs in no address. */
export function withoutSearch(document: SegmentDocument): SegmentDocument {
  const where = stripped(document.where);
  return where === null ? EVERYONE : { v: 1, where };
}

function stripped(node: Node): Node | null {
  if (node.kind === 'search') return null;
  if (node.kind !== 'all' && node.kind !== 'any' && node.kind !== 'none') return node;
  const of = node.of.map(stripped).filter((child) => child !== null);
  return of.length === 0 ? null : { kind: node.kind, of: of as GroupNode['of'] };
}

/** The document, without its search, as a text of `A-Z a-z 0-9 - _`. */
export function toParam(document: SegmentDocument): string {
  const bytes = new TextEncoder().encode(JSON.stringify(compact(withoutSearch(document).where)));
  let binary = '';
  for (let at = 0; at < bytes.length; at += 4096)
    binary += String.fromCharCode(...bytes.subarray(at, at + 4096));
  return VERSION + btoa(binary).replace(/\+/g, '-').replace(/\//g, '_').replace(/=+$/, '');
}

/** The document that a text of `toParam` stands for; null for any other text. The catalogue has not been asked: check it. */
export function fromParam(param: string): SegmentDocument | null {
  if (!param.startsWith(VERSION) || param.length > MAX_LENGTH) return null;
  try {
    const binary = atob(param.slice(1).replace(/-/g, '+').replace(/_/g, '/'));
    const bytes = Uint8Array.from(binary, (char) => char.charCodeAt(0));
    const where = expanded(JSON.parse(new TextDecoder('utf-8', { fatal: true }).decode(bytes)), 1);
    const parsed = segmentDocument.safeParse({ v: 1, where });
    return parsed.success ? (parsed.data as SegmentDocument) : null;
  } catch {
    return null;
  }
}

function flagsOf({ not, orMissing }: Pick<Test, 'not' | 'orMissing'>): number {
  return (not ? 1 : 0) + (orMissing ? 2 : 0);
}

function testOf({ op, value, not, orMissing }: Test): unknown[] {
  const test = [op, flagsOf({ not, orMissing })];
  return value === undefined ? test : [...test, value];
}

function compact(node: Node): unknown {
  switch (node.kind) {
    case 'everyone':
    case 'search':
      return ['everyone'];
    case 'all':
    case 'any':
    case 'none':
      return [node.kind, ...node.of.map(compact)];
    case 'field':
      return [node.kind, node.field, ...testOf(node)];
    case 'records':
      return [
        node.kind,
        node.record,
        node.agg,
        node.path ?? null,
        node.where === undefined ? null : compact(node.where),
        ...testOf(node),
      ];
    case 'reachable':
      return [node.kind, node.channel, node.purpose, flagsOf(node)];
    case 'segment':
      return [node.kind, node.id, flagsOf(node)];
  }
}

function expandedTest([op, flags, ...value]: readonly unknown[]): object {
  return { op, ...(value.length > 0 ? { value: value[0] } : {}), ...expandedFlags(flags) };
}

function expandedFlags(flags: unknown): object {
  const bits = Number(flags);
  return { ...(bits & 1 ? { not: true } : {}), ...(bits & 2 ? { orMissing: true } : {}) };
}

/** The node that a compact form stands for; the schema judges it afterwards. */
function expanded(from: unknown, depth: number): unknown {
  if (!Array.isArray(from) || depth > SEGMENT_LIMITS.depth) throw new TypeError('no compact segment');
  const [kind, ...rest] = from as unknown[];
  switch (kind) {
    case 'all':
    case 'any':
    case 'none':
      return { kind, of: rest.map((child) => expanded(child, depth + 1)) };
    case 'field':
      return { kind, field: rest[0], ...expandedTest(rest.slice(1)) };
    case 'records': {
      const [record, agg, path, where, ...test] = rest;
      return {
        kind,
        record,
        agg,
        ...(path === null ? {} : { path }),
        ...(where === null ? {} : { where: expanded(where, depth + 1) }),
        ...expandedTest(test),
      };
    }
    case 'reachable':
      return { kind, channel: rest[0], purpose: rest[1], ...expandedFlags(rest[2]) };
    case 'segment':
      return { kind, id: rest[0], ...expandedFlags(rest[1]) };
    default:
      return { kind };
  }
}
