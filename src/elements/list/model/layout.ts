import { MAX_PINNED, type Field, type FieldId, type ViewState } from '../../../contract/index.js';

/** One shown column. Width in CSS pixels. */
export interface ColumnLayout {
  field: FieldId;
  width: number;
}

/** The shown columns in their order; the first `pinned` of them stay at the side while the others scroll. */
export interface Layout {
  readonly columns: readonly ColumnLayout[];
  readonly pinned: number;
}

/** Why a change of the layout is refused. Told to the user, never swallowed. */
export type LayoutRefusal = 'too_many_pinned' | 'pinned_order_is_fixed' | 'last_column' | 'not_shown';
export type LayoutChange = { ok: true; layout: Layout } | { ok: false; reason: LayoutRefusal };

type Fields = ReadonlyMap<FieldId, Field>;

export const MIN_COLUMN_WIDTH = 40;
export const MAX_COLUMN_WIDTH = 800;

/** Width within the limits, in whole pixels. */
export function clampWidth(width: number): number {
  return Math.round(Math.min(MAX_COLUMN_WIDTH, Math.max(MIN_COLUMN_WIDTH, width)));
}

function defaultWidth(field: Field): number {
  return field.column === false ? MIN_COLUMN_WIDTH : field.column.width;
}

/** Fields that may be columns, in the order of the catalogue. */
export function columnFields(fields: Fields): Field[] {
  return [...fields.values()].filter((field) => field.column !== false);
}

/** The layout before anyone chose: the columns that their definitions show, the name pinned. */
export function defaultLayout(fields: Fields): Layout {
  const shown = columnFields(fields).filter((field) => field.column !== false && field.column.shown);
  const columns = shown.map((field) => ({ field: field.id, width: defaultWidth(field) }));
  return { columns, pinned: columns[0]?.field === 'name' ? 1 : 0 };
}

/** The layout of a view. Fields that are unknown now (or hidden from this user) are left out; a view that shows nothing falls back. */
export function layoutOfView(view: Pick<ViewState, 'columns' | 'pinned'>, fields: Fields): Layout {
  const seen = new Set<FieldId>();
  const columns: ColumnLayout[] = [];
  let pinned = 0;
  view.columns.forEach(({ field: id, width }, index) => {
    const field = fields.get(id);
    if (!field || field.column === false || seen.has(id)) return;
    seen.add(id);
    columns.push({ field: id, width: clampWidth(width ?? defaultWidth(field)) });
    if (index < view.pinned) pinned++;
  });
  return columns.length === 0 ? defaultLayout(fields) : { columns, pinned: Math.min(pinned, MAX_PINNED) };
}

export function isShown(layout: Layout, field: FieldId): boolean {
  return layout.columns.some((column) => column.field === field);
}

export function isPinned(layout: Layout, field: FieldId): boolean {
  return layout.columns.slice(0, layout.pinned).some((column) => column.field === field);
}

/** Shows a column (at the end) or hides it. The last one cannot be hidden. */
export function toggleColumn(layout: Layout, field: Field): LayoutChange {
  const index = layout.columns.findIndex((column) => column.field === field.id);
  if (index < 0) {
    return {
      ok: true,
      layout: { ...layout, columns: [...layout.columns, { field: field.id, width: defaultWidth(field) }] },
    };
  }
  if (layout.columns.length === 1) return { ok: false, reason: 'last_column' };
  return {
    ok: true,
    layout: {
      columns: layout.columns.filter((_, at) => at !== index),
      pinned: layout.pinned - (index < layout.pinned ? 1 : 0),
    },
  };
}

/** Moves a column to a position among the shown ones. The lock fixes the order of what it pins: neither into nor within nor out of it. */
export function moveColumn(layout: Layout, field: FieldId, to: number): LayoutChange {
  const from = layout.columns.findIndex((column) => column.field === field);
  const column = layout.columns[from];
  if (!column) return { ok: false, reason: 'not_shown' };
  if (from < layout.pinned || to < layout.pinned) {
    return to === from ? { ok: true, layout } : { ok: false, reason: 'pinned_order_is_fixed' };
  }
  const columns = layout.columns.filter((_, at) => at !== from);
  columns.splice(Math.min(to, columns.length), 0, column);
  return { ok: true, layout: { ...layout, columns } };
}

/** Pins a shown column behind those already pinned, or lets it go to the front of the others. */
export function togglePin(layout: Layout, field: FieldId): LayoutChange {
  const from = layout.columns.findIndex((column) => column.field === field);
  const column = layout.columns[from];
  if (!column) return { ok: false, reason: 'not_shown' };
  const wasPinned = from < layout.pinned;
  if (!wasPinned && layout.pinned >= MAX_PINNED) return { ok: false, reason: 'too_many_pinned' };
  const columns = layout.columns.filter((_, at) => at !== from);
  const pinned = layout.pinned + (wasPinned ? -1 : 1);
  columns.splice(wasPinned ? pinned : pinned - 1, 0, column);
  return { ok: true, layout: { columns, pinned } };
}

export function resizeColumn(layout: Layout, field: FieldId, width: number): Layout {
  return {
    ...layout,
    columns: layout.columns.map((column) =>
      column.field === field ? { ...column, width: clampWidth(width) } : column,
    ),
  };
}
