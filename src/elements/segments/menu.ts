import { ArrowDown, ArrowUp, Copy, PencilLine, Trash2, Users } from 'lucide';
import type { LibraryItem } from '../../contract/index.js';
import type { MenuItem } from '../parts/menu.js';
import type { SegmentsContext } from './context.js';

/** What can be done to an item. The ids are deeds of the manager. */
export function itemMenu(
  item: LibraryItem,
  { model, terms: { library } }: SegmentsContext,
  canShow: boolean,
): MenuItem[] {
  const { kind, canEdit } = model;
  const show: MenuItem[] =
    canShow && model.documentOf(item) ? [{ id: 'show', label: library.show, icon: Users }] : [];
  if (!canEdit) return show;
  const at = model.items?.findIndex(({ id }) => id === item.id) ?? 0;
  const last = (model.items?.length ?? 0) - 1;
  return [
    ...show,
    { id: 'edit', label: library.editOne, icon: PencilLine },
    ...(kind === 'segments' ? [{ id: 'duplicate', label: library.duplicate, icon: Copy }] : []),
    ...(kind === 'tiers'
      ? [
          { id: 'up', label: library.moveUp, icon: ArrowUp, disabled: at <= 0 },
          { id: 'down', label: library.moveDown, icon: ArrowDown, disabled: at === last },
        ]
      : []),
    { id: 'line', kind: 'divider' },
    { id: 'remove', label: library.remove, icon: Trash2, tone: 'danger' },
  ];
}
