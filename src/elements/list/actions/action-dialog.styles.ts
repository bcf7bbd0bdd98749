import { css } from 'lit';

export const actionDialogStyles = css`
  .form {
    display: grid;
    gap: var(--_space-3);
  }
  .form[hidden] {
    display: none;
  }
  .text {
    color: var(--_color-text-secondary);
  }
  .numbers {
    margin-block-start: var(--_space-2);
    font-variant-numeric: tabular-nums;
  }
  .error:empty {
    display: none;
  }
  .reasons {
    margin-block-start: var(--_space-3);
    color: var(--_color-text-secondary);
    font-size: var(--_font-size-secondary);
  }
  .reasons ul {
    padding-block-start: var(--_space-2);
    padding-inline-start: var(--_space-4);
  }
`;
