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

/** For `badge()` and `tag()`. */
export const badgeStyles: CSSResultGroup = [iconStyles, hueStyles, shapes];
