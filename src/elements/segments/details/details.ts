import { css, html, LitElement, nothing, type PropertyValues, type TemplateResult } from 'lit';
import { property, state } from 'lit/decorators.js';
import { ArrowLeft, PencilLine, Trash2, Users, X } from 'lucide';
import type { LibraryItem, ListItem, Rule, Use } from '../../../contract/index.js';
import { icon } from '../../parts/icon.js';
import { base, iconStyles } from '../../parts/styles/base.js';
import { buttonStyles } from '../../parts/styles/button.js';
import { hueStyles } from '../../parts/styles/hue.js';
import { skeletonStyles } from '../../parts/styles/skeleton.js';
import { conditionsOf, givesOf, nameOf, wordsOf, type SegmentsContext } from '../context.js';
import { trendStyles } from '../segments.styles.js';
import { figure } from '../table/table.js';
import { trend } from '../table/trend.js';
import { usesList } from './uses.js';

/**
 * One item of the library: what it means, how many clients it has and had, and what points at it.
 *
 * @summary Details of an item of the library (internal).
 * @tag clientele-segments-details-0
 * @event clientele-segments-deed-0 - `CustomEvent<'show' | 'edit' | 'remove' | 'close'>`. Does not bubble.
 */
export class SegmentsDetails extends LitElement {
  static override styles = [
    base,
    iconStyles,
    buttonStyles,
    hueStyles,
    skeletonStyles,
    trendStyles,
    css`
      :host {
        display: block;
        min-inline-size: 0;
      }
      .details {
        display: grid;
        gap: var(--_space-4);
        padding: var(--_space-4);
        border: var(--_border-width) solid var(--_color-border);
        border-radius: calc(var(--_radius) + 2px);
        background: var(--_color-surface);
      }
      header {
        display: flex;
        align-items: flex-start;
        gap: var(--_space-2);
      }
      h2 {
        flex: 1;
        min-inline-size: 0;
        font-size: var(--_font-size-head);
        font-weight: var(--_font-weight-strong);
        overflow-wrap: anywhere;
      }
      h3 {
        margin-block-end: var(--_space-1);
        color: var(--_color-text-muted);
        font-size: var(--_font-size-caption);
        font-weight: var(--_font-weight-medium);
      }
      .hue-dot {
        flex: none;
        inline-size: 10px;
        block-size: 10px;
        margin-block-start: calc((1lh - 10px) / 2);
        border-radius: 50%;
        background: var(--_hue-solid);
      }
      .words {
        overflow-wrap: anywhere;
      }
      .size {
        font-size: var(--_font-size-head);
        font-weight: var(--_font-weight-strong);
        font-variant-numeric: tabular-nums;
      }
      .hint {
        color: var(--_color-text-secondary);
        font-size: var(--_font-size-secondary);
      }
      .uses {
        display: grid;
        gap: 2px;
        font-size: var(--_font-size-secondary);
      }
      .uses span {
        color: var(--_color-text-secondary);
      }
      .deeds {
        display: flex;
        flex-wrap: wrap;
        gap: var(--_space-2);
      }
    `,
  ];

  @property({ attribute: false }) item!: LibraryItem;
  @property({ attribute: false }) context!: SegmentsContext;
  @property({ attribute: false }) canShow = false;
  /** It stands in place of the table: with a way back to it. */
  @property({ type: Boolean }) alone = false;

  @state() private uses: readonly Use[] | null = null;
  #asked = 0;

