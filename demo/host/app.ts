import { html, LitElement, nothing, type PropertyValues, type TemplateResult } from 'lit';
import { query, state } from 'lit/decorators.js';
import { CalendarDays, ListFilter, Scissors, UserRound, Users, createElement, type IconNode } from 'lucide';
import type { LoadProblem } from '../../src/adapters/memory/index.js';
import type { SegmentDocument } from '../../src/contract/index.js';
import type { ClienteleList } from '../../src/elements/list/list.js';
import type { Session } from '../../src/sdk/types.js';
import type {} from '../../src/elements/card/card.js';
import type { Stage } from './adapters.js';
import { openBase, type OpenBase } from './base.js';
import './booking-form.js';
import type { BookingDraft, LilacBookingForm } from './booking-form.js';
import { book, readToday } from './bookings.js';
import type { DayBooking } from './calendar.js';
import { renderHead } from './head.js';
import { named } from './named.js';
import { changed, PAGES, readSettings, writeSettings, type Page, type Settings } from './settings.js';
import type { LibraryPlace } from './segments.js';
import { renderServices, renderTeam } from './tables.js';
import { words } from './words.js';

const ICONS: Record<Page, IconNode> = {
  calendar: CalendarDays,
  clients: Users,
  segments: ListFilter,
  services: Scissors,
  team: UserRound,
};
/** Switches that need the base to be opened again. */
const REOPENING: readonly (keyof Settings)[] = ['role', 'size', 'adapter'];
/** The parameter of the address in which the list keeps its view. */
const LIST = 'clients';
/** The parameter that names the client whose card is open. */
const CLIENT = 'client';

/** What a page shows beyond the salon's own code, loaded when it is first turned to. */
const LATER: Partial<Record<Page, () => Promise<unknown>>> = {
  calendar: () => import('./calendar.js'),
  clients: () => import('./widgets.js'),
  segments: () => import('./segments.js'),
};

/**
 * "Lilac", a salon's booking product: its own calendar, look and words, with Clientele's widgets in its Clients section.
 *
 * @summary The host application of the demo.
 */
export class LilacApp extends LitElement {
  @state() private settings: Settings = readSettings();
  @state() private base: OpenBase | null = null;
  @state() private progress: { share: number | null; stage: Stage } = { share: 0, stage: 'loading' };
  @state() private failure = '';
  @state() private bookings: readonly DayBooking[] = [];
  @state() private notice = '';
  @state() private problems: { problems: readonly LoadProblem[]; count: number } | null = null;
  /** Pages whose code is there. */
  @state() private loaded: ReadonlySet<Page> = new Set(['services', 'team']);
  /** What the list's filters were when segments were asked for. */
  @state() private draft: SegmentDocument | null = null;
  /** What of the library is shown. */
  @state() private place: LibraryPlace = { kind: 'segments', item: '' };
  /** Id of the client whose card is open; '' for none. */
  @state() private opened = '';
  @query('lilac-booking-form') private form!: LilacBookingForm;
  @query('clientele-list') private list!: ClienteleList | null;
  #opening: AbortController | null = null;
  #file: File | null = null;

  protected override createRenderRoot(): this {
    return this;
  }

  override connectedCallback(): void {
    super.connectedCallback();
    addEventListener('popstate', this.#handleStep);
    const client = new URLSearchParams(location.search).get(CLIENT);
    if (client) this.#openCard(client);
    this.#dress();
    void this.#open();
    void this.#load();
  }

  override disconnectedCallback(): void {
    super.disconnectedCallback();
    removeEventListener('popstate', this.#handleStep);
    this.#opening?.abort();
    this.base?.session.end();
  }

  get #session(): Session | null {
    return this.base?.session ?? null;
  }

  protected override render(): TemplateResult {
    const text = words(this.settings.locale);
    return html`<nav class="side" aria-label="Lilac">
        <div class="logo"><span>${createElement(Scissors, { width: 16, height: 16 })}</span>Lilac</div>
        ${PAGES.map((page) => this.#renderLink(page))}
        <div class="grow"></div>
        <div class="me">${text.switches[this.settings.role]}</div>
      </nav>
      ${renderHead(this.settings, { set: (change) => this.#set(change), open: (file) => this.#openFile(file) })}
      <main class="main">${this.#renderMain()}</main>
      <lilac-booking-form
        .words=${text}
        .services=${named(this.base, 'services')}
        .staff=${named(this.base, 'staff')}
        @lilac-booked=${this.#handleBooked}
      ></lilac-booking-form>
      <div role="status">${this.notice ? html`<div class="notice">${this.notice}</div>` : nothing}</div>`;
  }

  #renderLink(page: Page): TemplateResult {
    const isHere = this.settings.page === page;
    return html`<a
      href="?page=${page}"
      aria-current=${isHere ? 'page' : nothing}
      @click=${(event: MouseEvent) => {
        event.preventDefault();
        this.#set({ page });
      }}
      >${createElement(ICONS[page], { width: 16, height: 16, 'stroke-width': 1.75 })}${words(this.settings.locale)[page]}</a
    >`;
  }

