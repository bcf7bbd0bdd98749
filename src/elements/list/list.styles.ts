import { css } from 'lit';

export const listStyles = css`
  :host {
    display: block;
    min-block-size: 320px;
    block-size: 100%;
  }
  .root.list {
    position: relative;
    display: flex;
    flex-direction: column;
    min-block-size: inherit;
    block-size: 100%;
    container: clientele-list / inline-size;
  }
  .body {
    display: flex;
    flex: 1;
    min-block-size: 0;
    overflow: hidden;
    border: var(--_border-width) solid var(--_color-border);
    border-radius: calc(var(--_radius) + 2px);
    background: var(--_color-surface);
  }
  .rows {
    display: flex;
    flex: 1;
    flex-direction: column;
    min-inline-size: 0;
  }
  .state {
    display: grid;
    flex: 1;
    place-items: center;
    padding: var(--_space-8) var(--_space-4);
    overflow: auto;
  }
`;
