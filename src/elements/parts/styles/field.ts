import { css, type CSSResultGroup } from 'lit';
import { inputGroupStyles } from './input-group.js';

const more = css`
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
  @media (forced-colors: active) {
    .input:focus-visible {
      outline-color: Highlight;
    }
  }
`;

/**
 * Native controls in our dress. `<label class="field"><span class="label">…</span><input class="input"></label>`, with
 * `.hint` and `.error` beneath. `.input` also fits `select` (inside `.select`, with a chevron icon after it) and `textarea`;
 * `.input-group` holds an icon or a unit with a bare `<input>`. `.checkbox`, `.radio` and `.switch` are native inputs.
 */
export const fieldStyles: CSSResultGroup = [inputGroupStyles, more];
