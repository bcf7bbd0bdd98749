import { listEvent, type ListEventMap, type Offer } from './list.events.js';
import type { ListModel } from './model/list-model.js';
import { selectionOf } from './model/selection.js';

/** What a host says that it answers. */
export interface Answers {
  readonly withAdd: boolean;
  readonly withImport: boolean;
  readonly withExport: boolean;
  readonly withBirthdays: boolean;
  readonly withSegments: boolean;
  readonly withEdit: boolean;
  readonly withMessage: boolean;
}

export function offersOf(answers: Answers): ReadonlySet<Offer> {
  const said: Readonly<Record<Offer, boolean>> = {
    add: answers.withAdd,
    import: answers.withImport,
    export: answers.withExport,
    birthdays: answers.withBirthdays,
    segments: answers.withSegments,
    edit: answers.withEdit,
    message: answers.withMessage,
  };
  return new Set((Object.keys(said) as Offer[]).filter((offer) => said[offer]));
}

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
