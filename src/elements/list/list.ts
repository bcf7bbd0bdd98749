import { html, LitElement, nothing, type TemplateResult } from 'lit';
import { property, query, state } from 'lit/decorators.js';
import type { Action, Client, Field, Id, SegmentDocument, ViewState } from '../../contract/index.js';
import { EVERYONE } from '../../contract/plain/segment.js';
import { common } from '../../locales/en/common.js';
import { fields } from '../../locales/en/fields.js';
import { list } from '../../locales/en/list.js';
import type { ResultSet, Session } from '../../sdk/types.js';
import { afterPaint } from '../parts/after-paint.js';
import { FocusKeeper } from '../parts/focus-keeper.js';
import { Late } from '../parts/late.js';
import { unlessGoneOn } from '../parts/unless-gone-on.js';
import { WidthController } from '../parts/width.js';
import { SessionController } from '../widget.js';
import type { ListExtras } from './extras.js';
import type { ListGrid } from './grid/grid.js';
import type { GridEventMap } from './grid/grid.events.js';
import { listEvent, type ListEventMap, type Offer } from './list.events.js';
import { listStyles } from './list.styles.js';
import { ListModel } from './model/list-model.js';
import type { LayoutRefusal } from './model/layout.js';
import { tickedCount } from './model/selection.js';
import { offersOf } from './offers.js';
import { starting } from './starting.js';
import type { ListStates } from './states.js';
import { takeFocus } from './take-focus.js';
import type { ListTicked } from './ticked.js';
import type { ListToolbar } from './toolbar/toolbar.js';
import type { Say } from './views/views.js';

