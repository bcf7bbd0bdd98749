import { css } from 'lit';

export const dialogStyles = css`
  :host {
    display: contents;
  }
  dialog {
    inline-size: min(var(--clientele-dialog-width, 480px), calc(100vw - 32px));
    max-inline-size: none;
    max-block-size: min(720px, calc(100dvh - 64px));
    margin: auto;
    padding: 0;
    overflow: visible;
    border: 0;
    border-radius: calc(var(--_radius) + 4px);
    background: var(--_color-surface-raised);
    box-shadow: var(--_shadow-dialog);
    opacity: 0;
    transform: translateY(8px) scale(0.985);
    transition:
      opacity var(--_duration) var(--_easing),
      transform var(--_duration) var(--_easing),
      overlay var(--_duration) allow-discrete,
      display var(--_duration) allow-discrete;
  }
  dialog[open] {
    display: flex;
    opacity: 1;
    transform: translateY(var(--_pull, 0));
  }
  @starting-style {
    dialog[open] {
      opacity: 0;
      transform: translateY(8px) scale(0.985);
    }
  }
  dialog::backdrop {
    background: var(--_color-backdrop);
    opacity: 0;
    transition:
      opacity var(--_duration) var(--_easing),
      overlay var(--_duration) allow-discrete,
      display var(--_duration) allow-discrete;
  }
  dialog[open]::backdrop {
    opacity: 1;
  }
  @starting-style {
    dialog[open]::backdrop {
      opacity: 0;
    }
  }
  .frame {
    display: flex;
    flex: 1;
    flex-direction: column;
    min-inline-size: 0;
    max-block-size: inherit;
  }
  .grip {
    display: none;
  }
  header {
    display: flex;
    align-items: flex-start;
    gap: var(--_space-2);
    padding: var(--_space-4) var(--_space-3) var(--_space-1) var(--_space-5);
  }
  header:dir(rtl) {
    padding: var(--_space-4) var(--_space-5) var(--_space-1) var(--_space-3);
  }
  .titles {
    flex: 1;
    min-inline-size: 0;
    padding-block: 2px;
    overflow-wrap: anywhere;
  }
  h2 {
    font-size: var(--_font-size-head);
    font-weight: var(--_font-weight-strong);
    line-height: 1.4;
    outline: none;
  }
  ::slotted([slot='subtitle']) {
    color: var(--_color-text-secondary);
    font-size: var(--_font-size-secondary);
  }
  .body {
    flex: 1;
    min-block-size: 0;
    padding: var(--_space-2) var(--_space-5) var(--_space-5);
    overflow-wrap: anywhere;
  }
  footer {
    display: flex;
    flex-wrap: wrap;
    justify-content: flex-end;
    gap: var(--_space-2);
    padding: var(--_space-3) var(--_space-5);
    border-block-start: var(--_border-width) solid var(--_color-border);
  }
  ::slotted([slot='footer']) {
    display: flex;
    flex: 1;
    flex-wrap: wrap;
    justify-content: flex-end;
    gap: var(--_space-2);
  }
  @media (max-width: 599px) {
    dialog {
      inline-size: 100vw;
      max-block-size: calc(100dvh - 32px);
      margin: auto 0 0;
      border-end-end-radius: 0;
      border-end-start-radius: 0;
      transform: translateY(100%);
    }
    @starting-style {
      dialog[open] {
        transform: translateY(100%);
      }
    }
    .grip {
      position: relative;
      z-index: 1;
      display: grid;
      flex: none;
      place-items: center;
      block-size: 24px;
      margin-block-end: -12px;
      touch-action: none;
      cursor: grab;
    }
    .grip::before {
      inline-size: 36px;
      block-size: 4px;
      border-radius: 2px;
      background: var(--_color-border-strong);
      content: '';
    }
    footer {
      padding-block-end: max(var(--_space-3), env(safe-area-inset-bottom));
    }
  }
  @media (forced-colors: active) {
    dialog {
      border: 1px solid CanvasText;
    }
    .grip::before {
      background: CanvasText;
    }
  }
`;
