import { memoryAdapter } from '../../../src/adapters/memory/index.js';
import type { Adapter } from '../../../src/contract/index.js';
import '../../../src/elements/list/list.define.js';
import type { ClienteleList } from '../../../src/elements/list/list.js';
import type { ListModel } from '../../../src/elements/list/model/list-model.js';
import { createClientele } from '../../../src/sdk/index.js';
import type { Session } from '../../../src/sdk/types.js';
import { BRANCHES, CATEGORIES, COLUMNS, TIERS, type ColumnKey } from '../data.js';
import { batches } from '../batches.js';
import { enter } from '../page/measure.js';

const FIELDS: Record<ColumnKey, string> = {
  name: 'name',
  phone: 'phones',
  email: 'emails',
  visits: 'visits',
  spent: 'totalSpent',
  points: 'points',
  discount: 'discount',
  firstVisit: 'firstVisit',
  lastVisit: 'lastVisit',
  gender: 'gender',
};
const named = (ids: readonly string[]) => ids.map((id) => ({ id, name: id }));
const CONTEXT = { tenant: 'bench', actor: 'bench', role: 'owner' };
let session: Session;
let list: ClienteleList;
const grid = (): ShadowRoot | null =>
  list.shadowRoot?.querySelector('clientele-list-grid-0')?.shadowRoot ?? null;

enter({
  rowSelector: '.canvas > .row',
  rowHeight: 36,
  probeX: 480,
  async prepare(rows) {
    const adapter: Adapter = memoryAdapter({
      clients: batches(rows),
      lists: { categories: named(CATEGORIES), tiers: named(TIERS), branches: named(BRANCHES) },
      settings: { timeZone: 'Europe/Riga', collation: 'lv', country: 'LV', currency: 'EUR' },
      now: () => Date.UTC(2026, 5, 1, 9),
    });
    session = createClientele({ adapter, locale: 'en' });
    await session.ready;
    // Waits for the search index, which the base makes by itself when it is idle: it is not the list's.
    const where = { v: 1, where: { kind: 'search', text: 'anna' } } as const;
    await adapter.find({ where, sort: [], window: { at: 0, size: 1 } }, CONTEXT);
  },
  show(room) {
    list = document.createElement('clientele-list');
    list.session = session;
    list.view = {
      v: 1,
      columns: COLUMNS.map(({ key, width }) => ({ field: FIELDS[key], width })),
      pinned: 1,
      sort: [],
      where: { v: 1, where: { kind: 'everyone' } },
    };
    room.append(list);
  },
  unsorted: (one, other) => (one.id < other.id ? -1 : 1),
  setDensity(density) {
    (list as unknown as { model: ListModel }).model.setDensity(density);
  },
  sort(key) {
    grid()?.querySelector<HTMLElement>(`[data-field="${FIELDS[key]}"] .label`)?.click();
  },
  scroller: () => grid()?.querySelector<HTMLElement>('.scroller') ?? null,
});
