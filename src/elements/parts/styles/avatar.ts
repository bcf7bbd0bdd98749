import { css, type CSSResultGroup } from 'lit';
import { hueStyles } from './hue.js';

/** For `avatar()`. */
export const avatarStyles: CSSResultGroup = [
  hueStyles,
  css`
    .avatar {
      position: relative;
      display: inline-grid;
      flex: none;
      place-items: center;
      inline-size: 24px;
      block-size: 24px;
      overflow: hidden;
      border-radius: 50%;
      background: var(--_hue-tint);
      color: var(--_hue-ink);
      font-size: var(--_font-size-caption);
      letter-spacing: -0.04em;
      font-weight: var(--_font-weight-strong);
      line-height: 1;
      user-select: none;
    }
    .avatar.medium,
    .avatar.large {
      letter-spacing: 0;
    }
    .avatar.medium {
      inline-size: 32px;
      block-size: 32px;
      font-size: var(--_font-size-caption);
    }
    .avatar.large {
      inline-size: 56px;
      block-size: 56px;
      font-size: var(--_font-size-name);
    }
    .avatar > img {
      position: absolute;
      inset: 0;
      inline-size: 100%;
      block-size: 100%;
      object-fit: cover;
      background: var(--_color-skeleton);
    }
    @media (forced-colors: active) {
      .avatar {
        border: 1px solid CanvasText;
      }
    }
  `,
];
