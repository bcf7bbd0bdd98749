import { html, type TemplateResult } from 'lit';
import { HUES, type Hue } from '../../theme/hues.js';

interface HuePicker {
  readonly label: string;
  /** The name of no hue, and of each. */
  readonly none: string;
  readonly names: Readonly<Record<Hue, string>>;
  readonly chosen: Hue | null;
  readonly choose: (hue: Hue | null) => void;
}

/** One of the hues, or none: a radio group of dots. Needs `hueStyles` and `huePickerStyles`. */
export function huePicker({ label, none, names, chosen, choose }: HuePicker): TemplateResult {
  const dot = (hue: Hue | null, name: string): TemplateResult =>
    html`<label class="hue ${hue ? `hue-${hue}` : 'none'}" title=${name}
      ><input
        type="radio"
        name="hue"
        aria-label=${name}
        .checked=${chosen === hue}
        @change=${() => choose(hue)} /><span aria-hidden="true"></span
    ></label>`;
  return html`<fieldset class="hue-picker">
    <legend class="label">${label}</legend>
    <div class="hues">${dot(null, none)}${HUES.map((hue) => dot(hue, names[hue]))}</div>
  </fieldset>`;
}
