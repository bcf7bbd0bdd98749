import { css, type CSSResultGroup } from 'lit';
import { iconStyles } from './base.js';
import { hueStyles } from './hue.js';

const shapes = css`
  .badge,
  .tag {
    display: inline-flex;
    align-items: center;
    gap: 5px;
    max-inline-size: 100%;
    block-size: 20px;
    padding-inline: 6px;
    border-radius: calc(var(--_radius) - 1px);
    background: var(--_color-surface-active);
    color: var(--_color-text-secondary);
    font-size: var(--_font-size-caption);
    font-weight: var(--_font-weight-medium);
    line-height: 20px;
    white-space: nowrap;
    vertical-align: middle;
  }
  .badge > .icon {
    inline-size: 12px;
    block-size: 12px;
    stroke-width: 2.75;
  }
  .badge.accent {
    background: var(--_color-accent-tint);
    color: var(--_color-accent-text);
  }
  .badge.success {
    background: var(--_color-success-tint);
    color: var(--_color-success-text);
  }
  .badge.warning {
    background: var(--_color-warning-tint);
    color: var(--_color-warning-text);
  }
  .badge.danger {
    background: var(--_color-danger-tint);
    color: var(--_color-danger-text);
  }
  .badge.dotted {
    gap: 7px;
    padding-inline: 0;
    background: none;
    color: inherit;
    font-size: inherit;
    font-weight: inherit;
  }
  .dot {
    flex: none;
    inline-size: 7px;
    block-size: 7px;
    border-radius: 50%;
    background: var(--_color-icon);
  }
  .badge.accent > .dot {
    background: var(--_color-accent);
  }
  .badge.success > .dot {
    background: var(--_color-success);
  }
  .badge.warning > .dot {
    background: var(--_color-warning);
  }
  .badge.danger > .dot {
    background: var(--_color-danger);
  }
  .tag {
    background: var(--_hue-tint);
    color: var(--_hue-ink);
  }
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
  @media (forced-colors: active) {
    .badge:not(.dotted),
    .tag {
      border: 1px solid CanvasText;
    }
    .dot {
      forced-color-adjust: none;
      background: CanvasText;
    }
  }
`;

/** For `badge()`, `tag()` and `chip()`. */
export const chipStyles: CSSResultGroup = [iconStyles, hueStyles, shapes];
