import { css } from 'lit';

export const filterEditorStyles = css`
  :host {
    display: contents;
  }
  clientele-popover-0 {
    inline-size: 300px;
    --clientele-popover-padding: var(--_space-2) var(--_space-3);
  }
  clientele-popover-0.editor {
    --clientele-popover-padding: var(--_space-3);
  }
  .finder {
    --_finder-height: 380px;
    margin-block-start: var(--_space-1);
  }
  form {
    display: grid;
    gap: var(--_space-3);
  }
  header {
    display: flex;
    align-items: center;
    gap: var(--_space-1);
    min-block-size: var(--_control-height-small);
    margin-block-end: calc(var(--_space-1) * -1);
  }
  header > .button:first-child {
    margin-inline-start: -6px;
  }
  header > .button:last-child {
    margin-inline-end: -6px;
  }
  h3 {
    flex: 1;
    font-weight: var(--_font-weight-strong);
  }
  .pair {
    display: grid;
    grid-template-columns: 1fr 1fr;
    gap: var(--_space-2);
  }
  .months {
    display: grid;
    grid-template-columns: 1fr 1fr;
    column-gap: var(--_space-3);
  }
  .months legend {
    margin-block-end: var(--_space-1);
  }
  .choice {
    font-size: var(--_font-size-secondary);
  }
  .error {
    margin-block-start: calc(var(--_space-2) * -1);
  }
  .options {
    display: block;
  }
  footer {
    display: flex;
    flex-wrap: wrap;
    justify-content: flex-end;
    gap: var(--_space-2);
    padding: var(--_space-1) var(--_space-3) var(--_space-3);
  }
  footer > .primary {
    font-variant-numeric: tabular-nums;
  }
`;
