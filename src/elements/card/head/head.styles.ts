import { css } from 'lit';

export const headStyles = css`
  :host {
    display: grid;
    gap: var(--_space-3);
    min-inline-size: 0;
  }
  .who {
    display: flex;
    align-items: flex-start;
    gap: var(--_space-3);
    min-inline-size: 0;
  }
  .names {
    display: grid;
    flex: 1;
    gap: var(--_space-1);
    min-inline-size: 0;
  }
  .name {
    font-size: 20px;
    font-weight: var(--_font-weight-strong);
    line-height: 1.3;
    overflow-wrap: anywhere;
  }
  .badges {
    display: flex;
    flex-wrap: wrap;
    align-items: center;
    gap: var(--_space-1) var(--_space-2);
  }
  .star[aria-pressed='true'] > .icon {
    color: var(--_color-amber-solid);
  }
  .alerts {
    display: grid;
    gap: var(--_space-1);
  }
  .alerts li {
    display: flex;
    align-items: flex-start;
    gap: var(--_space-2);
    padding: var(--_space-1) var(--_space-2);
    border-radius: var(--_radius);
    background: var(--_color-surface-sunken);
    font-size: var(--_font-size-secondary);
    overflow-wrap: anywhere;
  }
  .alerts .icon {
    margin-block-start: calc((1lh - 16px) / 2);
  }
  .alerts .alert {
    background: var(--_color-danger-tint);
    color: var(--_color-danger-text);
    font-weight: var(--_font-weight-medium);
  }
  .contacts {
    display: flex;
    flex-wrap: wrap;
    gap: var(--_space-1) var(--_space-4);
    min-inline-size: 0;
  }
  .contacts li {
    display: inline-flex;
    align-items: center;
    gap: 6px;
    min-inline-size: 0;
    max-inline-size: 100%;
    min-block-size: var(--_target);
  }
  .contacts .icon {
    color: var(--_color-icon);
  }
  .contact {
    border-radius: 2px;
  }
  @media (hover: hover) {
    .contact:hover {
      color: var(--_color-accent-text);
      text-decoration: underline;
      text-underline-offset: 2px;
    }
  }
  .quiet-text {
    color: var(--_color-text-muted);
    font-size: var(--_font-size-caption);
  }
  .numbers {
    display: grid;
    grid-template-columns: repeat(auto-fit, minmax(104px, 1fr));
    overflow: hidden;
    border: var(--_border-width) solid var(--_color-border);
    border-radius: var(--_radius);
    gap: var(--_border-width);
  }
  .number {
    display: flex;
    flex-direction: column-reverse;
    box-shadow: 0 0 0 var(--_border-width) var(--_color-border);
  }
  .number dt {
    padding: 0 var(--_space-3) var(--_space-2);
    color: var(--_color-text-secondary);
    font-size: var(--_font-size-caption);
  }
  .number button {
    inline-size: 100%;
    min-block-size: 32px;
    padding: var(--_space-2) var(--_space-3) 0;
    font-size: var(--_font-size-head);
    font-weight: var(--_font-weight-strong);
    font-variant-numeric: tabular-nums;
    text-align: start;
  }
  .number button:focus-visible {
    outline-offset: -2px;
  }
  .number.bad button {
    color: var(--_color-danger-text);
  }
  @media (hover: hover) {
    .number:hover {
      background: var(--_color-surface-hover);
    }
  }
  .explained {
    display: grid;
    gap: var(--_space-2);
    justify-items: start;
  }
  .explained h3 {
    font-weight: var(--_font-weight-medium);
  }
  .explained p {
    color: var(--_color-text-secondary);
    font-size: var(--_font-size-secondary);
  }
`;
