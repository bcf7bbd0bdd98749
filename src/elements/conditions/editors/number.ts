import { html, nothing, type TemplateResult } from 'lit';
import type { ConditionEditor, ControlsContext } from './editor.js';
import { problemLine } from './editor.js';
import { numberDrafts } from './number-drafts.js';

/** `€` or `%`, where the language puts one; '' for a bare number. */
function unitOf({ field, format, description }: ControlsContext): string {
  if (field.type === 'percent') return '%';
  if (field.type !== 'money') return '';
  const { currency } = description.settings;
  const parts = new Intl.NumberFormat(format.locale, { style: 'currency', currency }).formatToParts(0);
  return parts.find(({ type }) => type === 'currency')?.value ?? currency;
}

function input(
  context: ControlsContext,
  key: 'from' | 'to',
  label: string,
  isFirst: boolean,
): TemplateResult {
  const { draft, problem, set } = context;
  const unit = unitOf(context);
  return html`<label class="field">
    <span class="label">${label}</span>
    <span class="input-group"
      ><input
        type="text"
        inputmode="decimal"
        autocomplete="off"
        ?autofocus=${isFirst && !context.compact}
        aria-invalid=${problem === null ? nothing : 'true'}
        aria-describedby="problem"
        .value=${draft[key]}
        @input=${(event: Event) => set({ [key]: (event.target as HTMLInputElement).value })}
      />${unit ? html`<span class="unit" aria-hidden="true">${unit}</span>` : nothing}</span
    >
  </label>`;
}

function controls(context: ControlsContext): unknown {
  const { mode } = context.draft;
  if (mode === 'known' || mode === 'unknown') return nothing;
  const { editor } = context.terms.conditions;
  return html`${
    mode === 'between'
      ? html`<div class="pair">
          ${input(context, 'from', editor.from, true)}${input(context, 'to', editor.to, false)}
        </div>`
      : input(context, 'from', editor.value, true)
  }${problemLine(context)}`;
}

export const editor: ConditionEditor = { drafts: numberDrafts, controls };
