import type { LitElement, TemplateResult } from 'lit';
import type { Action, Client, Field, ViewState } from '../../contract/index.js';
import { isClienteleError } from '../../contract/plain/errors.js';
import { columns } from '../../locales/en/columns.js';
import { errors } from '../../locales/en/errors.js';
import type { Session } from '../../sdk/types.js';
import { TermsController } from '../locale.js';
import { AnnounceController } from '../parts/announce.js';
import type { ClienteleMenu } from '../parts/menu.js';
import type { ShortcutsController } from '../parts/shortcuts.js';
import type { ClienteleToasts, Toast } from '../parts/toasts.js';
import { unlessGoneOn } from '../parts/unless-gone-on.js';
import type { SessionController } from '../widget.js';
import { errorText } from './actions/words.js';
import './columns/columns.define.js';
import type { ListDeeds } from './deeds.js';
import './filters/filters.define.js';
import type { ListFilters } from './filters/filters.js';
import type { GridEventMap } from './grid/grid.events.js';
import type { Offer } from './list.events.js';
import type { AddressProblem } from './model/address.js';
import type { AddressKeeper } from './model/address-keeper.js';
import type { LayoutRefusal } from './model/layout.js';
import type { ListModel } from './model/list-model.js';
import { tickedCount } from './model/selection.js';
import { addShortcuts } from './palette/list-shortcuts.js';
import type { ListPalette } from './palette/palette.js';
import type { ListShortcuts } from './palette/shortcuts-sheet.js';
import { requestOf } from './requests.js';
import { ListStates } from './states.js';
import { takeFocus } from './take-focus.js';
import type { ListViews, Say } from './views/views.js';

/** The list, as far as its extras know it. */
export interface ExtrasHost extends LitElement {
  /** Name of the query parameter that keeps the view; '': none. */
  readonly address: string;
  readonly withAdd: boolean;
  readonly withoutShortcuts: boolean;
  focusSearch(): void;
}

/** What the extras need of the list beside that. */
export interface ExtrasOptions {
  readonly session: SessionController<'common' | 'fields' | 'list'>;
  readonly model: () => ListModel | null;
  readonly labelOf: (field: Field) => string;
  readonly offers: () => ReadonlySet<Offer>;
  readonly step: (by: 1 | -1) => void;
  readonly open: (client: Client, index: number, from: 'menu') => void;
}

/**
 * What a list has beside its rows and needs only once they are seen: filters and gear, the view in the address, saved views, shortcuts, the
 * command palette, menus, messages. Most of it loads in its turn when it is first wanted.
 */
export class ListExtras {
  readonly states: ListStates;
  readonly #host: ExtrasHost;
  readonly #options: ExtrasOptions;
  readonly #announcer: AnnounceController;
  readonly #words: TermsController<'columns' | 'errors'>;
  readonly #shortcuts: ShortcutsController;
  #Keeper: typeof AddressKeeper | null = null;
  #keeper: AddressKeeper | null = null;
  #doer: ListDeeds | null = null;

