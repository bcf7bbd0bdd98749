import { css, html, LitElement, nothing, type PropertyValues, type TemplateResult } from 'lit';
import { property, state } from 'lit/decorators.js';
import { Printer } from 'lucide';
import type { RecordKind } from '../../../contract/index.js';
import { fold } from '../../../text/fold.js';
import { emptyState } from '../../parts/empty-state.js';
import { icon } from '../../parts/icon.js';
import { base, iconStyles } from '../../parts/styles/base.js';
import { badgeStyles } from '../../parts/styles/badge.js';
import { badge } from '../../parts/badge.js';
import { buttonStyles } from '../../parts/styles/button.js';
import { emptyStateStyles } from '../../parts/styles/empty-state.js';
import { fieldStyles } from '../../parts/styles/field.js';
import { fieldName, kindName, kindOne, recordValue, type CardContext } from '../context.js';
import { TimelineStream, type Entry } from './stream.js';

/**
 * All that happened to a client in one order, the latest first: visits, sales, messages, notes, points and whatever else hangs on them, with
 * what is planned above today.
 *
 * @summary Timeline tab of the client card (internal).
 * @tag clientele-card-timeline-0
 */
export class CardTimeline extends LitElement {
  static override styles = [
    base,
    iconStyles,
    buttonStyles,
    fieldStyles,
    badgeStyles,
    emptyStateStyles,
    css`
      :host {
        display: grid;
        gap: var(--_space-3);
        min-inline-size: 0;
      }
      .tools {
        display: flex;
        flex-wrap: wrap;
        align-items: center;
        gap: var(--_space-2);
      }
      .tools .input {
        inline-size: auto;
        max-inline-size: 100%;
      }
      .grow {
        flex: 1;
      }
      h3 {
        margin-block: var(--_space-2) var(--_space-1);
        color: var(--_color-text-muted);
        font-size: var(--_font-size-caption);
        font-weight: var(--_font-weight-medium);
      }
      .entry {
        display: grid;
        grid-template-columns: 128px minmax(0, 1fr);
        gap: var(--_space-1) var(--_space-3);
        padding-block: var(--_space-2);
        border-block-end: var(--_border-width) solid var(--_color-border);
      }
      .when {
        color: var(--_color-text-secondary);
        font-size: var(--_font-size-secondary);
      }
      .what {
        display: flex;
        flex-wrap: wrap;
        gap: var(--_space-1) var(--_space-2);
        min-inline-size: 0;
        overflow-wrap: anywhere;
      }
      @container (inline-size < 420px) {
        .entry {
          grid-template-columns: minmax(0, 1fr);
        }
      }
      .entries {
        container-type: inline-size;
      }
      @media print {
        .tools {
          display: none;
        }
      }
    `,
  ];

  @property({ attribute: false }) context!: CardContext;

  @state() private wanted = '';
  @state() private search = '';
  @state() private loads = 0;
  #stream: TimelineStream | null = null;
  #coming: TimelineStream | null = null;
  #key = '';
  #stop: (() => void) | null = null;

  override disconnectedCallback(): void {
    super.disconnectedCallback();
    this.#stream?.close();
    this.#coming?.close();
    this.#stream = null;
    this.#coming = null;
    this.#stop?.();
    this.#stop = null;
    this.#key = '';
  }

