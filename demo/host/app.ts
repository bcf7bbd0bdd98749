import { html, LitElement, nothing, type PropertyValues, type TemplateResult } from 'lit';
import { query, state } from 'lit/decorators.js';
import { CalendarDays, Scissors, UserRound, Users, createElement, type IconNode } from 'lucide';
import type { LoadProblem } from '../../src/adapters/memory/index.js';
import type { ClientRecord, ListItem } from '../../src/contract/index.js';
import type { Session } from '../../src/sdk/types.js';
import { dayNumber, dayOf, startOfDay } from '../../src/time/index.js';
import { openBase, type OpenBase } from './base.js';
import './booking-form.js';
import type { BookingDraft, LilacBookingForm } from './booking-form.js';
import './calendar.js';
import type { DayBooking } from './calendar.js';
import {
  BRANDS,
  choices,
  CHOICES,
  PAGES,
  readSettings,
  writeSettings,
  type Page,
  type Settings,
  type Switch,
} from './settings.js';
import { words } from './words.js';

const ICONS: Record<Page, IconNode> = {
  calendar: CalendarDays,
  clients: Users,
  services: Scissors,
  team: UserRound,
};
/** Switches that need the base to be opened again. */
const REOPENING: readonly (keyof Settings)[] = ['role', 'size', 'adapter'];

/**
 * "Lilac", a salon's booking product: its own calendar, look and words, with Clientele's widgets in its Clients section.
 *
 * @summary The host application of the demo.
 */
export class LilacApp extends LitElement {
  @state() private settings: Settings = readSettings();
  @state() private base: OpenBase | null = null;
  @state() private progress = 0;
  @state() private failure = '';
  @state() private bookings: readonly DayBooking[] = [];
  @state() private notice = '';
  @state() private problems: { problems: readonly LoadProblem[]; count: number } | null = null;
  @query('lilac-booking-form') private form!: LilacBookingForm;
  #opening: AbortController | null = null;
  #file: File | null = null;

  protected override createRenderRoot(): this {
    return this;
  }

  override connectedCallback(): void {
    super.connectedCallback();
    this.#dress();
    void this.#open();
  }

