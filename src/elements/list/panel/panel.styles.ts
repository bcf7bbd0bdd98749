import { css } from 'lit';

export const panelStyles = css`
  :host {
    display: flex;
    flex: none;
    min-block-size: 0;
    inline-size: 296px;
    border-inline-start: var(--_border-width) solid var(--_color-border);
    background: var(--_color-surface);
  }
  :host([sheet]) {
    inline-size: 100%;
    border: 0;
  }
  .panel {
    display: flex;
    flex: 1;
    flex-direction: column;
    min-inline-size: 0;
  }
  .head {
    display: flex;
    align-items: center;
    justify-content: space-between;
    gap: var(--_space-2);
    padding: var(--_space-2) var(--_space-2) 0 var(--_space-4);
  }
  :host([sheet]) .head {
    display: none;
  }
  .title {
    color: var(--_color-text-secondary);
    font-size: var(--_font-size-caption);
    font-weight: var(--_font-weight-medium);
  }
  .content {
    display: grid;
    flex: 1;
    align-content: start;
    gap: var(--_space-4);
    padding: var(--_space-2) var(--_space-4) var(--_space-4);
    overflow: auto;
  }
  .who {
    display: flex;
    align-items: center;
    gap: var(--_space-3);
  }
  .names {
    min-inline-size: 0;
  }
  .name {
    font-size: var(--_font-size-head);
    font-weight: var(--_font-weight-strong);
    line-height: 1.25;
    overflow-wrap: anywhere;
  }
  .badges,
  .tags {
    display: flex;
    flex-wrap: wrap;
    gap: var(--_space-1) var(--_space-2);
    margin-block-start: 2px;
    font-size: var(--_font-size-secondary);
  }
  .alerts {
    display: grid;
    gap: var(--_space-1);
    padding: var(--_space-2) var(--_space-3);
    border-radius: var(--_radius);
    background: var(--_color-warning-tint);
    color: var(--_color-warning-text);
    font-size: var(--_font-size-secondary);
    font-weight: var(--_font-weight-medium);
  }
  .alerts li,
  .contacts li {
    display: flex;
    gap: var(--_space-2);
    align-items: center;
    min-block-size: var(--_target);
  }
  .contacts {
    font-size: var(--_font-size-secondary);
    font-variant-numeric: tabular-nums;
  }
  .contacts svg {
    color: var(--_color-icon);
  }
  .contact {
    padding-block: 3px;
    color: var(--_color-accent-text);
    border-radius: 3px;
  }
  .contact:hover {
    text-decoration: underline;
  }
  .figures {
    display: grid;
    grid-template-columns: 1fr 1fr;
    gap: 1px;
    overflow: hidden;
    border: var(--_border-width) solid var(--_color-border);
    border-radius: var(--_radius);
    background: var(--_color-border);
  }
  .figure {
    display: flex;
    flex-direction: column;
    padding: var(--_space-2) var(--_space-3);
    background: var(--_color-surface);
  }
  .figure dd {
    overflow: hidden;
    font-size: var(--_font-size-body);
    text-overflow: ellipsis;
    white-space: nowrap;
    font-weight: var(--_font-weight-strong);
    font-variant-numeric: tabular-nums;
  }
  .figure dt,
  .caption,
  .facts dt,
  .quiet-text {
    color: var(--_color-text-secondary);
    font-size: var(--_font-size-caption);
  }
  .caption {
    margin-block-end: calc(-1 * var(--_space-2));
    font-weight: var(--_font-weight-medium);
  }
  .facts {
    display: grid;
    grid-template-columns: auto 1fr;
    gap: var(--_space-1) var(--_space-3);
    align-items: baseline;
    font-size: var(--_font-size-secondary);
  }
  .facts dd {
    text-align: end;
  }
  .open {
    inline-size: 100%;
  }
  .loading {
    display: grid;
    gap: var(--_space-3);
  }
  .actions {
    display: flex;
    flex-wrap: wrap;
    gap: var(--_space-2);
    padding: var(--_space-3) var(--_space-4);
    border-block-start: var(--_border-width) solid var(--_color-border);
  }
`;