  /** Asks again what points at the item. */
  async refresh(): Promise<void> {
    const { item, context } = this;
    const { model } = context;
    const asked = ++this.#asked;
    if (!model.canEdit) return;
    try {
      const uses = await model.session.uses(model.kind, item.id);
      if (asked === this.#asked) this.uses = uses;
    } catch {
      // Told by the session; what it is used by is then not shown.
    }
  }

  protected override willUpdate(changed: PropertyValues<this>): void {
    if (!changed.has('item') || changed.get('item')?.id === this.item.id) return;
    this.uses = null;
    void this.refresh();
  }

  protected override render(): TemplateResult {
    const { item, context, alone } = this;
    const { model, terms, format } = context;
    const { library, common } = terms;
    const { kind } = model;
    const { hue, description, discount } = item as ListItem;
    const document = conditionsOf(item, kind);
    const words = document ? wordsOf(document, context) : kind === 'tiers' ? library.byHand : '';
    const about = description === undefined ? '' : format.label(description);
    const chart = trend(model.sizes.get(item.id) ?? [], { terms, format, width: 300, height: 72 });
    return html`<section class="details" aria-labelledby="title">
      <header>
        ${
          alone
            ? html`<button
                class="button quiet icon-only small"
                type="button"
                aria-label=${library.back}
                title=${library.back}
                @click=${() => this.#do('close')}
              >
                ${icon(ArrowLeft, { flips: true })}
              </button>`
            : nothing
        }
        ${hue ? html`<span class="hue-dot hue-${hue}" aria-hidden="true"></span>` : nothing}
        <h2 id="title" dir="auto">${nameOf(item, context)}</h2>
        ${
          alone
            ? nothing
            : html`<button
                class="button quiet icon-only small"
                type="button"
                aria-label=${common.close}
                title=${common.close}
                @click=${() => this.#do('close')}
              >
                ${icon(X)}
              </button>`
        }
      </header>
      ${about === '' ? nothing : html`<p dir="auto">${about}</p>`}
      ${words === '' ? nothing : html`<p class="words" dir="auto">${words}</p>`}
      ${
        kind === 'rules'
          ? html`<div>
              <h3>${library.fields.gives}</h3>
              <p>${givesOf(item as Rule, context)}</p>
              <p class="hint">${library.fields.keep}: ${library.fields.keeps[(item as Rule).keep]}</p>
            </div>`
          : nothing
      }
      ${
        kind === 'tiers' && discount !== undefined
          ? html`<div>
              <h3>${library.columns.discount}</h3>
              <p>${format.percent(discount)}</p>
            </div>`
          : nothing
      }
      <div>
        <h3>${library.columns.clients}</h3>
        <p class="size">${figure(item.id, context)}</p>
        ${kind === 'segments' ? (chart ?? html`<p class="hint">${library.noTrend}</p>`) : nothing}
      </div>
      ${this.#renderUses()} ${this.#renderDeeds()}
    </section>`;
  }

  #renderUses(): TemplateResult | typeof nothing {
    const { context } = this;
    if (!context.model.canEdit || context.model.kind === 'rules') return nothing;
    const { library, common } = context.terms;
    const uses = this.uses?.filter(({ kind }) => kind !== 'clients');
    return html`<div>
      <h3>${library.uses}</h3>
      ${
        uses === undefined
          ? html`<p class="hint">${common.loading}</p>`
          : uses.length === 0
            ? html`<p class="hint">${library.noUses}</p>`
            : usesList(uses, context)
      }
    </div>`;
  }

  #renderDeeds(): TemplateResult {
    const { model, terms } = this.context;
    const { library } = terms;
    return html`<div class="deeds">
      ${
        this.canShow && model.documentOf(this.item)
          ? html`<button class="button small" type="button" @click=${() => this.#do('show')}>
              ${icon(Users)}${library.show}
            </button>`
          : nothing
      }
      ${
        model.canEdit
          ? html`<button class="button small" type="button" @click=${() => this.#do('edit')}>
                ${icon(PencilLine)}${library.editOne}
              </button>
              <button class="button quiet small" type="button" @click=${() => this.#do('remove')}>
                ${icon(Trash2)}${library.remove}
              </button>`
          : nothing
      }
    </div>`;
  }

  #do(deed: string): void {
    this.dispatchEvent(new CustomEvent('clientele-segments-deed-0', { detail: deed }));
  }
}
