import { css } from 'lit';

/** The frame of a text field, and `.input-group`: an icon or a unit with a bare `<input>`. */
export const inputGroupStyles = css`
  .input,
  .input-group {
    inline-size: 100%;
    min-inline-size: 0;
    min-block-size: var(--_control-height);
    border: var(--_border-width) solid var(--_color-control);
    border-radius: var(--_radius);
    background: var(--_color-surface);
    color: var(--_color-text);
    font-size: var(--_font-size-body);
    line-height: 1.4;
    transition: border-color 90ms var(--_easing);
  }
  .input-group {
    display: flex;
    align-items: center;
    gap: 6px;
    padding-inline: var(--_space-2);
  }
  .input-group > :is(.icon, .unit) {
    color: var(--_color-text-muted);
  }
  .input-group > input {
    flex: 1;
    min-inline-size: 0;
    block-size: calc(var(--_control-height) - 2px);
    padding: 0;
    border: 0;
    outline: none;
    appearance: none;
    background: none;
  }
  .input-group > input::-webkit-search-cancel-button {
    display: none;
  }
  .input-group:focus-within:has(> input:focus-visible),
  .input:focus-visible {
    border-color: var(--_color-focus);
    outline: var(--_focus-width) solid var(--_color-focus);
    outline-offset: -1px;
  }
  :is(.input, .input-group > input)::placeholder {
    color: var(--_color-text-muted);
    opacity: 1;
  }
  @media (hover: hover) {
    :is(.input, .input-group):hover:not(:disabled, :focus-within) {
      border-color: var(--_color-text-muted);
    }
  }
  @media (pointer: coarse) {
    /* Below 16 px, iOS zooms the page into the field. */
    .input,
    .input-group {
      font-size: 16px;
    }
  }
`;
