import { css, type CSSResultGroup } from 'lit';
import { tokens } from '../../theme/tokens.js';
import { base, iconStyles } from '../parts/styles/base.js';
import { buttonStyles } from '../parts/styles/button.js';
import { emptyStateStyles } from '../parts/styles/empty-state.js';
import { skeletonStyles } from '../parts/styles/skeleton.js';

const own = css`
  :host {
    display: block;
    min-block-size: 320px;
    block-size: 100%;
  }
  .root.list {
    position: relative;
    display: flex;
    flex-direction: column;
    min-block-size: inherit;
    block-size: 100%;
    gap: var(--_space-3);
  }
  .root.list[data-density='comfortable'] {
    --_row-height: 44px;
  }
  .root.list[data-density='regular'] {
    --_row-height: var(--clientele-row-height, 36px);
  }
  .root.list[data-density='compact'] {
    --_row-height: 28px;
  }
  .starting {
    flex: 1;
    overflow: hidden;
  }
  .starting-row {
    display: flex;
    align-items: center;
    gap: var(--_space-6);
    block-size: var(--_row-height);
    padding-inline: var(--_space-4);
    border-block-end: var(--_border-width) solid var(--_color-border);
  }
  .body {
    display: flex;
    flex: 1;
    min-block-size: 0;
    overflow: hidden;
    border: var(--_border-width) solid var(--_color-border);
    border-radius: calc(var(--_radius) + 2px);
    background: var(--_color-surface);
  }
  .rows {
    position: relative;
    display: flex;
    flex: 1;
    flex-direction: column;
    min-inline-size: 0;
  }
  .rows > .gear {
    position: absolute;
    z-index: 5;
    inset-block-start: 3px;
    inset-inline-end: 8px;
  }
  clientele-list-views-0:not(:defined) {
    inline-size: 140px;
    block-size: var(--_control-height);
  }
  .trouble {
    display: flex;
    flex: none;
    flex-wrap: wrap;
    gap: var(--_space-2);
    align-items: center;
    padding: 6px var(--_space-3);
    border-block-start: var(--_border-width) solid var(--_color-border);
    background: var(--_color-warning-tint);
    color: var(--_color-warning-text);
    font-size: var(--_font-size-secondary);
  }
  .trouble .button {
    margin-inline-start: auto;
  }
  .state {
    display: grid;
    flex: 1;
    place-items: center;
    padding: var(--_space-8) var(--_space-4);
    overflow: auto;
  }
`;

export const listStyles: CSSResultGroup = [
  tokens,
  base,
  iconStyles,
  buttonStyles,
  emptyStateStyles,
  skeletonStyles,
  own,
];
