import { css, type CSSResultGroup } from 'lit';
import { plainButtonStyles } from './plain-button.js';

const more = css`
  .button.danger {
    border-color: transparent;
    background: var(--_color-danger);
    color: var(--_color-on-danger);
  }
  .button.danger > .icon {
    color: inherit;
  }
  @media (hover: hover) {
    .button.danger:hover {
      background: var(--_color-danger-hover);
    }
  }
  .button.danger:active {
    background: var(--_color-danger-hover);
  }
  .button:disabled,
  .button[aria-disabled='true'] {
    border-color: var(--_color-border);
    background: var(--_color-surface-sunken);
    color: color-mix(in oklab, var(--_color-text-muted) 70%, transparent);
  }
  .button.quiet:disabled,
  .button.quiet[aria-disabled='true'] {
    border-color: transparent;
    background: transparent;
  }
  .button:is(:disabled, [aria-disabled='true']) > .icon {
    color: inherit;
  }
  .link-button {
    border-radius: 2px;
    color: var(--_color-accent-text);
    font-weight: var(--_font-weight-medium);
  }
  @media (hover: hover) {
    .link-button:hover {
      text-decoration: underline;
      text-underline-offset: 2px;
    }
  }
  .button-group {
    display: inline-flex;
    flex-wrap: wrap;
    gap: var(--_space-2);
  }
  @media (forced-colors: active) {
    .button.danger {
      border-color: ButtonText;
    }
    .button:disabled,
    .button[aria-disabled='true'] {
      border-color: GrayText;
      color: GrayText;
    }
  }
`;

/**
 * `<button class="button">`, with `primary`, `danger` or `quiet`, `small`, and `icon-only` (which then needs a name).
 * `link-button` is a button that reads as text in the accent.
 */
export const buttonStyles: CSSResultGroup = [plainButtonStyles, more];
