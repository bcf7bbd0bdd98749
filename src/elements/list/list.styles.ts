import { css, type CSSResultGroup } from 'lit';
import { tokens } from '../../theme/tokens.js';
import { base } from '../parts/styles/base.js';
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
  /* The room of what comes after the first rows. */
  clientele-list-filters-0:not(:defined) {
    display: flex;
    justify-content: flex-end;
    min-block-size: var(--_control-height-small);
  }
  clientele-list-columns-0:not(:defined) {
    inline-size: var(--_control-height-small);
  }
  clientele-list-views-0:not(:defined) {
    inline-size: 140px;
    block-size: var(--_control-height);
  }
`;

export const listStyles: CSSResultGroup = [tokens, base, skeletonStyles, own];
