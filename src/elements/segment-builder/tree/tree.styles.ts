import { css } from 'lit';

export const treeStyles = css`
  :host {
    display: block;
    min-inline-size: 0;
  }
  .tree {
    position: relative;
  }
  /* What takes the focus comes to stand between what sticks to the edges, never behind it. */
  button,
  select,
  clientele-builder-condition-0 {
    scroll-margin-block: 64px 80px;
  }
  .group {
    min-inline-size: 0;
  }
  .head {
    display: flex;
    flex-wrap: wrap;
    align-items: center;
    gap: 6px;
    min-block-size: var(--_control-height);
  }
  .lead {
    font-weight: var(--_font-weight-medium);
  }
  .select {
    max-inline-size: 100%;
  }
  .head .input {
    inline-size: auto;
    max-inline-size: 100%;
    min-block-size: var(--_control-height-small);
    padding-block: 2px;
    border-color: transparent;
    background: var(--_color-accent-tint);
    color: var(--_color-accent-text);
    font-size: var(--_font-size-secondary);
    font-weight: var(--_font-weight-medium);
    field-sizing: content;
  }
  .head .select > .icon {
    color: var(--_color-accent-text);
  }
  .list {
    display: grid;
    gap: 2px;
    margin-block: 2px;
    border-radius: var(--_radius);
  }
  .list:empty {
    min-block-size: 8px;
  }
  .item {
    display: grid;
    grid-template-columns: var(--_join-width, 40px) minmax(0, 1fr);
    border-radius: var(--_radius);
  }
  .join {
    padding-block-start: 6px;
    color: var(--_color-text-muted);
    font-size: var(--_font-size-secondary);
    line-height: 24px;
    text-align: end;
    padding-inline-end: 6px;
    user-select: none;
  }
  .item > .group {
    margin-block: 4px;
    padding: 4px 8px 4px 4px;
    border: var(--_border-width) solid var(--_color-border);
    border-radius: calc(var(--_radius) + 2px);
    background: color-mix(in oklab, var(--_color-surface-sunken) 50%, transparent);
  }
  .condition {
    min-inline-size: 0;
    padding-block: 2px;
    border-radius: var(--_radius);
  }
  .line {
    display: grid;
    grid-template-columns: auto minmax(0, 1fr) auto;
    align-items: start;
    column-gap: 4px;
    padding-inline-end: 2px;
    border-radius: var(--_radius);
  }
  .item.lit > .condition > .line,
  .item.lit > .group {
    background: var(--_color-accent-tint);
  }
  .where {
    margin-inline-start: 20px;
    padding-inline-start: 10px;
    border-inline-start: 2px solid var(--_color-border);
  }
  .where .item {
    --_join-width: 44px;
  }
  .grip {
    display: grid;
    flex: none;
    place-content: center;
    inline-size: 24px;
    block-size: var(--_control-height);
    border-radius: var(--_radius);
    color: color-mix(in oklab, var(--_color-text-muted) 70%, transparent);
    cursor: grab;
    touch-action: none;
  }
  .grip:hover,
  .grip:focus-visible {
    color: var(--_color-text);
  }
  .more {
    margin-block: calc((var(--_control-height) - var(--_control-height-small)) / 2);
  }
  .head > .more {
    margin-inline-start: auto;
  }
  .adders {
    display: flex;
    flex-wrap: wrap;
    gap: 2px;
    margin-inline-start: calc(var(--_join-width, 40px) - 8px);
  }
  .where .adders,
  .where > .group > .adders {
    margin-inline-start: 0;
  }
  .fault,
  .empty {
    padding-block-end: 4px;
    font-size: var(--_font-size-caption);
  }
  .fault {
    color: var(--_color-danger-text);
  }
  .empty {
    color: var(--_color-text-muted);
    padding-inline-start: 28px;
  }
  :host([data-dragging]) {
    cursor: grabbing;
    user-select: none;
  }
  .item[data-dragging] {
    opacity: 0.45;
  }
  :host([data-dragging]) .list[data-target] {
    outline: 2px dashed var(--_color-accent);
    outline-offset: 2px;
  }
  .drop {
    position: absolute;
    z-index: 1;
    block-size: 4px;
    margin-block-start: -2px;
    border-radius: 2px;
    background: var(--_color-accent);
    pointer-events: none;
  }
  :host([narrow]) .item {
    --_join-width: 0px;
    grid-template-columns: minmax(0, 1fr);
  }
  :host([narrow]) .join {
    padding: 0 0 0 28px;
    font-size: var(--_font-size-caption);
    line-height: 18px;
    text-align: start;
  }
  :host([narrow]) .join:empty {
    display: none;
  }
  :host([narrow]) .where {
    margin-inline-start: 8px;
    padding-inline-start: 6px;
  }
  :host([narrow]) .adders {
    margin-inline-start: 0;
  }
  :host([narrow]) .item > .group {
    padding-inline: 2px 4px;
  }
  @media (forced-colors: active) {
    .drop {
      background: Highlight;
    }
    .item.lit > .condition > .line {
      outline: 1px solid Highlight;
    }
    .head .input {
      border-color: ButtonText;
    }
  }
`;
