import type { LitElement, ReactiveController } from 'lit';
import type { Action, Field, ViewState } from '../../contract/index.js';
import { isClienteleError } from '../../contract/plain/errors.js';
import type { Terms } from '../../locales/terms.js';
import type { Formatter, Session } from '../../sdk/types.js';
import type { ClienteleMenu } from '../parts/menu.js';
import type { Toast } from '../parts/toasts.js';
import { unlessGoneOn } from '../parts/unless-gone-on.js';
import { errorText } from './actions/words.js';
import type { ListFilters } from './filters/filters.js';
import type { GridEventMap } from './grid/grid.events.js';
import type { Offer } from './list.events.js';
import type { AddressProblem } from './model/address.js';
import type { AddressKeeper } from './model/address-keeper.js';
import type { LayoutRefusal } from './model/layout.js';
import type { ListModel } from './model/list-model.js';
import { tickedCount } from './model/selection.js';
import type { ListPalette } from './palette/palette.js';
import type { ListShortcuts } from './palette/shortcuts-sheet.js';
import type { ListViews, Say } from './views/views.js';

/** The list, as far as its extras know it. */
export interface ExtrasHost extends LitElement {
  /** Name of the query parameter that keeps the view; '': none. */
  readonly address: string;
  readonly withoutShortcuts: boolean;
  refuse(reason: LayoutRefusal): void;
  focusSearch(): void;
}

/** What the extras need of the list beside that. */
export interface ExtrasOptions {
  readonly model: () => ListModel | null;
  readonly format: () => Formatter;
  /** BCP 47. */
  readonly lang: () => string;
  readonly terms: () => Pick<Terms, 'list' | 'common'>;
  readonly labelOf: (field: Field) => string;
  readonly offers: () => ReadonlySet<Offer>;
  /** Where what opens above the list stands. */
  readonly room: () => HTMLElement;
  readonly toast: (toast: Toast) => void;
  readonly step: (by: 1 | -1) => void;
  readonly announce: (text: string) => void;
  /** Gives the focus back to the rows, or to what stands in their place. */
  readonly back: () => void;
  readonly ask: (offer: Offer) => void;
  readonly act: (action: Action) => void;
}

/**
 * What a list has beside its rows and needs only later: the view in the address, saved views, shortcuts, the command palette, the menu of a
 * column. Each loads when it is first wanted.
 */
export class ListExtras implements ReactiveController {
  readonly #host: ExtrasHost;
  readonly #options: ExtrasOptions;
  #Keeper: typeof AddressKeeper | null = null;
  #keeper: AddressKeeper | null = null;
  #hasKeys = false;

  constructor(host: ExtrasHost, options: ExtrasOptions) {
    this.#host = host;
    this.#options = options;
    host.addController(this);
  }

  hostConnected(): void {}

  /** The saved view that the address names. */
  get wantedView(): string | null {
    return this.#keeper?.view ?? null;
  }

  /** False: `prepare` first, then the address can be read. */
  get isPrepared(): boolean {
    return this.#host.address === '' || this.#Keeper !== null;
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
    if (!this.#hasKeys) {
      this.#hasKeys = true;
      void import('./palette/list-shortcuts.js').then(({ addShortcuts }) =>
        addShortcuts(
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
        ),
      );
    }
  }

  leave(): void {
    this.#keeper?.close();
    this.#keeper = null;
  }

  get #filters(): ListFilters | null {
    return this.#host.renderRoot.querySelector<ListFilters>('clientele-list-filters-0');
  }

  /** An element that stands above the list, made when it is first wanted. */
  #overlay<K extends keyof HTMLElementTagNameMap>(tag: K): HTMLElementTagNameMap[K] {
    const room = this.#options.room();
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
      format: options.format(),
      labelOf: options.labelOf,
      offers: options.offers(),
      views: views?.all ?? [],
      host: {
        search: () => this.#host.focusSearch(),
        filter: (field: string | null) =>
          void (field === null ? this.#filters?.addFilter() : this.#filters?.addField(field)),
        step: options.step,
        offer: options.ask,
        open: (view: Parameters<ListModel['applyView']>[0]) => options.model()?.applyView(view),
        tickAll: () => void this.tickAll(),
        act: options.act,
        shortcuts: () => void this.openShortcuts(),
        refuse: (reason: LayoutRefusal) => this.#host.refuse(reason),
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
    const model = this.#options.model();
    if (!model || !loaded) return;
    const [{ openColumnMenu }] = loaded;
    const menu: ClienteleMenu = this.#overlay('clientele-menu-0');
    await menu.updateComplete;
    await openColumnMenu({
      menu,
      model,
      field: detail.field,
      anchor: detail.anchor,
      labelOf: this.#options.labelOf,
      lang: this.#options.lang(),
      isRtl: getComputedStyle(this.#host).direction === 'rtl',
      back: this.#options.back,
      onRefused: (reason) => this.#host.refuse(reason),
    });
  }

  readonly handleTickAll = (event: Event): void => {
    event.stopPropagation();
    void this.tickAll();
  };

  /** Ticks all that is found, and says how many that is. */
  async tickAll(): Promise<void> {
    const { model: modelOf, announce, toast, terms } = this.#options;
    const model = modelOf();
    try {
      await model?.tickAllFound();
      if (model) announce(terms().list.selected(tickedCount(model.ticks)));
    } catch (error) {
      if (isClienteleError(error)) toast({ text: errorText(terms().common, error), tone: 'danger' });
    }
  }

  /** Shows what a part of the list has to say. */
  readonly handleSay = ({ detail }: CustomEvent<Say>): void => {
    const { text, tone, undo } = detail;
    this.#options.toast({
      text,
      ...(tone ? { tone } : {}),
      ...(undo ? { actionLabel: this.#options.terms().common.undo, onAction: undo } : {}),
    });
  };

  async #tell(problems: readonly AddressProblem[]): Promise<void> {
    const { problemTexts } = await import('./views/address-words.js');
    const model = this.#options.model();
    const nameOf = (id: string): string => {
      const field = model?.fields.get(id);
      return field ? this.#options.labelOf(field) : id;
    };
    await this.#host.updateComplete;
    for (const text of await problemTexts(problems, this.#options.lang(), nameOf)) {
      this.#options.toast({ text, durationMs: 12_000 });
    }
  }
}
