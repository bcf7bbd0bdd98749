import { isClienteleError, type SavedView, type ViewState, type ViewStore } from '../../contract/index.js';
import { chain } from '../now.js';
import { refuse } from '../refuse.js';
import { isViewFor } from '../views.js';
import { checkVersion } from './clients.js';
import type { Gate, Pass } from './gate.js';

export function guardViews(gate: Gate, views: ViewStore): ViewStore {
  return {
    list: (context) =>
      gate.enter('views.list', context, (pass, inner) =>
        chain(views.list(inner), (list) =>
          list.filter((view) => isViewFor(view, inner)).flatMap((view) => tell(pass, view)),
        ),
      ),
    save: (view, context) =>
      gate.write('views.save', context, async (pass, inner) => {
        const { grant, questions } = pass;
        if (view.version !== null) checkVersion(view.version, 'views.save');
        if (view.scope !== 'personal' && !grant.permissions.has('views.share')) {
          throw refuse('forbidden', 'this needs the permission views.share', 'views.save');
        }
        questions.where(view.state.where, 'views.save');
        questions.sort(view.state.sort, 'views.save');
        questions.fields(
          view.state.columns.map(({ field }) => field),
          'views.save',
        );
        const saved = await views.save(view, inner);
        return tell(pass, saved)[0] ?? saved;
      }),
    remove: (id, version, context) =>
      gate.write('views.remove', context, (_, inner) => {
        checkVersion(version, 'views.remove');
        return views.remove(id, version, inner);
      }),
  };
}

/** A view without the columns and sorts that the user may not know of; none at all where its filter is about such a field. */
function tell({ grant, questions }: Pass, view: SavedView): SavedView[] {
  if (grant.isFull) return [view];
  try {
    questions.where(view.state.where, 'views.list');
  } catch (error) {
    if (isClienteleError(error)) return [];
    throw error;
  }
  const { columns, sort, pinned } = view.state;
  const isKnown = ({ field }: { field: string }) => grant.visible.fields.has(field);
  const state: ViewState = {
    ...view.state,
    columns: columns.filter(isKnown),
    pinned: columns.slice(0, pinned).filter(isKnown).length,
    sort: sort.filter((key) => isKnown(key) && !grant.masked.has(key.field)),
  };
  return [{ ...view, state }];
}
