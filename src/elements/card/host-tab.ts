import { nothing } from 'lit';
import { AsyncDirective, directive } from 'lit/async-directive.js';
import type { Client } from '../../contract/index.js';
import type { Session } from '../../sdk/types.js';

/** A host's own element as a tab: made once, and handed the client and the session. */
class HostTab extends AsyncDirective {
  #element: HTMLElement | null = null;

  render(tag: string, client: Client, session: Session): unknown {
    if (!customElements.get(tag)) return nothing;
    if (this.#element?.localName !== tag) this.#element = document.createElement(tag);
    return Object.assign(this.#element, { client, session });
  }
}

export const hostTab = directive(HostTab);
