import { listEvent, type ListEventMap, type Offer } from './list.events.js';
import type { ListModel } from './model/list-model.js';
import { selectionOf } from './model/selection.js';

/** The event that asks the host for something about the whole list; null for what is asked of one client alone. */
export function requestOf(offer: Offer, model: ListModel): ListEventMap[keyof ListEventMap] | null {
  switch (offer) {
    case 'add':
      return listEvent('clientele-list-add', { search: model.search });
    case 'export':
      return listEvent('clientele-list-export', { view: model.viewState });
    case 'message': {
      const ids = model.ticks.kind === 'ids' ? [...model.ticks.ids] : [];
      return listEvent('clientele-list-message', { ids, selection: selectionOf(model.ticks) });
    }
    case 'edit':
      return null;
    case 'import':
    case 'birthdays':
    case 'segments':
      return listEvent(`clientele-list-${offer}`, null);
  }
}