  #renderMain(): TemplateResult {
    if (this.failure) return html`<div class="waiting" role="alert">${this.failure}</div>`;
    const { page } = this.settings;
    if (!this.base || !this.loaded.has(page)) return this.#renderWaiting();
    switch (page) {
      case 'calendar':
        return this.#renderCalendar(this.base);
      case 'clients':
        return this.#renderClients();
      case 'segments':
        return this.#renderSegments();
      case 'services': {
        const { format } = this.base.session;
        const text = words(this.settings.locale);
        return renderServices(named(this.base, 'services'), text, (amount) => format.money(amount));
      }
      case 'team':
        return renderTeam(
          named(this.base, 'staff'),
          named(this.base, 'branches'),
          words(this.settings.locale),
        );
    }
  }

  #renderWaiting(): TemplateResult {
    const { share, stage } = this.progress;
    return html`<div class="waiting">
      <label
        >${words(this.settings.locale).stages[stage]}<br /><progress
          max="1"
          value=${share ?? nothing}
        ></progress
      ></label>
    </div>`;
  }

  /** Clientele's widgets in the salon's language, look and brand. */
  #provide(widget: TemplateResult): TemplateResult {
    const { locale, theme, density, brand } = this.settings;
    return html`<clientele-provider
      .session=${this.#session}
      lang=${locale}
      theme=${theme}
      density=${density}
      brand=${brand}
      >${widget}</clientele-provider
    >`;
  }

  #renderClients(): TemplateResult {
    const list = html`<clientele-list
      with-add
      with-segments
      address=${LIST}
      ?hidden=${this.opened !== ''}
      .hrefOf=${(id: string) => `?${CLIENT}=${encodeURIComponent(id)}`}
      @clientele-list-open=${(event: HTMLElementEventMap['clientele-list-open']) => {
        event.preventDefault();
        this.#openCard(event.detail.client.id);
      }}
      @clientele-list-add=${() => this.#book({})}
      @clientele-list-segments=${(event: CustomEvent<{ document: SegmentDocument } | null>) => {
        this.draft = event.detail?.document ?? null;
        this.#set({ page: 'segments' });
      }}
    ></clientele-list>`;
    return html`${this.#renderProblems()}${this.#provide(html`${list}${this.opened === '' ? nothing : this.#renderCard()}`)}`;
  }

  #renderCard(): TemplateResult {
    return html`<clientele-card
      client=${this.opened}
      with-close
      with-book
      .result=${this.list?.result ?? null}
      @clientele-card-close=${() => this.#openCard('')}
      @clientele-card-navigate=${(event: HTMLElementEventMap['clientele-card-navigate']) => {
        event.preventDefault();
        this.#openCard(event.detail.client);
      }}
      @clientele-card-book=${({ detail: { client } }: HTMLElementEventMap['clientele-card-book']) =>
        this.#book({ name: client.name ?? '' })}
    ></clientele-card>`;
  }

  /** Shows a client's card in place of the list; '' goes back to the list, which has stayed as it was. */
  #openCard(client: string): void {
    void import('../../src/elements/card/card.define.js');
    this.opened = client;
    writeSettings(this.settings, { [CLIENT]: client });
  }

  /** What of the visitor's file was left out: every line, nothing silently. */
  #renderProblems(): TemplateResult | typeof nothing {
    if (!this.problems) return nothing;
    const text = words(this.settings.locale);
    const { problems, count } = this.problems;
    return html`<details class="problems">
      <summary>${text.leftOut(count)}</summary>
      <ol>
        ${problems.map(({ row, field, message }) => html`<li value=${row}>${field ? html`<b>${field}</b> ` : nothing}${message}</li>`)}
      </ol>
    </details>`;
  }

  #renderSegments(): TemplateResult {
    return this.#provide(
      html`<clientele-segments
        with-show
        .kind=${this.place.kind}
        .item=${this.place.item}
        .draft=${this.draft}
        @clientele-segments-navigate=${(event: HTMLElementEventMap['clientele-segments-navigate']) => this.#goTo(event.detail)}
        @clientele-segments-show=${(event: CustomEvent<{ document: SegmentDocument }>) =>
          this.#showClients(event.detail.document)}
      ></clientele-segments>`,
    );
  }

  #renderCalendar({ description }: OpenBase): TemplateResult {
    const text = words(this.settings.locale);
    const { locale } = this.settings;
    const day = new Intl.DateTimeFormat(locale, { dateStyle: 'full', timeZone: 'UTC' });
    return html`<div class="bar">
        <h1>${day.format(new Date(`${description.today}T00:00:00Z`))}</h1>
        <span class="count">${text.bookingsToday(this.bookings.length)}</span>
        <span class="grow"></span>
        <button class="primary" @click=${() => this.#book({})}>${text.newBooking}</button>
      </div>
      <lilac-calendar
        .bookings=${this.bookings}
        .staff=${named(this.base, 'staff')}
        day=${description.today}
        locale=${locale}
        zone=${description.settings.timeZone}
        @lilac-slot=${(event: CustomEvent<Partial<BookingDraft>>) => this.#book(event.detail)}
        @lilac-client=${() => this.#set({ page: 'clients' })}
      ></lilac-calendar>`;
  }

  protected override updated(changes: PropertyValues): void {
    // A swatch's colour goes through the style object: a style attribute is what a strict page forbids.
    for (const swatch of this.querySelectorAll<HTMLElement>('[data-color]'))
      swatch.style.setProperty('--swatch', swatch.dataset['color'] ?? '');
    if (changes.has('settings') || changes.has('base')) this.#dress();
  }

  #dress(): void {
    const { locale, theme, brand } = this.settings;
    const root = document.documentElement;
    root.lang = locale;
    root.dataset['theme'] = theme;
    root.style.setProperty('--brand', brand);
  }

  #set(change: Partial<Record<keyof Settings, string>>, more: Readonly<Record<string, string>> = {}): void {
    const next = changed(this.settings, change);
    const isLeft = next.page !== this.settings.page;
    if (isLeft) this.opened = '';
    writeSettings(next, isLeft ? { [CLIENT]: '', ...more } : more);
    this.#turnTo(next);
  }

  /** The browser's own way back and forth. */
  #handleStep = (): void => {
    this.opened = new URLSearchParams(location.search).get(CLIENT) ?? '';
    this.#turnTo(readSettings());
  };

  #turnTo(next: Settings): void {
    const before = this.settings;
    this.settings = next;
    if (next.locale !== before.locale) this.#session?.update({ locale: next.locale });
    if (REOPENING.some((name) => next[name] !== before[name])) {
      this.#file = null;
      void this.#open();
    } else if (next.page === 'calendar' && before.page !== 'calendar') void this.#readDay();
    // Once it is a segment, or was left, it is not begun again.
    if (before.page === 'segments' && next.page !== 'segments') this.draft = null;
    void this.#load();
  }

  #showClients(document: SegmentDocument): void {
    this.draft = null;
    const address = new URLSearchParams(location.search).get(LIST);
    void import('./segments.js').then(({ withFilter }) =>
      this.#set({ page: 'clients' }, { [LIST]: withFilter(address, document), kind: '', item: '' }),
    );
  }

  /** What of the library is shown stands in the address, as pages do. */
  async #goTo({ kind, item }: { kind: LibraryPlace['kind']; item: string | null }): Promise<void> {
    const { placeParams } = await import('./segments.js');
    this.place = { kind, item: item ?? '' };
    writeSettings(this.settings, placeParams(this.place));
  }

  /** Loads what the page shows. */
  async #load(): Promise<void> {
    const { page } = this.settings;
    if (this.loaded.has(page)) return;
    try {
      await LATER[page]?.();
      if (page === 'segments') this.place = (await import('./segments.js')).readPlace();
      this.loaded = new Set([...this.loaded, page]);
    } catch (error) {
      this.#fail(error);
    }
  }

  async #open(): Promise<void> {
    this.#opening?.abort();
    const opening = new AbortController();
    const { signal } = opening;
    this.#opening = opening;
    this.base?.session.end();
    this.base = null;
    this.progress = { share: 0, stage: 'loading' };
    this.failure = '';
    this.problems = null;
    try {
      const base = await openBase(this.settings, this.#file, {
        signal,
        progress: (share, stage = 'loading') => {
          if (!signal.aborted) this.progress = { share, stage };
        },
        problems: (problems, count) => {
          if (!signal.aborted) this.problems = { problems, count };
        },
      });
      if (signal.aborted) return base.session.end();
      this.base = base;
      base.session.on('records', () => void this.#readDay());
      await this.#readDay();
    } catch (error) {
      if (!signal.aborted) this.#fail(error);
    }
  }

  async #readDay(): Promise<void> {
    const { base } = this;
    if (!base || this.settings.page !== 'calendar') return;
    const bookings = await readToday(base, named(base, 'services'));
    if (base === this.base) this.bookings = bookings;
  }

  #book(draft: Partial<BookingDraft>): void {
    const { base } = this;
    if (base) this.form.open({ time: `${base.description.today}T12:00`, ...draft });
  }

  async #handleBooked(event: CustomEvent<BookingDraft>): Promise<void> {
    const { base } = this;
    if (!base) return;
    try {
      this.#say(await book(base, event.detail, words(this.settings.locale)));
      await this.#readDay();
    } catch (error) {
      this.#say(error instanceof Error ? error.message : String(error));
    }
  }

  #openFile(file: File): void {
    this.#file = file;
    this.#set({ page: 'clients' });
    void this.#open();
  }

  #fail(error: unknown): void {
    this.failure = error instanceof Error ? error.message : String(error);
  }

  #say(text: string): void {
    this.notice = text;
    setTimeout(() => {
      if (this.notice === text) this.notice = '';
    }, 6000);
  }
}

customElements.define('lilac-app', LilacApp);
