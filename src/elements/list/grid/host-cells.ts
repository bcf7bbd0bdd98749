import type { Client } from '../../../contract/index.js';
import type { GridColumn } from './columns.js';

/** Elements of the host that draw cells: one for each client and field, kept as long as the client is. */
export class HostCells {
  readonly #elements = new WeakMap<Client, Map<string, Element>>();

  readonly elementOf = (tag: string, client: Client, { field }: GridColumn & { kind: 'field' }): Element => {
    let mine = this.#elements.get(client);
    if (!mine) this.#elements.set(client, (mine = new Map()));
    let element = mine.get(field.id);
    if (!element) {
      element = Object.assign(document.createElement(tag), { client, field });
      mine.set(field.id, element);
    }
    return element;
  };
}
