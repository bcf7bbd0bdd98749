import type { SegmentDocument } from '../segment.js';

/** Everyone, said aloud. */
export const EVERYONE: SegmentDocument = Object.freeze({
  v: 1,
  where: Object.freeze({ kind: 'everyone' }),
}) as SegmentDocument;
