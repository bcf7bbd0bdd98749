import { MessageSquare, PanelRightOpen, Pencil } from 'lucide';
import type { Action, Client } from '../../contract/index.js';
import type { Terms } from '../../locales/terms.js';
import type { Formatter } from '../../sdk/types.js';
import type { ClienteleMenu, ClienteleMenuSelectEvent, MenuItem } from '../parts/menu.js';
import '../parts/menu.define.js';
import { actionWords } from './actions/words.js';
import { actionsFor, iconOfAction } from './action-list.js';
import type { Offer } from './list.events.js';
import type { ListModel } from './model/list-model.js';

export interface RowMenu {
  readonly model: ListModel;
  readonly terms: Pick<Terms, 'list' | 'common' | 'actions'>;
  readonly format: Formatter;
  readonly offers: ReadonlySet<Offer>;
  /** Gives the focus back to the rows. */
  readonly back: () => void;
  readonly onOpen: () => void;
  readonly onEdit: () => void;
  readonly onMessage: () => void;
  readonly onAction: (action: Action) => void;
}

/** Which row each menu was opened for last: how to stop listening on its behalf. */
const listening = new WeakMap<ClienteleMenu, () => void>();

/** Opens the menu of one row: open, edit, message, and what the catalogue offers for one client, danger last. */
export function rowMenu(menu: ClienteleMenu, anchor: HTMLElement, client: Client, options: RowMenu): void {
  const { model, terms, format, offers } = options;
  const offered = actionsFor(model, 'row', 1, client);
  const sorted = [
    ...offered.filter((action) => !action.danger),
    ...offered.filter((action) => action.danger),
  ];
  const labelOf = (action: Action) =>
    action.id === 'favourite'
      ? terms.actions.favourite[client.favourite ? 'off' : 'on']
      : actionWords(action, terms, format).label;
  const items: MenuItem[] = [
    { id: ':open', label: terms.common.open, icon: PanelRightOpen },
    ...(offers.has('edit') && model.session.can('edit')
      ? [{ id: ':edit', label: terms.common.edit, icon: Pencil }]
      : []),
    ...(offers.has('message') && model.session.can('message')
      ? [{ id: ':message', label: terms.list.message, icon: MessageSquare }]
      : []),
    ...(sorted.length > 0 ? [{ id: ':line', kind: 'divider' as const }] : []),
    ...sorted.map((action): MenuItem => ({
      id: action.id,
      label: labelOf(action),
      icon: iconOfAction(action),
      ...(action.danger ? { tone: 'danger' as const } : {}),
    })),
  ];
  const handleSelect = ({ item }: ClienteleMenuSelectEvent): void => {
    if (item.id === ':open') options.onOpen();
    else if (item.id === ':edit') options.onEdit();
    else if (item.id === ':message') options.onMessage();
    else {
      const action = sorted.find(({ id }) => id === item.id);
      if (action) options.onAction(action);
    }
  };
  listening.get(menu)?.();
  menu.items = items;
  menu.addEventListener('clientele-menu-select', handleSelect as EventListener);
  // Scrolled far, the row element that it stands beside draws another row.
  const { scroller, row } = placeOfRow(anchor);
  const handleScroll = (): void => {
    if (placeOfRow(anchor).row !== row) menu.hide();
  };
  scroller?.addEventListener('scroll', handleScroll, { passive: true });
  listening.set(menu, () => {
    menu.removeEventListener('clientele-menu-select', handleSelect as EventListener);
    scroller?.removeEventListener('scroll', handleScroll);
  });
  menu.show(anchor, { focus: 'first', back: options.back });
}

function placeOfRow(anchor: Element): { scroller: Element | null; row: string | undefined } {
  return {
    scroller: anchor.closest('.scroller'),
    row: anchor.closest<HTMLElement>('[data-index]')?.dataset['index'],
  };
}
