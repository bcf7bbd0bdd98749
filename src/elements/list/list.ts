import { html, LitElement, nothing, type PropertyValues, type TemplateResult } from 'lit';
import { property, query, state } from 'lit/decorators.js';
import { type Action, type Client, type Field, type Id, type ViewState } from '../../contract/index.js';
import { common } from '../../locales/en/common.js';
import { fields } from '../../locales/en/fields.js';
import { filters } from '../../locales/en/filters.js';
import { list } from '../../locales/en/list.js';
import { provider } from '../../locales/en/provider.js';
import type { Session } from '../../sdk/types.js';
import { AnnounceController } from '../parts/announce.js';
import { FocusKeeper } from '../parts/focus-keeper.js';
import type { ClienteleMenu } from '../parts/menu.js';
import type { ClienteleToasts, Toast } from '../parts/toasts.js';
import { unlessGoneOn } from '../parts/unless-gone-on.js';
import { WidthController } from '../parts/width.js';
import { SessionController } from '../widget.js';
import type { ListDeeds } from './deeds.js';
import { ListExtras } from './extras.js';
import type { ListGrid } from './grid/grid.js';
import type { GridEventMap } from './grid/grid.events.js';
import { listEvent, type Offer } from './list.events.js';
import { listStyles } from './list.styles.js';
import { ListModel } from './model/list-model.js';
import type { LayoutRefusal } from './model/layout.js';
import { tickedCount } from './model/selection.js';
import { offersOf, requestOf } from './requests.js';
import { starting } from './starting.js';
import type * as States from './states.js';
import { takeFocus } from './take-focus.js';
import type { ListToolbar } from './toolbar/toolbar.js';

/**
 * The client base as a list: search, filters, columns of one's own, and everything that can be done to one client, several, or all found.
 *
 * What a host answers it says by attributes: `with-add`, `with-import`, `with-export`, `with-birthdays`, `with-segments`, `with-edit`,
 * `with-message`; a control that nobody answers is not there.
 *
 * @summary Client list with search, filters, column settings, selection and actions.
 * @tag clientele-list
 * @event clientele-list-open - A client was chosen (name, row, key, menu or panel): `{ client, index, from }`. Cancel it to keep the link from being followed.
 * @event clientele-list-add - A new client is wanted: `{ search }`, what was searched for.
 * @event clientele-list-edit - `{ client }` is to be edited.
 * @event clientele-list-message - `{ ids }` are to be written to.
 * @event clientele-list-import - An import is wanted.
 * @event clientele-list-export - An export of `{ view }` is wanted.
 * @event clientele-list-birthdays - The birthdays are wanted.
 * @event clientele-list-segments - The segments are wanted; with `{ document }`, what the filters say is to become one.
 * @event clientele-list-view-changed - What is shown has changed: `{ view }`.
 * @csspart base - Everything.
 */
export class ClienteleList extends LitElement {
  static override styles = listStyles;

  /** Beats the provider's. */
  @property({ attribute: false }) session: Session | null = null;
  /** How the list begins: columns, sort, filters. Default: what the fields' definitions show. */
  @property({ attribute: false }) view: ViewState | null = null;
  /** Address of a client's card, to make the name a real link. */
  @property({ attribute: false }) hrefOf: ((id: Id) => string) | null = null;
  /** The title; the word of the locale unless told. */
  @property() heading = '';
  @property({ type: Boolean, attribute: 'with-add' }) withAdd = false;
  @property({ type: Boolean, attribute: 'with-import' }) withImport = false;
  @property({ type: Boolean, attribute: 'with-export' }) withExport = false;
  @property({ type: Boolean, attribute: 'with-birthdays' }) withBirthdays = false;
  @property({ type: Boolean, attribute: 'with-segments' }) withSegments = false;
  @property({ type: Boolean, attribute: 'with-edit' }) withEdit = false;
  @property({ type: Boolean, attribute: 'with-message' }) withMessage = false;
  /** No quick-info panel beside the rows. */
  @property({ type: Boolean, attribute: 'without-panel' }) withoutPanel = false;
  /** No shortcuts of single keys, for hosts that have their own; those of the grid stay. */
  @property({ type: Boolean, attribute: 'without-shortcuts' }) withoutShortcuts = false;
  /** Name of a parameter of the page's address that keeps columns, sort, filters and row height; '' keeps nothing there. */
  @property() address = '';

