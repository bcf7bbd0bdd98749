import { css } from 'lit';

export const filtersStyles = css`
  :host {
    display: block;
  }
  .row {
    display: flex;
    align-items: flex-start;
    gap: var(--_space-2) var(--_space-3);
    min-block-size: var(--_control-height-small);
  }
  .chips,
  .list {
    display: flex;
    flex-wrap: wrap;
    align-items: center;
    gap: 6px;
    min-inline-size: 0;
  }
  .list {
    display: contents;
  }
  .chips {
    flex: 1;
  }
  .found {
    display: flex;
    flex: none;
    align-items: center;
    gap: 6px;
    min-block-size: var(--_control-height-small);
    color: var(--_color-text-secondary);
    font-size: var(--_font-size-secondary);
    font-variant-numeric: tabular-nums;
    white-space: nowrap;
  }
  :host([narrow]) .row.holds {
    flex-wrap: wrap;
  }
  :host([narrow]) .row.holds .chips {
    flex-basis: 100%;
  }
  :host([narrow]) .found {
    flex: 1;
  }
`;