type OpenedFrom = ListEventMap['clientele-list-open']['detail']['from'];

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
  @query('clientele-list-grid-0') private grid!: ListGrid | null;
  @query('clientele-list-toolbar-0') private toolbar!: ListToolbar | null;
  #session = new SessionController(this, {
    terms: { common, fields, list },
    changed: (session) => this.#enter(session),
  });
  #width = new WidthController(this, { narrow: 0, medium: 600, wide: 1000 });
  readonly #around = {
    session: this.#session,
    width: this.#width,
    model: () => this.model,
    labelOf: (field: Field) => this.#labelOf(field),
    offers: () => offersOf(this),
    step: (by: 1 | -1) => this.grid?.focusRow(Math.max(0, this.grid.active.row + by)),
    open: (client: Client, index: number, from: OpenedFrom) => this.#open(client, index, from),
  };
  readonly #extras = new Late<ListExtras>(
    this,
    async () => new (await import('./extras.js')).ListExtras(this, this.#around),
  );
  readonly #ticked = new Late<ListTicked>(
    this,
    async () => new (await import('./ticked.js')).ListTicked(this, this.#around),
  );
  #leaveModel: (() => void) | null = null;
  #entered: Session | null = null;
  /** Filters that were set before there was a base to ask. */
  #wanted: SegmentDocument | null = null;

  constructor() {
    super();
    new FocusKeeper(this, () => takeFocus(this.renderRoot));
  }

  override connectedCallback(): void {
    super.connectedCallback();
    document.addEventListener('keydown', this.#keepKey);
  }

  override disconnectedCallback(): void {
    super.disconnectedCallback();
    document.removeEventListener('keydown', this.#keepKey);
    this.#drop();
  }

  /** Puts the keyboard on a row. */
  focusRow(index: number): void {
    this.grid?.focusRow(index);
  }

  /** What the list is filtered by; what is searched for stands apart. */
  get filters(): SegmentDocument {
    return this.model?.filters ?? this.#wanted ?? EVERYONE;
  }

  /** What the list shows now, row by row: a card's way to the previous and the next client. Null before there is a session. */
  get result(): ResultSet | null {
    return this.model?.result ?? null;
  }

  /** Filters the list by a document, in place of its filters; all else of the view stays. */
  setFilters(document: SegmentDocument): void {
    if (this.model) this.model.setFilters(document);
    else this.#wanted = document;
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
    const extras = this.#extras.value;
    if (this.address !== '' && !extras?.isPrepared) {
      void this.#extras
        .ready()
        .then(async (loaded) => loaded.prepare())
        .then(() => this.#session.session === session && this.#enter(session));
      return;
    }
    const addressed = extras?.addressed(session, this.view) ?? null;
    this.model = new ListModel(session, this.view, search, wasShown ?? addressed);
    if (this.#wanted) this.model.setFilters(this.#wanted);
    this.#wanted = null;
    this.#leaveModel = this.model.subscribe(() => this.#follow());
    extras?.follow(this.model);
  }

  #drop(): void {
    this.#extras.value?.leave();
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
    if (tickedCount(model.ticks) === 0) this.#ticked.value?.rest();
    this.requestUpdate();
  }

  /** Keys that are pressed before what answers them is there are answered once it is. */
  readonly #keepKey = (event: KeyboardEvent): void => {
    if (this.#extras.value) return;
    const path = event.composedPath();
    this.#extras.with((extras) => extras.press(event, path));
  };

  protected override firstUpdated(): void {
    afterPaint(() => this.#extras.wanted);
  }

  protected override render(): TemplateResult {
    const { terms, lang } = this.#session;
    const { model } = this;
    return html`<div
      class="root list ${this.#width.step ?? ''}"
      part="base"
      lang=${lang}
      data-density=${model?.density ?? nothing}
      @clientele-list-say-0=${({ detail }: CustomEvent<Say>) => this.#extras.with((extras) => extras.say(detail))}
    >
      ${this.#extras.value?.render() ?? nothing}
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
    const ticked = tickedCount(model.ticks) > 0 ? this.#ticked.wanted : null;
    const state = this.#state(model);
    return html`<clientele-list-toolbar-0
        .model=${model}
        .terms=${terms}
        .format=${format}
        .offers=${offersOf(this)}
        heading=${this.heading}
        ?narrow=${isNarrow}
        @clientele-list-offer-0=${this.#handleOffer}
        @clientele-list-to-rows-0=${() => this.focusRow(0)}
        >${
          model.session.description?.capabilities.views && model.session.can('see')
            ? html`<clientele-list-views-0
                .model=${model}
                .wanted=${this.#extras.value?.wantedView ?? null}
                ?narrow=${isNarrow}
              ></clientele-list-views-0>`
            : nothing
        }</clientele-list-toolbar-0
      >
      <clientele-list-filters-0
        .model=${model}
        .format=${format}
        .labelOf=${this.#labelOf}
        .offers=${offersOf(this)}
        ?narrow=${isNarrow}
        >${isNarrow || state ? this.#renderGear(model) : nothing}</clientele-list-filters-0
      >
      <div
        class="body"
        @clientele-list-do-0=${({ detail }: CustomEvent<Action>) => this.#extras.with((extras) => extras.doToTicked(detail))}
        @clientele-list-offer-0=${this.#handleOffer}
        @clientele-grid-tick-all-0=${() => this.#extras.with((extras) => extras.tickAll())}
      >
        <div class="rows">
          ${isNarrow || state ? nothing : this.#renderGear(model)}
          ${state ? html`<div class="state" tabindex="-1">${state}</div>` : html`${this.#renderGrid(model)}${this.#renderTrouble(model)}`}
          ${ticked?.renderBar(model) ?? nothing}
        </div>
        ${ticked?.renderPanel(model) ?? nothing}
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
    return this.#states?.session() ?? nothing;
  }

  get #states(): ListStates | null {
    return this.#extras.wanted?.states ?? null;
  }

  #state(model: ListModel): TemplateResult | typeof nothing | null {
    const { state, error, total } = model.result;
    // Rows that are there stay when the base does not answer any more, unless they may no longer be seen.
    const isLost = !total || error?.code === 'forbidden' || error?.code === 'invalid';
    if (state === 'error' ? !isLost : total !== 0) return null;
    return this.#states ? this.#states.list(model) : nothing;
  }

  #renderTrouble(model: ListModel): TemplateResult | typeof nothing {
    return model.session.online && model.result.state !== 'error'
      ? nothing
      : (this.#states?.trouble(model) ?? nothing);
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
      @clientele-grid-favourite-0=${({ detail }: GridEventMap['clientele-grid-favourite-0']) => this.#extras.with((extras) => extras.favourite(detail.client))}
      @clientele-grid-row-menu-0=${(event: GridEventMap['clientele-grid-row-menu-0']) => this.#opening((extras) => extras.openRowMenu(event))}
      @clientele-grid-column-menu-0=${(event: GridEventMap['clientele-grid-column-menu-0']) => this.#opening((extras) => extras.openColumnMenu(event))}
      @clientele-grid-refused-0=${({ detail }: GridEventMap['clientele-grid-refused-0']) => this.refuse(detail.reason as LayoutRefusal)}
    ></clientele-list-grid-0>`;
  }

  readonly #labelOf = (field: Field): string => {
    if (field.label !== undefined) return this.#session.format.label(field.label);
    return (this.#session.terms.fields as Record<string, string>)[field.id] ?? field.id;
  };

  async #opening(open: (extras: ListExtras) => unknown): Promise<void> {
    const extras = await unlessGoneOn(this.#extras.ready());
    if (extras) open(extras);
  }

  /** Says why a change of the columns was refused. */
  refuse(reason: LayoutRefusal): void {
    this.#extras.with((extras) => extras.refuse(reason));
  }

  #open(client: Client, index: number, from: OpenedFrom): void {
    if (!this.dispatchEvent(listEvent('clientele-list-open', { client, index, from }))) return;
    const href = this.hrefOf?.(client.id);
    if (href !== undefined) location.assign(href);
  }

  readonly #handleOffer = ({ detail }: CustomEvent<Offer>): void =>
    this.#extras.with((extras) => extras.ask(detail));
}
