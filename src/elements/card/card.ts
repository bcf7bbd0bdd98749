import { html, LitElement, nothing, type PropertyValues, type TemplateResult } from 'lit';
import { property, query, state } from 'lit/decorators.js';
import { ArrowLeft, CalendarPlus, ChevronLeft, ChevronRight, MessageSquare, PencilLine } from 'lucide';
import type { Client, Id } from '../../contract/index.js';
import { card } from '../../locales/en/card.js';
import { catalogue } from '../../locales/en/catalogue.js';
import { common } from '../../locales/en/common.js';
import { errors } from '../../locales/en/errors.js';
import { fields } from '../../locales/en/fields.js';
import { provider } from '../../locales/en/provider.js';
import { records } from '../../locales/en/records.js';
import { toError } from '../../sdk/now.js';
import type { ResultSet, Session } from '../../sdk/types.js';
import { AnnounceController } from '../parts/announce.js';
import { icon, type IconNode } from '../parts/icon.js';
import { RovingFocusController } from '../parts/roving.js';
import type { ClienteleToasts, Toast } from '../parts/toasts.js';
import { WidthController } from '../parts/width.js';
import { SessionController } from '../widget.js';
import { cardEvent, type CardEventMap } from './card.events.js';
import { cardStyles } from './card.styles.js';
import { kindName, type CardContext } from './context.js';
import { CardModel, type CardTab } from './model/card-model.js';
import { goneState, sessionState } from './states.js';
import { renderTab } from './tab.js';

/**
 * Everything about one client: who stands there, what must be known first, their numbers with where they come from, and tabs for all that
 * hangs on them. Tabs load when they are opened.
 *
 * @summary The client card.
 * @tag clientele-card
 * @event clientele-card-close - `{ client }`: the card is to be left.
 * @event clientele-card-tab - `{ client, tab }`: another tab is shown.
 * @event clientele-card-navigate - `{ client }`: the previous or next client is wanted. Cancel it to go there yourself.
 * @event clientele-card-edit - `{ client }` is to be edited.
 * @event clientele-card-message - `{ client }` is to be written to.
 * @event clientele-card-book - A booking for `{ client }` is wanted.
 * @csspart base - Everything.
 * @csspart head - Face, name, alerts, contacts, numbers.
 * @csspart panel - What the tab shows.
 */
export class ClienteleCard extends LitElement {
  static override styles = cardStyles;

  /** Beats the provider's. */
  @property({ attribute: false }) session: Session | null = null;
  /** Id of the client. */
  @property({ reflect: true }) client = '';
  /** Id of the tab that is shown; the first unless told. */
  @property({ reflect: true }) tab = '';
  /** Ids of tabs in the order of the host or the role; those not named follow. */
  @property({ attribute: false }) tabs: readonly string[] = [];
  /** The list's result, for the previous and the next client. */
  @property({ attribute: false }) result: ResultSet | null = null;
  /** The host answers `clientele-card-close`, `-edit`, `-message`, `-book`: their buttons are there. */
  @property({ type: Boolean, attribute: 'with-close' }) withClose = false;
  @property({ type: Boolean, attribute: 'with-edit' }) withEdit = false;
  @property({ type: Boolean, attribute: 'with-message' }) withMessage = false;
  @property({ type: Boolean, attribute: 'with-book' }) withBook = false;

  @state() private model: CardModel | null = null;
  @query('clientele-toasts-0') private toasts!: ClienteleToasts;

