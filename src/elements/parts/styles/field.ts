import { css } from 'lit';

/**
 * Native controls in our dress. `<label class="field"><span class="label">…</span><input class="input"></label>`, with
 * `.hint` and `.error` beneath. `.input` also fits `select` (inside `.select`, with a chevron icon after it) and `textarea`;
 * `.input-group` holds an icon or a unit with a bare `<input>`. `.checkbox`, `.radio` and `.switch` are native inputs.
 */
export const fieldStyles = css`
  .field {
    display: grid;
    gap: var(--_space-1);
    min-inline-size: 0;
  }
  .label {
    color: var(--_color-text-secondary);
    font-size: var(--_font-size-secondary);
    font-weight: var(--_font-weight-medium);
  }
  .hint,
  .error {
    font-size: var(--_font-size-caption);
  }
  .hint {
    color: var(--_color-text-muted);
  }
  .error {
    color: var(--_color-danger-text);
  }
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
  .input {
    appearance: none;
    padding: 4px 10px;
  }
  .input[type='date'],
  .input[type='time'] {
    appearance: auto;
    font-variant-numeric: tabular-nums;
  }
  .input[type='number'],
  .input.number {
    appearance: textfield;
    font-variant-numeric: tabular-nums;
  }
  textarea.input {
    display: block;
    min-block-size: calc(var(--_control-height) * 2.5);
    resize: vertical;
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
  .input[aria-invalid='true'],
  .input-group:has(> [aria-invalid='true']) {
    border-color: var(--_color-danger);
  }
  .input:disabled,
  .input-group:has(> input:disabled) {
    border-color: var(--_color-border);
    background: var(--_color-surface-sunken);
    color: var(--_color-text-muted);
  }
  .select {
    position: relative;
    display: block;
    min-inline-size: 0;
  }
  .select > .input {
    padding-inline-end: 28px;
    text-overflow: ellipsis;
  }
  .select > .icon {
    position: absolute;
    inset-block: 0;
    inset-inline-end: 8px;
    margin-block: auto;
    color: var(--_color-icon);
    pointer-events: none;
  }
  @media (pointer: coarse) {
    /* Below 16 px, iOS zooms the page into the field. */
    .input,
    .input-group {
      font-size: 16px;
    }
  }
  @media (forced-colors: active) {
    .input:focus-visible {
      outline-color: Highlight;
    }
  }
`;
