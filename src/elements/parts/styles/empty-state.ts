import { css } from 'lit';

/** For `emptyState()`. */
export const emptyStateStyles = css`
  .empty-state {
    display: flex;
    flex-direction: column;
    align-items: center;
    padding: var(--_space-10) var(--_space-5);
    text-align: center;
  }
  .sign {
    display: block;
    margin-block-end: var(--_space-3);
    fill: none;
    stroke-linecap: round;
    stroke-linejoin: round;
  }
  .sign .sheet {
    fill: var(--_color-surface-sunken);
    stroke: var(--_color-border);
  }
  .sign .fill {
    fill: var(--_color-border-strong);
  }
  .sign .faint {
    stroke: var(--_color-border-strong);
    stroke-width: 4;
  }
  .sign .disc {
    fill: var(--_color-surface);
    stroke: var(--_color-accent);
    stroke-width: 2;
  }
  .sign .mark {
    stroke: var(--_color-accent);
    stroke-width: 2;
  }
  .sign .halo {
    stroke: var(--_color-surface);
    stroke-width: 6;
  }
  .sign .danger {
    stroke: var(--_color-danger);
  }
  .empty-text {
    max-inline-size: 44ch;
    font-weight: var(--_font-weight-medium);
    overflow-wrap: anywhere;
    text-wrap: balance;
  }
  .empty-hint {
    max-inline-size: 52ch;
    margin-block-start: var(--_space-1);
    color: var(--_color-text-secondary);
    font-size: var(--_font-size-secondary);
    overflow-wrap: anywhere;
    text-wrap: balance;
  }
  .empty-actions {
    display: flex;
    flex-wrap: wrap;
    justify-content: center;
    gap: var(--_space-2);
    margin-block-start: var(--_space-4);
  }
  .empty-details {
    inline-size: min(100%, 480px);
    margin-block-start: var(--_space-4);
    color: var(--_color-text-muted);
    font-size: var(--_font-size-caption);
  }
  .empty-details summary {
    inline-size: fit-content;
    min-block-size: var(--_target);
    margin-inline: auto;
    padding: 3px var(--_space-2);
    border-radius: var(--_radius);
    cursor: default;
  }
  .empty-details pre {
    margin: var(--_space-1) 0 0;
    padding: var(--_space-3);
    overflow: auto;
    border-radius: var(--_radius);
    background: var(--_color-surface-sunken);
    font: inherit;
    text-align: start;
    white-space: pre-wrap;
    overflow-wrap: anywhere;
  }
  @media (forced-colors: active) {
    .sign * {
      stroke: CanvasText;
    }
  }
`;
