import { html, nothing, type TemplateResult } from 'lit';
import type { ClienteleCombobox } from '../../parts/combobox.js';
import { DATE_UNITS, type DatePeriod, type DateUnit } from '../../../time/index.js';
import { monthNames } from '../names.js';
import { birthdayDrafts, dateDrafts, parseCount, periodsOf, relationOf } from './date-drafts.js';
import { problemLine, select, type ConditionEditor, type ControlsContext } from './editor.js';

function span(context: ControlsContext): TemplateResult {
  const { draft, problem, set, terms, field, compact = false } = context;
  const { editor } = terms.conditions;
  const count = parseCount(draft.count) ?? 5;
  const units = field.type === 'birthday' ? DATE_UNITS.slice(0, 3) : DATE_UNITS;
  // The noun alone, in the form that its number wants.
  const name = (unit: DateUnit): string =>
    terms.common.units[unit](count)
      .replace(/[\d\s.,\u00a0\u202f]+/u, ' ')
      .trim();
  return html`<div class="pair">
    <label class="field">
      <span class="label">${editor.count}</span>
      <input
        class="input number"
        type="text"
        inputmode="numeric"
        autocomplete="off"
        ?autofocus=${!compact}
        maxlength="5"
        aria-invalid=${problem === null ? nothing : 'true'}
        aria-describedby="problem"
        .value=${draft.count}
        @input=${(event: Event) => set({ count: (event.target as HTMLInputElement).value })}
      />
    </label>
    ${select(
      editor.unit,
      units.map((unit) => [unit, name(unit)]),
      draft.unit,
      (unit) => set({ unit: unit as DateUnit }),
    )}
  </div>`;
}

function dayInput(
  context: ControlsContext,
  key: 'from' | 'to',
  label: string,
  isFirst: boolean,
): TemplateResult {
  const { draft, problem, set } = context;
  return html`<label class="field">
    <span class="label">${label}</span>
    <input
      class="input"
      type="date"
      ?autofocus=${isFirst && !context.compact}
      aria-invalid=${problem === null ? nothing : 'true'}
      aria-describedby="problem"
      .value=${draft[key]}
      @input=${(event: Event) => set({ [key]: (event.target as HTMLInputElement).value })}
    />
  </label>`;
}

function periodName(period: string, { terms, format }: ControlsContext): string {
  const [name = '', shift = '0'] = period.split(':');
  const by = Number(shift);
  if (name === 'today')
    return new Intl.RelativeTimeFormat(format.locale, { numeric: 'auto' }).format(by, 'day');
  return terms.sentence.during[name as DatePeriod][by < 0 ? 'previous' : by > 0 ? 'next' : 'current'];
}

function months({ draft, set, format, terms, compact }: ControlsContext): TemplateResult {
  if (compact) {
    return html`<clientele-combobox-0
      class="options"
      multiple
      label=${terms.conditions.editor.months}
      placeholder=${terms.conditions.editor.months}
      .removeLabel=${terms.conditions.removeValue}
      .options=${monthNames(format.locale).map((label, index) => ({ value: String(index + 1), label }))}
      .value=${draft.values}
      @change=${(event: Event) => {
        const values = [...(event.target as ClienteleCombobox).value];
        set({ values: values.sort((a, b) => Number(a) - Number(b)) });
      }}
    ></clientele-combobox-0>`;
  }
  return html`<fieldset class="months">
    <legend class="label">${terms.conditions.editor.months}</legend>
    ${monthNames(format.locale).map((name, index) => {
      const value = String(index + 1);
      return html`<label class="choice"
        ><input
          class="checkbox"
          type="checkbox"
          ?autofocus=${index === 0}
          .checked=${draft.values.includes(value)}
          @change=${(event: Event) => {
            const isOn = (event.target as HTMLInputElement).checked;
            const values = draft.values.filter((other) => other !== value);
            set({ values: (isOn ? [...values, value] : values).sort((a, b) => Number(a) - Number(b)) });
          }}
        />${name}</label
      >`;
    })}
  </fieldset>`;
}

/** No earlier than 3 months ago; exactly 2 days from today. */
function relative(context: ControlsContext): TemplateResult {
  const { draft, set, terms } = context;
  const { relation, relations, direction, directions } = terms.conditions.editor;
  const [op, way] = relationOf(draft.relation);
  return html`${select(relation, Object.entries(relations), op, (next) => set({ relation: `${next}:${way}` }))}${span(
    context,
  )}${select(direction, Object.entries(directions), way, (next) => set({ relation: `${op}:${next}` }))}`;
}

function controls(context: ControlsContext): unknown {
  const { draft, set, terms, field } = context;
  const { editor } = terms.conditions;
  const day = (): TemplateResult => dayInput(context, 'from', editor.day, true);
  const ask = (): unknown => {
    switch (draft.mode) {
      case 'last':
      case 'ago':
      case 'next':
        return span(context);
      case 'period':
        return select(
          editor.period,
          periodsOf(field).map((period) => [period, periodName(period, context)]),
          draft.period,
          (period) => set({ period }),
        );
      case 'range':
      case 'born':
        return html`<div class="pair">
          ${dayInput(context, 'from', editor.from, true)}${dayInput(context, 'to', editor.to, false)}
        </div>`;
      case 'on':
      case 'before':
      case 'since':
      case 'after':
      case 'until':
        return day();
      case 'relative':
        return relative(context);
      case 'month':
        return months(context);
      default:
        return nothing;
    }
  };
  return html`${ask()}${problemLine(context)}`;
}

export const editor: ConditionEditor = { drafts: dateDrafts, controls };
export const birthdayEditor: ConditionEditor = { drafts: birthdayDrafts, controls };
