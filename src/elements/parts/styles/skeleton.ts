import { css } from 'lit';

/** For `skeleton()`. */
export const skeletonStyles = css`
  .skeleton {
    display: inline-block;
    max-inline-size: 100%;
    block-size: 10px;
    border-radius: 5px;
    background: var(--_color-skeleton);
    vertical-align: middle;
  }
  .skeleton.circle {
    inline-size: 24px;
    block-size: 24px;
    border-radius: 50%;
  }
`;
