import { css } from 'lit';

/** `.hue-teal` and so on: the tint, the ink and the solid of a category hue for whatever stands within. */
export const hueStyles = css`
  .hue-red {
    --_hue-tint: var(--_color-red-tint);
    --_hue-ink: var(--_color-red-ink);
    --_hue-solid: var(--_color-red-solid);
  }
  .hue-orange {
    --_hue-tint: var(--_color-orange-tint);
    --_hue-ink: var(--_color-orange-ink);
    --_hue-solid: var(--_color-orange-solid);
  }
  .hue-amber {
    --_hue-tint: var(--_color-amber-tint);
    --_hue-ink: var(--_color-amber-ink);
    --_hue-solid: var(--_color-amber-solid);
  }
  .hue-lime {
    --_hue-tint: var(--_color-lime-tint);
    --_hue-ink: var(--_color-lime-ink);
    --_hue-solid: var(--_color-lime-solid);
  }
  .hue-green {
    --_hue-tint: var(--_color-green-tint);
    --_hue-ink: var(--_color-green-ink);
    --_hue-solid: var(--_color-green-solid);
  }
  .hue-teal {
    --_hue-tint: var(--_color-teal-tint);
    --_hue-ink: var(--_color-teal-ink);
    --_hue-solid: var(--_color-teal-solid);
  }
  .hue-cyan {
    --_hue-tint: var(--_color-cyan-tint);
    --_hue-ink: var(--_color-cyan-ink);
    --_hue-solid: var(--_color-cyan-solid);
  }
  .hue-blue {
    --_hue-tint: var(--_color-blue-tint);
    --_hue-ink: var(--_color-blue-ink);
    --_hue-solid: var(--_color-blue-solid);
  }
  .hue-indigo {
    --_hue-tint: var(--_color-indigo-tint);
    --_hue-ink: var(--_color-indigo-ink);
    --_hue-solid: var(--_color-indigo-solid);
  }
  .hue-violet {
    --_hue-tint: var(--_color-violet-tint);
    --_hue-ink: var(--_color-violet-ink);
    --_hue-solid: var(--_color-violet-solid);
  }
  .hue-pink {
    --_hue-tint: var(--_color-pink-tint);
    --_hue-ink: var(--_color-pink-ink);
    --_hue-solid: var(--_color-pink-solid);
  }
  .hue-grey {
    --_hue-tint: var(--_color-grey-tint);
    --_hue-ink: var(--_color-grey-ink);
    --_hue-solid: var(--_color-grey-solid);
  }
`;
