import { html, LitElement, nothing, type TemplateResult } from 'lit';
import { property, query, state } from 'lit/decorators.js';
import type { Field, Id, ViewState } from '../../contract/index.js';
import { common } from '../../locales/en/common.js';
import { fields } from '../../locales/en/fields.js';
import { list } from '../../locales/en/list.js';
import type { Session } from '../../sdk/types.js';
import { tokens } from '../../theme/tokens.js';
import { AnnounceController } from '../parts/announce.js';
import { base } from '../parts/styles/base.js';
import { buttonStyles } from '../parts/styles/button.js';
import { emptyStateStyles } from '../parts/styles/empty-state.js';
import { WidthController } from '../parts/width.js';
import { SessionController } from '../widget.js';
import type { ListGrid } from './grid/grid.js';
import type { GridEventMap } from './grid/grid.events.js';
import { listEvent, type Offer } from './list.events.js';
import { listStyles } from './list.styles.js';
import { ListModel } from './model/list-model.js';
import type { LayoutRefusal } from './model/layout.js';
import { listState } from './states.js';

const OFFERS: readonly Offer[] = ['add', 'import', 'export', 'birthdays', 'segments', 'edit', 'message'];

/**
 * The client base as a list: search, filters, columns of one's own, and everything that can be done to one client, several, or all found.
 *
 * @summary Client list with column settings, filters, selection and actions.
 * @tag clientele-list
 * @fires clientele-list-open - A client was chosen.
 */
export class ClienteleList extends LitElement {
  static override styles = [tokens, base, buttonStyles, emptyStateStyles, listStyles];

  /** Beats the provider's. */
  @property({ attribute: false }) session: Session | null = null;
  /** How the list begins: columns, sort, filters. Default: what the fields' definitions show. */
  @property({ attribute: false }) view: ViewState | null = null;
  /** Address of a client's card, to make the name a real link. */
  @property({ attribute: false }) hrefOf: ((id: Id) => string) | null = null;

  @state() private model: ListModel | null = null;
  @query('clientele-list-grid-0') private grid!: ListGrid | null;

  #session = new SessionController(this, {
    terms: { common, fields, list },
    changed: (session) => this.#enter(session),
  });
  #announcer = new AnnounceController(this);
  #width = new WidthController(this, { narrow: 0, medium: 600, wide: 1000 });
  #leaveModel: (() => void) | null = null;

  override disconnectedCallback(): void {
    super.disconnectedCallback();
    this.#drop();
  }

  #enter(session: Session | null): void {
    this.#drop();
    if (!session) return;
    this.model = new ListModel(session, this.view);
    this.#leaveModel = this.model.subscribe(() => this.requestUpdate());
  }

  #drop(): void {
    this.#leaveModel?.();
    this.#leaveModel = null;
    this.model?.close();
    this.model = null;
  }

  get #offers(): ReadonlySet<Offer> {
    return new Set(OFFERS.filter((offer) => this.hasAttribute(`with-${offer}`)));
  }

  protected override render(): TemplateResult {
    const { terms } = this.#session;
    return html`<div class="root list" part="base" lang=${this.#session.lang} dir=${this.#session.dir}>
      ${this.#announcer.render()}
      <div class="body">${this.model ? this.#renderRows(this.model, terms.list) : nothing}</div>
    </div>`;
  }

  #renderRows(model: ListModel, terms: typeof list): TemplateResult {
    const state = listState(model, {
      terms: this.#session.terms,
      canAdd: this.#offers.has('add') && model.session.can('create'),
      onAdd: () => this.dispatchEvent(listEvent('clientele-list-add', { search: model.search })),
      onRetry: () => model.result.refresh(),
    });
    return html`<div class="rows">
      ${
        state
          ? html`<div class="state">${state}</div>`
          : html`<clientele-list-grid-0
              .model=${model}
              .terms=${terms.grid}
              .format=${this.#session.format}
              .hrefOf=${this.hrefOf}
              .labelOf=${this.#labelOf}
              ?narrow=${this.#width.step === 'narrow'}
              @clientele-grid-open-0=${this.#handleOpen}
              @clientele-grid-refused-0=${this.#handleRefused}
              @clientele-grid-tick-all-0=${() => void model.tickAllFound()}
            ></clientele-list-grid-0>`
      }
    </div>`;
  }

  readonly #labelOf = (field: Field): string => {
    if (field.label !== undefined) return this.#session.format.label(field.label);
    return (this.#session.terms.fields as Record<string, string>)[field.id] ?? field.id;
  };

  #handleOpen(event: GridEventMap['clientele-grid-open-0']): void {
    const { detail } = event;
    if (!this.dispatchEvent(listEvent('clientele-list-open', detail))) return;
    const href = this.hrefOf?.(detail.client.id);
    if (href !== undefined) location.assign(href);
  }

  #handleRefused(event: GridEventMap['clientele-grid-refused-0']): void {
    this.#announcer.announce(this.#session.terms.list.refused[event.detail.reason as LayoutRefusal]);
  }

  /** Puts the keyboard on a row. */
  focusRow(index: number): void {
    this.grid?.focusRow(index);
  }
}
