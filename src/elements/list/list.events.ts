import type { Client, Id, SegmentDocument, Selection, ViewState } from '../../contract/index.js';

/** What the list can be told to offer, because someone answers it. */
export type Offer = 'add' | 'import' | 'export' | 'birthdays' | 'segments' | 'edit' | 'message';

/** Events of `<clientele-list>`. All bubble, are composed and can be cancelled where the host may do it its own way. */
export interface ListEventMap {
  /** A client was chosen: by the name, the row, the keyboard or the row menu. Cancel it to keep the list from following the link. */
  'clientele-list-open': CustomEvent<{
    client: Client;
    index: number;
    from: 'name' | 'row' | 'key' | 'menu' | 'panel';
  }>;
  'clientele-list-edit': CustomEvent<{ client: Client }>;
  'clientele-list-message': CustomEvent<{ ids: readonly Id[]; selection: Selection | null }>;
  'clientele-list-add': CustomEvent<{ search: string }>;
  'clientele-list-import': CustomEvent<null>;
  'clientele-list-export': CustomEvent<{ view: ViewState }>;
  'clientele-list-birthdays': CustomEvent<null>;
  /** Segments are wanted; with a document, what the filters say is to become one. */
  'clientele-list-segments': CustomEvent<{ document: SegmentDocument } | null>;
  /** What is shown has changed: columns, sort, filters, density. For hosts that keep views themselves. */
  'clientele-list-view-changed': CustomEvent<{ view: ViewState }>;
}

export function listEvent<K extends keyof ListEventMap>(
  type: K,
  detail: ListEventMap[K]['detail'],
): ListEventMap[K] {
  return new CustomEvent(type, {
    detail,
    bubbles: true,
    composed: true,
    cancelable: true,
  }) as ListEventMap[K];
}

declare global {
  interface HTMLElementEventMap extends ListEventMap {}
}
