import { css } from 'lit';

/** What a box, a radio button and a switch have in common, and the box's own marks. */
export const checkboxStyles = css`
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
  :is(.checkbox, .radio, .switch):disabled {
    border-color: var(--_color-border-strong);
    background: var(--_color-surface-sunken);
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
