import type { Client, Id } from '../../contract/index.js';

/** Events of `<clientele-card>`. All bubble, are composed, and can be cancelled. */
export interface CardEventMap {
  /** The card is to be left. */
  'clientele-card-close': CustomEvent<{ client: Id }>;
  /** Another tab is shown: for an address of the host's own. */
  'clientele-card-tab': CustomEvent<{ client: Id; tab: string }>;
  /** The previous or next client is wanted. Cancel it to go there yourself; else the card does. */
  'clientele-card-navigate': CustomEvent<{ client: Id }>;
  'clientele-card-edit': CustomEvent<{ client: Client }>;
  'clientele-card-message': CustomEvent<{ client: Client }>;
  'clientele-card-book': CustomEvent<{ client: Client }>;
}

export function cardEvent<K extends keyof CardEventMap>(
  type: K,
  detail: CardEventMap[K]['detail'],
): CardEventMap[K] {
  return new CustomEvent(type, {
    detail,
    bubbles: true,
    composed: true,
    cancelable: true,
  }) as CardEventMap[K];
}

declare global {
  interface HTMLElementEventMap extends CardEventMap {}
}
