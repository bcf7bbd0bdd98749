import { css } from 'lit';

export const toolbarStyles = css`
  :host {
    display: block;
  }
  .bar {
    display: flex;
    flex-wrap: wrap;
    align-items: center;
    gap: var(--_space-2);
  }
  .title {
    flex: none;
    margin-inline-end: var(--_space-2);
    font-size: var(--_font-size-head);
    font-weight: var(--_font-weight-strong);
    letter-spacing: -0.01em;
    white-space: nowrap;
  }
  .count {
    margin-inline-start: var(--_space-2);
    color: var(--_color-text-secondary);
    font-weight: var(--_font-weight-regular);
    font-variant-numeric: tabular-nums;
  }
  .search {
    display: flex;
    flex: 1 1 220px;
    align-items: center;
    max-inline-size: 420px;
    margin-inline-end: auto;
  }
  .search-room {
    flex: 1;
  }
  .search input {
    flex: 1;
    min-inline-size: 0;
    padding: 0;
    border: 0;
    background: none;
    appearance: none;
  }
  .search input::-webkit-search-cancel-button {
    display: none;
  }
  kbd {
    flex: none;
    min-inline-size: 18px;
    padding-inline: 4px;
    border: var(--_border-width) solid var(--_color-border);
    border-radius: 4px;
    color: var(--_color-text-muted);
    font-family: inherit;
    font-size: 11px;
    line-height: 16px;
    text-align: center;
  }
  :host([narrow]) .search {
    order: 2;
    flex-basis: 100%;
    max-inline-size: none;
  }
  :host([narrow]) .title {
    flex: 1;
  }
  :host([narrow]) .wide-only,
  :host(:not([narrow])) .narrow-only {
    display: none;
  }
`;
