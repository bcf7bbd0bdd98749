import { html, LitElement, type TemplateResult } from 'lit';
import { property, query } from 'lit/decorators.js';
import type { ListItem } from '../../src/contract/index.js';
import type { Words } from './words.js';

/** What the receptionist typed. `time` is the salon's wall time, `YYYY-MM-DDTHH:mm`. */
export interface BookingDraft {
  name: string;
  phone: string;
  email: string;
  service: string;
  staff: string;
  time: string;
}

type Named = ListItem & { label: string };

/**
 * The host's booking form.
 *
 * @summary Asks for a booking.
 * @fires lilac-booked - The form was sent: a `BookingDraft`.
 */
export class LilacBookingForm extends LitElement {
  @property({ attribute: false }) words!: Words;
  @property({ attribute: false }) services: readonly Named[] = [];
  @property({ attribute: false }) staff: readonly Named[] = [];
  @query('dialog') private dialog!: HTMLDialogElement;
  @query('form') private form!: HTMLFormElement;

  protected override createRenderRoot(): this {
    return this;
  }

  /** Opens the form, with what is known filled in. */
  open(draft: Partial<BookingDraft>): void {
    this.form.reset();
    for (const [name, value] of Object.entries(draft)) {
      const control = this.form.elements.namedItem(name);
      if (control instanceof HTMLInputElement || control instanceof HTMLSelectElement) control.value = value;
    }
    this.dialog.showModal();
  }

  protected override render(): TemplateResult {
    const { words } = this;
    const options = (list: readonly Named[]) =>
      list.map(({ id, label }) => html`<option value=${id}>${label}</option>`);
    return html`<dialog class="booking" aria-label=${words.newBooking}>
      <form method="dialog" @submit=${this.#handleSubmit}>
        <h2>${words.newBooking}</h2>
        <label>${words.name}<input name="name" required maxlength="200" autocomplete="off" /></label>
        <label>${words.phone}<input name="phone" type="tel" autocomplete="off" /></label>
        <label>${words.email}<input name="email" type="email" autocomplete="off" /></label>
        <div class="pair">
          <label
            >${words.service}<select name="service" required>
              ${options(this.services)}
            </select></label
          >
          <label
            >${words.staff}<select name="staff" required>
              ${options(this.staff)}
            </select></label
          >
        </div>
        <label>${words.time}<input name="time" type="datetime-local" step="900" required /></label>
        <footer>
          <button type="button" @click=${() => this.dialog.close()}>${words.cancel}</button>
          <button type="submit" class="primary">${words.book}</button>
        </footer>
      </form>
    </dialog>`;
  }

  #handleSubmit(): void {
    const data = new FormData(this.form);
    const text = (name: keyof BookingDraft): string => {
      const value = data.get(name);
      return typeof value === 'string' ? value.trim() : '';
    };
    const detail: BookingDraft = {
      name: text('name'),
      phone: text('phone'),
      email: text('email'),
      service: text('service'),
      staff: text('staff'),
      time: text('time'),
    };
    this.dispatchEvent(new CustomEvent<BookingDraft>('lilac-booked', { detail, bubbles: true }));
  }
}

customElements.define('lilac-booking-form', LilacBookingForm);
