import { html, LitElement, nothing, type PropertyValues, type TemplateResult } from 'lit';
import { property, query, state } from 'lit/decorators.js';
import { ArrowLeft, Plus } from 'lucide';
import type { Id, LibraryItem, LibraryKind, Rule, SegmentDocument } from '../../contract/index.js';
import { LIBRARY_KINDS } from '../../contract/plain/library.js';
import { builder } from '../../locales/en/builder.js';
import { catalogue } from '../../locales/en/catalogue.js';
import { common } from '../../locales/en/common.js';
import { errors } from '../../locales/en/errors.js';
import { fields } from '../../locales/en/fields.js';
import { library } from '../../locales/en/library.js';
import { provider } from '../../locales/en/provider.js';
import { sentence } from '../../locales/en/sentence.js';
import { toError } from '../../sdk/now.js';
import type { Session } from '../../sdk/types.js';
import { fold } from '../../text/fold.js';
import { AnnounceController } from '../parts/announce.js';
import { icon } from '../parts/icon.js';
import type { ClienteleMenu, ClienteleMenuSelectEvent } from '../parts/menu.js';
import { RovingFocusController } from '../parts/roving.js';
import type { ClienteleToasts, Toast } from '../parts/toasts.js';
import { WidthController } from '../parts/width.js';
import { SessionController } from '../widget.js';
import { nameOf, type SegmentsContext } from './context.js';
import type { SegmentsDetails } from './details/details.js';
import type { Editing } from './edit/editing.js';
import { itemMenu } from './menu.js';
import { LibraryModel } from './model/library-model.js';
import { segmentsEvent } from './segments.events.js';
import { segmentsStyles } from './segments.styles.js';
import { emptyKind, failedKind, missingKind, nothingFits, sessionState } from './states.js';
import { libraryTable } from './table/table.js';
import { tabs } from './top.js';

/** A list that can show the clients of an item. */
export interface SegmentsTarget {
  setFilters(document: SegmentDocument): void;
}

/**
 * Everything that groups clients, in one place: kept segments with their size and how it moved, groups, categories, tiers with their rules, and
 * rules that assign by themselves. Segments are made and changed with the builder, which opens inside.
 *
 * @summary Manager of segments, groups, categories, tiers and rules.
 * @tag clientele-segments
 * @event clientele-segments-show - `{ kind, id, document }`: the clients of an item are to be shown. Cancel it to show them yourself.
 * @event clientele-segments-navigate - `{ kind, item }` after another kind or item is shown.
 * @csspart base - Everything.
 */
export class ClienteleSegments extends LitElement {
  static override styles = segmentsStyles;

  /** Beats the provider's. */
  @property({ attribute: false }) session: Session | null = null;
  /** The kind that is shown. */
  @property({ reflect: true }) kind: LibraryKind = 'segments';
  /** Id of the item whose details are shown; '' for none. */
  @property({ reflect: true }) item = '';
  /** The list that shows the clients of an item. */
  @property({ attribute: false }) list: SegmentsTarget | null = null;
  /** Id of the element that is that list. */
  @property({ attribute: 'for' }) listId = '';
  /** The host answers `clientele-segments-show`. */
  @property({ type: Boolean, attribute: 'with-show' }) withShow = false;

  /** Conditions to make a segment of, the filters of a list, say: setting it opens the builder with them. */
  @property({ attribute: false }) draft: SegmentDocument | null = null;

  @state() private model: LibraryModel | null = null;
  @state() private search = '';
  /** The segment in the builder: its id, '' for a new one. */
  @state() private built: { id: Id; document: SegmentDocument | null } | null = null;
  @query('clientele-menu-0') private menu!: ClienteleMenu;
  @query('clientele-toasts-0') private toasts!: ClienteleToasts;
  @query('clientele-segments-details-0') private details!: SegmentsDetails | null;

