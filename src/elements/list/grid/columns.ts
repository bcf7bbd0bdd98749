import type { Field } from '../../../contract/index.js';
import type { StyleValues } from '../../parts/set-style.js';
import type { Layout } from '../model/layout.js';
import type { ListModel } from '../model/list-model.js';
import { isAtEnd } from './cells.js';

export const TICK_WIDTH = 40;
export const STAR_WIDTH = 32;
export const MENU_WIDTH = 40;

interface DrawnColumn {
  /** How far from the start a pinned one stays, in px; null for those that scroll. */
  readonly inset: number | null;
  /** Of its cells. Made once, as a fling draws thousands of cells a second. */
  readonly classes: string;
  readonly style: StyleValues;
}

/** A drawn column. */
export type GridColumn =
  | (DrawnColumn & { readonly kind: 'tick' | 'star' | 'card' | 'menu' })
  | (DrawnColumn & {
      readonly kind: 'field';
      readonly field: Field;
      readonly width: number;
      readonly isEdge: boolean;
    });

/** A cell says its width itself: then its row need not be laid out anew when what is in it changes. */
function drawn(
  width: number,
  inset: number | null,
  names: readonly (string | false)[],
  grows = false,
): DrawnColumn {
  return {
    inset,
    classes: ['cell', ...names].filter(Boolean).join(' '),
    style: {
      'inline-size': `${width}px`,
      ...(grows ? { 'flex-grow': 1 } : {}),
    },
  };
}

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
  const columns: GridColumn[] = [{ kind: 'tick', ...drawn(TICK_WIDTH, 0, ['tool']) }];
  const widths = [`${TICK_WIDTH}px`];
  let inset = TICK_WIDTH;
  if (hasStar) {
    columns.push({ kind: 'star', ...drawn(STAR_WIDTH, inset, ['tool']) });
    widths.push(`${STAR_WIDTH}px`);
    inset += STAR_WIDTH;
  }
  let width = inset;
  let pinned = inset;
  layout.columns.forEach(({ field: id, width: own }, index) => {
    const field = fields.get(id);
    if (!field) return;
    const isPinned = index < layout.pinned;
    const isEdge = index === layout.pinned - 1;
    const isLast = index === layout.columns.length - 1;
    columns.push({
      kind: 'field',
      field,
      width: own,
      isEdge,
      ...drawn(own, isPinned ? width : null, [isAtEnd(field) && 'end', isEdge && 'edge'], isLast),
    });
    widths.push(isLast ? `minmax(${own}px, 1fr)` : `${own}px`);
    width += own;
    if (isPinned) pinned = width;
  });
  columns.push({ kind: 'menu', ...drawn(MENU_WIDTH, null, ['tool', 'tail']) });
  widths.push(`${MENU_WIDTH}px`);
  return { columns, template: widths.join(' '), width: width + MENU_WIDTH, pinned };
}

/** The columns of a narrow list: a row is a card between its tick and its menu. */
export const CARD_COLUMNS: GridColumns = {
  columns: [
    { kind: 'tick', ...drawn(TICK_WIDTH, null, ['tool']) },
    { kind: 'card', ...drawn(0, null, [], true) },
    { kind: 'menu', ...drawn(MENU_WIDTH, null, ['tool', 'tail']) },
  ],
  template: `${TICK_WIDTH}px minmax(0, 1fr) ${MENU_WIDTH}px`,
  width: 0,
  pinned: 0,
};

/** The columns of a model, the same object for as long as nothing about them has changed: a fling asks with every frame. */
export function rememberedColumns(): (model: ListModel) => GridColumns {
  let known: { layout: Layout; fields: ListModel['fields']; hasStar: boolean; columns: GridColumns } | null =
    null;
  return ({ layout, fields, session }) => {
    const hasStar = session.action('favourite') !== null;
    if (known?.layout !== layout || known.fields !== fields || known.hasStar !== hasStar) {
      known = { layout, fields, hasStar, columns: gridColumns(layout, fields, hasStar) };
    }
    return known.columns;
  };
}
