import { css } from 'lit';

/** `<table class="table">`: quiet heads, hairlines between rows, the row height of the density, numbers at the end. */
export const tableStyles = css`
  .table {
    inline-size: 100%;
    border-collapse: separate;
    border-spacing: 0;
    font-size: var(--_font-size-secondary);
  }
  .table :is(th, td) {
    block-size: var(--_row-height);
    padding-block: 0;
    padding-inline: var(--_space-3);
    border-block-end: var(--_border-width) solid var(--_color-border);
    text-align: start;
    vertical-align: middle;
  }
  .table thead th {
    block-size: 32px;
    background: var(--_color-surface-sunken);
    color: var(--_color-text-secondary);
    font-size: var(--_font-size-caption);
    font-weight: var(--_font-weight-medium);
    white-space: nowrap;
  }
  .table tbody th {
    font-weight: var(--_font-weight-medium);
  }
  .table :is(th, td).numeric {
    font-variant-numeric: tabular-nums;
    text-align: end;
  }
  .table tbody tr:last-child > * {
    border-block-end: 0;
  }
  @media (hover: hover) {
    .table tbody tr:hover > * {
      background: var(--_color-surface-hover);
    }
  }
  .table tbody tr[aria-selected='true'] > * {
    background: var(--_color-accent-tint);
  }
`;
