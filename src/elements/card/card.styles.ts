import { css, type CSSResultGroup } from 'lit';
import { tokens } from '../../theme/tokens.js';
import { base, iconStyles } from '../parts/styles/base.js';
import { buttonStyles } from '../parts/styles/button.js';
import { emptyStateStyles } from '../parts/styles/empty-state.js';
import { skeletonStyles } from '../parts/styles/skeleton.js';

const own = css`
  :host {
    display: block;
    min-inline-size: 0;
  }
  .card {
    display: flex;
    flex-direction: column;
    gap: var(--_space-4);
    min-inline-size: 0;
    padding: var(--_space-4);
    border: var(--_border-width) solid var(--_color-border);
    border-radius: calc(var(--_radius) + 2px);
    background: var(--_color-surface);
  }
  .narrow.card {
    padding: var(--_space-3);
  }
  .bar {
    display: flex;
    flex-wrap: wrap;
    align-items: center;
    gap: var(--_space-2);
  }
  .grow {
    flex: 1;
  }
  .place {
    display: inline-flex;
    align-items: center;
    gap: var(--_space-1);
    color: var(--_color-text-secondary);
    font-size: var(--_font-size-secondary);
    font-variant-numeric: tabular-nums;
  }
  .gone {
    padding: var(--_space-2) var(--_space-3);
    border-radius: var(--_radius);
    background: var(--_color-warning-tint);
    color: var(--_color-warning-text);
  }
  .tabs {
    display: flex;
    gap: var(--_space-1);
    min-inline-size: 0;
    overflow-x: auto;
    border-block-end: var(--_border-width) solid var(--_color-border);
    scrollbar-width: none;
  }
  .tab {
    display: inline-flex;
    flex: none;
    align-items: center;
    gap: 6px;
    min-block-size: var(--_control-height);
    margin-block-end: -1px;
    padding-inline: var(--_space-2);
    border-block-end: 2px solid transparent;
    color: var(--_color-text-secondary);
    font-weight: var(--_font-weight-medium);
    white-space: nowrap;
  }
  .tab:focus-visible {
    outline-offset: -2px;
  }
  @media (hover: hover) {
    .tab:hover {
      color: var(--_color-text);
    }
  }
  .tab[aria-selected='true'] {
    border-block-end-color: var(--_color-accent);
    color: var(--_color-accent-text);
  }
  .count {
    color: var(--_color-text-muted);
    font-size: var(--_font-size-caption);
    font-variant-numeric: tabular-nums;
  }
  .panel {
    min-inline-size: 0;
    min-block-size: 160px;
  }
  .state {
    display: grid;
    min-block-size: 280px;
    place-items: center;
  }
  .starting {
    display: grid;
    gap: var(--_space-4);
  }
  .starting-who {
    display: flex;
    align-items: center;
    gap: var(--_space-3);
  }
  @media print {
    .bar,
    .tabs {
      display: none;
    }
  }
`;

export const cardStyles: CSSResultGroup = [
  tokens,
  base,
  iconStyles,
  buttonStyles,
  emptyStateStyles,
  skeletonStyles,
  own,
];
