import { css, type CSSResultGroup } from 'lit';
import { checkboxStyles } from './checkbox.js';

const more = css`
  .choice {
    display: flex;
    align-items: flex-start;
    gap: var(--_space-2);
    min-block-size: var(--_target);
    padding-block: 3px;
  }
  .choice > :is(.checkbox, .radio) {
    margin-block-start: calc((1lh - 16px) / 2);
  }
  .choice > .switch {
    margin-block-start: calc((1lh - 20px) / 2);
  }
  .radio {
    border-radius: 50%;
  }
  .radio:checked::before {
    inline-size: 6px;
    block-size: 6px;
    border-radius: 50%;
    background: currentColor;
  }
  .switch {
    inline-size: 32px;
    block-size: 20px;
    border-color: var(--_color-control);
    border-radius: 10px;
    background: var(--_color-surface-sunken);
  }
  .switch::before {
    position: absolute;
    inset-block: 2px;
    inset-inline-start: 2px;
    inline-size: 14px;
    block-size: 14px;
    border-radius: 50%;
    background: var(--_color-control);
    content: '';
    transition:
      inset-inline-start var(--_duration) var(--_easing),
      background-color 90ms var(--_easing);
  }
  .switch:checked::before {
    inset-inline-start: 14px;
    background: currentColor;
  }
  .switch::after {
    position: absolute;
    inset: -3px;
    content: '';
  }
  .choice:has(:disabled) {
    color: var(--_color-text-muted);
  }
  @media (forced-colors: active) {
    .switch {
      inline-size: 16px;
      block-size: 16px;
    }
    .switch::before,
    .switch::after {
      content: none;
    }
  }
`;

/**
 * `<input type="checkbox" class="checkbox">` (ticked, `indeterminate`), `<input type="radio" class="radio">` and
 * `<input type="checkbox" role="switch" class="switch">`; `<label class="choice">` puts words beside one.
 * Marks are drawn with CSS alone: a strict CSP allows no image in a stylesheet.
 */
export const choiceStyles: CSSResultGroup = [checkboxStyles, more];
