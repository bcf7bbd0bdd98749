import type { Client, FieldId } from '../../../contract/index.js';

/** What the grid asks of the list around it. Internal: none leaves the list. */
export interface GridEventMap {
  /** A row was chosen. */
  'clientele-grid-open-0': CustomEvent<{ client: Client; index: number; from: 'name' | 'row' | 'key' }>;
  'clientele-grid-favourite-0': CustomEvent<{ client: Client }>;
  'clientele-grid-row-menu-0': CustomEvent<{ client: Client; index: number; anchor: HTMLElement }>;
  'clientele-grid-column-menu-0': CustomEvent<{ field: FieldId; anchor: HTMLElement }>;
  /** A change of the columns was refused; the reason is to be said. */
  'clientele-grid-refused-0': CustomEvent<{ reason: string }>;
  /** "All found" was asked for. */
  'clientele-grid-tick-all-0': CustomEvent<null>;
}

export function gridEvent<K extends keyof GridEventMap>(
  type: K,
  detail: GridEventMap[K]['detail'],
): GridEventMap[K] {
  return new CustomEvent(type, { detail, bubbles: true }) as GridEventMap[K];
}
