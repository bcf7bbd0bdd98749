import { html, LitElement, nothing, type TemplateResult } from 'lit';
import { property, query, state } from 'lit/decorators.js';
import {
  isClienteleError,
  type Action,
  type Field,
  type Job,
  type ScalarValue,
  type Selection,
} from '../../../contract/index.js';
import type { Terms } from '../../../locales/terms.js';
import type { Formatter, Session } from '../../../sdk/types.js';
import type { ClienteleDialog } from '../../parts/dialog.js';
import { progressBar } from '../../parts/progress.js';
import { base, iconStyles } from '../../parts/styles/base.js';
import { buttonStyles } from '../../parts/styles/button.js';
import { choiceStyles } from '../../parts/styles/choice.js';
import { fieldStyles } from '../../parts/styles/field.js';
import { progressStyles } from '../../parts/styles/progress.js';
import { actionDialogStyles } from './action-dialog.styles.js';
import { actionWords, errorText, type ActionTerms, type ActionWords } from './words.js';

type Step = 'asking' | 'running' | 'ended';

/**
 * Asks what an action needs to know, has the word typed where it is dangerous, shows how it goes and what became of it.
 *
 * @summary Dialog of any action of the catalogue (internal).
 * @tag clientele-action-dialog-0
 * @event clientele-action-done-0 - The job has ended; `detail.job`.
 * @event clientele-action-closed-0 - The dialog is gone.
 */
export class ActionDialog extends LitElement {
  static override styles = [
    base,
    iconStyles,
    buttonStyles,
    choiceStyles,
    fieldStyles,
    progressStyles,
    actionDialogStyles,
  ];

  @property({ attribute: false }) session!: Session;
  @property({ attribute: false }) action!: Action;
  @property({ attribute: false }) selection!: Selection;
  @property({ type: Number }) count = 1;
  @property({ attribute: false }) terms!: ActionTerms & Pick<Terms, 'errors'>;
  @property({ attribute: false }) format!: Formatter;
  /** Label of a parameter. */
  @property({ attribute: false }) labelOf: (field: Field) => string = (field) => field.id;

  @state() private step: Step = 'asking';
  @state() private job: Job | null = null;
  @state() private failure = '';
  @query('form') private form!: HTMLFormElement | null;
  @query('clientele-dialog-0') private dialog!: ClienteleDialog;
  #leave: (() => void) | null = null;

  override disconnectedCallback(): void {
    super.disconnectedCallback();
    this.#leave?.();
  }

