import { html, type TemplateResult } from 'lit';
import { ChevronDown } from 'lucide';
import { icon } from '../../parts/icon.js';

export interface Select {
  readonly label: string;
  readonly options: readonly (readonly [value: string, label: string])[];
  readonly value: string;
  /** Shown while nothing is chosen. */
  readonly placeholder?: string;
  readonly set: (value: string) => void;
}

/** A native select within a line of controls: as wide as what is chosen, its name for those who do not see the line. */
export function select({ label, options, value, placeholder, set }: Select): TemplateResult {
  const isKnown = options.some(([each]) => each === value);
  const all = isKnown ? options : [[value, placeholder ?? value] as const, ...options];
  return html`<span class="select"
    ><select
      class="input"
      aria-label=${label}
      @change=${(event: Event) => set((event.target as HTMLSelectElement).value)}
    >
      ${all.map(([each, text]) => html`<option value=${each} .selected=${each === value}>${text}</option>`)}</select
    >${icon(ChevronDown)}</span
  >`;
}
