import { css, type CSSResultGroup } from 'lit';
import { tokens } from '../../theme/tokens.js';
import { base, iconStyles, scrollStyles } from '../parts/styles/base.js';
import { badgeStyles } from '../parts/styles/badge.js';
import { buttonStyles } from '../parts/styles/button.js';
import { choiceStyles } from '../parts/styles/choice.js';
import { emptyStateStyles } from '../parts/styles/empty-state.js';
import { fieldStyles } from '../parts/styles/field.js';
import { skeletonStyles } from '../parts/styles/skeleton.js';
import { tableStyles } from '../parts/styles/table.js';

export const trendStyles = css`
  .trend {
    display: block;
    max-inline-size: 100%;
    overflow: visible;
  }
  .trend polyline {
    fill: none;
    stroke: var(--_color-accent);
    stroke-width: 1.5;
    stroke-linecap: round;
    stroke-linejoin: round;
  }
  .trend:dir(rtl) {
    transform: scaleX(-1);
  }
  @media (forced-colors: active) {
    .trend polyline {
      stroke: CanvasText;
    }
  }
`;

const own = css`
  :host {
    display: block;
    min-inline-size: 0;
  }
  .segments {
    display: flex;
    flex-direction: column;
    gap: var(--_space-3);
    min-inline-size: 0;
  }
  .top {
    display: flex;
    flex-wrap: wrap;
    align-items: center;
    gap: var(--_space-2) var(--_space-3);
    min-inline-size: 0;
  }
  .tabs {
    display: flex;
    flex: 1;
    gap: var(--_space-1);
    min-inline-size: 0;
    overflow-x: auto;
    scrollbar-width: none;
  }
  .tab {
    display: inline-flex;
    flex: none;
    align-items: center;
    gap: 6px;
    min-block-size: var(--_control-height);
    padding-inline: var(--_space-3);
    border-radius: var(--_radius);
    color: var(--_color-text-secondary);
    font-weight: var(--_font-weight-medium);
    white-space: nowrap;
  }
  .tab:focus-visible {
    outline-offset: -2px;
  }
  @media (hover: hover) {
    .tab:hover {
      background: var(--_color-surface-hover);
      color: var(--_color-text);
    }
  }
  .tab[aria-selected='true'] {
    background: var(--_color-accent-tint);
    color: var(--_color-accent-text);
  }
  .search {
    inline-size: 220px;
    max-inline-size: 100%;
  }
  .hint-line {
    color: var(--_color-text-secondary);
    font-size: var(--_font-size-secondary);
  }
  .columns {
    display: grid;
    grid-template-columns: minmax(0, 1fr);
    gap: var(--_space-4);
    align-items: start;
  }
  .wide .columns.with-details {
    grid-template-columns: minmax(0, 1fr) 340px;
  }
  .frame {
    min-inline-size: 0;
    overflow: hidden;
    border: var(--_border-width) solid var(--_color-border);
    border-radius: calc(var(--_radius) + 2px);
    background: var(--_color-surface);
  }
  .frame > .scrolls {
    overflow-x: auto;
  }
  .table :is(td, th):first-child {
    padding-inline-start: var(--_space-4);
  }
  .table .name-cell {
    inline-size: 100%;
    max-inline-size: 0;
    padding-block: 6px;
  }
  .item {
    display: grid;
    grid-template-columns: auto minmax(0, 1fr);
    align-items: baseline;
    column-gap: var(--_space-2);
    inline-size: 100%;
    border-radius: 3px;
    text-align: start;
  }
  .item > .name {
    grid-column: 2;
    font-weight: var(--_font-weight-medium);
  }
  .item > .means {
    grid-column: 2;
    color: var(--_color-text-secondary);
    font-size: var(--_font-size-caption);
    font-weight: var(--_font-weight-regular);
  }
  .item.plain {
    grid-template-columns: minmax(0, 1fr);
  }
  .item.plain > :is(.name, .means) {
    grid-column: 1;
  }
  .table .switch {
    display: block;
  }
  .hue-dot {
    inline-size: 9px;
    block-size: 9px;
    border-radius: 50%;
    background: var(--_hue-solid, var(--_color-border-strong));
  }
  .table td {
    white-space: nowrap;
  }
  .quiet-text {
    color: var(--_color-text-muted);
  }
  .more-cell {
    inline-size: 1%;
  }
  .state {
    display: grid;
    min-block-size: 240px;
    place-items: center;
  }
  .narrow .tabs {
    flex: 1 0 100%;
    order: -1;
  }
  .narrow .search {
    flex: 1;
    inline-size: auto;
  }
  .narrow .wide-only {
    display: none;
  }
  @media (forced-colors: active) {
    .tab[aria-selected='true'] {
      forced-color-adjust: none;
      background: Highlight;
      color: HighlightText;
    }
    .hue-dot {
      border: 1px solid CanvasText;
      forced-color-adjust: none;
    }
  }
`;

export const segmentsStyles: CSSResultGroup = [
  tokens,
  base,
  iconStyles,
  scrollStyles,
  buttonStyles,
  fieldStyles,
  choiceStyles,
  badgeStyles,
  tableStyles,
  emptyStateStyles,
  skeletonStyles,
  trendStyles,
  own,
];
