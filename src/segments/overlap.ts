import type { Node, SegmentDocument } from '../contract/index.js';

/** So many segments can be laid over each other. */
export const MAX_OVERLAP = 5;

/** Clients who are in these segments, by their positions, and maybe in others too. */
export interface OverlapQuestion {
  segments: readonly number[];
  document: SegmentDocument;
}

/** Clients who are in these segments and in none of the others. Of no segment: those in none. */
export interface OverlapPart {
  segments: readonly number[];
  count: number;
}

/**
 * What has to be counted to know how many clients each combination of segments has: every choice of them together, in the order of `overlapOf`. "In A
 * and not in B" is not asked as a condition: of a client for whom B is unknown it would be unknown, though he is in A and not in B.
 * @throws RangeError for no segments, or more than {@link MAX_OVERLAP}.
 */
export function overlapQuestions(documents: readonly SegmentDocument[]): OverlapQuestion[] {
  if (documents.length < 1 || documents.length > MAX_OVERLAP) {
    throw new RangeError(`segments: an overlap is of 1 to ${MAX_OVERLAP} segments`);
  }
  return choices(documents.length).map((segments) => {
    const [first, ...rest] = segments.map((i) => documents[i]!);
    if (first === undefined || rest.length === 0) return { segments, document: first! };
    // The conditions of an `all` stand beside the others, so that no level is added to them.
    const of = [first, ...rest].flatMap(({ where }) => (where.kind === 'all' ? where.of : [where]));
    return { segments, document: { v: 1, where: { kind: 'all', of: of as [Node, ...Node[]] } } };
  });
}

/**
 * The answers to `overlapQuestions`, in their order, turned into parts that have no client in common; with `total`, the number of all clients, those in
 * no segment come last. Counts that were taken while clients changed may not fit together: no part is less than 0.
 * @throws RangeError when the number of answers is not that of the questions.
 */
export function overlapOf(counts: readonly number[], total?: number): OverlapPart[] {
  const segments = Math.log2(counts.length + 1);
  if (!Number.isInteger(segments) || segments < 1 || segments > MAX_OVERLAP) {
    throw new RangeError('segments: an overlap needs the answer to every question');
  }
  const all = choices(segments);
  const countOf = new Map(all.map((choice, i) => [maskOf(choice), counts[i]!]));
  // Who is in all of these, less those who are in more, plus those taken off twice, …
  const alone = (mask: number): number => {
    let count = 0;
    for (const [other, found] of countOf) {
      if ((other & mask) === mask) count += bitsOf(other & ~mask) % 2 === 0 ? found : -found;
    }
    return Math.max(0, count);
  };
  const parts = all.map((choice) => ({ segments: choice, count: alone(maskOf(choice)) }));
  if (total === undefined) return parts;
  const inAny = parts.reduce((sum, { count }) => sum + count, 0);
  return [...parts, { segments: [], count: Math.max(0, total - inAny) }];
}

/** Every choice of at least one of so many, the small ones first. */
function choices(of: number): number[][] {
  const masks = Array.from({ length: 2 ** of - 1 }, (_, i) => i + 1);
  const positions = (mask: number): number[] =>
    Array.from({ length: of }, (_, i) => i).filter((i) => (mask >> i) & 1);
  return masks.sort((a, b) => bitsOf(a) - bitsOf(b) || a - b).map(positions);
}

function maskOf(choice: readonly number[]): number {
  return choice.reduce((mask, i) => mask | (1 << i), 0);
}

function bitsOf(mask: number): number {
  let bits = 0;
  for (let rest = mask; rest !== 0; rest &= rest - 1) bits++;
  return bits;
}