  constructor(host: ExtrasHost, options: ExtrasOptions) {
    this.#host = host;
    this.#options = options;
    this.#announcer = new AnnounceController(host);
    this.#words = new TermsController(host, { columns, errors });
    this.states = new ListStates(host, { ...options, ask: (offer) => this.ask(offer) });
    this.#shortcuts = addShortcuts(
      this.#host,
      {
        commands: () => void this.openPalette(),
        search: () => this.#host.focusSearch(),
        filter: () => void this.#filters?.addFilter(),
        next: () => this.#options.step(1),
        previous: () => this.#options.step(-1),
        help: () => void this.openShortcuts(),
      },
      () => this.#options.model() !== null && !this.#host.withoutShortcuts,
    );
    const model = options.model();
    if (model) this.follow(model);
  }

  /** Regions that speak. */
  render(): TemplateResult {
    return this.#announcer.render();
  }

  /** A key that was pressed before this was there. */
  press(event: KeyboardEvent, path: readonly EventTarget[]): void {
    this.#shortcuts.answer(event, path);
  }

  /** The saved view that the address names. */
  get wantedView(): string | null {
    return this.#keeper?.view ?? null;
  }

  /** False: `prepare` first, then the address can be read. */
  get isPrepared(): boolean {
    return this.#Keeper !== null;
  }

  async prepare(): Promise<void> {
    ({ AddressKeeper: this.#Keeper } = await import('./model/address-keeper.js'));
  }

  /** The state that the address asks for; null: none. `view` is how the list begins without. */
  addressed(session: Session, view: ViewState | null): ViewState | null {
    const name = this.#host.address;
    this.leave();
    if (name === '' || !this.#Keeper) return null;
    this.#keeper = new this.#Keeper({
      name,
      session,
      view,
      onProblems: (problems) => void this.#tell(problems),
    });
    return this.#keeper.state;
  }

  follow(model: ListModel): void {
    this.#keeper?.follow(model);
    if (model.session.description?.capabilities.views) void import('./views/views.define.js');
  }

  leave(): void {
    this.#keeper?.close();
    this.#keeper = null;
  }

  get #filters(): ListFilters | null {
    return this.#host.renderRoot.querySelector<ListFilters>('clientele-list-filters-0');
  }

  /** Where what opens above the list stands. */
  get #room(): HTMLElement {
    return this.#host.renderRoot.querySelector('.dialogs') as HTMLElement;
  }

  /** An element that stands above the list, made when it is first wanted. */
  #overlay<K extends keyof HTMLElementTagNameMap>(tag: K): HTMLElementTagNameMap[K] {
    const room = this.#room;
    let element = room.querySelector<HTMLElementTagNameMap[K]>(tag);
    if (!element) room.append((element = document.createElement(tag)));
    return element;
  }

  async openPalette(): Promise<void> {
    await import('./palette/palette.define.js');
    const options = this.#options;
    const views = this.#host.renderRoot.querySelector<ListViews>('clientele-list-views-0');
    const palette: ListPalette = Object.assign(this.#overlay('clientele-list-palette-0'), {
      model: options.model(),
      format: options.session.format,
      labelOf: options.labelOf,
      offers: options.offers(),
      views: views?.all ?? [],
      host: {
        search: () => this.#host.focusSearch(),
        filter: (field: string | null) =>
          void (field === null ? this.#filters?.addFilter() : this.#filters?.addField(field)),
        step: options.step,
        offer: (offer: Offer) => this.ask(offer),
        open: (view: Parameters<ListModel['applyView']>[0]) => options.model()?.applyView(view),
        tickAll: () => void this.tickAll(),
        act: (action: Action) => void this.doToTicked(action),
        shortcuts: () => void this.openShortcuts(),
        refuse: (reason: LayoutRefusal) => this.refuse(reason),
      },
    });
    await palette.updateComplete;
    await palette.show();
  }

  async openShortcuts(): Promise<void> {
    await import('./palette/shortcuts-sheet.define.js');
    const sheet: ListShortcuts = this.#overlay('clientele-list-shortcuts-0');
    await sheet.updateComplete;
    await sheet.show();
  }

  async openColumnMenu({ detail }: GridEventMap['clientele-grid-column-menu-0']): Promise<void> {
    const loaded = await unlessGoneOn(
      Promise.all([import('./columns/column-menu.js'), import('../parts/menu.define.js')]),
    );
    const { model: modelOf, session, labelOf } = this.#options;
    const model = modelOf();
    if (!model || !loaded) return;
    const [{ openColumnMenu }] = loaded;
    const menu: ClienteleMenu = this.#overlay('clientele-menu-0');
    await menu.updateComplete;
    await openColumnMenu({
      menu,
      model,
      field: detail.field,
      anchor: detail.anchor,
      labelOf,
      lang: session.lang,
      isRtl: getComputedStyle(this.#host).direction === 'rtl',
      back: this.#back,
      onRefused: (reason) => this.refuse(reason),
    });
  }

  async openRowMenu({ detail }: GridEventMap['clientele-grid-row-menu-0']): Promise<void> {
    (await unlessGoneOn(this.#deeds()))?.openRowMenu(detail);
  }

  async favourite(client: Client): Promise<void> {
    (await this.#deeds()).favourite(client);
  }

  async doToTicked(action: Action): Promise<void> {
    (await this.#deeds()).doToTicked(action);
  }

  /** Asks the host for what it says that it answers. */
  ask(offer: Offer): void {
    const model = this.#options.model();
    const event = model && requestOf(offer, model);
    if (event) this.#host.dispatchEvent(event);
  }

  /** Ticks all that is found, and says how many that is. */
  async tickAll(): Promise<void> {
    const model = this.#options.model();
    try {
      await model?.tickAllFound();
      if (model) this.#announcer.announce(this.#terms.list.selected(tickedCount(model.ticks)));
    } catch (error) {
      if (isClienteleError(error))
        this.#toast({ text: errorText(this.#terms.errors, error), tone: 'danger' });
    }
  }

  /** Says why a change of the columns was refused. */
  refuse(reason: LayoutRefusal): void {
    this.#toast({ id: 'refused', text: this.#words.terms.columns.refused[reason] });
  }

  /** Shows what a part of the list has to say. */
  say({ text, tone, undo }: Say): void {
    this.#toast({
      text,
      ...(tone ? { tone } : {}),
      ...(undo ? { actionLabel: this.#terms.common.undo, onAction: undo } : {}),
    });
  }

  get #terms() {
    return { ...this.#options.session.terms, ...this.#words.terms };
  }

  /** Gives the focus back to the rows, or to what stands in their place. */
  readonly #back = (): void => void takeFocus(this.#host.renderRoot);

  readonly #toast = (toast: Toast): void => {
    void import('../parts/toasts.define.js').then(() => {
      if (this.#host.isConnected)
        this.#host.renderRoot.querySelector<ClienteleToasts>('clientele-toasts-0')?.show(toast);
    });
  };

  /** What is done to clients, loaded with the first deed. */
  async #deeds(): Promise<ListDeeds> {
    const { ListDeeds: Deeds } = await import('./deeds.js');
    const { session, model, labelOf, offers, open } = this.#options;
    this.#doer ??= new Deeds(this.#host, {
      terms: () => this.#terms,
      format: () => session.format,
      labelOf,
      toast: this.#toast,
      room: () => this.#room,
      back: this.#back,
      model,
      offers,
      menu: () => this.#host.renderRoot.querySelector('.row-menu') as ClienteleMenu,
      open: (client, index) => open(client, index, 'menu'),
    });
    await this.#doer.whenReady();
    return this.#doer;
  }

  async #tell(problems: readonly AddressProblem[]): Promise<void> {
    const { problemTexts } = await import('./views/address-words.js');
    const { model: modelOf, session, labelOf } = this.#options;
    const model = modelOf();
    const nameOf = (id: string): string => {
      const field = model?.fields.get(id);
      return field ? labelOf(field) : id;
    };
    await this.#host.updateComplete;
    for (const text of await problemTexts(problems, session.lang, nameOf)) {
      this.#toast({ text, durationMs: 12_000 });
    }
  }
}
