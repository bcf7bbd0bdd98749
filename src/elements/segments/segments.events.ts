import type { Id, LibraryKind, SegmentDocument } from '../../contract/index.js';

/** Events of `<clientele-segments>`. All bubble, are composed, and can be cancelled. */
export interface SegmentsEventMap {
  /** The clients of an item are to be shown. Cancel it to show them yourself; else the list of `list` or `for` does. */
  'clientele-segments-show': CustomEvent<{ kind: LibraryKind; id: Id; document: SegmentDocument }>;
  /** Another kind or item is shown; `item` null: the list of a kind. For an address of the host's own. */
  'clientele-segments-navigate': CustomEvent<{ kind: LibraryKind; item: Id | null }>;
}

export function segmentsEvent<K extends keyof SegmentsEventMap>(
  type: K,
  detail: SegmentsEventMap[K]['detail'],
): SegmentsEventMap[K] {
  return new CustomEvent(type, {
    detail,
    bubbles: true,
    composed: true,
    cancelable: true,
  }) as SegmentsEventMap[K];
}

declare global {
  interface HTMLElementEventMap extends SegmentsEventMap {}
}
