import { html, LitElement, nothing, type PropertyValues, type TemplateResult } from 'lit';
import { property, state } from 'lit/decorators.js';
import { ChevronDown, X } from 'lucide';
import type { Field, Issue, RecordKind, Test } from '../../../contract/index.js';
import { DEFAULT_SETTINGS } from '../../../contract/plain/description.js';
import { isSamePath, type DraftNode, type DraftRecords, type NodePath } from '../../../segments/places.js';
import { asksMissing, usuallyMissing, type Draft, type Mode } from '../../conditions/drafts.js';
import type { ConditionEditor, ControlsContext } from '../../conditions/editors/editor.js';
import { loadEditor } from '../../conditions/editors/load.js';
import { icon } from '../../parts/icon.js';
import { base, iconStyles } from '../../parts/styles/base.js';
import { buttonStyles } from '../../parts/styles/button.js';
import { choiceStyles } from '../../parts/styles/choice.js';
import { fieldStyles } from '../../parts/styles/field.js';
import { askedOf, faultText, fieldsOf, isToDo, nameOf, recordOf, type BuilderContext } from '../context.js';
import { keyOf } from '../model/faults.js';
import { keepTyped, typedOf } from '../model/typed.js';
import { conditionStyles } from './condition.styles.js';
import { COUNTED, figureControls, figureField, modesOf } from './figure.js';
import { plainControls } from './plain.js';
import { select } from './select.js';

/** The name of a condition was pressed: something else is to be asked. */
export class ConditionFieldEvent extends Event {
  readonly anchor: HTMLElement;

  constructor(anchor: HTMLElement) {
    super('clientele-condition-field-0');
    this.anchor = anchor;
  }
}

/** A test that the controls can show: as it is, or without its `not`, which then stands before them. */
interface Reading {
  readonly draft: Draft;
  readonly isTurned: boolean;
}

/**
 * One condition in a line: what it is about, what is asked, what it is compared with. What is typed goes into the document at once; what is
 * no condition yet is kept as it was typed.
 *
 * @summary Controls of one condition of the builder (internal).
 * @tag clientele-builder-condition-0
 * @event clientele-condition-field-0 - `ConditionFieldEvent`. Does not bubble.
 */
export class BuilderCondition extends LitElement {
  static override styles = [base, iconStyles, buttonStyles, fieldStyles, choiceStyles, conditionStyles];
  static override shadowRootOptions: ShadowRootInit = {
    ...LitElement.shadowRootOptions,
    delegatesFocus: true,
  };

  @property({ attribute: false }) context!: BuilderContext;
  @property({ attribute: false }) node!: DraftNode;
  @property({
    attribute: false,
    hasChanged: (now: NodePath, old?: NodePath) => !old || !isSamePath(now, old),
  })
  path: NodePath = [];
  /** The kind of record that it asks about; null: the client. */
  @property() record: string | null = null;
  @property({
    attribute: false,
    hasChanged: (now: readonly Issue[], old?: readonly Issue[]) =>
      JSON.stringify(now) !== JSON.stringify(old),
  })
  issues: readonly Issue[] = [];

  @state() private editor: ConditionEditor | null = null;

  #asked: Field | null = null;
  #loading: Promise<void> | null = null;

