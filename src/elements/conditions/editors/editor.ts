import { html, type TemplateResult } from 'lit';
import { ChevronDown } from 'lucide';
import type { Description, Field } from '../../../contract/index.js';
import type { Terms } from '../../../locales/terms.js';
import type { Formatter } from '../../../sdk/types.js';
import { icon } from '../../parts/icon.js';
import type { Draft, Drafter, DraftProblem } from '../drafts.js';

/** What the controls of an editor show, and whom they tell of a change. */
export interface ControlsContext {
  readonly field: Field;
  readonly draft: Draft;
  /** What is wrong with the draft, to be said at the control; null: nothing. */
  readonly problem: DraftProblem;
  readonly description: Pick<Description, 'lists' | 'settings'>;
  readonly format: Formatter;
  readonly terms: Pick<Terms, 'conditions' | 'common' | 'sentence'>;
  /** In a line with others: long lists open when they are wanted. */
  readonly compact?: boolean;
  set(change: Partial<Draft>): void;
}

/** The editor of one family of types. Loaded when a field of it is first filtered by. */
export interface ConditionEditor {
  readonly drafts: Drafter;
  /** The controls below the choice of the question; the one to begin with has `autofocus`. */
  controls(context: ControlsContext): unknown;
}

/** A native select in our dress. */
export function select(
  label: string,
  options: readonly (readonly [value: string, label: string])[],
  value: string,
  onChange: (value: string) => void,
): TemplateResult {
  return html`<label class="field">
    <span class="label">${label}</span>
    <span class="select"
      ><select class="input" @change=${(event: Event) => onChange((event.target as HTMLSelectElement).value)}>
        ${options.map(
          ([each, text]) => html`<option value=${each} .selected=${each === value}>${text}</option>`,
        )}</select
      >${icon(ChevronDown)}</span
    >
  </label>`;
}

/** Says what is wrong, where a screen reader hears it. Always there, so that the region is known before it speaks. */
export function problemLine({ problem, terms }: ControlsContext): TemplateResult {
  return html`<p class="error" id="problem" role="alert" ?hidden=${problem === null}>
    ${problem === null ? '' : terms.conditions.editor[problem]}
  </p>`;
}