  #session = new SessionController(this, {
    terms: { card, catalogue, common, errors, fields, provider, records },
    changed: (session) => this.#enter(session),
  });
  #announcer = new AnnounceController(this);
  #width = new WidthController(this, { narrow: 0, medium: 560, wide: 860 });
  #roving = new RovingFocusController(this, {
    items: () => [...(this.renderRoot?.querySelectorAll<HTMLElement>('.tab') ?? [])],
    orientation: 'horizontal',
    selected: '[aria-selected="true"]',
    onMove: (tab) => this.#show(tab.dataset['tab'] ?? ''),
  });

  override disconnectedCallback(): void {
    super.disconnectedCallback();
    this.#leave();
  }

  #enter(session: Session | null): void {
    if (session && session === this.model?.session) return;
    this.#leave();
    if (session && this.client !== '') this.#open(session);
  }

  #open(session: Session): void {
    this.#leave();
    const model = new CardModel(session, this.client);
    model.subscribe(() => this.requestUpdate());
    this.model = model;
  }

  #leave(): void {
    this.model?.close();
    this.model = null;
  }

  protected override willUpdate(changed: PropertyValues<this>): void {
    const { session } = this.#session;
    if (!changed.has('client') || !session || !this.isConnected) return;
    if (this.client === '') this.#leave();
    else if (this.model?.id !== this.client) this.#open(session);
  }

  protected override render(): TemplateResult {
    const { lang, terms, format, session } = this.#session;
    const { model } = this;
    const step = this.#width.step ?? 'wide';
    const context = model && session ? { model, terms, format } : null;
    return html`<article class="root card ${step}" part="base" lang=${lang} aria-label=${terms.card.title}>
      ${this.#announcer.render()} ${context ? this.#renderCard(context, step) : sessionState(this.#session)}
      <clientele-toasts-0 dismiss-label=${terms.common.close}></clientele-toasts-0>
    </article>`;
  }

  #renderCard(context: CardContext, step: string): TemplateResult {
    const { model, terms } = context;
    const { client } = model;
    if (!model.session.can('see')) return sessionState({ ...this.#states, state: 'forbidden' });
    if (!client) {
      if (model.state === 'gone') return html`${this.#renderBar(context, null)}${goneState(context)}`;
      if (model.error)
        return sessionState({
          ...this.#states,
          state: 'failed',
          error: model.error,
          retry: () => void model.load(),
        });
      return sessionState({ ...this.#states, state: 'starting' });
    }
    const tabs = model.tabs(this.tabs);
    const shown = tabs.find(({ id }) => id === this.tab) ?? tabs[0];
    return html`${this.#renderBar(context, client)}
      ${model.state === 'gone' ? html`<p class="gone" role="status">${terms.card.gone}</p>` : nothing}
      <clientele-card-head-0
        part="head"
        .context=${context}
        .client=${client}
        .tabs=${new Set(tabs.map(({ id }) => id))}
        ?narrow=${step === 'narrow'}
        @clientele-card-favourite-0=${() => void this.#favourite(client)}
        @clientele-card-go-0=${(event: CustomEvent<string>) => this.#show(event.detail)}
      ></clientele-card-head-0>
      ${this.#renderTabs(tabs, shown, context)}
      ${
        shown
          ? html`<div
              class="panel"
              part="panel"
              role="tabpanel"
              id="panel"
              aria-labelledby="tab-${shown.id}"
              tabindex="-1"
            >
              ${renderTab(shown, client, context, (toast) => this.#toast(toast))}
            </div>`
          : nothing
      }`;
  }

  #renderBar(context: CardContext, client: Client | null): TemplateResult | typeof nothing {
    const { card: words } = context.terms;
    const position = this.result?.positionOf(this.client) ?? null;
    const isPlain =
      !this.withClose && position === null && !this.withEdit && !this.withMessage && !this.withBook;
    if (isPlain) return nothing;
    const ask = (name: 'edit' | 'message' | 'book', label: string, node: IconNode): TemplateResult =>
      html`<button
        class="button small"
        type="button"
        @click=${() => client && this.#ask(`clientele-card-${name}`, { client })}
      >
        ${icon(node)}${label}
      </button>`;
    return html`<div class="bar">
      ${
        this.withClose
          ? html`<button
              class="button quiet small"
              type="button"
              @click=${() => this.#ask('clientele-card-close', { client: this.client })}
            >
              ${icon(ArrowLeft, { flips: true })}${words.back}
            </button>`
          : nothing
      }
      ${position === null ? nothing : this.#renderPlace(position, context)}
      <span class="grow"></span>
      ${this.withMessage && client ? ask('message', words.message, MessageSquare) : nothing}
      ${this.withBook && client ? ask('book', words.book, CalendarPlus) : nothing}
      ${
        this.withEdit && client && context.model.session.can('edit')
          ? ask('edit', words.edit, PencilLine)
          : nothing
      }
    </div>`;
  }

  #renderPlace(position: number, { terms, format }: CardContext): TemplateResult {
    const total = this.result?.total ?? 0;
    const step = (by: -1 | 1, label: string, node: IconNode): TemplateResult => {
      const isEnd = by < 0 ? position === 0 : position >= total - 1;
      return html`<button
        class="button quiet icon-only small"
        type="button"
        aria-label=${label}
        title=${label}
        aria-disabled=${isEnd ? 'true' : nothing}
        @click=${() => isEnd || this.#go(position + by)}
      >
        ${icon(node, { flips: true })}
      </button>`;
    };
    return html`<span class="place">
      ${step(-1, terms.card.previous, ChevronLeft)}
      <span>${terms.card.place(format.number(position + 1), format.number(total))}</span>
      ${step(1, terms.card.next, ChevronRight)}
    </span>`;
  }

  #renderTabs(tabs: readonly CardTab[], shown: CardTab | undefined, context: CardContext): TemplateResult {
    const { model, terms, format } = context;
    return html`<div
      class="tabs"
      role="tablist"
      aria-label=${terms.card.tabs}
      @keydown=${(event: KeyboardEvent) => this.#roving.handleKey(event)}
    >
      ${tabs.map((tab) => {
        const count = tab.kind ? model.counts?.[tab.kind.id] : undefined;
        return html`<button
          class="tab"
          type="button"
          role="tab"
          id="tab-${tab.id}"
          data-tab=${tab.id}
          aria-selected=${String(tab === shown)}
          aria-controls=${tab === shown ? 'panel' : nothing}
          @click=${() => this.#show(tab.id)}
        >
          ${tabName(tab, context)}${count ? html`<span class="count">${format.number(count)}</span>` : nothing}
        </button>`;
      })}
    </div>`;
  }

  get #states(): Parameters<typeof sessionState>[0] {
    const { error, terms, state } = this.#session;
    return { state, error, terms, retry: () => this.#session.retry() };
  }

  #show(tab: string): void {
    if (tab === this.tab || tab === '') return;
    this.tab = tab;
    this.dispatchEvent(cardEvent('clientele-card-tab', { client: this.client, tab }));
    void this.updateComplete.then(() =>
      this.renderRoot
        .querySelector('.tab[aria-selected="true"]')
        ?.scrollIntoView({ block: 'nearest', inline: 'nearest' }),
    );
  }

  #go(position: number): void {
    const next = this.result?.rows(position, 1)[0];
    if (!next) return;
    if (this.#ask('clientele-card-navigate', { client: next.id })) this.client = next.id;
  }

  #ask<K extends keyof CardEventMap>(type: K, detail: CardEventMap[K]['detail']): boolean {
    return this.dispatchEvent(cardEvent(type, detail));
  }

  async #favourite({ id, favourite }: Client): Promise<void> {
    try {
      const params = { on: favourite !== true };
      await this.model?.session.act({ action: 'favourite', params, selection: { ids: [id as Id] } });
    } catch (cause) {
      const { title, hint } = this.#session.terms.errors[toError(cause, 'jobs.run').code];
      this.#toast({ text: `${title}. ${hint}`, tone: 'danger' });
    }
  }

  #toast(toast: Toast): void {
    void import('../parts/toasts.define.js').then(() => this.isConnected && this.toasts.show(toast));
  }
}

function tabName(tab: CardTab, context: CardContext): string {
  const { card: words } = context.terms;
  if (tab.label !== undefined) return context.format.label(tab.label);
  if (tab.kind) return kindName(tab.kind, context);
  return tab.id === 'overview' ? words.overview : tab.id === 'timeline' ? words.timeline : tab.id;
}