  #session = new SessionController(this, {
    terms: { common, errors, fields, catalogue, sentence, builder, provider, library },
    changed: (session) => this.#enter(session),
  });
  #announcer = new AnnounceController(this);
  #width = new WidthController(this, { narrow: 0, medium: 620, wide: 940 });
  #tabs = new RovingFocusController(this, {
    items: () => [...(this.renderRoot?.querySelectorAll<HTMLElement>('.tab') ?? [])],
    orientation: 'horizontal',
    selected: '[aria-selected="true"]',
    onMove: (tab) => this.#open(tab.dataset['kind'] as LibraryKind),
  });
  #editing: Editing | null = null;
  #chosen: LibraryItem | null = null;

  override disconnectedCallback(): void {
    super.disconnectedCallback();
    this.#leave();
    this.built = null;
  }

  /** Opens the dialog, or the builder, that makes an item of a kind. */
  async add(kind: LibraryKind = this.kind): Promise<void> {
    if (kind === 'segments') this.#build('', null);
    else await this.#edit(null);
  }

  #enter(session: Session | null): void {
    if (session && session === this.model?.session) {
      void this.model.load();
      return;
    }
    this.#leave();
    if (!session) return;
    this.model = new LibraryModel(session, () => this.requestUpdate());
    void this.model.open(this.#shownKind);
  }

  #leave(): void {
    this.model?.close();
    this.model = null;
    this.#editing?.close();
    this.#editing = null;
  }

  /** A kind that the base keeps, whatever the attribute says. */
  get #shownKind(): LibraryKind {
    const kinds = this.model?.kinds ?? LIBRARY_KINDS;
    return kinds.includes(this.kind) ? this.kind : (kinds[0] ?? 'segments');
  }

  get #context(): SegmentsContext | null {
    const { model } = this;
    const { terms, format, session } = this.#session;
    return model && session ? { model, terms, format } : null;
  }

  protected override willUpdate(changed: PropertyValues<this>): void {
    const { model } = this;
    if (changed.has('draft') && this.draft) this.#build('', this.draft);
    if (changed.has('kind') && model && model.kind !== this.#shownKind) void model.open(this.#shownKind);
  }

  protected override render(): TemplateResult {
    const { lang, terms } = this.#session;
    const context = this.#context;
    const step = this.#width.step ?? 'wide';
    return html`<div class="root segments ${step}" part="base" lang=${lang}>
      ${this.#announcer.render()}
      ${context ? this.#renderManager(context, step) : sessionState(this.#session)}
      <clientele-menu-0 @clientele-menu-select=${this.#handleMenu}></clientele-menu-0>
      <div class="dialogs"></div>
      <clientele-toasts-0 dismiss-label=${terms.common.close}></clientele-toasts-0>
    </div>`;
  }

  #renderManager(context: SegmentsContext, step: string): TemplateResult {
    const { model, terms } = context;
    if (!model.session.can('see')) return sessionState({ ...this.#states, state: 'forbidden' });
    if (model.kinds.length === 0) return missingKind(context);
    if (this.built) return this.#renderBuilder(this.built, context);
    const item = this.item === '' ? undefined : model.item(this.item);
    if (item && step !== 'wide') return this.#renderDetails(item, context, true);
    return html`<div class="top">
        ${tabs(
          context,
          (kind) => this.#open(kind),
          (event) => this.#tabs.handleKey(event),
        )}
        <span class="input-group search">
          <input
            class="input"
            type="search"
            dir="auto"
            placeholder=${terms.library.find}
            aria-label=${terms.library.find}
            .value=${this.search}
            @input=${(event: Event) => (this.search = (event.target as HTMLInputElement).value)}
          />
        </span>
        ${
          model.canEdit
            ? html`<button class="button primary" type="button" @click=${() => void this.add()}>
                ${icon(Plus)}${terms.library.add[model.kind]}
              </button>`
            : nothing
        }
      </div>
      ${model.items?.length === 0 ? nothing : html`<p class="hint-line">${terms.library.hints[model.kind]}</p>`}
      <div class="columns ${item ? 'with-details' : ''}" role="tabpanel" aria-labelledby="tab-${model.kind}">
        ${this.#renderItems(context)} ${item ? this.#renderDetails(item, context, false) : nothing}
      </div>`;
  }

  #renderItems(context: SegmentsContext): TemplateResult | null {
    const { model } = context;
    if (model.error && !model.items) return failedKind(context, model.error, () => void model.load());
    if (!model.items) return sessionState({ ...this.#states, state: 'starting' });
    if (model.items.length === 0) return emptyKind(context, () => void this.add());
    const wanted = fold(this.search.trim());
    const items =
      wanted === ''
        ? model.items
        : model.items.filter((item) => fold(nameOf(item, context)).includes(wanted));
    if (items.length === 0) return nothingFits(context, () => (this.search = ''));
    return libraryTable(context, {
      chosen: this.item === '' ? null : this.item,
      items,
      open: (item) => this.#choose(item.id),
      more: (item, anchor) => this.#more(item, anchor),
      toggle: (rule) => void this.#toggle(rule),
    });
  }

  #renderDetails(item: LibraryItem, context: SegmentsContext, isAlone: boolean): TemplateResult {
    void import('./details/details.define.js');
    return html`<clientele-segments-details-0
      .item=${item}
      .context=${context}
      .canShow=${this.#canShow}
      ?alone=${isAlone}
      @clientele-segments-deed-0=${(event: CustomEvent<string>) => this.#do(event.detail, item)}
    ></clientele-segments-details-0>`;
  }

  #renderBuilder(
    { id, document }: { id: Id; document: SegmentDocument | null },
    context: SegmentsContext,
  ): TemplateResult {
    void import('../segment-builder/segment-builder.define.js');
    const { library } = context.terms;
    return html`<div>
        <button class="button quiet" type="button" @click=${() => (this.built = null)}>
          ${icon(ArrowLeft, { flips: true })}${library.back}
        </button>
      </div>
      <clientele-segment-builder
        .session=${context.model.session}
        segment=${id}
        .value=${document ?? nothing}
        ?with-apply=${this.#canShow}
        with-cancel
        @clientele-segment-saved=${() => {
          this.built = null;
          void this.model?.load();
        }}
        @clientele-segment-cancel=${() => (this.built = null)}
        @clientele-segment-apply=${(event: CustomEvent<{ document: SegmentDocument }>) => {
          event.preventDefault();
          this.#show(id, event.detail.document);
        }}
      ></clientele-segment-builder>`;
  }

  get #states(): Parameters<typeof sessionState>[0] {
    const { error, terms } = this.#session;
    return { state: this.#session.state, error, terms, retry: () => this.#session.retry() };
  }

  get #target(): SegmentsTarget | null {
    if (this.list) return this.list;
    if (this.listId === '') return null;
    const found = (this.getRootNode() as Document | ShadowRoot).getElementById(this.listId);
    return found && 'setFilters' in found ? (found as unknown as SegmentsTarget) : null;
  }

  get #canShow(): boolean {
    return this.withShow || this.#target !== null;
  }

  #open(kind: LibraryKind): void {
    if (kind === this.model?.kind) return;
    this.kind = kind;
    this.item = '';
    this.search = '';
    this.#tell();
  }

  #choose(id: Id): void {
    this.item = this.item === id ? '' : id;
    this.#tell();
  }

  #tell(): void {
    const detail = { kind: this.kind, item: this.item === '' ? null : this.item };
    this.dispatchEvent(segmentsEvent('clientele-segments-navigate', detail));
  }

  #show(id: Id, document: SegmentDocument): void {
    const event = segmentsEvent('clientele-segments-show', { kind: this.kind, id, document });
    if (this.dispatchEvent(event)) this.#target?.setFilters(document);
  }

  #build(id: Id, document: SegmentDocument | null): void {
    this.built = { id, document };
  }

  #more(item: LibraryItem, anchor: HTMLElement): void {
    const context = this.#context;
    if (!context) return;
    this.#chosen = item;
    this.menu.label = context.terms.library.more(nameOf(item, context));
    this.menu.items = itemMenu(item, context, this.#canShow);
    this.menu.show(anchor);
  }

  readonly #handleMenu = (event: ClienteleMenuSelectEvent): void => {
    if (this.#chosen) this.#do(event.item.id, this.#chosen);
  };

  #do(deed: string, item: LibraryItem): void {
    const { model } = this;
    const context = this.#context;
    if (!model || !context) return;
    const document = model.documentOf(item);
    if (deed === 'close') this.#choose(item.id);
    else if (deed === 'show' && document) this.#show(item.id, document);
    else if (deed === 'conditions') this.#build(item.id, null);
    else if (deed === 'edit' && this.kind === 'segments') this.#build(item.id, null);
    else if (deed === 'edit') void this.#edit(item);
    else if (deed === 'duplicate' && document) this.#build('', document);
    else if (deed === 'up' || deed === 'down') {
      void this.#try(async () => model.move(item as never, deed === 'up' ? -1 : 1));
    } else if (deed === 'remove') void this.#remove(item);
  }

  async #toggle(rule: Rule): Promise<void> {
    const context = this.#context;
    if (!context) return;
    const { switched } = context.terms.library;
    const enabled = !rule.enabled;
    await this.#try(async () => {
      await context.model.save('rules', { ...rule, enabled });
      this.#announcer.announce((enabled ? switched.on : switched.off)(rule.name));
    });
  }

  async #edit(item: LibraryItem | null): Promise<void> {
    await (await this.#editor())?.open(this.kind, item);
  }

  async #remove(item: LibraryItem): Promise<void> {
    await (await this.#editor())?.remove(this.kind, item);
  }

  async #editor(): Promise<Editing | null> {
    const { Editing: Made } = await import('./edit/editing.js');
    if (!this.isConnected || !this.model) return null;
    this.#editing ??= new Made({
      context: () => this.#context as SegmentsContext,
      room: () => this.renderRoot.querySelector('.dialogs') as HTMLElement,
      done: (toast, removed) => {
        if (removed === this.item) this.item = '';
        void this.model?.load();
        void this.details?.refresh();
        this.#toast(toast);
      },
    });
    return this.#editing;
  }

  /** Does what may be refused, and says so. */
  async #try(work: () => Promise<void>): Promise<void> {
    try {
      await work();
    } catch (cause) {
      const { terms } = this.#session;
      const { hint } = terms.errors[toError(cause, 'library.save').code];
      this.#toast({ text: `${terms.library.notSaved} ${hint}`, tone: 'danger' });
    }
    await this.model?.load();
  }

  #toast(toast: Toast): void {
    void import('../parts/toasts.define.js').then(() => this.isConnected && this.toasts.show(toast));
  }
}
