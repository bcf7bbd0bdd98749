import { css, type CSSResult } from 'lit';
import { iconStyles } from '../parts/styles/base.js';
import { emptyStateStyles } from '../parts/styles/empty-state.js';
import { plainButtonStyles } from '../parts/styles/plain-button.js';

const own = css`
  .trouble {
    display: flex;
    flex: none;
    flex-wrap: wrap;
    gap: var(--_space-2);
    align-items: center;
    padding: 6px var(--_space-3);
    border-block-start: var(--_border-width) solid var(--_color-border);
    background: var(--_color-warning-tint);
    color: var(--_color-warning-text);
    font-size: var(--_font-size-secondary);
  }
  .trouble .button {
    margin-inline-start: auto;
  }
  .state {
    display: grid;
    flex: 1;
    place-items: center;
    padding: var(--_space-8) var(--_space-4);
    overflow: auto;
  }
`;

/** What the list takes when something stands in the place of its rows. */
export const statesStyles: readonly CSSResult[] = [iconStyles, plainButtonStyles, emptyStateStyles, own];
