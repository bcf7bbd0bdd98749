import { css } from 'lit';

/** For `progressBar()`. */
export const progressStyles = css`
  .progress {
    position: relative;
    inline-size: 100%;
    block-size: 6px;
    overflow: hidden;
    border-radius: 3px;
    background: var(--_color-surface-active);
  }
  .progress > span {
    position: absolute;
    inset: 0;
    border-radius: inherit;
    background: var(--_color-accent);
    transform: scaleX(var(--_share, 0));
    transform-origin: left;
    transition: transform var(--_duration) linear;
  }
  .progress:dir(rtl) > span {
    transform-origin: right;
  }
  .progress.danger > span {
    background: var(--_color-danger);
  }
  .progress.success > span {
    background: var(--_color-success);
  }
  .progress.unknown > span {
    inline-size: 33%;
    transform: none;
    animation: progress 1.2s infinite alternate ease-in-out;
  }
  @keyframes progress {
    from {
      translate: -40% 0;
    }
    to {
      translate: 240% 0;
    }
  }
  @media (forced-colors: active) {
    .progress {
      border: 1px solid CanvasText;
    }
    .progress > span {
      forced-color-adjust: none;
      background: Highlight;
    }
  }
`;
