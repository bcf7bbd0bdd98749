import { css } from 'lit';

export const conditionStyles = css`
  :host {
    display: block;
    min-inline-size: 0;
  }
  :is(button, input, select, clientele-combobox-0) {
    scroll-margin-block: 64px 80px;
  }
  .line {
    display: flex;
    flex-wrap: wrap;
    align-items: center;
    gap: 6px;
    min-block-size: var(--_control-height);
  }
  /* Names of controls are for those who do not see the line. */
  .label {
    position: absolute;
    inline-size: 1px;
    block-size: 1px;
    overflow: hidden;
    clip-path: inset(50%);
    white-space: nowrap;
  }
  .field {
    position: relative;
    display: block;
    max-inline-size: 100%;
  }
  .pair {
    display: flex;
    flex-wrap: wrap;
    align-items: center;
    gap: 6px;
    min-inline-size: 0;
  }
  .pair > .field + .field:has(input)::before {
    margin-inline-end: 6px;
    color: var(--_color-text-muted);
    content: '–';
  }
  .pair > .field:has(input) {
    display: flex;
    align-items: center;
  }
  .input,
  .input-group {
    inline-size: auto;
    min-block-size: var(--_control-height-small);
    font-size: var(--_font-size-secondary);
  }
  .input {
    padding-block: 2px;
  }
  select.input {
    inline-size: 100%;
    border-color: var(--_color-border-strong);
    max-inline-size: 260px;
    field-sizing: content;
  }
  input.input {
    inline-size: 200px;
    max-inline-size: 100%;
  }
  input.input[type='search'] {
    inline-size: 280px;
  }
  input.input[type='date'] {
    inline-size: 140px;
  }
  input.input.number {
    inline-size: 72px;
  }
  .input-group {
    inline-size: 112px;
  }
  .input-group > input {
    inline-size: 0;
    block-size: calc(var(--_control-height-small) - 2px);
  }
  @supports (field-sizing: content) {
    input.input:not([type='date'], [type='search']),
    .input-group > input {
      inline-size: auto;
      min-inline-size: 5ch;
      max-inline-size: min(320px, 100%);
      field-sizing: content;
    }
    input.input[type='text']:not(.number) {
      min-inline-size: 120px;
    }
    .input-group {
      inline-size: auto;
      min-inline-size: 64px;
    }
  }
  .options {
    inline-size: fit-content;
    min-inline-size: min(200px, 100%);
    max-inline-size: min(420px, 100%);
    --_control-height: var(--_control-height-small);
    font-size: var(--_font-size-secondary);
  }
  .name {
    flex: none;
    max-inline-size: 100%;
    font-weight: var(--_font-weight-medium);
    font-size: var(--_font-size-secondary);
  }
  span.name {
    padding-inline-end: var(--_space-1);
    overflow: hidden;
    text-overflow: ellipsis;
    white-space: nowrap;
  }
  button.button.name {
    min-inline-size: 0;
    margin-inline-start: calc(var(--_space-1) * -1);
    padding-inline: var(--_space-1);
    color: var(--_color-text);
  }
  .word,
  .quiet:not(button) {
    color: var(--_color-text-secondary);
    font-size: var(--_font-size-secondary);
  }
  .told {
    font-size: var(--_font-size-secondary);
  }
  .quiet:not(button) {
    color: var(--_color-text-muted);
    font-size: var(--_font-size-caption);
  }
  .choice {
    align-items: center;
    color: var(--_color-text-secondary);
    font-size: var(--_font-size-secondary);
    gap: 6px;
  }
  .choice > .checkbox {
    margin-block-start: 0;
  }
  .not {
    display: inline-flex;
    align-items: center;
    gap: 2px;
    min-block-size: var(--_target);
    padding-inline: 8px 4px;
    border-radius: 999px;
    background: var(--_color-warning-tint);
    color: var(--_color-warning-text);
    font-size: var(--_font-size-caption);
    font-weight: var(--_font-weight-medium);
  }
  .not .icon {
    inline-size: 12px;
    block-size: 12px;
  }
  .fault,
  .error {
    flex-basis: 100%;
    margin-block: 2px 4px;
    color: var(--_color-danger-text);
    font-size: var(--_font-size-caption);
  }
  .fault.todo {
    color: var(--_color-text-secondary);
  }
  .skeleton {
    inline-size: 160px;
    block-size: 12px;
    border-radius: 4px;
    background: var(--_color-surface-active);
  }
  @media (forced-colors: active) {
    .not {
      border: 1px solid ButtonText;
    }
  }
`;
