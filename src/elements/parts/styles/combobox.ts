import { css } from 'lit';
import { textReset } from './base.js';

export const comboboxStyles = css`
  :host {
    display: block;
    min-inline-size: 0;
  }
  .field-box {
    position: relative;
    flex-wrap: wrap;
    padding-block: 2px;
    cursor: text;
  }
  :host(:not([inline])) .field-box {
    padding-inline-end: 28px;
  }
  .field-box > input ~ .icon {
    position: absolute;
    inset-block: 0;
    inset-inline-end: 8px;
    margin-block: auto;
    pointer-events: none;
  }
  .field-box > input {
    min-inline-size: 72px;
    block-size: calc(var(--_control-height) - 6px);
  }
  .field-box > input.holds::placeholder {
    color: var(--_color-text);
  }
  .field-box > input.holds:focus::placeholder {
    color: var(--_color-text-muted);
  }
  .field-box > .chip {
    min-block-size: 24px;
    border-color: var(--_color-border);
    font-size: var(--_font-size-caption);
  }
  .panel:not(.plain) {
    ${textReset}
    position: fixed;
    inset: auto;
    margin: 0;
    padding: 0;
    border: 0;
    border-radius: calc(var(--_radius) + 2px);
    background: var(--_color-surface-raised);
    box-shadow: var(--_shadow-popover);
  }
  .list {
    max-block-size: 280px;
    padding: var(--_space-1);
  }
  .plain .list {
    margin-block-start: var(--_space-1);
    margin-inline: calc(var(--_space-1) * -1);
  }
  .list:empty {
    display: none;
  }
  .option {
    display: flex;
    align-items: center;
    gap: var(--_space-2);
    min-block-size: var(--_control-height-small);
    padding: 3px var(--_space-2);
    border-radius: calc(var(--_radius) - 1px);
    font-size: var(--_font-size-secondary);
    cursor: default;
    user-select: none;
  }
  @media (hover: hover) {
    .option:hover {
      background: var(--_color-surface-hover);
    }
  }
  .option.active {
    background: var(--_color-surface-active);
  }
  input:focus-visible ~ * .option.active,
  .field-box:focus-within + .panel .option.active {
    outline: var(--_focus-width) solid var(--_color-focus);
    outline-offset: -2px;
  }
  .option[aria-disabled='true'] {
    color: color-mix(in oklab, var(--_color-text-muted) 75%, transparent);
  }
  .hint-end {
    margin-inline-start: auto;
    padding-inline-start: var(--_space-2);
    color: var(--_color-text-muted);
    font-size: var(--_font-size-caption);
    font-variant-numeric: tabular-nums;
  }
  .hue-dot {
    flex: none;
    inline-size: 8px;
    block-size: 8px;
    border-radius: 50%;
    background: var(--_hue-solid);
  }
  .tick {
    display: grid;
    flex: none;
    place-content: center;
    inline-size: 16px;
    block-size: 16px;
    color: var(--_color-accent-text);
  }
  .tick.box {
    border: var(--_border-width) solid var(--_color-control);
    border-radius: 4px;
    background: var(--_color-surface);
  }
  [aria-selected='true'] > .tick.box {
    border-color: var(--_color-accent);
    background: var(--_color-accent);
    color: var(--_color-on-accent);
  }
  [aria-selected='true'] > .tick::before {
    inline-size: 5px;
    block-size: 9px;
    margin-block-start: -2px;
    border: solid currentColor;
    border-width: 0 2px 2px 0;
    content: '';
    transform: rotate(42deg);
  }
  .nothing {
    padding: var(--_space-3);
    color: var(--_color-text-muted);
    font-size: var(--_font-size-secondary);
    text-align: center;
  }
  @media (forced-colors: active) {
    .panel:not(.plain) {
      border: 1px solid CanvasText;
    }
    .option.active {
      outline: 2px solid Highlight;
      outline-offset: -2px;
    }
    [aria-selected='true'] > .tick.box {
      forced-color-adjust: none;
      background: Highlight;
      color: HighlightText;
    }
  }
`;
