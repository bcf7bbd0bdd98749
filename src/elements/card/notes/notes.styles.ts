import { css } from 'lit';

export const notesStyles = css`
  :host {
    display: grid;
    gap: var(--_space-4);
    min-inline-size: 0;
  }
  form {
    display: grid;
    gap: var(--_space-2);
  }
  .choices {
    display: flex;
    flex-wrap: wrap;
    align-items: center;
    gap: var(--_space-1) var(--_space-4);
  }
  .grow {
    flex: 1;
  }
  .notes {
    display: grid;
    gap: var(--_space-2);
  }
  .note {
    display: grid;
    gap: var(--_space-1);
    padding: var(--_space-2) var(--_space-3);
    border: var(--_border-width) solid var(--_color-border);
    border-radius: var(--_radius);
  }
  .note.pinned {
    border-color: var(--_color-accent);
  }
  .note.alert {
    border-color: transparent;
    background: var(--_color-danger-tint);
  }
  .text {
    overflow-wrap: anywhere;
    white-space: pre-wrap;
  }
  .by {
    display: flex;
    flex-wrap: wrap;
    align-items: center;
    gap: var(--_space-1) var(--_space-2);
    color: var(--_color-text-secondary);
    font-size: var(--_font-size-caption);
  }
  .failure {
    color: var(--_color-danger-text);
    font-size: var(--_font-size-secondary);
  }
`;