  @state() private model: ListModel | null = null;
  @state() private states: typeof States | null = null;
  @state() private isPanelClosed = false;
  @state() private isSheetOpen = false;
  @query('clientele-list-grid-0') private grid!: ListGrid | null;
  @query('clientele-list-toolbar-0') private toolbar!: ListToolbar | null;
  @query('clientele-toasts-0') private toasts!: ClienteleToasts;
  @query('.row-menu') private menu!: ClienteleMenu;

  #session = new SessionController(this, {
    terms: { common, fields, list, provider, filters },
    changed: (session) => this.#enter(session),
  });
  #announcer = new AnnounceController(this);
  #width = new WidthController(this, { narrow: 0, medium: 600, wide: 1000 });
  /** What those who act for the list need of it. */
  #around = {
    terms: () => this.#session.terms,
    format: () => this.#session.format,
    labelOf: (field: Field) => this.#labelOf(field),
    toast: (toast: Toast) => void this.#toast(toast),
    room: () => this.renderRoot.querySelector('.dialogs') as HTMLElement,
    back: () => void takeFocus(this.renderRoot),
  };
  #doer: ListDeeds | null = null;
  #extras = new ListExtras(this, {
    ...this.#around,
    model: () => this.model,
    lang: () => this.#session.lang,
    announce: (text) => this.#announcer.announce(text),
    offers: () => this.#offers,
    step: (by) => this.grid?.focusRow(Math.max(0, this.grid.active.row + by)),
    ask: (offer) => this.#ask(offer),
    act: (action) => void this.#doToTicked(action),
  });
  #leaveModel: (() => void) | null = null;

  constructor() {
    super();
    new FocusKeeper(this, () => takeFocus(this.renderRoot));
  }
  #entered: Session | null = null;

  override disconnectedCallback(): void {
    super.disconnectedCallback();
    this.#drop();
  }

  /** Puts the keyboard on a row. */
  focusRow(index: number): void {
    this.grid?.focusRow(index);
  }

  /** Puts the keyboard into the search. */
  focusSearch(): void {
    this.toolbar?.focusSearch();
  }

  #enter(session: Session | null): void {
    // A new description of the same session (rights, catalogue) keeps what was searched for and ticked where it still holds.
    const before = session !== null && session === this.#entered ? this.model : null;
    const search = before?.search ?? '';
    const wasShown = before?.viewState ?? null;
    this.#drop();
    this.#entered = session;
    if (!session) return;
    if (!this.#extras.isPrepared) {
      void this.#extras.prepare().then(() => this.#session.session === session && this.#enter(session));
      return;
    }
    const addressed = this.#extras.addressed(session, this.view);
    this.model = new ListModel(session, this.view, search, wasShown ?? addressed);
    this.#leaveModel = this.model.subscribe(() => this.#follow());
    this.#extras.follow(this.model);
  }

  #drop(): void {
    this.#extras.leave();
    this.#leaveModel?.();
    this.#leaveModel = null;
    this.model?.close();
    this.model = null;
    this.#entered = null;
  }

  #viewed = '';
  #follow(): void {
    const { model } = this;
    if (!model) return;
    const viewed = JSON.stringify(model.viewState);
    if (this.#viewed !== '' && viewed !== this.#viewed) {
      this.dispatchEvent(listEvent('clientele-list-view-changed', { view: model.viewState }));
    }
    this.#viewed = viewed;
    if (tickedCount(model.ticks) === 0) this.isPanelClosed = this.isSheetOpen = false;
    this.requestUpdate();
  }

  get #offers(): ReadonlySet<Offer> {
    return offersOf(this);
  }

  protected override updated(_changed: PropertyValues): void {
    const hasTicks = this.model !== null && tickedCount(this.model.ticks) > 0;
    if (!hasTicks) return;
    void import('./bar/bar.define.js');
    if (!this.withoutPanel) void import('./panel/panel.define.js');
  }

  protected override render(): TemplateResult {
    const { terms, lang } = this.#session;
    const { model } = this;
    return html`<div
      class="root list ${this.#width.step ?? ''}"
      part="base"
      lang=${lang}
      data-density=${model?.density ?? nothing}
      @clientele-list-say-0=${this.#extras.handleSay}
    >
      ${this.#announcer.render()}
      ${model ? this.#renderList(model) : html`<div class="body">${this.#renderStarting()}</div>`}
      <clientele-menu-0
        class="row-menu"
        label=${terms.list.grid.columnMenuHead}
        placement="bottom-end"
      ></clientele-menu-0>
      <div class="dialogs"></div>
      <clientele-toasts-0 dismiss-label=${terms.common.close}></clientele-toasts-0>
    </div>`;
  }

  #renderList(model: ListModel): TemplateResult {
    const { terms, format } = this.#session;
    const isNarrow = this.#width.step === 'narrow';
    const hasTicks = tickedCount(model.ticks) > 0;
    const state = this.#state(model);
    return html`<clientele-list-toolbar-0
        .model=${model}
        .terms=${terms}
        .format=${format}
        .offers=${this.#offers}
        heading=${this.heading}
        ?narrow=${isNarrow}
        @clientele-list-offer-0=${this.#handleOffer}
        @clientele-list-to-rows-0=${() => this.focusRow(0)}
        >${
          model.session.description?.capabilities.views && model.session.can('see')
            ? html`<clientele-list-views-0
                .model=${model}
                .wanted=${this.#extras.wantedView}
                ?narrow=${isNarrow}
              ></clientele-list-views-0>`
            : nothing
        }</clientele-list-toolbar-0
      >
      <clientele-list-filters-0
        .model=${model}
        .format=${format}
        .labelOf=${this.#labelOf}
        .offers=${this.#offers}
        ?narrow=${isNarrow}
        >${isNarrow || state ? this.#renderGear(model) : nothing}</clientele-list-filters-0
      >
      <div
        class="body"
        @clientele-list-do-0=${({ detail }: CustomEvent<Action>) => void this.#doToTicked(detail)}
        @clientele-list-offer-0=${this.#handleOffer}
        @clientele-grid-tick-all-0=${this.#extras.handleTickAll}
      >
        <div class="rows">
          ${isNarrow || state ? nothing : this.#renderGear(model)}
          ${state ? html`<div class="state" tabindex="-1">${state}</div>` : html`${this.#renderGrid(model)}${this.#renderTrouble(model)}`}
          ${
            hasTicks
              ? html`<clientele-list-bar-0
                  .model=${model}
                  .terms=${terms}
                  .format=${format}
                  .offers=${this.#offers}
                  ?narrow=${isNarrow || (this.#width.step === 'wide' && !this.withoutPanel && !this.isPanelClosed)}
                  ?with-info=${!this.withoutPanel && this.#width.step !== 'wide'}
                  @clientele-list-info-0=${() => (this.isSheetOpen = true)}
                ></clientele-list-bar-0>`
              : nothing
          }
        </div>
        ${hasTicks && !this.withoutPanel && !this.isPanelClosed ? this.#renderPanel(model) : nothing}
      </div>`;
  }

  #renderGear(model: ListModel): TemplateResult {
    return html`<clientele-list-columns-0
      class="gear"
      .model=${model}
      .labelOf=${this.#labelOf}
      density=${model.density ?? this.#session.appearance.density}
    ></clientele-list-columns-0>`;
  }

  /** Rows to come, or why there will be none. */
  #renderStarting(): TemplateResult | typeof nothing {
    const { state, terms } = this.#session;
    if (state === 'starting' || state === 'ready') return starting(terms.common.loading);
    return this.#withStates((states) => states.sessionState(this.#session));
  }

  /** What is rarely shown loads when it is. */
  #withStates(draw: (states: typeof States) => TemplateResult | null): TemplateResult | typeof nothing {
    if (this.states) return draw(this.states) ?? nothing;
    void import('./states.js').then((states) => (this.states = states));
    return nothing;
  }

  #state(model: ListModel): TemplateResult | typeof nothing | null {
    const { state, error, total } = model.result;
    // Rows that are there stay when the base does not answer any more, unless they may no longer be seen.
    const isLost = !total || error?.code === 'forbidden' || error?.code === 'invalid';
    if (state === 'error' ? !isLost : total !== 0) return null;
    return this.#withStates((states) => states.listState(model, this.#stateContext(model)));
  }

  #renderTrouble(model: ListModel): TemplateResult | typeof nothing {
    return model.session.online && model.result.state !== 'error'
      ? nothing
      : this.#withStates((states) => states.trouble(model, this.#stateContext(model)));
  }

  #stateContext(model: ListModel): Parameters<typeof States.trouble>[1] {
    return {
      terms: this.#session.terms,
      canAdd: this.withAdd && model.session.can('create'),
      onAdd: () => this.#ask('add'),
      onRetry: () => model.result.refresh(),
    };
  }

  #renderGrid(model: ListModel): TemplateResult {
    const { terms, format } = this.#session;
    return html`<clientele-list-grid-0
      .model=${model}
      .terms=${terms.list.grid}
      .format=${format}
      .hrefOf=${this.hrefOf}
      .labelOf=${this.#labelOf}
      .density=${model.density ?? this.#session.appearance.density}
      ?narrow=${this.#width.step === 'narrow'}
      @clientele-grid-open-0=${(event: GridEventMap['clientele-grid-open-0']) => this.#open(event.detail.client, event.detail.index, event.detail.from)}
      @clientele-grid-favourite-0=${async ({ detail }: GridEventMap['clientele-grid-favourite-0']) => (await this.#deeds()).favourite(detail.client)}
      @clientele-grid-row-menu-0=${async ({ detail }: GridEventMap['clientele-grid-row-menu-0']) => (await unlessGoneOn(this.#deeds()))?.openRowMenu(detail)}
      @clientele-grid-column-menu-0=${(event: GridEventMap['clientele-grid-column-menu-0']) => void this.#extras.openColumnMenu(event)}
      @clientele-grid-refused-0=${(event: GridEventMap['clientele-grid-refused-0']) => this.refuse(event.detail.reason as LayoutRefusal)}
    ></clientele-list-grid-0>`;
  }

  #renderPanel(model: ListModel): TemplateResult | typeof nothing {
    const { format, terms } = this.#session;
    const isSheet = this.#width.step !== 'wide';
    if (isSheet && !this.isSheetOpen) return nothing;
    const panel = html`<clientele-list-panel-0
      .model=${model}
      .format=${format}
      ?sheet=${isSheet}
      @clientele-panel-open-0=${(event: CustomEvent<{ client: Client }>) => this.#open(event.detail.client, model.result.positionOf(event.detail.client.id) ?? -1, 'panel')}
      @clientele-panel-close-0=${() => (this.isPanelClosed = true)}
    ></clientele-list-panel-0>`;
    if (!isSheet) return panel;
    return html`<clientele-dialog-0
      open
      label=${terms.list.selected(tickedCount(model.ticks))}
      close-label=${terms.common.close}
      @clientele-dialog-closed=${() => (this.isSheetOpen = false)}
      >${panel}</clientele-dialog-0
    >`;
  }

  readonly #labelOf = (field: Field): string => {
    if (field.label !== undefined) return this.#session.format.label(field.label);
    return (this.#session.terms.fields as Record<string, string>)[field.id] ?? field.id;
  };

  async #toast(toast: Toast): Promise<void> {
    await import('../parts/toasts.define.js');
    if (this.isConnected) this.toasts.show(toast);
  }

  /** Says why a change of the columns was refused. */
  refuse(reason: LayoutRefusal): void {
    void this.#toast({ id: 'refused', text: this.#session.terms.list.refused[reason] });
  }

  #open(client: Client, index: number, from: 'name' | 'row' | 'key' | 'menu' | 'panel'): void {
    if (!this.dispatchEvent(listEvent('clientele-list-open', { client, index, from }))) return;
    const href = this.hrefOf?.(client.id);
    if (href !== undefined) location.assign(href);
  }

  #ask(offer: Offer): void {
    const event = this.model && requestOf(offer, this.model);
    if (event) this.dispatchEvent(event);
  }

  readonly #handleOffer = (event: CustomEvent<Offer>): void => this.#ask(event.detail);

  /** What is done to clients, loaded with the first deed. */
  async #deeds(): Promise<ListDeeds> {
    const { ListDeeds: Deeds } = await import('./deeds.js');
    this.#doer ??= new Deeds(this, {
      ...this.#around,
      model: () => this.model,
      offers: () => this.#offers,
      menu: () => this.menu,
      open: (client, index) => this.#open(client, index, 'menu'),
    });
    await this.#doer.whenReady();
    return this.#doer;
  }

  async #doToTicked(action: Action): Promise<void> {
    (await this.#deeds()).doToTicked(action);
  }
}
