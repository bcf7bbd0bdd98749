import type { ListItem } from '../../src/contract/index.js';
import type { OpenBase } from './base.js';

/** An entry of one of the salon's lists, with its name in the language of the page. */
export type Named = ListItem & { label: string };

export function named(base: OpenBase | null, list: 'services' | 'staff' | 'branches'): Named[] {
  const items = base?.description.lists[list] ?? [];
  return items.map((item) => ({ ...item, label: base?.session.format.label(item.name) ?? item.id }));
}