  get #words(): ActionWords {
    return actionWords(this.action, this.terms, this.format);
  }

  get #needsWord(): boolean {
    return this.action.confirm === 'word' && this.count > 1;
  }

  protected override render(): TemplateResult {
    const { common } = this.terms;
    return html`<clientele-dialog-0
      open
      label=${this.#words.title(this.count)}
      close-label=${common.close}
      ?without-backdrop-close=${this.step === 'asking' && this.action.params.length > 0}
      @clientele-dialog-closed=${() => this.dispatchEvent(new CustomEvent('clientele-action-closed-0'))}
    >
      ${this.#renderForm()} ${this.step === 'asking' ? nothing : this.#renderProgress()}
      ${this.#renderFooter()}
    </clientele-dialog-0>`;
  }

  /** It stays while the job runs: when that fails, what was typed is there again. */
  #renderForm(): TemplateResult {
    const { actions } = this.terms;
    const text = this.#words.text(this.count);
    const { word } = actions.delete;
    return html`<form class="form" novalidate ?hidden=${this.step !== 'asking'} @submit=${this.#handleSubmit}>
      ${text ? html`<p class="text">${text}</p>` : nothing}
      ${this.action.params.map((param) => this.#renderParam(param))}
      ${
        this.#needsWord
          ? html`<label class="field"
              ><span class="label">${actions.delete.typeWord(word)}</span
              ><input
                class="input"
                name="word"
                autocomplete="off"
                autocapitalize="characters"
                spellcheck="false"
                autofocus
            /></label>`
          : nothing
      }
      <p class="error" role="alert">${this.failure}</p>
    </form>`;
  }

  #renderParam(param: Field): TemplateResult {
    const label = this.labelOf(param);
    const isRequired = this.action.required.includes(param.id);
    if (param.type === 'boolean') {
      return html`<label class="choice"
        ><input class="checkbox" type="checkbox" name=${param.id} /><span>${label}</span></label
      >`;
    }
    return html`<label class="field"
      ><span class="label">${label}</span>${this.#renderControl(param, isRequired)}${
        param.hint === undefined ? nothing : html`<span class="hint">${this.format.label(param.hint)}</span>`
      }</label
    >`;
  }

  #renderControl(param: Field, isRequired: boolean): TemplateResult {
    if (param.type === 'choice' || param.type === 'choices') {
      const list = param.list ? (this.session.description?.lists[param.list] ?? []) : [];
      const options = param.list
        ? list.map((item) => [item.id, this.format.label(item.name)] as const)
        : (param.options ?? []).map((item) => [item.id, this.format.field(param, item.id)] as const);
      return html`<select
        class="input"
        name=${param.id}
        ?required=${isRequired}
        ?multiple=${param.type === 'choices'}
      >
        ${options.map(([id, name]) => html`<option value=${id}>${name}</option>`)}
      </select>`;
    }
    if (param.type === 'text' && (param.multiline || (param.maxLength ?? 0) > 200)) {
      return html`<textarea
        class="input"
        name=${param.id}
        rows="3"
        maxlength=${param.maxLength ?? nothing}
        ?required=${isRequired}
        autofocus
      ></textarea>`;
    }
    const type =
      param.type === 'day'
        ? 'date'
        : param.type === 'number' || param.type === 'money' || param.type === 'percent'
          ? 'number'
          : 'text';
    return html`<input
      class="input"
      type=${type}
      name=${param.id}
      min=${param.min ?? nothing}
      max=${param.max ?? nothing}
      maxlength=${type === 'text' ? (param.maxLength ?? nothing) : nothing}
      ?required=${isRequired}
      autofocus
    />`;
  }

  #renderProgress(): TemplateResult {
    const { job } = this;
    const { actions } = this.terms;
    if (!job) return html`<p class="text">${progressBar({ label: this.#words.label })}</p>`;
    const done = job.total - job.unprocessed;
    const figures = [this.format.number(done), this.format.number(job.total)] as const;
    const said = actions.job.running(...figures);
    const outcome = job.state === 'cancelled' ? actions.job.cancelled(...figures) : this.#words.done(job.ok);
    return html`${progressBar({ label: this.#words.label, value: job.total === 0 ? 1 : done / job.total, valueText: said })}
      <p class="text numbers" role="status">${this.step === 'ended' ? outcome : said}</p>
      ${this.#renderReasons(job)}`;
  }

  #renderReasons(job: Job): TemplateResult | typeof nothing {
    const { actions } = this.terms;
    if (job.failed + job.skipped === 0) return nothing;
    const summary = [
      job.skipped > 0 && actions.job.skipped(job.skipped),
      job.failed > 0 && actions.job.failed(job.failed),
    ];
    const words: Readonly<Record<string, string>> = actions.job.reasons;
    return html`<details class="reasons" ?open=${this.step === 'ended'}>
      <summary>${this.format.list(summary.filter((text) => text !== false))}</summary>
      <ul>
        ${job.reasons.map(({ reason, count }) => html`<li>${this.format.number(count)} · ${words[reason] ?? actions.job.otherReason}</li>`)}
      </ul>
    </details>`;
  }

  #renderFooter(): TemplateResult {
    const { common, actions } = this.terms;
    const close = (label: string) =>
      html`<button slot="footer" class="button" type="button" @click=${() => this.dialog.requestClose()}>
        ${label}
      </button>`;
    if (this.step === 'asking') {
      return html`${close(common.cancel)}<button
          slot="footer"
          class="button ${this.action.danger ? 'danger' : 'primary'}"
          type="button"
          @click=${() => this.form?.requestSubmit()}
        >
          ${this.#words.button(this.count)}
        </button>`;
    }
    const { job } = this;
    if (this.step === 'running') {
      return html`${close(common.close)}<button
          slot="footer"
          class="button"
          type="button"
          ?disabled=${!job}
          @click=${() => job && void this.session.cancel(job.id)}
        >
          ${actions.job.cancel}
        </button>`;
    }
    return html`${job && job.failed > 0 ? html`<button slot="footer" class="button" type="button" @click=${this.#retry}>${actions.job.retryFailed(job.failed)}</button>` : nothing}${close(common.close)}`;
  }

  readonly #retry = async (): Promise<void> => {
    if (this.job) await this.#follow(() => this.session.retry((this.job as Job).id));
  };

  #paramsOf(data: FormData): Record<string, ScalarValue> {
    const params: Record<string, ScalarValue> = {};
    for (const { id, type } of this.action.params) {
      const value = data.get(id);
      if (type === 'boolean') params[id] = value !== null;
      else if (type === 'choices') params[id] = data.getAll(id).filter((each) => typeof each === 'string');
      else if (typeof value === 'string' && value.trim() !== '')
        params[id] =
          type === 'number' || type === 'percent' || type === 'money' ? Number(value) : value.trim();
    }
    return params;
  }

  readonly #handleSubmit = (event: SubmitEvent): void => {
    event.preventDefault();
    const { form } = this;
    if (!form) return;
    const invalid = form.querySelector<HTMLElement & { validationMessage: string }>(
      'input:invalid, textarea:invalid, select:invalid',
    );
    if (invalid) {
      this.failure = invalid.validationMessage;
      invalid.focus();
      return;
    }
    const data = new FormData(form);
    const typed = data.get('word');
    const word = typeof typed === 'string' ? typed.trim() : '';
    const wanted = this.terms.actions.delete.word;
    if (this.#needsWord && word.toLocaleUpperCase(this.format.locale) !== wanted) {
      this.failure = this.terms.actions.delete.wrongWord(wanted);
      form.querySelector<HTMLInputElement>('[name=word]')?.focus();
      return;
    }
    const { action, selection } = this;
    const params = this.#paramsOf(data);
    void this.#follow(() =>
      this.session.act({
        action: action.id,
        params,
        selection,
        ...(this.#needsWord ? { word: wanted } : {}),
      }),
    );
  };

  async #follow(start: () => Promise<Job>): Promise<void> {
    this.failure = '';
    this.job = null;
    this.step = 'running';
    this.#leave?.();
    try {
      const started = await start();
      this.job = started;
      this.#leave = this.session.on('job', (job) => {
        if (job.id === started.id) this.job = job;
      });
      const ended = await this.session.finished(started.id);
      this.job = ended;
      this.step = 'ended';
      this.dispatchEvent(
        new CustomEvent<{ job: Job }>('clientele-action-done-0', { detail: { job: ended } }),
      );
      if (ended.failed + ended.skipped === 0) this.dialog.requestClose();
    } catch (error) {
      // The form comes back with what was typed: nothing was done, and the reason is said.
      this.step = 'asking';
      this.failure = isClienteleError(error) ? errorText(this.terms.errors, error) : String(error);
    } finally {
      this.#leave?.();
      this.#leave = null;
    }
  }
}