  override disconnectedCallback(): void {
    super.disconnectedCallback();
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
      ${this.#renderHead()}
      <main class="main">
        ${this.failure ? html`<div class="waiting" role="alert">${this.failure}</div>` : this.base ? this.#renderPage() : this.#renderWaiting()}
      </main>
      <lilac-booking-form
        .words=${text}
        .services=${this.#named('services')}
        .staff=${this.#named('staff')}
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

  #renderHead(): TemplateResult {
    const text = words(this.settings.locale);
    const { brand } = this.settings;
    return html`<header class="head">
      <span class="title">${text.tryIt}</span>
      ${(Object.keys(CHOICES) as Switch[]).map(
        (name) =>
          html`<label
            ><span>${text.switches[name]}</span>
            <select
              aria-label=${text.switches[name] ?? name}
              .value=${this.settings[name]}
              @change=${(event: Event) => this.#set({ [name]: (event.target as HTMLSelectElement).value })}
            >
              ${choices(name).map((value) => html`<option value=${value} ?selected=${value === this.settings[name]}>${this.#choiceLabel(name, value)}</option>`)}
            </select></label
          >`,
      )}
      <span class="swatches" role="group" aria-label=${text.switches['brand'] ?? ''}
        >${BRANDS.map(
          (color) =>
            html`<button
              aria-label=${color}
              aria-pressed=${color === brand}
              data-color=${color}
              @click=${() => this.#set({ brand: color })}
            ></button>`,
        )}</span
      >
      <label class="file"
        ><button @click=${this.#chooseFile}>${text.openFile}</button
        ><input type="file" hidden accept=".csv,.tsv,.txt,text/csv" @change=${this.#handleFile}
      /></label>
    </header>`;
  }

  #choiceLabel(name: Switch, value: string): string {
    if (name === 'locale') return new Intl.DisplayNames(value, { type: 'language' }).of(value) ?? value;
    if (name === 'size') return new Intl.NumberFormat(this.settings.locale).format(Number(value));
    return words(this.settings.locale).switches[value] ?? value;
  }

  #renderWaiting(): TemplateResult {
    const text = words(this.settings.locale);
    return html`<div class="waiting">
      <label>${text.loading}<br /><progress max="1" .value=${this.progress}></progress></label>
    </div>`;
  }

  #renderPage(): TemplateResult {
    const { page } = this.settings;
    if (page === 'calendar') return this.#renderCalendar();
    if (page === 'services') return this.#renderTable('services');
    if (page === 'team') return this.#renderTable('staff');
    return this.#renderClients();
  }

  #renderClients(): TemplateResult {
    const { locale, theme, density, brand } = this.settings;
    return html`${this.#renderProblems()}<clientele-provider
        .session=${this.#session}
        lang=${locale}
        theme=${theme}
        density=${density}
        brand=${brand}
      >
        <clientele-list
          with-add
          address="clients"
          @clientele-list-add=${() => this.#book({})}
        ></clientele-list>
      </clientele-provider>`;
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

  #renderCalendar(): TemplateResult {
    const { base } = this;
    const text = words(this.settings.locale);
    if (!base) return this.#renderWaiting();
    const { timeZone } = base.description.settings;
    return html`<div class="bar">
        <h1>
          ${new Intl.DateTimeFormat(this.settings.locale, { dateStyle: 'full', timeZone: 'UTC' }).format(new Date(`${base.description.today}T00:00:00Z`))}
        </h1>
        <span class="count">${text.bookingsToday(this.bookings.length)}</span>
        <span class="grow"></span>
        <button class="primary" @click=${() => this.#book({})}>${text.newBooking}</button>
      </div>
      <lilac-calendar
        .bookings=${this.bookings}
        .staff=${this.#named('staff')}
        day=${base.description.today}
        locale=${this.settings.locale}
        zone=${timeZone}
        @lilac-slot=${(event: CustomEvent<Partial<BookingDraft>>) => this.#book(event.detail)}
        @lilac-client=${() => this.#set({ page: 'clients' })}
      ></lilac-calendar>`;
  }

  #renderTable(list: 'services' | 'staff'): TemplateResult {
    const text = words(this.settings.locale);
    const format = this.#session?.format;
    const branches = new Map(this.#named('branches').map(({ id, label }) => [id, label]));
    return html`<div class="bar"><h1>${list === 'services' ? text.services : text.team}</h1></div>
      <div class="table">
        <table>
          <thead>
            <tr>
              <th>${list === 'services' ? text.service : text.staff}</th>
              ${
                list === 'services'
                  ? html`<th class="number">${text.minutes}</th>
                      <th class="number">${text.price}</th>`
                  : html`<th>${text.branch}</th>`
              }
            </tr>
          </thead>
          <tbody>
            ${this.#named(list).map(
              (item) =>
                html`<tr>
                  <td>${item.label}</td>
                  ${
                    list === 'services'
                      ? html`<td class="number">${item.minutes}</td>
                          <td class="number">${format?.money(item.price ?? 0)}</td>`
                      : html`<td>${branches.get(item.branch ?? '') ?? ''}</td>`
                  }
                </tr>`,
            )}
          </tbody>
        </table>
      </div>`;
  }

  protected override updated(changed: PropertyValues): void {
    // A swatch's colour goes through the style object: a style attribute is what a strict page forbids.
    for (const swatch of this.querySelectorAll<HTMLElement>('[data-color]'))
      swatch.style.setProperty('--swatch', swatch.dataset['color'] ?? '');
    if (changed.has('settings') || changed.has('base')) this.#dress();
  }

  #dress(): void {
    const { locale, theme, brand } = this.settings;
    const root = document.documentElement;
    root.lang = locale;
    root.dataset['theme'] = theme;
    root.style.setProperty('--brand', brand);
  }

  #named(list: 'services' | 'staff' | 'branches'): (ListItem & { label: string })[] {
    const items = this.base?.description.lists[list] ?? [];
    return items.map((item) => ({ ...item, label: this.#session?.format.label(item.name) ?? item.id }));
  }

  #set(change: Partial<Record<keyof Settings, string>>): void {
    this.settings = { ...this.settings, ...change } as Settings;
    writeSettings(this.settings);
    if ('locale' in change) this.#session?.update({ locale: this.settings.locale });
    if (REOPENING.some((name) => name in change)) {
      this.#file = null;
      void this.#open();
    } else if (change.page === 'calendar') void this.#readDay();
  }

  async #open(): Promise<void> {
    this.#opening?.abort();
    const opening = new AbortController();
    this.#opening = opening;
    this.base?.session.end();
    this.base = null;
    this.progress = 0;
    this.failure = '';
    this.problems = null;
    try {
      const base = await openBase(
        this.settings,
        this.#file,
        (share) => {
          if (!opening.signal.aborted) this.progress = share;
        },
        (problems, count) => {
          if (!opening.signal.aborted) this.problems = { problems, count };
        },
      );
      if (opening.signal.aborted) return base.session.end();
      this.base = base;
      base.session.on('records', () => void this.#readDay());
      await this.#readDay();
    } catch (error) {
      if (!opening.signal.aborted) this.failure = error instanceof Error ? error.message : String(error);
    }
  }

  /** The bookings of today, with the names of their clients. */
  async #readDay(): Promise<void> {
    const { base } = this;
    if (!base || this.settings.page !== 'calendar') return;
    const { today } = base.description;
    const found = await base.bookings(today);
    const names = await base.names(found.map((record) => record.client));
    const services = new Map(this.#named('services').map(({ id, label }) => [id, label]));
    if (base === this.base) this.bookings = found.map((record) => toDayBooking(record, names, services));
  }

  #book(draft: Partial<BookingDraft>): void {
    const { base } = this;
    if (!base) return;
    this.form.open({ time: `${base.description.today}T12:00`, ...draft });
  }

  async #handleBooked(event: CustomEvent<BookingDraft>): Promise<void> {
    const { base } = this;
    if (!base) return;
    const draft = event.detail;
    const service = base.description.lists.services?.find(({ id }) => id === draft.service);
    const { timeZone } = base.description.settings;
    const [day = base.description.today, clock = '12:00'] = draft.time.split('T');
    const [hour = 12, minute = 0] = clock.split(':').map(Number);
    const start = startOfDay(dayOf(dayNumber(day)), timeZone) + (hour * 60 + minute) * 60_000;
    const text = words(this.settings.locale);
    try {
      const [result] = await base.session.ingest([
        {
          record: 'bookings',
          id: crypto.randomUUID(),
          client: {
            name: draft.name,
            ...(draft.phone ? { phone: draft.phone } : {}),
            ...(draft.email ? { email: draft.email } : {}),
          },
          values: {
            start: new Date(start).toISOString(),
            minutes: service?.minutes ?? 45,
            state: 'confirmed',
            services: [draft.service],
            staff: draft.staff,
            price: service?.price ?? 0,
            online: false,
          },
        },
      ]);
      const say =
        result?.outcome === 'created'
          ? text.created
          : result?.outcome === 'review'
            ? text.several
            : text.booked;
      this.#say(result?.outcome === 'failed' ? (result.reason ?? '') : say(draft.name));
      await this.#readDay();
    } catch (error) {
      this.#say(error instanceof Error ? error.message : String(error));
    }
  }

  #say(text: string): void {
    this.notice = text;
    setTimeout(() => {
      if (this.notice === text) this.notice = '';
    }, 6000);
  }

  #chooseFile(event: Event): void {
    event.preventDefault();
    (event.target as HTMLElement).parentElement?.querySelector('input')?.click();
  }

  #handleFile(event: Event): void {
    this.#file = (event.target as HTMLInputElement).files?.[0] ?? null;
    if (this.#file) {
      this.#set({ page: 'clients' });
      void this.#open();
    }
  }
}

function toDayBooking(
  record: ClientRecord,
  names: ReadonlyMap<string, string>,
  services: ReadonlyMap<string, string>,
): DayBooking {
  const { values } = record;
  const text = (field: string): string => {
    const value = values[field];
    return typeof value === 'string' ? value : '';
  };
  const service = Array.isArray(values['services']) ? String(values['services'][0] ?? '') : '';
  return {
    id: record.id,
    client: record.client,
    clientName: names.get(record.client) ?? '',
    service: services.get(service) ?? service,
    staff: text('staff'),
    start: text('start'),
    minutes: Number(values['minutes'] ?? 30),
    state: text('state'),
  };
}

customElements.define('lilac-app', LilacApp);
