import { html, noChange, nothing, type TemplateResult } from 'lit';
import { Ellipsis, Star } from 'lucide';
import type { Client } from '../../../contract/index.js';
import { avatar } from '../../parts/avatar.js';
import { icon } from '../../parts/icon.js';
import { skeleton } from '../../parts/skeleton.js';
import { setLive } from '../../parts/set-live.js';
import { setStyle } from '../../parts/set-style.js';
import { isTicked, type Ticks } from '../model/selection.js';
import { cellOf, reachSigns, type CellContext } from './cells.js';
import type { GridColumn } from './columns.js';
import type { GridTerms } from './terms.js';

/** Above everything. */
const AWAY = -10_000;

export interface RowContext extends CellContext {
  readonly terms: GridTerms;
  readonly columns: readonly GridColumn[];
  readonly ticks: Ticks;
  /** Where the tab stop is. */
  readonly active: { readonly row: number; readonly column: number };
  /** With the tools that are seen when a row is pointed at. */
  readonly hasTools: boolean;
  /** Draws the host's own element for a field that names one. */
  readonly elementOf: (tag: string, client: Client, column: GridColumn & { kind: 'field' }) => unknown;
}

/**
 * One row, placed at `top` px of the canvas; undefined: not loaded yet. The cells that stay at the start stay as one: every sticky element
 * costs a layer.
 */
export function renderRow(
  client: Client | undefined,
  index: number,
  top: number,
  context: RowContext,
): TemplateResult {
  const { columns, ticks, active } = context;
  const isOn = client !== undefined && isTicked(ticks, client.id);
  const cells = columns.map((column, at) =>
    cell(column, at, client, isOn, active.row === index && active.column === at ? 0 : -1, context),
  );
  const staying = columns.findLastIndex((column) => column.inset !== null) + 1;
  return row(
    index,
    top,
    isOn ? 'row selected' : 'row',
    client ? String(isOn) : nothing,
    client ? nothing : 'true',
    [
      staying > 0 ? html`<div class="start" role="presentation">${cells.slice(0, staying)}</div>` : nothing,
      cells.slice(staying),
    ],
  );
}

/** Out of sight while the list flies by: what it showed stays in it, away from all that can be seen. */
export function parkRow(index: number): TemplateResult {
  return row(index, AWAY, noChange, noChange, noChange, noChange);
}

function row(
  index: number,
  top: number,
  part: unknown,
  isSelected: unknown,
  isBusy: unknown,
  cells: unknown,
): TemplateResult {
  return html`<div
    class="row"
    part=${part}
    role="row"
    aria-rowindex=${index + 2}
    aria-selected=${isSelected}
    aria-busy=${isBusy}
    data-index=${index}
    ${setStyle({ transform: `translateY(${top}px)` })}
  >
    ${cells}
  </div>`;
}

function cell(
  column: GridColumn,
  at: number,
  client: Client | undefined,
  isOn: boolean,
  tabindex: number,
  context: RowContext,
): TemplateResult {
  return html`<div
    class=${column.classes}
    part="cell"
    role="gridcell"
    aria-colindex=${at + 1}
    data-column=${at}
    tabindex=${tabindex}
    ${setStyle(column.style)}
  >
    ${content(column, client, isOn, context)}
  </div>`;
}

function content(
  column: GridColumn,
  client: Client | undefined,
  isOn: boolean,
  context: RowContext,
): unknown {
  if (!client) return column.kind === 'field' || column.kind === 'card' ? skeleton('62%') : nothing;
  const { terms, hasTools } = context;
  const name = client.name || terms.nameless;
  if (!hasTools && (column.kind === 'menu' || (column.kind === 'star' && !client.favourite))) return nothing;
  switch (column.kind) {
    case 'tick':
      return html`<input
        class="checkbox"
        type="checkbox"
        tabindex="-1"
        data-tick
        aria-label=${terms.tick(name)}
        ${setLive({ checked: isOn })}
      />`;
    case 'star':
      return html`<button
        class="tool-button star ${client.favourite ? '' : 'quiet'}"
        tabindex="-1"
        data-star
        aria-pressed=${String(client.favourite === true)}
        aria-label=${terms.favourite(name)}
      >
        ${icon(Star, { filled: client.favourite === true })}
      </button>`;
    case 'menu':
      return html`<button
        class="tool-button quiet"
        tabindex="-1"
        data-row-menu
        aria-haspopup="menu"
        aria-label=${terms.rowMenu(name)}
      >
        ${icon(Ellipsis)}
      </button>`;
    case 'card':
      return card(client, context);
    case 'field': {
      const { column: look } = column.field;
      const tag = look === false ? undefined : look.element;
      return tag === undefined
        ? cellOf(column.field, client, context)
        : html`<span class="mix">${context.elementOf(tag, client, column)}</span>`;
    }
  }
}

/** A row of a narrow list: face, name and signs, a phone and the last visit, and what was spent. */
function card(client: Client, context: RowContext): TemplateResult {
  const { session, terms, hrefOf } = context;
  const name = client.name || terms.nameless;
  const show = (id: string): unknown => {
    const field = session.catalogue.fields.get(id);
    return field ? cellOf(field, client, context) : nothing;
  };
  return html`<div class="card">
    ${avatar({ id: client.id, name, photo: client.photo }, 'medium')}
    <div class="line">
      <a class="name truncate" tabindex="-1" href=${hrefOf?.(client.id) ?? nothing}><bdi>${name}</bdi></a
      >${reachSigns(client, terms)}
    </div>
    <div class="end">${show('totalSpent')}</div>
    <div class="line secondary">${show('phones')}</div>
    <div class="end secondary">${show('lastVisit')}</div>
  </div>`;
}