  /** Kinds that this base keeps and this user may see. */
  get #kinds(): readonly RecordKind[] {
    const { session } = this.context.model;
    const kept = session.description?.capabilities.records ?? [];
    return [...session.catalogue.records.values()].filter(({ id, tab }) => tab && kept.includes(id));
  }

  protected override willUpdate(_changed: PropertyValues): void {
    const key = `${this.context.model.id} ${this.wanted}`;
    if (key === this.#key || !this.isConnected) return;
    this.#key = key;
    this.#stream?.close();
    this.#stream = null;
    void this.#begin();
    const { session, id } = this.context.model;
    this.#stop?.();
    this.#stop = session.on('records', ({ record, clients }) => {
      const isShown = this.#shown.some((kind) => kind.id === record);
      if (isShown && (clients === 'many' || clients.includes(id))) void this.#begin();
    });
  }

  get #shown(): readonly RecordKind[] {
    return this.#kinds.filter(({ id }) => this.wanted === '' || id === this.wanted);
  }

  /** Reads the stream from its beginning; what is shown stays until the new one is there. */
  async #begin(): Promise<void> {
    const { session, id } = this.context.model;
    const stream = new TimelineStream(session, id, this.#shown);
    const key = this.#key;
    this.#coming?.close();
    this.#coming = stream;
    this.#stream ??= stream;
    const length = this.#stream.entries.length;
    do await stream.more();
    while (stream.state === 'ready' && stream.hasMore && stream.entries.length < length);
    if (stream !== this.#coming || key !== this.#key) return;
    if (this.#stream !== stream) this.#stream?.close();
    this.#stream = stream;
    this.loads++;
  }

  async #more(): Promise<void> {
    const stream = this.#stream;
    await stream?.more();
    if (stream === this.#stream) this.loads++;
  }

  protected override render(): TemplateResult | typeof nothing {
    const stream = this.#stream;
    if (!stream) return nothing;
    const { card, common, errors } = this.context.terms;
    const wanted = fold(this.search.trim());
    const entries = stream.entries.filter(
      (entry) => wanted === '' || fold(this.#textOf(entry)).includes(wanted),
    );
    return html`<div class="tools">
        <label class="field">
          <span class="visually-hidden">${card.events.filter}</span>
          <select
            class="input"
            @change=${(event: Event) => (this.wanted = (event.target as HTMLSelectElement).value)}
          >
            <option value="">${card.events.everything}</option>
            ${this.#kinds.map(
              (kind) =>
                html`<option value=${kind.id} ?selected=${kind.id === this.wanted}>
                  ${kindName(kind, this.context)}
                </option>`,
            )}
          </select>
        </label>
        <input
          class="input"
          type="search"
          dir="auto"
          aria-label=${card.events.search}
          placeholder=${card.events.search}
          @input=${(event: Event) => (this.search = (event.target as HTMLInputElement).value)}
        />
        <span class="grow"></span>
        <button class="button quiet small" type="button" @click=${() => window.print()}>
          ${icon(Printer)}${card.events.print}
        </button>
      </div>
      ${
        stream.error
          ? emptyState({
              sign: stream.error.code === 'offline' ? 'offline' : 'error',
              text: card.records.failed,
              hint: errors[stream.error.code].hint,
              actions: html`<button class="button primary" type="button" @click=${() => void this.#begin()}>
                ${common.retry}
              </button>`,
            })
          : nothing
      }
      ${
        entries.length === 0 && stream.state === 'ready'
          ? emptyState({
              sign: wanted === '' ? 'empty' : 'search',
              text: wanted === '' ? card.events.empty : card.events.nothingFits,
            })
          : this.#renderEntries(entries)
      }
      ${
        stream.state === 'ready' && stream.hasMore
          ? html`<div>
              <button class="button small" type="button" @click=${() => void this.#more()}>
                ${card.events.older}
              </button>
            </div>`
          : nothing
      }`;
  }

  #renderEntries(entries: readonly Entry[]): TemplateResult {
    const { card } = this.context.terms;
    const { today } = this.context.model.session;
    const planned = entries.filter(({ at }) => at.slice(0, 10) > today);
    const past = entries.slice(planned.length);
    return html`<div class="entries" aria-busy=${String(this.#stream?.state === 'loading')}>
      ${
        planned.length === 0
          ? nothing
          : html`<h3>${card.events.planned}</h3>
              <ol>
                ${planned.map((entry) => this.#renderEntry(entry))}
              </ol>
              <h3>${card.events.today}</h3>`
      }
      <ol>
        ${past.map((entry) => this.#renderEntry(entry))}
      </ol>
    </div>`;
  }

  #renderEntry(entry: Entry): TemplateResult {
    const { format } = this.context;
    const isDay = entry.at.length === 10;
    return html`<li class="entry" data-record=${entry.record.id}>
      <time
        class="when"
        datetime=${entry.at}
        title=${isDay ? format.day(entry.at, 'long') : format.instant(entry.at, 'long')}
        >${isDay ? format.day(entry.at) : format.instant(entry.at)}</time
      >
      <div class="what">
        ${badge(kindOne(entry.kind, this.context))}<span dir="auto">${this.#textOf(entry)}</span>
      </div>
    </li>`;
  }

  /** What an entry says: its values, but the date that stands beside it. */
  #textOf({ kind, record }: Entry): string {
    const { context } = this;
    return kind.fields
      .flatMap((field) => {
        const value = record.values[field.id];
        if (field.id === kind.date) return [];
        // Nothing paid and nothing tipped says nothing.
        if (field.column === false || value === 0) return [];
        if (field.type === 'boolean') return value === true ? [fieldName(field, kind, context)] : [];
        const text = recordValue(field, value, kind, context);
        if (text === '') return [];
        return field.type === 'number' ? [`${fieldName(field, kind, context)}: ${text}`] : [text];
      })
      .join(' · ');
  }
}
