import { css } from 'lit';

/**
 * `<input type="checkbox" class="checkbox">` (ticked, `indeterminate`), `<input type="radio" class="radio">` and
 * `<input type="checkbox" role="switch" class="switch">`; `<label class="choice">` puts words beside one.
 * Marks are drawn with CSS alone: a strict CSP allows no image in a stylesheet.
 */
export const choiceStyles = css`
  .choice {
    display: flex;
    align-items: flex-start;
    gap: var(--_space-2);
    min-block-size: var(--_target);
    padding-block: 3px;
  }
  .checkbox,
  .radio,
  .switch {
    position: relative;
    display: inline-grid;
    flex: none;
    place-content: center;
    inline-size: 16px;
    block-size: 16px;
    margin: 0;
    border: var(--_border-width) solid var(--_color-control);
    border-radius: 4px;
    appearance: none;
    background: var(--_color-surface);
    color: var(--_color-on-accent);
    transition:
      background-color 90ms var(--_easing),
      border-color 90ms var(--_easing);
  }
  .choice > :is(.checkbox, .radio) {
    margin-block-start: calc((1lh - 16px) / 2);
  }
  .choice > .switch {
    margin-block-start: calc((1lh - 20px) / 2);
  }
  /* A target of 24 px around the 16 px that are seen. */
  :is(.checkbox, .radio)::after {
    position: absolute;
    inset: calc((var(--_target) - 14px) / -2);
    content: '';
  }
  @media (hover: hover) {
    :is(.checkbox, .radio, .switch):hover:not(:disabled) {
      border-color: var(--_color-accent);
    }
  }
  .checkbox:is(:checked, :indeterminate),
  .radio:checked,
  .switch:checked {
    border-color: var(--_color-accent);
    background: var(--_color-accent);
  }
  .checkbox::before,
  .radio::before {
    grid-area: 1 / 1;
    content: '';
  }
  .checkbox:checked:not(:indeterminate)::before {
    inline-size: 5px;
    block-size: 9px;
    margin-block-start: -2px;
    border: solid currentColor;
    border-width: 0 2px 2px 0;
    transform: rotate(42deg);
  }
  .checkbox:indeterminate::before {
    inline-size: 8px;
    block-size: 2px;
    border-radius: 1px;
    background: currentColor;
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
  :is(.checkbox, .radio, .switch):disabled {
    border-color: var(--_color-border-strong);
    background: var(--_color-surface-sunken);
    color: var(--_color-text-muted);
  }
  .choice:has(:disabled) {
    color: var(--_color-text-muted);
  }
  @media (forced-colors: active) {
    .checkbox,
    .radio,
    .switch {
      inline-size: 16px;
      block-size: 16px;
      appearance: auto;
    }
    :is(.checkbox, .radio, .switch)::before,
    :is(.checkbox, .radio, .switch)::after {
      content: none;
    }
  }
`;