  /** Resolves once its controls are there. */
  async whenReady(): Promise<void> {
    await this.updateComplete;
    if (this.#loading) await this.#loading;
    await this.updateComplete;
  }

  /** Puts the keyboard on the first control of what is asked; false: it has none. */
  focusControl(): boolean {
    const root = this.renderRoot;
    const control =
      root.querySelector<HTMLElement>('input, clientele-combobox-0') ??
      root.querySelector<HTMLElement>('select, button');
    control?.focus();
    return control !== null;
  }

  protected override willUpdate(_changed: PropertyValues): void {
    const field = this.#field;
    if (field?.type === this.#asked?.type) return;
    this.#asked = field;
    this.editor = null;
    if (!field) return;
    this.#loading = loadEditor(field.type).then((editor) => {
      if (this.#asked === field) this.editor = editor;
    });
  }

  protected override render(): TemplateResult {
    const { node } = this;
    const faults = this.#faults;
    const isUnfinished = this.issues.every(isToDo);
    return html`<div class="line ${faults.length > 0 ? 'faulty' : ''}">${this.#renderKind(node)}</div>
      ${faults.map((text) => html`<p class="fault ${isUnfinished ? 'todo' : ''}">${text}</p>`)}`;
  }

  #renderKind(node: DraftNode): unknown {
    switch (node.kind) {
      case 'field':
        return html`${this.#renderName(true)}${this.#renderTest(node)}`;
      case 'records':
        return html`${this.#renderName(false)}${figureControls(node, this.context, (next) => this.#put(next))}
        ${this.#renderTest(node)}`;
      case 'reachable':
      case 'segment':
      case 'search':
        return html`${this.#renderName(false)}${this.#renderNot(node)}
        ${plainControls(node, this.context, (next, key) =>
          this.#put(next, key === undefined ? null : `${keyOf(this.path)}:${key}`),
        )}`;
      case 'everyone':
        return this.#renderName(false);
      default:
        return html`${this.#renderName(false)}<span class="quiet"
            >${this.context.terms.builder.notUnderstood}</span
          >`;
    }
  }

  #renderName(canChange: boolean): TemplateResult {
    const { context, node } = this;
    const name =
      node.kind === 'segment' ? context.terms.builder.segment : nameOf(node, this.#record, context);
    if (!canChange) return html`<span class="name" title=${name}>${name}</span>`;
    return html`<button
      class="button quiet small name"
      type="button"
      aria-haspopup="dialog"
      aria-expanded="false"
      aria-label=${context.terms.builder.changeField(name)}
      title=${name}
      @click=${(event: Event) => this.dispatchEvent(new ConditionFieldEvent(event.currentTarget as HTMLElement))}
    >
      <span class="truncate">${name}</span>${icon(ChevronDown)}
    </button>`;
  }

  #renderTest(node: (DraftNode & { kind: 'field' }) | DraftRecords): unknown {
    const { editor, context } = this;
    const field = this.#field;
    if (!field) return nothing;
    if (!editor) return html`<span class="skeleton" aria-hidden="true"></span>`;
    const reading = this.#read(node, field, editor);
    const { builder, conditions, common } = context.terms;
    if (!reading) {
      return html`<span class="told">${this.#test(node)}</span
        ><span class="quiet">${builder.madeElsewhere}</span>`;
    }
    const { draft, isTurned } = reading;
    const written = editor.drafts.write(draft, field, this.#numbers);
    const set = (change: Partial<Draft>): void => this.#set(node, field, editor, reading, change);
    const controls: ControlsContext = {
      field,
      draft,
      problem: written.ok ? null : written.problem,
      description: context.model.session.description ?? { lists: {}, settings: DEFAULT_SETTINGS },
      format: context.format,
      terms: context.terms,
      compact: true,
      set,
    };
    const words = (mode: Mode): string =>
      mode === 'yes' || mode === 'no'
        ? common[mode].toLocaleLowerCase(context.format.locale)
        : conditions.modes[mode];
    return html`${isTurned ? this.#renderNotButton(() => this.#turn(node)) : nothing}${select({
      label: conditions.editor.condition,
      options: modesOf([...editor.drafts.modes(field), ...(editor.drafts.more?.(field) ?? [])], node).map(
        (mode) => [mode, words(mode)],
      ),
      value: draft.mode,
      set: (mode) => set({ mode: mode as Mode, orMissing: null }),
    })}${editor.controls(controls)}${
      asksMissing(draft, field) && !COUNTED.has(node.kind === 'records' ? node.agg : '')
        ? html`<label class="choice"
            ><input
              class="checkbox"
              type="checkbox"
              .checked=${draft.orMissing ?? usuallyMissing(draft.mode)}
              @change=${(event: Event) => set({ orMissing: (event.target as HTMLInputElement).checked })}
            />${builder.orEmpty}</label
          >`
        : nothing
    }`;
  }

