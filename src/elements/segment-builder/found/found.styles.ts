import { css } from 'lit';

export const foundStyles = css`
  :host {
    display: grid;
    align-content: start;
    gap: var(--_space-5);
    min-inline-size: 0;
  }
  .part {
    min-inline-size: 0;
  }
  h3 {
    margin-block-end: var(--_space-1);
    color: var(--_color-text-muted);
    font-size: var(--_font-size-caption);
    font-weight: var(--_font-weight-medium);
  }
  .figure {
    min-block-size: 30px;
    font-size: 20px;
    font-weight: var(--_font-weight-strong);
    font-variant-numeric: tabular-nums;
    line-height: 30px;
  }
  .old {
    opacity: 0.6;
  }
  .note {
    min-block-size: 1lh;
    margin-block-start: var(--_space-1);
    color: var(--_color-text-secondary);
    font-size: var(--_font-size-secondary);
  }
  .sentence {
    overflow-wrap: anywhere;
    text-wrap: pretty;
  }
  .sentence b {
    font-weight: var(--_font-weight-medium);
  }
  .run {
    border-radius: 3px;
    text-decoration: underline dotted var(--_color-control);
    text-decoration-thickness: 1px;
    text-underline-offset: 3px;
    cursor: pointer;
    box-decoration-break: clone;
    -webkit-box-decoration-break: clone;
  }
  .run.lit {
    background: var(--_color-accent-tint);
    color: var(--_color-accent-text);
  }
  .problem {
    color: var(--_color-danger-text);
  }
  .sample {
    display: grid;
    align-content: start;
    gap: 2px;
    min-block-size: 168px;
    margin-inline: -4px;
  }
  .client {
    display: grid;
    grid-template-columns: auto minmax(0, 1fr) auto;
    align-items: center;
    gap: var(--_space-2);
    min-block-size: 32px;
    padding-inline: 4px;
    font-size: var(--_font-size-secondary);
  }
  .about {
    color: var(--_color-text-muted);
    font-size: var(--_font-size-caption);
  }
  .trouble {
    display: flex;
    flex-wrap: wrap;
    align-items: center;
    gap: var(--_space-2);
    margin-block-start: var(--_space-2);
    padding: 6px var(--_space-2);
    border-radius: var(--_radius);
    background: var(--_color-warning-tint);
    color: var(--_color-warning-text);
    font-size: var(--_font-size-secondary);
  }
  .trouble > .button {
    margin-inline-start: auto;
  }
  @media (forced-colors: active) {
    .run.lit {
      forced-color-adjust: none;
      background: Highlight;
      color: HighlightText;
    }
  }
`;
