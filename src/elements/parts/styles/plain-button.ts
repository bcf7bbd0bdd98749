import { css } from 'lit';

/** `.button`, `primary`, `quiet`, `small` and `icon-only`: what stands in a page before anything is opened. */
export const plainButtonStyles = css`
  .button {
    position: relative;
    display: inline-flex;
    flex: none;
    align-items: center;
    justify-content: center;
    gap: 6px;
    min-block-size: var(--_control-height);
    max-inline-size: 100%;
    padding: 3px var(--_space-3);
    border: var(--_border-width) solid var(--_color-border-strong);
    border-radius: var(--_radius);
    background: var(--_color-surface-raised);
    color: var(--_color-text);
    font-size: var(--_font-size-secondary);
    font-weight: var(--_font-weight-medium);
    line-height: 1.3;
    text-align: center;
    white-space: nowrap;
    user-select: none;
    transition:
      background-color 90ms var(--_easing),
      border-color 90ms var(--_easing);
  }
  .button > .icon {
    color: var(--_color-icon);
  }
  .button > .icon:first-child:not(:only-child) {
    margin-inline-start: -3px;
  }
  .button > .icon:last-child:not(:only-child) {
    margin-inline-end: -3px;
  }
  @media (hover: hover) {
    .button:hover {
      background: var(--_color-surface-hover);
    }
  }
  .button:active,
  .button[aria-expanded='true'],
  .button[aria-pressed='true'] {
    background: var(--_color-surface-active);
  }
  .button.small {
    min-block-size: var(--_control-height-small);
    padding-inline: var(--_space-2);
  }
  .button.icon-only {
    inline-size: var(--_control-height);
    padding: 0;
  }
  .button.icon-only.small {
    inline-size: var(--_control-height-small);
  }
  .button.primary {
    border-color: transparent;
    background: var(--_color-accent);
    color: var(--_color-on-accent);
  }
  .button.primary > .icon,
  .button.quiet:is(:hover, [aria-expanded='true'], [aria-pressed='true']) > .icon {
    color: inherit;
  }
  @media (hover: hover) {
    .button.primary:hover {
      background: var(--_color-accent-hover);
    }
  }
  .button.primary:active,
  .button.primary[aria-expanded='true'] {
    background: var(--_color-accent-active);
  }
  .button.quiet {
    border-color: transparent;
    background: transparent;
    color: var(--_color-text-secondary);
  }
  @media (hover: hover) {
    .button.quiet:hover {
      background: color-mix(in oklab, var(--_color-text) 6%, transparent);
      color: var(--_color-text);
    }
  }
  .button.quiet:active,
  .button.quiet[aria-expanded='true'],
  .button.quiet[aria-pressed='true'] {
    background: color-mix(in oklab, var(--_color-text) 9%, transparent);
    color: var(--_color-text);
  }
  @media (forced-colors: active) {
    .button,
    .button.primary {
      border-color: ButtonText;
    }
    .button:is([aria-expanded='true'], [aria-pressed='true']) {
      border-color: Highlight;
    }
  }
`;
