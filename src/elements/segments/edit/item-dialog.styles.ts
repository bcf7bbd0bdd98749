import { css, type CSSResultGroup } from 'lit';
import { base, iconStyles } from '../../parts/styles/base.js';
import { buttonStyles } from '../../parts/styles/button.js';
import { choiceStyles } from '../../parts/styles/choice.js';
import { fieldStyles } from '../../parts/styles/field.js';
import { huePickerStyles } from '../../parts/styles/hue-picker.js';
import { hueStyles } from '../../parts/styles/hue.js';

const own = css`
  form {
    display: grid;
    gap: var(--_space-4);
  }
  legend {
    margin-block-end: var(--_space-1);
  }
  .short {
    max-inline-size: 120px;
  }
  .pair {
    display: grid;
    grid-template-columns: repeat(auto-fit, minmax(160px, 1fr));
    gap: var(--_space-3);
    align-items: start;
  }
  .words {
    padding: var(--_space-2) var(--_space-3);
    border-radius: var(--_radius);
    background: var(--_color-surface-sunken);
    overflow-wrap: anywhere;
  }
  .wide {
    --clientele-dialog-width: 960px;
  }
  .failure {
    padding: var(--_space-2) var(--_space-3);
    border-radius: var(--_radius);
    background: var(--_color-danger-tint);
    color: var(--_color-danger-text);
    font-size: var(--_font-size-secondary);
  }
`;

export const itemDialogStyles: CSSResultGroup = [
  base,
  iconStyles,
  buttonStyles,
  fieldStyles,
  choiceStyles,
  hueStyles,
  huePickerStyles,
  own,
];
