import { html, LitElement, nothing, type TemplateResult } from 'lit';
import { property, query, state } from 'lit/decorators.js';
import { v7 } from 'uuid';
import type { ClienteleError, Hue, Id } from '../../../contract/index.js';
import { isClienteleError } from '../../../contract/plain/errors.js';
import type { ClienteleDialog } from '../../parts/dialog.js';
import { huePicker } from '../../parts/hue-picker.js';
import { progressBar } from '../../parts/progress.js';
import { base } from '../../parts/styles/base.js';
import { buttonStyles } from '../../parts/styles/button.js';
import { fieldStyles } from '../../parts/styles/field.js';
import { huePickerStyles } from '../../parts/styles/hue-picker.js';
import { hueStyles } from '../../parts/styles/hue.js';
import { progressStyles } from '../../parts/styles/progress.js';
import type { BuilderContext } from '../context.js';
import type { SegmentSaveDetail, SegmentSavedDetail } from '../segment-builder.events.js';
import { saveDialogStyles } from './save-dialog.styles.js';
import type { Saver } from './saver.js';

export type SaveWhat = 'segment' | 'new' | 'group';

/** Asks the owner whether the builder may save it itself. */
export type AskSave = (detail: SegmentSaveDetail) => boolean;

/**
 * Gives a segment its name, description and colour, or makes a group of those it finds. What was typed survives every error.
 *
 * @summary Dialog that saves what the builder holds (internal).
 * @tag clientele-builder-save-0
 * @event clientele-builder-saved-0 - `CustomEvent<SegmentSavedDetail>`. Does not bubble.
 * @event clientele-builder-stale-0 - `CustomEvent<SegmentSaveDetail>`: somebody else saved first. Does not bubble.
 */
export class BuilderSave extends LitElement {
  static override styles = [
    base,
    buttonStyles,
    fieldStyles,
    hueStyles,
    huePickerStyles,
    progressStyles,
    saveDialogStyles,
  ];

  @property({ attribute: false }) context!: BuilderContext;
  @property({ attribute: false }) ask: AskSave = () => true;
  @property({ attribute: false }) saver!: Saver;

  @state() private what: SaveWhat = 'new';
  @state() private hue: Hue | null = null;
  @state() private count = 0;
  @state() private nameProblem = '';
  @state() private failure: ClienteleError | null = null;
  @state() private isSaving = false;
  @state() private done: { count: number; total: number } | null = null;
  @query('clientele-dialog-0') private dialog!: ClienteleDialog;
  @query('input[type="text"]') private input!: HTMLInputElement;
  @query('textarea') private textarea!: HTMLTextAreaElement;

  /** Stays the same until it is saved, so that a second try makes no second item. */
  #id: Id = '';

  async show(what: SaveWhat, count: number): Promise<void> {
    const { segment } = this.context.model;
    const kept = what === 'segment' ? segment : null;
    this.what = what;
    this.count = count;
    this.hue = kept?.hue ?? null;
    this.nameProblem = '';
    this.failure = null;
    this.done = null;
    this.#id = kept?.id ?? v7();
    await this.updateComplete;
    this.input.value = kept?.name ?? '';
    this.textarea.value = kept?.description ?? '';
    this.dialog.open = true;
    await this.dialog.updateComplete;
    this.input.focus();
    this.input.select();
  }

