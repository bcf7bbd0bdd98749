import { html, nothing, type TemplateResult } from 'lit';
import { ArrowDown, ArrowUp, ChevronDown, Star } from 'lucide';
import type { Field, SortKey } from '../../../contract/index.js';
import { icon } from '../../parts/icon.js';
import { setLive } from '../../parts/set-live.js';
import { setStyle } from '../../parts/set-style.js';
import { MAX_COLUMN_WIDTH, MIN_COLUMN_WIDTH } from '../model/layout.js';
import { tickedCount, type Ticks } from '../model/selection.js';
import { isAtEnd } from './cells.js';
import type { GridColumn } from './columns.js';
import type { GridTerms } from './terms.js';

export interface HeadContext {
  readonly columns: readonly GridColumn[];
  readonly sort: readonly SortKey[];
  readonly ticks: Ticks;
  readonly total: number;
  readonly terms: GridTerms;
  readonly isSortable: (field: Field) => boolean;
  readonly labelOf: (field: Field) => string;
  /** The column that has the tab stop, or −1. */
  readonly activeColumn: number;
  readonly onGrab: (event: PointerEvent) => void;
  readonly onResizeStart: (event: PointerEvent) => void;
  readonly onResizeKey: (event: KeyboardEvent) => void;
}

/** The header row. Clicks and keys are handled by the grid, by `data-` attributes. */
export function renderHead(context: HeadContext): TemplateResult {
  return html`<div class="row" role="row" aria-rowindex="1">
    ${context.columns.map((column, index) => headCell(column, index, context))}
  </div>`;
}

function headCell(column: GridColumn, index: number, context: HeadContext): TemplateResult {
  const { terms, activeColumn } = context;
  const tabindex = index === activeColumn ? 0 : -1;
  const isPinned = column.inset !== null;
  const place = setStyle({ 'inset-inline-start': isPinned ? `${column.inset}px` : null });
  if (column.kind === 'field') return fieldHead(column, index, tabindex, context);
  const label = {
    tick: terms.columnTick,
    star: terms.columnFavourite,
    menu: terms.columnMenuHead,
    card: terms.clients,
  }[column.kind];
  return html`<div
    class="head-cell tool ${isPinned ? 'pinned' : ''} ${column.kind === 'menu' ? 'tail' : ''}"
    role="columnheader"
    aria-colindex=${index + 1}
    aria-label=${label}
    data-column=${index}
    tabindex=${tabindex}
    ${place}
  >
    ${column.kind === 'tick' ? tickAll(context) : column.kind === 'star' ? icon(Star) : nothing}
  </div>`;
}

function tickAll({ ticks, total, terms }: HeadContext): TemplateResult {
  const count = tickedCount(ticks);
  const isAll = count > 0 && count === total;
  return html`<input
    class="checkbox"
    type="checkbox"
    tabindex="-1"
    data-tick-all
    aria-label=${count > 0 ? terms.untickAll : terms.tickAll(total)}
    ${setLive({ checked: isAll, indeterminate: count > 0 && !isAll })}
  />`;
}

function fieldHead(
  column: GridColumn & { kind: 'field' },
  index: number,
  tabindex: number,
  context: HeadContext,
): TemplateResult {
  const { field, inset, isEdge, width } = column;
  const at = context.sort.findIndex((key) => key.field === field.id);
  const key = context.sort[at];
  const label = context.labelOf(field);
  const classes = [
    'head-cell',
    'field',
    inset !== null && 'pinned',
    isEdge && 'edge',
    isAtEnd(field) && 'end',
    context.isSortable(field) && 'sortable',
  ];
  return html`<div
    class=${classes.filter(Boolean).join(' ')}
    role="columnheader"
    aria-colindex=${index + 1}
    aria-sort=${key ? (key.dir === 'asc' ? 'ascending' : 'descending') : nothing}
    data-column=${index}
    data-field=${field.id}
    tabindex=${tabindex}
    title=${label}
    @pointerdown=${context.onGrab}
    ${setStyle({ 'inset-inline-start': inset === null ? null : `${inset}px` })}
  >
    <span class="label"
      ><span class="truncate">${label}</span
      >${key ? icon(key.dir === 'asc' ? ArrowUp : ArrowDown) : nothing}${
        key && context.sort.length > 1 ? html`<span class="order">${at + 1}</span>` : nothing
      }</span
    >
    <button
      class="tool-button quiet small"
      tabindex="-1"
      data-column-menu
      aria-label=${context.terms.columnMenu(label)}
      aria-haspopup="menu"
    >
      ${icon(ChevronDown)}
    </button>
    <span
      class="edge-grip"
      role="separator"
      aria-orientation="vertical"
      aria-label=${context.terms.resize(label)}
      aria-valuenow=${width}
      aria-valuemin=${MIN_COLUMN_WIDTH}
      aria-valuemax=${MAX_COLUMN_WIDTH}
      tabindex="-1"
      data-resize=${field.id}
      @pointerdown=${context.onResizeStart}
      @keydown=${context.onResizeKey}
    ></span>
  </div>`;
}
