import {
  ArrowDown,
  ArrowLeft,
  ArrowRight,
  ArrowUp,
  ChevronsLeftRight,
  ChevronsRightLeft,
  EyeOff,
  ListPlus,
  ListX,
  MoveHorizontal,
  Pin,
  PinOff,
} from 'lucide';
import type { Field, FieldId, SortKey } from '../../../contract/index.js';
import { columns } from '../../../locales/en/columns.js';
import { closestLocale, termsOf } from '../../../locales/registry.js';
import type { Terms } from '../../../locales/terms.js';
import type { ClienteleMenu, ClienteleMenuSelectEvent, MenuItem } from '../../parts/menu.js';
import { unlessGoneOn } from '../../parts/unless-gone-on.js';
import { isPinned, type LayoutRefusal } from '../model/layout.js';
import type { ListModel } from '../model/list-model.js';
import { fittingWidth } from './fit.js';

const STEP = 32;
const MOST_KEYS = 4;

export interface ColumnMenuOptions {
  /** The menu to fill and open. */
  readonly menu: ClienteleMenu;
  readonly model: ListModel;
  readonly field: FieldId;
  /** The head of the column, or a control in it. */
  readonly anchor: HTMLElement;
  readonly labelOf: (field: Field) => string;
  /** BCP 47: the language of the list. */
  readonly lang: string;
  readonly isRtl: boolean;
  /** Gives the focus back to the header. */
  readonly back?: () => void;
  /** Told why a change was refused. */
  readonly onRefused: (reason: LayoutRefusal) => void;
}

/** Opens the menu of one column: sort, pin, move, width, hide. */
export async function openColumnMenu(options: ColumnMenuOptions): Promise<void> {
  const { menu, model, anchor, labelOf, lang } = options;
  const field = model.fields.get(options.field);
  if (!field) return;
  const terms = await unlessGoneOn(termsOf('columns', closestLocale(lang), columns));
  if (!terms || !anchor.isConnected) return;
  menu.items = columnMenuItems(model, field, terms.menu, options.isRtl);
  menu.label = labelOf(field);
  const choose = (event: Event): void => {
    const { id } = (event as ClienteleMenuSelectEvent).item;
    const refused = runColumnCommand(id, model, field, anchor, options.isRtl);
    if (refused) options.onRefused(refused);
  };
  const leave = (event: Event): void => {
    if ((event as ToggleEvent).newState !== 'closed') return;
    menu.removeEventListener('toggle', leave);
    // The choice is told before the menu has told that it closed, or in the same task after it.
    setTimeout(() => menu.removeEventListener('clientele-menu-select', choose));
  };
  menu.addEventListener('clientele-menu-select', choose);
  menu.addEventListener('toggle', leave);
  menu.show(anchor, options.back ? { back: options.back } : {});
}

/** Whether the base can sort by a field. */
export function canSortBy(model: ListModel, field: Field): boolean {
  const able = model.session.description?.capabilities.sort ?? true;
  return field.sort && (able === true || able.includes(field.id));
}

/** What can be done to a column as it stands now. */
export function columnMenuItems(
  model: ListModel,
  field: Field,
  terms: Terms['columns']['menu'],
  isRtl: boolean,
): MenuItem[] {
  const { layout, sort } = model;
  const key = sort.find((each) => each.field === field.id);
  const at = layout.columns.findIndex((column) => column.field === field.id);
  const pinned = isPinned(layout, field.id);
  const canMove = (by: number): boolean =>
    !pinned && at + by >= layout.pinned && at + by < layout.columns.length;
  const left = isRtl ? 1 : -1;
  const sorting: MenuItem[] = canSortBy(model, field)
    ? [
        { id: 'asc', kind: 'radio', checked: key?.dir === 'asc', label: terms.sortAscending, icon: ArrowUp },
        {
          id: 'desc',
          kind: 'radio',
          checked: key?.dir === 'desc',
          label: terms.sortDescending,
          icon: ArrowDown,
        },
        ...(key
          ? [{ id: 'unsort', label: terms.unsort, icon: ListX }]
          : sort.length > 0 && sort.length < MOST_KEYS
            ? [{ id: 'add', label: terms.addToSort, icon: ListPlus }]
            : []),
        { id: 'line-sort', kind: 'divider' },
      ]
    : [];
  return [
    ...sorting,
    pinned ? { id: 'pin', label: terms.unpin, icon: PinOff } : { id: 'pin', label: terms.pin, icon: Pin },
    { id: 'left', label: terms.moveLeft, icon: ArrowLeft, disabled: !canMove(left) },
    { id: 'right', label: terms.moveRight, icon: ArrowRight, disabled: !canMove(-left) },
    { id: 'line-width', kind: 'divider' },
    { id: 'wider', label: terms.wider, icon: ChevronsLeftRight },
    { id: 'narrower', label: terms.narrower, icon: ChevronsRightLeft },
    { id: 'fit', label: terms.fit, icon: MoveHorizontal },
    { id: 'line-hide', kind: 'divider' },
    { id: 'hide', label: terms.hide, icon: EyeOff, disabled: layout.columns.length === 1 },
  ];
}

/** Does what an item says; the reason when it is refused. */
export function runColumnCommand(
  id: string,
  model: ListModel,
  field: Field,
  anchor: Element,
  isRtl: boolean,
): LayoutRefusal | null {
  const at = model.layout.columns.findIndex((column) => column.field === field.id);
  const width = model.layout.columns[at]?.width ?? 0;
  const left = isRtl ? 1 : -1;
  const sorted = (dir: SortKey['dir']): void => {
    const isOneOfMany = model.sort.length > 1 && model.sort.some((key) => key.field === field.id);
    model.setSort(
      isOneOfMany
        ? model.sort.map((key) => (key.field === field.id ? { field: field.id, dir } : key))
        : [{ field: field.id, dir }],
    );
  };
  switch (id) {
    case 'asc':
    case 'desc':
      sorted(id);
      return null;
    case 'add':
      model.setSort([...model.sort, { field: field.id, dir: 'asc' }]);
      return null;
    case 'unsort':
      model.setSort(model.sort.filter((key) => key.field !== field.id));
      return null;
    case 'pin':
      return model.togglePin(field.id);
    case 'left':
      return model.moveColumn(field.id, at + left);
    case 'right':
      return model.moveColumn(field.id, at - left);
    case 'wider':
    case 'narrower':
      model.resizeColumn(field.id, width + (id === 'wider' ? STEP : -STEP));
      return null;
    case 'fit': {
      const fitting = fittingWidth(anchor);
      if (fitting !== null) model.resizeColumn(field.id, fitting);
      return null;
    }
    case 'hide':
      return model.toggleColumn(field);
    default:
      return null;
  }
}