  #renderNot(node: DraftNode): TemplateResult | typeof nothing {
    return 'not' in node && node.not ? this.#renderNotButton(() => this.#turn(node)) : nothing;
  }

  #renderNotButton(take: () => void): TemplateResult {
    const { builder } = this.context.terms;
    return html`<button
      class="not"
      type="button"
      aria-label=${builder.removeNot}
      title=${builder.removeNot}
      @click=${take}
    >
      ${builder.not}${icon(X)}
    </button>`;
  }

  /** Faults that the controls do not say themselves. */
  get #faults(): readonly string[] {
    const { node, context, issues } = this;
    const typed = typedOf(node);
    const field = this.#field;
    // What is wrong with what is typed stands at its control.
    if (typed && field && this.editor) {
      const written = this.editor.drafts.write(typed, field, this.#numbers);
      if (!written.ok && written.problem !== null) return [];
    }
    return [...new Set(issues.map((issue) => faultText(issue, node, context)))];
  }

  get #record(): RecordKind | null {
    return recordOf(this.record, this.context);
  }

  /** The field whose values the controls ask for; of records, that of their figure. */
  get #field(): Field | null {
    const { node, context } = this;
    if (node.kind === 'field') return fieldsOf(this.#record, context).get(node.field) ?? null;
    return node.kind === 'records' ? figureField(node, recordOf(node.record, context)) : null;
  }

  get #numbers(): { locale: string; currency: string } {
    const { model, format } = this.context;
    return { locale: format.locale, currency: model.session.description?.settings.currency ?? 'EUR' };
  }

  /** What is asked, in words, of a test that no control shows. */
  #test(node: DraftNode): string {
    const isSound = this.issues.length === 0 && this.context.model.faults.isSound(this.path);
    return isSound ? askedOf(node, this.#record, this.context) : '';
  }

  #read(test: Test & DraftNode, field: Field, editor: ConditionEditor): Reading | null {
    const typed = typedOf(test);
    if (typed) return { draft: typed, isTurned: test.not === true && !isNegative(typed.mode) };
    const draft = editor.drafts.read(test, field, this.#numbers);
    if (draft) return { draft, isTurned: false };
    if (test.not) {
      const { not: _, ...plain } = test;
      const turned = editor.drafts.read(plain as Test, field, this.#numbers);
      if (turned) return { draft: turned, isTurned: true };
    }
    // A condition without its value, from elsewhere: the controls begin where they usually do.
    return test.value === undefined && test.op !== 'exists'
      ? { draft: { ...editor.drafts.start(field), values: [] }, isTurned: false }
      : null;
  }

  #set(
    node: (DraftNode & { kind: 'field' }) | DraftRecords,
    field: Field,
    editor: ConditionEditor,
    { draft, isTurned }: Reading,
    change: Partial<Draft>,
  ): void {
    const next: Draft = { ...draft, ...change };
    const written = editor.drafts.write(next, field, this.#numbers);
    const { op: _op, value: _value, not: _not, orMissing: _orMissing, ...about } = node;
    // Letters of one word are one step back; a choice of what is asked is a step of its own.
    const isTyping = !('mode' in change) && !('orMissing' in change);
    const key = isTyping ? `${keyOf(this.path)}:${Object.keys(change).join()}` : null;
    if (!written.ok) {
      const unfinished = { ...about, op: node.op, ...(isTurned ? { not: true as const } : {}) };
      return this.#put(keepTyped(unfinished as DraftNode, next), key);
    }
    const { not, ...test } = written.test;
    const isNot = (not === true) !== isTurned;
    this.#put({ ...about, ...test, ...(isNot ? { not: true } : {}) } as DraftNode, key);
  }

  #turn(node: DraftNode): void {
    const { not: _, ...rest } = node as DraftNode & { not?: true };
    const typed = typedOf(node);
    const next = rest as DraftNode;
    this.#put(typed ? keepTyped(next, typed) : next);
    void this.updateComplete.then(() => this.focusControl());
  }

  #put(node: DraftNode, key: string | null = null): void {
    this.context.model.replace(this.path, node, key);
  }
}

const NEGATIVE: ReadonlySet<Mode> = new Set(['isNot', 'containsNot', 'textIsNot', 'noneOf', 'unknown']);
const isNegative = (mode: Mode): boolean => NEGATIVE.has(mode);
