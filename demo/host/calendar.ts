import {
  createCalendar,
  destroyCalendar,
  Interaction,
  ResourceTimeGrid,
  type Calendar,
} from '@event-calendar/core';
import '@event-calendar/core/index.css';
import { html, LitElement, type PropertyValues, type TemplateResult } from 'lit';
import { property, query } from 'lit/decorators.js';
import type { ListItem } from '../../src/contract/index.js';

/** One booking as the day shows it. `start` is an instant; the calendar shows wall time of the salon's zone. */
export interface DayBooking {
  id: string;
  client: string;
  clientName: string;
  service: string;
  staff: string;
  start: string;
  minutes: number;
  state: string;
}

/** Wall time of an instant in a zone, as the calendar takes it: `2026-03-14T09:30:00`. */
export function wallTime(instant: string | number, timeZone: string): string {
  return new Intl.DateTimeFormat('sv-SE', { timeZone, dateStyle: 'short', timeStyle: 'medium' })
    .format(new Date(instant))
    .replace(' ', 'T');
}

/**
 * The salon's day: a column for each member of staff, a block for each booking.
 *
 * @summary The host's day calendar.
 * @fires lilac-slot - A free time was chosen: `{ staff, time }`.
 * @fires lilac-client - A booking was chosen: `{ client }`.
 */
export class LilacCalendar extends LitElement {
  @property({ attribute: false }) bookings: readonly DayBooking[] = [];
  @property({ attribute: false }) staff: readonly (ListItem & { label: string })[] = [];
  @property() day = '';
  @property() locale = 'en';
  @property() zone = 'UTC';
  @query('.day-grid') private holder!: HTMLElement;
  #calendar: Calendar | null = null;

  /** The calendar library's styles are global, so the host lives in the open page. */
  protected override createRenderRoot(): this {
    return this;
  }

  protected override render(): TemplateResult {
    return html`<div class="day-grid"></div>`;
  }

  protected override updated(changed: PropertyValues<this>): void {
    if (!this.#calendar || changed.has('locale') || changed.has('staff')) this.#build();
    else {
      if (changed.has('day')) this.#calendar.setOption('date', this.day);
      this.#calendar.setOption('events', this.#events());
    }
  }

  override disconnectedCallback(): void {
    super.disconnectedCallback();
    this.#drop();
  }

  #drop(): void {
    if (this.#calendar) void destroyCalendar(this.#calendar);
    this.#calendar = null;
  }

  #build(): void {
    this.#drop();
    this.#calendar = createCalendar(this.holder, [ResourceTimeGrid, Interaction], {
      view: 'resourceTimeGridDay',
      date: this.day,
      locale: this.locale,
      headerToolbar: { start: '', center: '', end: '' },
      dayHeaderFormat: { weekday: 'long', day: 'numeric', month: 'long' },
      allDaySlot: false,
      slotMinTime: '08:00:00',
      slotMaxTime: '21:00:00',
      slotHeight: 26,
      nowIndicator: true,
      height: '100%',
      selectable: false,
      editable: false,
      resources: this.staff.map(({ id, label }) => ({ id, title: label })),
      events: this.#events(),
      dateClick: ({ dateStr, resource }) =>
        this.#emit('lilac-slot', { staff: resource ? String(resource.id) : '', time: dateStr.slice(0, 16) }),
      eventClick: ({ event }) =>
        this.#emit('lilac-client', { client: String(event.extendedProps['client']) }),
    });
  }

  #events(): Calendar.EventInput[] {
    return this.bookings.map(({ id, client, clientName, service, staff, start, minutes, state }) => ({
      id,
      resourceIds: [staff],
      start: wallTime(start, this.zone),
      end: wallTime(Date.parse(start) + minutes * 60_000, this.zone),
      title: `${clientName} · ${service}`,
      classNames: [
        'lilac-booking',
        `lilac-${state}`,
        `lilac-staff-${this.staff.findIndex((person) => person.id === staff) % 6}`,
      ],
      extendedProps: { client },
    }));
  }

  #emit(type: string, detail: object): void {
    this.dispatchEvent(new CustomEvent(type, { detail, bubbles: true }));
  }
}

customElements.define('lilac-calendar', LilacCalendar);
