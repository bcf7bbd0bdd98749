import { html, LitElement, nothing, type TemplateResult } from 'lit';
import { property, query, state } from 'lit/decorators.js';
import { Mail, Phone, Star, TriangleAlert } from 'lucide';
import {
  isMasked,
  type Client,
  type Contact,
  type MaskedContact,
  type Status,
} from '../../../contract/index.js';
import { avatar } from '../../parts/avatar.js';
import { badge, tag, type Tone } from '../../parts/badge.js';
import { icon } from '../../parts/icon.js';
import type { ClientelePopover } from '../../parts/popover.js';
import { avatarStyles } from '../../parts/styles/avatar.js';
import { badgeStyles } from '../../parts/styles/badge.js';
import { base, iconStyles } from '../../parts/styles/base.js';
import { buttonStyles } from '../../parts/styles/button.js';
import { kindName, type CardContext } from '../context.js';
import { headStyles } from './head.styles.js';
import { explanationOf, numbersOf, type CardNumber } from './numbers.js';

const TONES: Readonly<Record<Status, Tone>> = {
  potential: 'neutral',
  new: 'accent',
  regular: 'success',
  lost: 'warning',
};

/**
 * Who stands there: face, name, status, what must be known before anything else, how to reach them, and their numbers, each of which says
 * where it comes from.
 *
 * @summary Head of the client card (internal).
 * @tag clientele-card-head-0
 * @event clientele-card-favourite-0 - The star was pressed.
 * @event clientele-card-go-0 - `CustomEvent<string>`: a tab is wanted.
 */
export class CardHead extends LitElement {
  static override styles = [base, iconStyles, buttonStyles, badgeStyles, avatarStyles, headStyles];

  @property({ attribute: false }) context!: CardContext;
  @property({ attribute: false }) client!: Client;
  /** Ids of the tabs that are there. */
  @property({ attribute: false }) tabs: ReadonlySet<string> = new Set();
  @property({ type: Boolean, reflect: true }) narrow = false;

  @state() private explained: CardNumber | null = null;
  @query('clientele-popover-0') private explainer!: ClientelePopover;

  protected override render(): TemplateResult {
    const { client, context } = this;
    const { terms, model } = context;
    const name = client.name || terms.common.unnamed;
    return html`<div class="who">
        ${avatar({ id: client.id, name, photo: client.photo }, 'large')}
        <div class="names">
          <h2 class="name"><bdi>${name}</bdi></h2>
          <div class="badges">${this.#renderBadges(client)}</div>
        </div>
        ${
          model.session.action('favourite')
            ? html`<button
                class="button quiet icon-only star"
                type="button"
                aria-pressed=${String(client.favourite === true)}
                aria-label=${client.favourite ? terms.card.removeFromFavourites : terms.card.addToFavourites}
                title=${client.favourite ? terms.card.removeFromFavourites : terms.card.addToFavourites}
                @click=${() => this.dispatchEvent(new CustomEvent('clientele-card-favourite-0'))}
              >
                ${icon(Star, { filled: client.favourite === true })}
              </button>`
            : nothing
        }
      </div>
      ${this.#renderAlerts(client)} ${this.#renderContacts(client)}
      <dl class="numbers">${numbersOf(client, context).map((number) => this.#renderNumber(number))}</dl>
      <clientele-popover-0 aria-labelledby="explained"
        >${this.#renderExplained(client)}</clientele-popover-0
      >`;
  }

