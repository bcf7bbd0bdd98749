import { css } from 'lit';

export const gridStyles = css`
  :host {
    position: relative;
    display: flex;
    flex: 1;
    flex-direction: column;
    min-block-size: 0;
  }
  .scroller {
    position: relative;
    flex: 1;
    min-block-size: 0;
    overflow-anchor: none;
    /* What stays at the sides must not cover the cell that the keyboard comes to. */
    scroll-padding-block-start: 35px;
    scroll-padding-inline: var(--_pinned, 0) 40px;
    background: var(--_color-surface);
    outline-offset: -2px;
  }
  .head {
    position: sticky;
    inset-block-start: 0;
    z-index: 3;
    inline-size: var(--_inline-size);
    min-inline-size: 100%;
    background: var(--_color-surface);
    border-block-end: var(--_border-width) solid var(--_color-border);
  }
  .canvas {
    position: relative;
    inline-size: var(--_inline-size);
    min-inline-size: 100%;
    contain: layout;
  }
  .head > .row {
    display: grid;
    grid-template-columns: var(--_columns);
    inline-size: 100%;
  }
  /* A row and its cells have sizes of their own and are contained: a fling then lays out only the texts that change. */
  .canvas > .row {
    position: absolute;
    inset-block-start: 0;
    inset-inline-start: 0;
    display: flex;
    box-sizing: border-box;
    inline-size: var(--_row-width, 100%);
    block-size: var(--_row-height);
    contain: strict;
    /* Not 'background: inherit' in what is held: every row that moves would then be styled anew with all its cells. */
    --_row-color: var(--_color-surface);
    background: var(--_row-color);
    border-block-end: var(--_border-width) solid var(--_color-border);
    font-size: var(--_font-size-secondary);
    font-variant-numeric: tabular-nums;
    cursor: default;
  }
  @media (hover: hover) {
    .canvas > .row:hover {
      --_row-color: var(--_color-surface-hover);
    }
  }
  .canvas > .row[aria-selected='true'] {
    --_row-color: var(--_color-accent-tint);
  }
  .canvas > .row.open {
    box-shadow: inset 2px 0 0 var(--_color-accent);
  }
  .cell {
    flex: none;
    box-sizing: border-box;
    contain: strict;
    padding-inline: 10px;
    overflow: hidden;
    line-height: calc(var(--_row-height) - var(--_border-width));
    white-space: nowrap;
    text-overflow: ellipsis;
  }
  /* More than a line of text. */
  .mix {
    display: flex;
    align-items: center;
    gap: 6px;
    block-size: 100%;
    min-inline-size: 0;
    line-height: var(--_line-height);
  }
  .cell.end > .mix {
    justify-content: flex-end;
  }
  .head-cell {
    display: flex;
    align-items: center;
    gap: 6px;
    min-inline-size: 0;
    padding-inline: 10px;
    overflow: hidden;
    white-space: nowrap;
  }
  .cell:focus-visible,
  .head-cell:focus-visible {
    outline-offset: -2px;
    border-radius: 4px;
  }
  .cell.end {
    text-align: end;
  }
  .head-cell.end {
    justify-content: flex-end;
  }
  .cell.tool {
    display: grid;
    place-content: center;
    padding: 0;
  }
  .head-cell.tool {
    justify-content: center;
    padding: 0;
    overflow: visible;
  }
  .start {
    display: flex;
    flex: none;
    background: var(--_row-color);
  }
  .aside .start {
    position: sticky;
    inset-inline-start: 0;
    z-index: 2;
  }
  /* Firefox holds nothing at the side of what is contained in layout. */
  @supports (-moz-appearance: none) {
    .aside .canvas > .row {
      contain: size paint style;
    }
  }
  .head-cell.pinned {
    position: sticky;
    z-index: 2;
    background: var(--_color-surface);
  }
  .edge {
    border-inline-end: var(--_border-width) solid var(--_color-border);
  }
  .head-cell.tail {
    position: sticky;
    inset-inline-end: 0;
    background: var(--_color-surface);
  }
  .cell.tail {
    background: var(--_row-color);
  }
  /* Held for the row that is pointed at or has the keyboard alone. */
  .wide > .canvas > .row:is(:hover, :focus-within) > .tail {
    position: sticky;
    inset-inline-end: 0;
  }
  .head-cell {
    position: relative;
    block-size: 34px;
    color: var(--_color-text-secondary);
    font-size: var(--_font-size-caption);
    font-weight: var(--_font-weight-medium);
    user-select: none;
  }
  .head-cell .label {
    display: inline-flex;
    align-items: center;
    gap: 4px;
    min-inline-size: 0;
  }
  .head-cell .tool-button {
    flex: none;
    inline-size: 20px;
    block-size: 24px;
    margin-inline: auto -6px;
  }
  .head-cell.end .tool-button {
    order: -1;
    margin-inline: -6px auto;
  }
  @media (hover: hover) {
    .head-cell:not(:hover, :focus-within) .tool-button:not([aria-expanded='true']) {
      display: none;
    }
  }
  .head-cell[aria-sort] {
    color: var(--_color-text);
  }
  .head-cell.sortable:hover {
    color: var(--_color-text);
    background: var(--_color-surface-hover);
  }
  .head-cell[data-dragging] {
    z-index: 4;
    background: var(--_color-surface-active);
    box-shadow: var(--_shadow-popover);
  }
  .order {
    font-size: 10px;
    color: var(--_color-text-muted);
  }
  .edge-grip {
    position: absolute;
    inset-block: 0;
    inset-inline-end: 0;
    z-index: 1;
    inline-size: 9px;
    cursor: col-resize;
    touch-action: none;
  }
  .edge-grip::after {
    position: absolute;
    inset-block: 8px;
    inset-inline-end: 0;
    inline-size: 1px;
    background: var(--_color-border);
    content: '';
  }
  .edge-grip:hover::after,
  .edge-grip[data-resizing]::after {
    inset-block: 0;
    inline-size: 2px;
    background: var(--_color-accent);
  }
  .name {
    color: var(--_color-text);
    font-weight: var(--_font-weight-medium);
    border-radius: 3px;
  }
  a.name[href]:hover,
  .row:hover a.name {
    text-decoration: underline;
    text-underline-offset: 2px;
    text-decoration-color: var(--_color-border-strong);
  }
  .tags {
    display: flex;
    gap: 4px;
    min-inline-size: 0;
    overflow: hidden;
  }
  .more {
    flex: none;
    color: var(--_color-text-secondary);
    font-size: var(--_font-size-caption);
  }
  .sign {
    display: inline-flex;
    flex: none;
    color: var(--_color-icon);
  }
  .sign svg {
    inline-size: 14px;
    block-size: 14px;
  }
  .sign.warning {
    color: var(--_color-warning-text);
  }
  .sign.danger {
    color: var(--_color-danger-text);
  }
  .tool-button {
    display: grid;
    place-items: center;
    inline-size: 28px;
    block-size: 28px;
    border-radius: var(--_radius);
    color: var(--_color-icon);
  }
  .tool-button:hover {
    background: var(--_color-surface-active);
    color: var(--_color-text);
  }
  .star[aria-pressed='true'] {
    color: var(--_color-amber-solid);
  }
  .star[aria-pressed='false'] {
    color: var(--_color-border-strong);
  }
  /* Not transparent: half-transparent things are painted apart, one by one. */
  @media (hover: hover) {
    .row:not(:hover, :focus-within) .quiet:not([aria-expanded='true']) > svg {
      display: none;
    }
  }
  @media (forced-colors: active) {
    .canvas > .row[aria-selected='true'] {
      outline: 2px solid Highlight;
      outline-offset: -2px;
    }
  }

  /* Narrow: a row is a card, the same row with the same controls. */
  :host {
    --_card-height: 60px;
  }
  :host([narrow]) {
    --_row-height: var(--_card-height);
  }
  :host([narrow]) .card {
    display: grid;
    block-size: 100%;
    align-content: center;
    line-height: var(--_line-height);
    grid-template-columns: auto 1fr auto;
    align-items: center;
    column-gap: 10px;
    row-gap: 2px;
    min-inline-size: 0;
    padding-inline: 4px;
  }
  .card > .avatar {
    grid-row: 1 / 3;
  }
  .card .line {
    display: flex;
    gap: 6px;
    align-items: center;
    min-inline-size: 0;
    overflow: hidden;
  }
  .card .secondary {
    color: var(--_color-text-secondary);
    font-size: var(--_font-size-caption);
  }
  .card .end {
    text-align: end;
  }
`;
