import { css } from 'lit';

/** What a host page could have set on text around us, taken back; its font family alone is kept, by design. */
export const textReset = css`
  color: var(--_color-text);
  font-family: var(--_font-family);
  font-size: var(--_font-size-body);
  font-style: normal;
  font-variant: normal;
  font-weight: var(--_font-weight-regular);
  font-stretch: normal;
  line-height: var(--_line-height);
  letter-spacing: normal;
  word-spacing: normal;
  text-transform: none;
  text-indent: 0;
  text-align: start;
  text-shadow: none;
  white-space: normal;
  list-style: none;
  cursor: auto;
  border-collapse: separate;
  border-spacing: 0;
  -webkit-text-size-adjust: 100%;
  text-size-adjust: 100%;
`;

/**
 * Every shadow root takes these first. A widget that stands in a host's page wraps what it renders in
 * `<div class="root" part="base">`: rules of the page such as `* { all: unset }` reach the host element, never this.
 */
export const base = css`
  :host {
    box-sizing: border-box;
  }
  :host([hidden]),
  [hidden] {
    display: none !important;
  }
  *,
  *::before,
  *::after {
    box-sizing: border-box;
  }
  .root {
    ${textReset}
    display: block;
  }
  h1,
  h2,
  h3,
  h4,
  p,
  ul,
  ol,
  dl,
  dd,
  figure,
  fieldset,
  legend {
    margin: 0;
    padding: 0;
    border: 0;
    min-inline-size: 0;
    font: inherit;
  }
  ul,
  ol {
    list-style: none;
  }
  button,
  input,
  select,
  textarea {
    margin: 0;
    color: inherit;
    font: inherit;
    letter-spacing: inherit;
  }
  button {
    padding: 0;
    border: 0;
    background: none;
    text-align: inherit;
    cursor: default;
    touch-action: manipulation;
    -webkit-tap-highlight-color: transparent;
  }
  a {
    color: inherit;
    text-decoration: none;
  }
  :focus {
    outline: none;
  }
  :focus-visible {
    outline: var(--_focus-width) solid var(--_color-focus);
    outline-offset: var(--_focus-offset);
  }
  .visually-hidden:not(:focus):not(:focus-within) {
    position: absolute;
    inline-size: 1px;
    block-size: 1px;
    margin: -1px;
    overflow: hidden;
    clip-path: inset(50%);
    white-space: nowrap;
  }
  .truncate {
    min-inline-size: 0;
    overflow: hidden;
    text-overflow: ellipsis;
    white-space: nowrap;
  }
  .numeric {
    font-variant-numeric: tabular-nums;
    text-align: end;
  }
  @media (prefers-reduced-motion: reduce) {
    *,
    *::before,
    *::after,
    :host {
      animation-duration: 0.01ms !important;
      animation-iteration-count: 1 !important;
      transition-duration: 0.01ms !important;
      scroll-behavior: auto !important;
    }
  }
`;

export const iconStyles = css`
  .icon {
    display: block;
    flex: none;
    inline-size: 16px;
    block-size: 16px;
    fill: none;
    stroke: currentColor;
    stroke-width: 2.25;
    stroke-linecap: round;
    stroke-linejoin: round;
  }
  .icon.filled {
    fill: currentColor;
  }
  .icon.flips:dir(rtl) {
    transform: scaleX(-1);
  }
`;

/** Thin scrollbars in the neutrals; `.scrolls` on the element that scrolls. */
export const scrollStyles = css`
  .scrolls {
    overflow: auto;
    overscroll-behavior: contain;
    scrollbar-width: thin;
    scrollbar-color: var(--_color-border-strong) transparent;
  }
  /* WebKitGTK lays its own scrollbar over what stands at the side, and takes the clicks on it. */
  @supports (-webkit-hyphens: none) {
    .scrolls {
      scrollbar-width: auto;
    }
    .scrolls::-webkit-scrollbar {
      width: 10px;
      height: 10px;
    }
    .scrolls::-webkit-scrollbar-thumb {
      border: 2px solid transparent;
      border-radius: 5px;
      background: var(--_color-border-strong);
      background-clip: padding-box;
    }
  }
`;
