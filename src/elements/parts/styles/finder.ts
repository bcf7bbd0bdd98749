import { css } from 'lit';

export const finderStyles = css`
  :host {
    display: flex;
    flex-direction: column;
    min-block-size: 0;
    min-inline-size: 0;
  }
  .input-group {
    flex: none;
  }
  .list {
    flex: 1;
    min-block-size: 0;
    max-block-size: var(--_finder-height, 340px);
    margin-block-start: var(--_space-1);
    margin-inline: calc(var(--_space-1) * -1);
    padding-block-end: var(--_space-1);
  }
  .group {
    padding: var(--_space-2) var(--_space-2) var(--_space-1);
    color: var(--_color-text-muted);
    font-size: var(--_font-size-caption);
    font-weight: var(--_font-weight-medium);
  }
  .option {
    display: flex;
    align-items: center;
    gap: var(--_space-2);
    min-block-size: var(--_control-height-small);
    padding: 3px var(--_space-2);
    border-radius: calc(var(--_radius) - 1px);
    font-size: var(--_font-size-secondary);
    cursor: default;
    user-select: none;
  }
  .option > .icon {
    color: var(--_color-icon);
  }
  .option.active {
    background: var(--_color-surface-active);
  }
  .option > .truncate {
    flex: 1;
  }
  .hint-end {
    color: var(--_color-text-muted);
    font-size: var(--_font-size-caption);
  }
  .keys {
    display: flex;
    gap: 3px;
  }
  kbd {
    min-inline-size: 18px;
    padding-inline: 4px;
    border: var(--_border-width) solid var(--_color-border);
    border-radius: 4px;
    color: var(--_color-text-muted);
    font-family: inherit;
    font-size: 12px;
    line-height: 18px;
    text-align: center;
  }
  .nothing {
    padding: var(--_space-2) var(--_space-2) var(--_space-3);
    color: var(--_color-text-muted);
    font-size: var(--_font-size-secondary);
  }
  @media (forced-colors: active) {
    .option.active {
      forced-color-adjust: none;
      background: Highlight;
      color: HighlightText;
    }
    .option.active > * {
      color: inherit;
    }
  }
`;
