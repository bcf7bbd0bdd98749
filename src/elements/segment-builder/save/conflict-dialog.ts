import { css, html, LitElement, nothing, type TemplateResult } from 'lit';
import { property, query, state } from 'lit/decorators.js';
import { v7 } from 'uuid';
import type { ClienteleError, Segment } from '../../../contract/index.js';
import { isClienteleError } from '../../../contract/plain/errors.js';
import type { ClienteleDialog } from '../../parts/dialog.js';
import { base } from '../../parts/styles/base.js';
import { buttonStyles } from '../../parts/styles/button.js';
import { sentenceOf, type BuilderContext } from '../context.js';
import type { SegmentSaveDetail } from '../segment-builder.events.js';
import type { Saver } from './saver.js';

/**
 * Somebody else saved the segment first: what is different, side by side, and which is to stand. Nothing is lost whatever is chosen.
 *
 * @summary Dialog for two versions of a segment (internal).
 * @tag clientele-builder-conflict-0
 * @event clientele-builder-saved-0 - `CustomEvent<SegmentSavedDetail>`. Does not bubble.
 * @event clientele-builder-theirs-0 - `CustomEvent<Segment>`: theirs is taken. Does not bubble.
 */
export class BuilderConflict extends LitElement {
  static override styles = [
    base,
    buttonStyles,
    css`
      .text {
        margin-block-end: var(--_space-4);
      }
      table {
        inline-size: 100%;
        border-collapse: collapse;
        table-layout: fixed;
        font-size: var(--_font-size-secondary);
      }
      th,
      td {
        padding: var(--_space-2);
        border-block-start: var(--_border-width) solid var(--_color-border);
        overflow-wrap: anywhere;
        text-align: start;
        vertical-align: top;
      }
      thead > tr > * {
        border: 0;
        color: var(--_color-text-secondary);
        font-weight: var(--_font-weight-medium);
      }
      th:first-child {
        inline-size: 96px;
        padding-inline-start: 0;
        color: var(--_color-text-secondary);
        font-weight: var(--_font-weight-regular);
      }
      .failure {
        margin-block-start: var(--_space-3);
        color: var(--_color-danger-text);
      }
    `,
  ];

  @property({ attribute: false }) context!: BuilderContext;
  @property({ attribute: false }) saver!: Saver;

  @state() private mine: SegmentSaveDetail | null = null;
  @state() private theirs: Segment | null = null;
  @state() private failure: ClienteleError | null = null;
  @state() private isSaving = false;
  @query('clientele-dialog-0') private dialog!: ClienteleDialog;

  /** @throws what reading the library throws. */
  async show(mine: SegmentSaveDetail): Promise<void> {
    this.theirs = mine.id === null ? null : await this.saver.current(mine.id);
    this.mine = mine;
    this.failure = null;
    await this.updateComplete;
    this.dialog.open = true;
  }

  protected override render(): TemplateResult {
    const { builder, common } = this.context.terms;
    const { conflict } = builder;
    const { mine, theirs } = this;
    const name = this.context.model.segment?.name ?? mine?.name ?? '';
    return html`<clientele-dialog-0 label=${conflict.title(name)} close-label=${common.close}>
      <p class="text">${theirs ? conflict.text : conflict.gone}</p>
      ${mine && theirs ? this.#renderDifferences(mine, theirs) : nothing}
      ${
        this.failure
          ? html`<p class="failure" role="alert">
              ${builder.save.notSaved} ${this.context.terms.errors[this.failure.code].hint}
            </p>`
          : nothing
      }
      ${
        theirs
          ? html`<button class="button" type="button" slot="footer" @click=${this.#handleTheirs}>
                ${conflict.keepTheirs}
              </button>
              <button class="button" type="button" slot="footer" @click=${this.#handleMine}>
                ${conflict.keepMine}
              </button>`
          : nothing
      }
      <button class="button primary" type="button" slot="footer" autofocus @click=${this.#handleBoth}>
        ${theirs ? conflict.keepBoth : builder.bar.saveNew}
      </button>
    </clientele-dialog-0>`;
  }

  /** Only what is different. */
  #renderDifferences(mine: SegmentSaveDetail, theirs: Segment): TemplateResult {
    const { conflict, save } = this.context.terms.builder;
    const hue = (of: SegmentSaveDetail | Segment): string => (of.hue ? save.hues[of.hue] : save.noHue);
    const isOther = JSON.stringify(mine.document) !== JSON.stringify(theirs.document);
    const rows = [
      [conflict.name, theirs.name, mine.name],
      [conflict.description, theirs.description ?? '', mine.description ?? ''],
      [conflict.hue, hue(theirs), hue(mine)],
      ...(isOther
        ? [
            [
              conflict.conditions,
              sentenceOf(theirs.document, this.context).text,
              sentenceOf(mine.document, this.context).text,
            ],
          ]
        : []),
    ].filter(([, one, other]) => one !== other);
    return html`<table>
      <thead>
        <tr>
          <td></td>
          <th scope="col">${conflict.theirs}</th>
          <th scope="col">${conflict.mine}</th>
        </tr>
      </thead>
      <tbody>
        ${rows.map(
          ([what, one, other]) =>
            html`<tr>
              <th scope="row">${what}</th>
              <td>${one}</td>
              <td>${other}</td>
            </tr>`,
        )}
      </tbody>
    </table>`;
  }

  readonly #handleTheirs = (): void => {
    const detail = this.theirs;
    this.dialog.open = false;
    if (detail) this.dispatchEvent(new CustomEvent('clientele-builder-theirs-0', { detail }));
  };

  readonly #handleMine = (): void => {
    const { mine, theirs } = this;
    if (mine && theirs) void this.#save(theirs.id, theirs.version, mine);
  };

  readonly #handleBoth = (): void => {
    const { mine, theirs } = this;
    if (!mine) return;
    const { conflict } = this.context.terms.builder;
    const name = theirs && theirs.name === mine.name ? conflict.copyName(mine.name) : mine.name;
    void this.#save(v7(), null, { ...mine, name });
  };

  async #save(id: string, version: number | null, mine: SegmentSaveDetail): Promise<void> {
    if (this.isSaving) return;
    this.isSaving = true;
    this.failure = null;
    try {
      const detail = await this.saver.segment(id, version, mine);
      this.dialog.open = false;
      this.dispatchEvent(new CustomEvent('clientele-builder-saved-0', { detail }));
    } catch (error) {
      if (!isClienteleError(error)) throw error;
      this.failure = error;
      // Once more in between: what is shown is theirs as it stands now.
      if (error.code === 'stale_version') this.theirs = await this.saver.current(mine.id ?? id);
    } finally {
      this.isSaving = false;
    }
  }
}
