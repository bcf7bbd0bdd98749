import { css } from 'lit';

export const saveDialogStyles = css`
  form {
    display: grid;
    gap: var(--_space-4);
  }
  .failure {
    padding: var(--_space-2) var(--_space-3);
    border-radius: var(--_radius);
    background: var(--_color-danger-tint);
    color: var(--_color-danger-text);
    font-size: var(--_font-size-secondary);
  }
`;