  protected override render(): TemplateResult {
    const { builder, common } = this.context.terms;
    const { save } = builder;
    const isGroup = this.what === 'group';
    const title = isGroup
      ? save.titleGroup(this.count)
      : this.what === 'segment'
        ? save.titleEdit(this.context.model.segment?.name ?? '')
        : save.titleNew;
    return html`<clientele-dialog-0 label=${title} close-label=${common.close}>
      <form id="form" novalidate @submit=${this.#handleSubmit}>
        <label class="field">
          <span class="label">${save.name}</span>
          <input
            class="input"
            type="text"
            dir="auto"
            autocomplete="off"
            maxlength="100"
            autofocus
            aria-invalid=${this.nameProblem === '' ? nothing : 'true'}
            aria-describedby="problem"
            @input=${() => (this.nameProblem = '')}
          />
          <span class="error" id="problem" role="alert" ?hidden=${this.nameProblem === ''}
            >${this.nameProblem}</span
          >
        </label>
        <label class="field">
          <span class="label">${save.description}</span>
          <textarea class="input" dir="auto" rows="2" maxlength="1000"></textarea>
        </label>
        ${this.#renderHues()} ${isGroup ? html`<p class="hint">${builder.bar.saveGroupHint}</p>` : nothing}
        ${this.#renderProgress()} ${this.#renderFailure()}
      </form>
      <button class="button" type="button" slot="footer" @click=${() => this.dialog.requestClose()}>
        ${common.cancel}
      </button>
      <button
        class="button primary"
        type="submit"
        form="form"
        slot="footer"
        aria-disabled=${this.isSaving ? 'true' : nothing}
      >
        ${isGroup ? save.saveGroup(this.count) : save.saveSegment}
      </button>
    </clientele-dialog-0>`;
  }

  #renderHues(): TemplateResult {
    const { save } = this.context.terms.builder;
    return huePicker({
      label: save.hue,
      none: save.noHue,
      names: save.hues,
      chosen: this.hue,
      choose: (hue) => (this.hue = hue),
    });
  }

  #renderProgress(): TemplateResult | typeof nothing {
    if (!this.done) return nothing;
    const { terms, format } = this.context;
    const { count, total } = this.done;
    return progressBar({
      label: terms.builder.save.saveGroup(total),
      value: total === 0 ? 1 : count / total,
      valueText: terms.builder.save.running(format.number(count), format.number(total)),
    });
  }

  #renderFailure(): TemplateResult | typeof nothing {
    if (!this.failure) return nothing;
    const { builder } = this.context.terms;
    const { title, hint } = this.context.terms.errors[this.failure.code];
    return html`<div class="failure" role="alert">
      <p><strong>${builder.save.notSaved}</strong></p>
      <p>${title}. ${hint}</p>
    </div>`;
  }

  readonly #handleSubmit = (event: Event): void => {
    event.preventDefault();
    void this.#save();
  };

  async #save(): Promise<void> {
    const name = this.input.value.trim();
    if (name === '') {
      this.nameProblem = this.context.terms.builder.save.nameMissing;
      this.input.focus();
      return;
    }
    if (this.isSaving) return;
    const { model } = this.context;
    const description = this.textarea.value.trim();
    const detail: SegmentSaveDetail = {
      as: this.what === 'group' ? 'group' : 'segment',
      id: this.what === 'segment' ? this.#id : null,
      name,
      ...(description === '' ? {} : { description }),
      ...(this.hue ? { hue: this.hue } : {}),
      document: model.document,
    };
    if (!this.ask(detail)) {
      this.dialog.open = false;
      return;
    }
    await this.#keep(detail);
  }

  async #keep(detail: SegmentSaveDetail): Promise<void> {
    this.isSaving = true;
    this.failure = null;
    try {
      const version = this.what === 'segment' ? (this.context.model.segment?.version ?? null) : null;
      const saved: SegmentSavedDetail =
        detail.as === 'group'
          ? await this.saver.group(this.#id, detail, (count, total) => (this.done = { count, total }))
          : await this.saver.segment(this.#id, version, detail);
      this.dialog.open = false;
      this.dispatchEvent(new CustomEvent('clientele-builder-saved-0', { detail: saved }));
    } catch (error) {
      this.done = null;
      if (!isClienteleError(error)) throw error;
      const isStale = error.code === 'stale_version' || error.code === 'not_found';
      if (isStale && this.what === 'segment') {
        this.dialog.open = false;
        this.dispatchEvent(new CustomEvent('clientele-builder-stale-0', { detail }));
      } else this.failure = error;
    } finally {
      this.isSaving = false;
    }
  }
}
