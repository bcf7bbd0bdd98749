import { css, type CSSResultGroup } from 'lit';
import { tokens } from '../../theme/tokens.js';
import { base, iconStyles } from '../parts/styles/base.js';
import { buttonStyles } from '../parts/styles/button.js';
import { emptyStateStyles } from '../parts/styles/empty-state.js';
import { hueStyles } from '../parts/styles/hue.js';
import { skeletonStyles } from '../parts/styles/skeleton.js';

const own = css`
  :host {
    display: block;
    min-inline-size: 0;
  }
  .root.builder {
    display: flex;
    flex-direction: column;
    border: var(--_border-width) solid var(--_color-border);
    border-radius: calc(var(--_radius) + 2px);
    background: var(--_color-surface);
  }
  .top {
    display: flex;
    align-items: center;
    gap: var(--_space-2);
    min-inline-size: 0;
    padding: var(--_space-4) var(--_space-4) 0;
  }
  h2 {
    font-size: var(--_font-size-head);
    font-weight: var(--_font-weight-strong);
  }
  .hue-dot {
    flex: none;
    inline-size: 10px;
    block-size: 10px;
    border-radius: 50%;
    background: var(--_hue-solid);
  }
  .columns {
    display: grid;
    grid-template-columns: minmax(0, 1fr) 320px;
  }
  .conditions {
    min-inline-size: 0;
    padding: var(--_space-3) var(--_space-4) var(--_space-5);
  }
  .found {
    min-inline-size: 0;
    padding: var(--_space-3) var(--_space-5) var(--_space-5);
    border-inline-start: var(--_border-width) solid var(--_color-border);
  }
  /* Room for the sample before it is there: nothing moves when it comes. */
  .wide .found {
    min-block-size: 380px;
  }
  /* The figure stays in sight beside a long tree. */
  .wide clientele-builder-found-0 {
    position: sticky;
    inset-block-start: var(--_space-3);
  }
  .medium .columns,
  .narrow .columns {
    grid-template-columns: minmax(0, 1fr);
  }
  .medium .found,
  .narrow .found {
    padding-inline: var(--_space-4);
    border-inline-start: 0;
    border-block-start: var(--_border-width) solid var(--_color-border);
  }
  .narrow .top,
  .narrow .conditions,
  .narrow .found {
    padding-inline: var(--_space-3);
  }
  .medium .top,
  .narrow .top {
    position: sticky;
    z-index: 2;
    inset-block-start: 0;
    padding-block: var(--_space-3);
    border-start-start-radius: inherit;
    border-start-end-radius: inherit;
    background: var(--_color-surface);
  }
  .count {
    flex: none;
    margin-inline-start: auto;
    font-weight: var(--_font-weight-strong);
    font-variant-numeric: tabular-nums;
  }
  .count.old {
    opacity: 0.6;
  }
  .wide .bar {
    position: sticky;
    z-index: 2;
    inset-block-end: 0;
  }
  .bar {
    padding: var(--_space-3) var(--_space-4);
    border-block-start: var(--_border-width) solid var(--_color-border);
    border-end-start-radius: inherit;
    border-end-end-radius: inherit;
    background: var(--_color-surface);
  }
  .narrow .bar {
    padding-inline: var(--_space-3);
  }
  .state {
    display: grid;
    min-block-size: 280px;
    place-items: center;
  }
  .starting {
    padding: var(--_space-4);
  }
  .starting-row {
    display: flex;
    align-items: center;
    block-size: 40px;
  }
  .start {
    margin-block-start: var(--_space-4);
    padding-block-start: var(--_space-4);
    border-block-start: var(--_border-width) solid var(--_color-border);
  }
  .start-text {
    font-weight: var(--_font-weight-medium);
  }
  .start-hint {
    color: var(--_color-text-secondary);
    font-size: var(--_font-size-secondary);
  }
  .start h3 {
    margin-block: var(--_space-4) var(--_space-2);
    color: var(--_color-text-muted);
    font-size: var(--_font-size-caption);
    font-weight: var(--_font-weight-medium);
  }
  .ready {
    display: grid;
    grid-template-columns: repeat(auto-fill, minmax(220px, 1fr));
    gap: var(--_space-2);
  }
  .ready-one {
    display: flex;
    flex-direction: column;
    justify-content: flex-start;
    inline-size: 100%;
    block-size: 100%;
    padding: var(--_space-2) var(--_space-3);
    border: var(--_border-width) solid var(--_color-border-strong);
    border-radius: var(--_radius);
    background: var(--_color-surface);
    font-size: var(--_font-size-secondary);
    transition: border-color 90ms var(--_easing);
  }
  .ready-one strong {
    display: flex;
    align-items: center;
    gap: 6px;
    font-weight: var(--_font-weight-medium);
  }
  .ready-one > span {
    display: -webkit-box;
    overflow: hidden;
    -webkit-box-orient: vertical;
    -webkit-line-clamp: 2;
    color: var(--_color-text-secondary);
    font-size: var(--_font-size-caption);
  }
  @media (hover: hover) {
    .ready-one:hover {
      border-color: var(--_color-accent);
      background: var(--_color-surface-hover);
    }
  }
`;

export const segmentBuilderStyles: CSSResultGroup = [
  tokens,
  base,
  iconStyles,
  buttonStyles,
  emptyStateStyles,
  hueStyles,
  skeletonStyles,
  own,
];
