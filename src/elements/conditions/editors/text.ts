import { html, nothing } from 'lit';
import { problemLine, type ConditionEditor, type ControlsContext } from './editor.js';
import { textDrafts } from './text-drafts.js';

const KEYBOARDS: Readonly<Record<string, string>> = { phones: 'tel', emails: 'email' };

function controls(context: ControlsContext): unknown {
  const { draft, field, problem, set, terms, compact = false } = context;
  if (draft.mode === 'known' || draft.mode === 'unknown') return nothing;
  return html`<label class="field">
      <span class="label">${terms.conditions.editor.text}</span>
      <input
        class="input"
        type="text"
        dir="auto"
        autocomplete="off"
        spellcheck="false"
        ?autofocus=${!compact}
        inputmode=${KEYBOARDS[field.type] ?? 'text'}
        maxlength="200"
        aria-invalid=${problem === null ? nothing : 'true'}
        aria-describedby="problem"
        .value=${draft.from}
        @input=${(event: InputEvent) => {
          if (!event.isComposing) set({ from: (event.target as HTMLInputElement).value });
        }}
        @compositionend=${(event: Event) => set({ from: (event.target as HTMLInputElement).value })}
      />
    </label>
    ${problemLine(context)}`;
}

export const editor: ConditionEditor = { drafts: textDrafts, controls };
