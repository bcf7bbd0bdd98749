import { html, LitElement, nothing, type TemplateResult } from 'lit';
import { property, query } from 'lit/decorators.js';
import { Cake, Download, Ellipsis, Plus, Search, Shapes, Upload, X } from 'lucide';
import type { Terms } from '../../../locales/terms.js';
import type { Formatter } from '../../../sdk/types.js';
import { icon, type IconNode } from '../../parts/icon.js';
import type { ClienteleMenu, ClienteleMenuSelectEvent } from '../../parts/menu.js';
import { base, iconStyles } from '../../parts/styles/base.js';
import { plainButtonStyles } from '../../parts/styles/plain-button.js';
import { inputGroupStyles } from '../../parts/styles/input-group.js';
import type { Offer } from '../list.events.js';
import type { ListModel } from '../model/list-model.js';
import { ModelController } from '../model/model-controller.js';
import { toolbarStyles } from './toolbar.styles.js';

/** What the toolbar offers beside search, in this order, with the icon of each. */
const OFFERED: readonly (readonly [
  offer: Offer & ('segments' | 'birthdays' | 'import' | 'export'),
  icon: IconNode,
])[] = [
  ['segments', Shapes],
  ['birthdays', Cake],
  ['import', Upload],
  ['export', Download],
];

/** Long enough to be one question of a quick typist, short enough to feel at once. In-page adapters are asked with every key. */
const TYPING_MS = 160;

/**
 * The head of the client list: how many, quick search, and what else can be done with the base.
 *
 * @summary Title, search and offers of the list (internal).
 * @tag clientele-list-toolbar-0
 * @slot - Between the search and the buttons: the menu of views.
 * @csspart search - The search field.
 */
export class ListToolbar extends LitElement {
  static override styles = [base, iconStyles, plainButtonStyles, inputGroupStyles, toolbarStyles];

  @property({ attribute: false }) model: ListModel | null = null;
  @property({ attribute: false }) terms!: Pick<Terms, 'list' | 'common'>;
  @property({ attribute: false }) format!: Formatter;
  @property({ attribute: false }) offers: ReadonlySet<Offer> = new Set();
  /** The title; the words of the locale unless told. */
  @property() heading = '';
  @property({ type: Boolean, reflect: true }) narrow = false;

  @query('input') private input!: HTMLInputElement;
  @query('clientele-menu-0') private menu!: ClienteleMenu | null;
  #timer: ReturnType<typeof setTimeout> | undefined;
  /** The last question was answered at once, by an adapter in the page: no key need wait. */
  #isInstant = true;

  constructor() {
    super();
    new ModelController(this);
  }

  override disconnectedCallback(): void {
    super.disconnectedCallback();
    clearTimeout(this.#timer);
  }

  focusSearch(): void {
    this.input.focus();
    this.input.select();
  }

  protected override render(): TemplateResult | typeof nothing {
    const { model } = this;
    if (!model) return nothing;
    const { list } = this.terms;
    const canAdd = this.offers.has('add') && model.session.can('create');
    return html`<div class="bar" role="search" aria-label=${list.toolbar}>
      <h2 class="title" part="title">
        ${this.heading || list.title}<span class="count">${this.#count(model)}</span>
      </h2>
      ${model.session.description?.capabilities.search ? this.#renderSearch(model) : html`<span class="search-room"></span>`}
      <slot></slot>
      ${this.#renderOffers()}
      ${
        canAdd
          ? html`<button class="button primary" type="button" data-offer="add" @click=${this.#handleOffer}>
              ${icon(Plus)}<span class="wide-only">${list.add}</span
              ><span class="visually-hidden narrow-only">${list.add}</span>
            </button>`
          : nothing
      }
    </div>`;
  }

  #count(model: ListModel): string {
    const { total } = model.result;
    return total === null || model.where.where.kind !== 'everyone' ? '' : this.format.number(total);
  }

  #renderSearch(model: ListModel): TemplateResult {
    const { list, common } = this.terms;
    return html`<div class="input-group search" part="search">
      ${icon(Search)}
      <input
        type="search"
        role="searchbox"
        autocomplete="off"
        spellcheck="false"
        enterkeyhint="search"
        dir="auto"
        aria-label=${common.search}
        placeholder=${list.searchHint}
        .value=${model.search}
        @input=${this.#handleInput}
        @compositionend=${this.#handleInput}
        @keydown=${this.#handleKey}
      />
      ${
        model.search
          ? html`<button
              class="button quiet small icon-only"
              type="button"
              aria-label=${list.clearSearch}
              @click=${this.#clear}
            >
              ${icon(X)}
            </button>`
          : html`<kbd class="wide-only" aria-hidden="true">/</kbd>`
      }
    </div>`;
  }

  #renderOffers(): TemplateResult | typeof nothing {
    const { list } = this.terms;
    const offered = OFFERED.filter(([offer]) => this.offers.has(offer));
    if (offered.length === 0) return nothing;
    const [first, ...rest] = offered;
    const inMenu = this.narrow || !first ? offered : rest;
    return html`${
      first && !this.narrow
        ? html`<button class="button" type="button" data-offer=${first[0]} @click=${this.#handleOffer}>
            ${icon(first[1])}${list[first[0]]}
          </button>`
        : nothing
    }${
      inMenu.length > 0
        ? html`<button
              class="button icon-only"
              type="button"
              aria-label=${list.moreActions}
              title=${list.moreActions}
              aria-haspopup="menu"
              @click=${this.#handleMore}
            >
              ${icon(Ellipsis)}
            </button>
            <clientele-menu-0
              label=${list.moreActions}
              .items=${inMenu.map(([offer, node]) => ({ id: offer, label: list[offer], icon: node }))}
              @clientele-menu-select=${(event: ClienteleMenuSelectEvent) => this.#offer(event.item.id as Offer)}
            ></clientele-menu-0>`
        : nothing
    }`;
  }

  #offer(offer: Offer): void {
    this.dispatchEvent(new CustomEvent<Offer>('clientele-list-offer-0', { detail: offer, bubbles: true }));
  }

  readonly #handleOffer = (event: Event): void => {
    this.#offer((event.currentTarget as HTMLElement).dataset['offer'] as Offer);
  };

  readonly #handleMore = async ({ currentTarget }: Event): Promise<void> => {
    await import('../../parts/menu.define.js');
    this.menu?.toggle(currentTarget as HTMLElement);
  };

  readonly #handleInput = (event: InputEvent | CompositionEvent): void => {
    // While an input method composes, what stands there is not yet what the person means.
    if ('isComposing' in event && event.isComposing) return;
    const text = this.input.value;
    clearTimeout(this.#timer);
    if (this.#isInstant) this.#search(text);
    else this.#timer = setTimeout(() => this.#search(text), TYPING_MS);
  };

  #search(text: string): void {
    const { model } = this;
    if (!model) return;
    model.setSearch(text);
    this.#isInstant = model.result.state === 'ready';
  }

  readonly #clear = (): void => {
    clearTimeout(this.#timer);
    this.#search('');
    this.input.focus();
  };

  readonly #handleKey = (event: KeyboardEvent): void => {
    if (event.isComposing || event.keyCode === 229) return;
    if (event.key === 'Escape' && this.model?.search) this.#clear();
    else if (event.key === 'ArrowDown' || event.key === 'Enter') {
      clearTimeout(this.#timer);
      this.#search(this.input.value);
      this.dispatchEvent(new CustomEvent('clientele-list-to-rows-0', { bubbles: true }));
    } else return;
    event.preventDefault();
  };
}
