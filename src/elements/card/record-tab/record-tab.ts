import { css, html, LitElement, nothing, type PropertyValues, type TemplateResult } from 'lit';
import { property, state } from 'lit/decorators.js';
import { repeat } from 'lit/directives/repeat.js';
import { ArrowDown, ArrowUp } from 'lucide';
import { isNumeric, type ClientRecord, type Field, type RecordKind } from '../../../contract/index.js';
import { emptyState } from '../../parts/empty-state.js';
import { icon } from '../../parts/icon.js';
import { skeleton } from '../../parts/skeleton.js';
import { base, iconStyles, scrollStyles } from '../../parts/styles/base.js';
import { buttonStyles } from '../../parts/styles/button.js';
import { emptyStateStyles } from '../../parts/styles/empty-state.js';
import { skeletonStyles } from '../../parts/styles/skeleton.js';
import { tableStyles } from '../../parts/styles/table.js';
import { fieldName, kindName, recordValue, type CardContext } from '../context.js';
import { RecordPages } from '../model/record-pages.js';

/**
 * All records of one kind that hang on a client: a column for each field, the newest first, page after page. A host's own kind gets the same
 * table as ours.
 *
 * @summary Records of one kind (internal).
 * @tag clientele-card-records-0
 */
export class CardRecords extends LitElement {
  static override styles = [
    base,
    iconStyles,
    scrollStyles,
    buttonStyles,
    tableStyles,
    emptyStateStyles,
    skeletonStyles,
    css`
      :host {
        display: block;
        min-inline-size: 0;
      }
      .frame {
        overflow-x: auto;
        border: var(--_border-width) solid var(--_color-border);
        border-radius: var(--_radius);
      }
      th button {
        display: inline-flex;
        align-items: center;
        gap: 4px;
        min-block-size: var(--_target);
        font-weight: inherit;
      }
      th .icon {
        inline-size: 12px;
        block-size: 12px;
      }
      td {
        max-inline-size: 320px;
        overflow: hidden;
        text-overflow: ellipsis;
        white-space: nowrap;
      }
      .foot {
        display: flex;
        align-items: center;
        gap: var(--_space-3);
        padding-block-start: var(--_space-2);
        color: var(--_color-text-secondary);
        font-size: var(--_font-size-secondary);
      }
    `,
  ];

  @property({ attribute: false }) context!: CardContext;
  @property({ attribute: false }) kind!: RecordKind;

  @state() private pages: RecordPages | null = null;
  #key = '';

  override disconnectedCallback(): void {
    super.disconnectedCallback();
    this.pages?.close();
    this.pages = null;
    this.#key = '';
  }

  protected override willUpdate(_changed: PropertyValues): void {
    const { model } = this.context;
    const key = `${model.id} ${this.kind.id}`;
    if (key === this.#key || !this.isConnected) return;
    this.#key = key;
    this.pages?.close();
    this.pages = new RecordPages(
      model.session,
      { client: model.id, record: this.kind.id, sort: { field: this.kind.date, dir: 'desc' } },
      () => this.requestUpdate(),
    );
  }

  protected override render(): TemplateResult | typeof nothing {
    const { pages, context, kind } = this;
    if (!pages) return nothing;
    const { terms } = context;
    const words = terms.card.records;
    if (pages.state === 'error' && pages.error) {
      return emptyState({
        sign: pages.error.code === 'offline' ? 'offline' : 'error',
        text: words.failed,
        hint: terms.errors[pages.error.code].hint,
        actions: html`<button class="button primary" type="button" @click=${() => void pages.load()}>
          ${terms.common.retry}
        </button>`,
      });
    }
    if (pages.total === 0) return emptyState({ sign: 'empty', text: words.empty(kindName(kind, context)) });
    const fields = this.#columns();
    return html`<div class="frame scrolls" tabindex="0" role="region" aria-label=${kindName(kind, context)}>
        <table class="table" aria-busy=${String(pages.state === 'loading')}>
          <thead>
            <tr>
              ${fields.map((field) => this.#renderHead(field, pages))}
            </tr>
          </thead>
          <tbody>
            ${
              pages.total === null
                ? [60, 45, 70].map(
                    (width) =>
                      html`<tr>
                        ${fields.map(() => html`<td>${skeleton(`${width}%`)}</td>`)}
                      </tr>`,
                  )
                : repeat(
                    pages.items,
                    ({ id }) => id,
                    (record) => this.#renderRow(record, fields),
                  )
            }
          </tbody>
        </table>
      </div>
      ${this.#renderFoot(pages)}`;
  }

  /** Its fields, the date first. */
  #columns(): readonly Field[] {
    const { date } = this.kind;
    const fields = this.kind.fields.filter(({ column }) => column !== false);
    return [...fields.filter(({ id }) => id === date), ...fields.filter(({ id }) => id !== date)];
  }

  #renderHead(field: Field, pages: RecordPages): TemplateResult {
    const name = fieldName(field, this.kind, this.context);
    const isSorted = pages.sort.field === field.id;
    const dir = isSorted ? (pages.sort.dir === 'asc' ? 'ascending' : 'descending') : nothing;
    return html`<th scope="col" class=${isNumeric(field.type) ? 'numeric' : ''} aria-sort=${dir}>
      ${
        field.sort
          ? html`<button type="button" @click=${() => pages.sortBy(field.id)}>
              ${name}${isSorted ? icon(pages.sort.dir === 'asc' ? ArrowUp : ArrowDown) : nothing}
            </button>`
          : name
      }
    </th>`;
  }

  #renderRow({ values }: ClientRecord, fields: readonly Field[]): TemplateResult {
    return html`<tr>
      ${fields.map((field) => {
        const text = recordValue(field, values[field.id], this.kind, this.context);
        return html`<td class=${isNumeric(field.type) ? 'numeric' : ''} title=${text} dir="auto">
          ${text}
        </td>`;
      })}
    </tr>`;
  }

  #renderFoot(pages: RecordPages): TemplateResult | typeof nothing {
    if (pages.total === null) return nothing;
    const { card } = this.context.terms;
    return html`<div class="foot">
      <span>${card.records.total(pages.total)}</span>
      ${
        pages.hasMore
          ? html`<button class="button small" type="button" @click=${() => void pages.more()}>
              ${card.records.more}
            </button>`
          : nothing
      }
    </div>`;
  }
}
