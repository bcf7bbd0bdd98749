import type { Id, SegmentSize } from '../../contract/index.js';
import type { DocumentWrite } from '../store.js';

/** Days of a segment's history that are kept. */
const MOST_DAYS = 800;

export interface StoredSizes {
  rev: number;
  sizes: SegmentSize[];
}

/** The history of a segment with the size of a day, which replaces what was counted on it before. */
export function sizeDocument(id: Id, before: StoredSizes | null, size: SegmentSize): DocumentWrite {
  const earlier = (before?.sizes ?? []).filter(({ day }) => day < size.day);
  const value: StoredSizes = { rev: (before?.rev ?? 0) + 1, sizes: [...earlier, size].slice(-MOST_DAYS) };
  return { kind: 'size', id, value };
}
