import { css } from 'lit';

export const barStyles = css`
  :host {
    display: block;
    flex: none;
  }
  .bar {
    display: flex;
    flex-wrap: wrap;
    align-items: center;
    gap: var(--_space-2);
    min-block-size: 44px;
    padding: 6px var(--_space-3);
    border-block-start: var(--_border-width) solid var(--_color-border);
    background: var(--_color-surface-raised);
    font-size: var(--_font-size-secondary);
  }
  .count {
    font-weight: var(--_font-weight-strong);
    font-variant-numeric: tabular-nums;
  }
  .grow {
    flex: 1;
  }
`;
