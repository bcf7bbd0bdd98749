import { css } from 'lit';

export const viewsStyles = css`
  :host {
    display: inline-flex;
    min-inline-size: 0;
  }
  .name {
    max-inline-size: 180px;
  }
  .dot {
    flex: none;
    inline-size: 7px;
    block-size: 7px;
    border-radius: 50%;
    background: var(--_color-accent);
  }
  :host([narrow]) .name {
    max-inline-size: 96px;
  }
  @media (forced-colors: active) {
    .dot {
      forced-color-adjust: none;
      background: Highlight;
    }
  }
`;
