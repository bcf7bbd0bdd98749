import { css } from 'lit';

export const columnsPanelStyles = css`
  :host {
    display: contents;
  }
  clientele-popover-0 {
    inline-size: 320px;
    --clientele-popover-padding: 0 var(--_space-3) var(--_space-3);
  }
  .head {
    display: grid;
    gap: var(--_space-2);
    padding: var(--_space-3);
    border-block-end: var(--_border-width) solid var(--_color-border);
  }
  .lock {
    display: flex;
    align-items: center;
    gap: 6px;
    color: var(--_color-text-secondary);
    font-size: var(--_font-size-caption);
    font-variant-numeric: tabular-nums;
  }
  .lock > .icon {
    inline-size: 14px;
    block-size: 14px;
    color: var(--_color-icon);
  }
  h3 {
    margin-block: var(--_space-3) var(--_space-1);
    font-size: var(--_font-size-secondary);
    font-weight: var(--_font-weight-strong);
  }
  h3.all {
    margin-block-start: var(--_space-4);
  }
  .shown {
    display: flex;
    align-items: center;
    min-block-size: 30px;
    margin-inline: -4px;
    border-radius: calc(var(--_radius) - 1px);
    background: var(--_color-surface-raised);
    font-size: var(--_font-size-secondary);
  }
  .shown > .truncate {
    flex: 1;
    padding-inline: 4px;
  }
  .shown.pinned > .truncate {
    font-weight: var(--_font-weight-medium);
  }
  .shown[data-dragging] {
    position: relative;
    z-index: 1;
    box-shadow: var(--_shadow-popover);
  }
  .tool {
    display: grid;
    flex: none;
    place-content: center;
    inline-size: var(--_target);
    block-size: var(--_target);
    border-radius: calc(var(--_radius) - 2px);
    color: var(--_color-icon);
  }
  .tool.grip {
    cursor: grab;
    touch-action: none;
  }
  .shown[data-dragging] .grip {
    cursor: grabbing;
  }
  .tool[aria-disabled='true'] {
    color: color-mix(in oklab, var(--_color-icon) 40%, transparent);
    cursor: default;
  }
  .tool[aria-pressed='true'] {
    color: var(--_color-accent-text);
  }
  .tool > .icon {
    inline-size: 14px;
    block-size: 14px;
  }
  @media (hover: hover) {
    .shown:hover {
      background: var(--_color-surface-hover);
    }
    .tool:not([aria-disabled='true']):hover {
      background: var(--_color-surface-active);
      color: var(--_color-text);
    }
  }
  fieldset {
    margin-block-start: var(--_space-2);
  }
  legend {
    margin-block-end: 2px;
    color: var(--_color-text-muted);
    font-size: var(--_font-size-caption);
    font-weight: var(--_font-weight-medium);
  }
  .choice {
    font-size: var(--_font-size-secondary);
  }
  .nothing {
    padding-block: var(--_space-4);
    color: var(--_color-text-muted);
    font-size: var(--_font-size-secondary);
    text-align: center;
  }
  .foot {
    display: grid;
    grid-template-columns: 1fr auto;
    align-items: center;
    gap: var(--_space-1) var(--_space-2);
    padding: var(--_space-1) var(--_space-3) var(--_space-3);
    border-block-start: var(--_border-width) solid var(--_color-border);
  }
  .foot > .button {
    margin-inline-end: -8px;
  }
  .foot > clientele-segmented-0 {
    grid-column: 1 / -1;
  }
`;
