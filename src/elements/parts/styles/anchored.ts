import { css } from 'lit';
import { textReset } from './base.js';

/** The look and the place of a panel that `AnchoredController` opens; its content stands in `<div class="panel">`. */
export const anchoredStyles = css`
  :host {
    ${textReset}
    position: fixed;
    inset: auto;
    position-anchor: auto;
    position-try-fallbacks:
      flip-block,
      flip-inline,
      flip-block flip-inline;
    inline-size: max-content;
    max-inline-size: min(var(--clientele-popover-max-width, 360px), calc(100vw - 16px));
    max-block-size: min(480px, calc(100dvh - 16px));
    margin: 4px 0;
    padding: 0;
    overflow: visible;
    border: 0;
    background: none;
  }
  :host([data-free]) {
    position-area: none;
    margin: 0;
  }
  :host(:popover-open) {
    display: flex;
    flex-direction: column;
  }
  /* Within the host, not the host itself: WebKit 2.50 does not leave the last frame of an animated popover host. */
  .panel {
    display: flex;
    flex-direction: column;
    min-block-size: 0;
    overflow: hidden;
    border-radius: calc(var(--_radius) + 2px);
    background: var(--_color-surface-raised);
    box-shadow: var(--_shadow-popover);
    animation: appear var(--_duration) var(--_easing);
  }
  @keyframes appear {
    from {
      opacity: 0;
      translate: 0 -4px;
    }
  }
  :host([placement='bottom-start']:not([data-free])) {
    position-area: self-block-end span-self-inline-end;
    justify-self: self-start;
  }
  :host([placement='bottom']:not([data-free])) {
    position-area: self-block-end;
    justify-self: anchor-center;
  }
  :host([placement='bottom-end']:not([data-free])) {
    position-area: self-block-end span-self-inline-start;
    justify-self: self-end;
  }
  :host([placement='top-start']:not([data-free])) {
    position-area: self-block-start span-self-inline-end;
    justify-self: self-start;
  }
  :host([placement='top']:not([data-free])) {
    position-area: self-block-start;
    justify-self: anchor-center;
  }
  :host([placement='top-end']:not([data-free])) {
    position-area: self-block-start span-self-inline-start;
    justify-self: self-end;
  }
  :host([placement='start']:not([data-free])) {
    position-area: self-inline-start span-self-block-end;
    margin: 0 4px;
  }
  :host([placement='end']:not([data-free])) {
    position-area: self-inline-end span-self-block-end;
    margin: 0 4px;
  }
  @media (forced-colors: active) {
    .panel {
      border: 1px solid CanvasText;
    }
  }
`;
