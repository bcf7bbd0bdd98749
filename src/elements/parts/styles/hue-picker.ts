import { css } from 'lit';

/** For `huePicker()`. */
export const huePickerStyles = css`
  .hue-picker > legend {
    margin-block-end: var(--_space-2);
  }
  .hues {
    display: flex;
    flex-wrap: wrap;
    gap: 6px;
  }
  .hue {
    position: relative;
    display: grid;
    inline-size: 28px;
    block-size: 28px;
  }
  .hue > input {
    grid-area: 1 / 1;
    inline-size: 100%;
    block-size: 100%;
    border-radius: 50%;
    appearance: none;
  }
  .hue > span {
    grid-area: 1 / 1;
    place-self: center;
    inline-size: 20px;
    block-size: 20px;
    border-radius: 50%;
    background: var(--_hue-solid);
    pointer-events: none;
  }
  .hue.none > span {
    border: 2px solid var(--_color-control);
    background: linear-gradient(
      135deg,
      transparent calc(50% - 1px),
      var(--_color-control) calc(50% - 1px) calc(50% + 1px),
      transparent calc(50% + 1px)
    );
  }
  .hue > input:checked {
    box-shadow: inset 0 0 0 2px var(--_color-text);
  }
  .hue > input:checked + span {
    inline-size: 16px;
    block-size: 16px;
  }
  @media (forced-colors: active) {
    .hue > span {
      forced-color-adjust: none;
    }
    .hue > input:checked {
      outline: 2px solid Highlight;
    }
  }
`;
