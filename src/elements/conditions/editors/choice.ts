import { html, nothing } from 'lit';
import '../../parts/combobox.define.js';
import type { ClienteleCombobox, ComboboxOption } from '../../parts/combobox.js';
import { booleanDrafts, choiceDrafts, presenceDrafts } from './choice-drafts.js';
import type { ConditionEditor, ControlsContext } from './editor.js';

/** The options of a field, in the order of its list. Archived ones only where they are chosen already. */
function optionsOf({ field, description, format, draft }: ControlsContext): ComboboxOption[] {
  const name = (id: string): string => format.field(field, field.type === 'choice' ? id : [id]);
  const hued = (hue: ComboboxOption['hue']) => (hue ? { hue } : {});
  const items: ComboboxOption[] = field.list
    ? (description.lists[field.list] ?? [])
        .filter(({ archived, id }) => !archived || draft.values.includes(id))
        .map(({ id, hue }) => ({ value: id, label: name(id), ...hued(hue) }))
    : (field.options ?? []).map(({ id, hue }) => ({ value: id, label: name(id), ...hued(hue) }));
  const known = new Set(items.map(({ value }) => value));
  const gone = draft.values.filter((id) => !known.has(id)).map((id) => ({ value: id, label: name(id) }));
  return [...items, ...gone];
}

function controls(context: ControlsContext): unknown {
  const { draft, set, terms, compact = false } = context;
  if (draft.mode === 'known' || draft.mode === 'unknown') return nothing;
  const { editor } = terms.conditions;
  return html`<clientele-combobox-0
    class="options"
    ?inline=${!compact}
    multiple
    ?autofocus=${!compact}
    label=${editor.options}
    placeholder=${editor.options}
    empty-text=${editor.noOptions}
    .removeLabel=${terms.conditions.removeValue}
    .options=${optionsOf(context)}
    .value=${draft.values}
    @change=${(event: Event) => set({ values: (event.target as ClienteleCombobox).value })}
  ></clientele-combobox-0>`;
}

export const editor: ConditionEditor = { drafts: choiceDrafts, controls };
export const booleanEditor: ConditionEditor = { drafts: booleanDrafts, controls: () => nothing };
export const presenceEditor: ConditionEditor = { drafts: presenceDrafts, controls: () => nothing };
