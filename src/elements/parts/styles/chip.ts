import { css, type CSSResultGroup } from 'lit';
import { badgeStyles } from './badge.js';

const more = css`
  .chip {
    display: inline-flex;
    align-items: stretch;
    max-inline-size: 100%;
    min-block-size: calc(var(--_target) + 2px);
    border: var(--_border-width) solid var(--_color-border-strong);
    border-radius: var(--_radius);
    background: var(--_hue-tint, var(--_color-surface));
    color: var(--_hue-ink, var(--_color-text));
    font-size: var(--_font-size-secondary);
    line-height: 1.3;
    vertical-align: middle;
  }
  .chip[class*='hue-'] {
    border-color: transparent;
  }
  .chip-open {
    display: inline-flex;
    align-items: center;
    gap: 6px;
    min-inline-size: 0;
    padding-inline: 8px;
    border-radius: calc(var(--_radius) - 1px);
    color: inherit;
    white-space: nowrap;
  }
  .chip-open > .icon {
    color: var(--_hue-ink, var(--_color-icon));
  }
  .chip-open:has(+ .chip-remove) {
    padding-inline-end: 2px;
    border-start-end-radius: 0;
    border-end-end-radius: 0;
  }
  .chip-remove {
    display: grid;
    flex: none;
    place-content: center;
    inline-size: var(--_target);
    border-radius: calc(var(--_radius) - 1px);
    color: var(--_hue-ink, var(--_color-icon));
  }
  .chip-remove > .icon {
    inline-size: 14px;
    block-size: 14px;
  }
  @media (hover: hover) {
    button.chip-open:hover,
    .chip-remove:hover {
      background: color-mix(in oklab, currentColor 9%, transparent);
    }
  }
  button.chip-open[aria-expanded='true'] {
    background: color-mix(in oklab, currentColor 9%, transparent);
  }
  .chip strong {
    font-weight: var(--_font-weight-medium);
  }
`;

/** For `badge()`, `tag()` and `chip()`. */
export const chipStyles: CSSResultGroup = [badgeStyles, more];