  #renderBadges(client: Client): (TemplateResult | typeof nothing)[] {
    const { terms, format, model } = this.context;
    const { fields } = model.session.catalogue;
    const lists = model.session.description?.lists;
    const status = fields.get('status');
    const tier = fields.has('tier') && lists?.tiers?.find(({ id }) => id === client.tier);
    const categories = fields.has('categories') ? (client.categories ?? []) : [];
    const days = format.number(model.session.description?.settings.lostAfterDays ?? 0);
    const why = terms.card.status;
    const known = client.status as Status | undefined;
    return [
      status && known
        ? badge(format.field(status, known), {
            dot: true,
            tone: TONES[known] ?? 'neutral',
            label: known === 'lost' ? why.lost(days) : why[known],
          })
        : nothing,
      tier ? tag(format.label(tier.name), tier.hue) : nothing,
      ...categories.map((id) => {
        const item = lists?.categories?.find((category) => category.id === id);
        return tag(item ? format.label(item.name) : id, item?.hue);
      }),
      client.subscribed === undefined
        ? nothing
        : badge(client.subscribed ? terms.common.subscription.on : terms.common.subscription.off, {
            tone: client.subscribed ? 'success' : 'neutral',
          }),
      client.muted ? badge(terms.common.muting.on, { tone: 'warning' }) : nothing,
      client.synchronised === false
        ? badge(terms.card.notSynchronised, { label: terms.card.notSynchronisedHint })
        : nothing,
    ];
  }

  /** Before anything else: what may harm the client or the business. */
  #renderAlerts(client: Client): TemplateResult | typeof nothing {
    const { terms, model } = this.context;
    const { card, common } = terms;
    const alerts = [
      client.allergies ? card.allergies(client.allergies) : '',
      client.blocked ? [common.blocked, client.blockReason].filter(Boolean).join(': ') : '',
      ...model.alerts.map(({ values }) => (typeof values['text'] === 'string' ? values['text'] : '')),
    ].filter((text) => text !== '');
    if (alerts.length === 0 && !client.preferences) return nothing;
    return html`<ul class="alerts" aria-label=${card.alerts}>
      ${alerts.map(
        (text) => html`<li class="alert">${icon(TriangleAlert)}<span dir="auto">${text}</span></li>`,
      )}
      ${client.preferences ? html`<li><span dir="auto">${card.wishes(client.preferences)}</span></li>` : nothing}
    </ul>`;
  }

  #renderContacts(client: Client): TemplateResult | typeof nothing {
    const { terms, format } = this.context;
    const line = (entry: Contact | MaskedContact, kind: 'tel' | 'mailto'): TemplateResult => {
      const node = kind === 'tel' ? Phone : Mail;
      if (isMasked(entry)) return html`<li>${icon(node)}<bdi>${entry.masked}</bdi></li>`;
      const text = kind === 'tel' ? format.phone(entry.value) : entry.value;
      return html`<li>
        ${icon(node)}<a class="contact truncate" href="${kind}:${entry.value}" title=${text}
          ><bdi>${text}</bdi></a
        >${entry.label ? html`<span class="quiet-text">${entry.label}</span>` : nothing}
      </li>`;
    };
    const lines = [
      ...(client.phones ?? []).map((entry) => line(entry, 'tel')),
      ...(client.emails ?? []).map((entry) => line(entry, 'mailto')),
      ...(client.birthday ? [html`<li><span>${format.birthday(client.birthday)}</span></li>`] : []),
    ];
    return lines.length === 0
      ? nothing
      : html`<ul class="contacts" aria-label=${terms.card.contacts}>
          ${lines}
        </ul>`;
  }

  #renderNumber(number: CardNumber): TemplateResult {
    const { card } = this.context.terms;
    const name = card.numbers[number.id];
    return html`<div class="number ${number.isBad ? 'bad' : ''}">
      <dt>${name}</dt>
      <dd>
        <button
          type="button"
          aria-haspopup="dialog"
          aria-expanded="false"
          title=${number.exact ?? nothing}
          aria-label="${number.text}, ${card.explain.name(name)}"
          @click=${(event: Event) => void this.#explain(number, event.currentTarget as HTMLElement)}
        >
          ${number.text}
        </button>
      </dd>
    </div>`;
  }

  #renderExplained(client: Client): TemplateResult | typeof nothing {
    const { explained, context } = this;
    if (!explained) return nothing;
    const { card } = context.terms;
    const kind = this.tabs.has(explained.tab) && context.model.session.catalogue.records.get(explained.tab);
    const tab = kind ? kindName(kind, context) : '';
    return html`<div class="explained">
      <h3 id="explained">${card.explain.name(card.numbers[explained.id])}</h3>
      <p>${explanationOf(explained, client, context)}</p>
      ${
        tab === ''
          ? nothing
          : html`<button class="button small" type="button" @click=${() => this.#go(explained.tab)}>
              ${card.explain.open(tab)}
            </button>`
      }
    </div>`;
  }

  async #explain(number: CardNumber, anchor: HTMLElement): Promise<void> {
    this.explained = number;
    await this.updateComplete;
    this.explainer.show(anchor);
  }

  #go(tab: string): void {
    this.explainer.hide();
    this.dispatchEvent(new CustomEvent('clientele-card-go-0', { detail: tab }));
  }
}
