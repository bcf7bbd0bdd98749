import type { Field } from '../../../contract/index.js';
import type { Layout } from '../model/layout.js';

export const TICK_WIDTH = 40;
export const STAR_WIDTH = 32;
export const MENU_WIDTH = 40;

/** A drawn column. `inset`: how far from the start a pinned one stays, in px; null for those that scroll. */
export type GridColumn =
  | { readonly kind: 'tick' | 'star' | 'card' | 'menu'; readonly inset: number | null }
  | {
      readonly kind: 'field';
      readonly field: Field;
      readonly width: number;
      readonly inset: number | null;
      readonly isEdge: boolean;
    };

export interface GridColumns {
  readonly columns: readonly GridColumn[];
  /** For `grid-template-columns`; the last field takes what is left. */
  readonly template: string;
  /** Least width of a row, in px. */
  readonly width: number;
  /** How much of the start is covered by what stays there, in px. */
  readonly pinned: number;
}

/** The columns of a layout with the tools around them: tick, star, fields, row menu. */
export function gridColumns(
  layout: Layout,
  fields: ReadonlyMap<string, Field>,
  hasStar: boolean,
): GridColumns {
  const columns: GridColumn[] = [{ kind: 'tick', inset: 0 }];
  const widths = [`${TICK_WIDTH}px`];
  let inset = TICK_WIDTH;
  if (hasStar) {
    columns.push({ kind: 'star', inset });
    widths.push(`${STAR_WIDTH}px`);
    inset += STAR_WIDTH;
  }
  let width = inset;
  let pinned = inset;
  layout.columns.forEach(({ field: id, width: own }, index) => {
    const field = fields.get(id);
    if (!field) return;
    const isPinned = index < layout.pinned;
    columns.push({
      kind: 'field',
      field,
      width: own,
      inset: isPinned ? width : null,
      isEdge: index === layout.pinned - 1,
    });
    const isLast = index === layout.columns.length - 1;
    widths.push(isLast ? `minmax(${own}px, 1fr)` : `${own}px`);
    width += own;
    if (isPinned) pinned = width;
  });
  columns.push({ kind: 'menu', inset: null });
  widths.push(`${MENU_WIDTH}px`);
  return { columns, template: widths.join(' '), width: width + MENU_WIDTH, pinned };
}

/** The columns of a narrow list: a row is a card between its tick and its menu. */
export const CARD_COLUMNS: GridColumns = {
  columns: [
    { kind: 'tick', inset: null },
    { kind: 'card', inset: null },
    { kind: 'menu', inset: null },
  ],
  template: `${TICK_WIDTH}px minmax(0, 1fr) ${MENU_WIDTH}px`,
  width: 0,
  pinned: 0,
};
