import { Task } from '@lit/task';
import { html, LitElement, nothing, type TemplateResult } from 'lit';
import { property } from 'lit/decorators.js';
import { Mail, Phone, TriangleAlert, X } from 'lucide';
import {
  isMasked,
  type Client,
  type Contact,
  type Id,
  type MaskedContact,
  type Selection,
} from '../../../contract/index.js';
import { common } from '../../../locales/en/common.js';
import { actions } from '../../../locales/en/actions.js';
import { panel } from '../../../locales/en/panel.js';
import type { Formatter, Session } from '../../../sdk/types.js';
import { TermsController } from '../../locale.js';
import { avatar } from '../../parts/avatar.js';
import { badge, tag } from '../../parts/badge.js';
import { icon } from '../../parts/icon.js';
import { skeleton } from '../../parts/skeleton.js';
import { avatarStyles } from '../../parts/styles/avatar.js';
import { base, iconStyles } from '../../parts/styles/base.js';
import { buttonStyles } from '../../parts/styles/button.js';
import { badgeStyles } from '../../parts/styles/badge.js';
import { skeletonStyles } from '../../parts/styles/skeleton.js';
import { actionWords } from '../actions/words.js';
import { actionsFor, iconOfAction, onlyTicked } from '../action-list.js';
import type { ListModel } from '../model/list-model.js';
import { ModelController } from '../model/model-controller.js';
import { selectionOf, tickedCount } from '../model/selection.js';
import { panelStyles } from './panel.styles.js';
import { sumsOf, type Sums } from './sums.js';

/**
 * The essentials of whom is ticked: of one client, face, contacts, alerts and figures; of several, their sums; with the same actions.
 *
 * @summary Quick-info panel of the list (internal).
 * @tag clientele-list-panel-0
 * @event clientele-list-do-0 - An action was chosen; `detail` is the `Action`.
 * @event clientele-panel-open-0 - The card was asked for; `detail.client`.
 * @event clientele-panel-close-0 - The panel was closed.
 */
export class ListPanel extends LitElement {
  static override styles = [
    base,
    iconStyles,
    buttonStyles,
    badgeStyles,
    avatarStyles,
    skeletonStyles,
    panelStyles,
  ];

  @property({ attribute: false }) model: ListModel | null = null;
  @property({ attribute: false }) format!: Formatter;

  #words = new TermsController(this, { common, actions, panel });
  #stop: (() => void) | null = null;
  #revision = 0;

  constructor() {
    super();
    new ModelController(this);
  }

  #client = new Task(this, {
    args: () => [this.model?.session ?? null, this.#only, this.#revision] as const,
    task: async ([session, id], { signal }) =>
      session && id !== null ? await session.get(id, { signal }) : null,
  });

  #sums = new Task(this, {
    args: () => [this.model?.session ?? null, this.#several, this.#revision] as const,
    task: async ([session, selection], { signal }): Promise<Sums | null> =>
      session && selection ? await sumsOf(session, selection, signal) : null,
    argsEqual: (one, other) =>
      JSON.stringify(one.slice(1)) === JSON.stringify(other.slice(1)) && one[0] === other[0],
  });

  override connectedCallback(): void {
    super.connectedCallback();
    this.#stop =
      this.model?.session.on('clients', () => {
        this.#revision++;
        this.requestUpdate();
      }) ?? null;
  }

  override disconnectedCallback(): void {
    super.disconnectedCallback();
    this.#stop?.();
  }

  /** The one that is ticked. */
  get #only(): Id | null {
    const { model } = this;
    return model?.ticks.kind === 'ids' && model.ticks.ids.size === 1
      ? ([...model.ticks.ids][0] ?? null)
      : null;
  }

  get #several(): Selection | null {
    return this.model && this.#only === null ? selectionOf(this.model.ticks) : null;
  }

  protected override render(): TemplateResult | typeof nothing {
    const { model } = this;
    if (!model) return nothing;
    const { terms } = this.#words;
    const count = tickedCount(model.ticks);
    const only = this.#only;
    const known =
      only === null ? null : this.#client.value?.id === only ? this.#client.value : model.session.peek(only);
    return html`<aside class="panel" part="panel" aria-label=${terms.panel.title}>
      <header class="head">
        <h3 class="title">${only === null ? terms.panel.several(count) : terms.panel.title}</h3>
        <button
          class="button quiet small icon-only"
          type="button"
          aria-label=${terms.panel.close}
          @click=${() => this.dispatchEvent(new CustomEvent('clientele-panel-close-0'))}
        >
          ${icon(X)}
        </button>
      </header>
      <div class="content">
        ${only === null ? this.#renderSeveral(model) : known ? this.#renderOne(known, model.session) : this.#renderMissing()}
      </div>
      ${this.#renderActions(model, count)}
    </aside>`;
  }

  #renderMissing(): TemplateResult {
    return this.#client.render({
      error: () => html`<p class="quiet-text">${this.#words.terms.panel.gone}</p>`,
      pending: () =>
        html`<div class="loading" aria-busy="true">
          ${skeleton('60%')}${skeleton('80%')}${skeleton('40%')}
        </div>`,
    }) as TemplateResult;
  }

  #renderOne(client: Client, session: Session): TemplateResult {
    const { panel: words, common: shared } = this.#words.terms;
    const name = client.name || shared.unnamed;
    const field = session.catalogue.fields;
    const status = field.get('status');
    const tier = field.get('tier');
    const categories = field.get('categories');
    return html`<div class="who">
        ${avatar({ id: client.id, name, photo: client.photo }, 'large')}
        <div class="names">
          <div class="name"><bdi>${name}</bdi></div>
          <div class="badges">
            ${client.status && status ? badge(this.format.field(status, client.status), { dot: true, tone: client.status === 'regular' ? 'success' : client.status === 'lost' ? 'warning' : 'accent' }) : nothing}
            ${client.tier && tier ? badge(this.format.field(tier, client.tier)) : nothing}
          </div>
        </div>
      </div>
      ${this.#renderAlerts(client)} ${this.#renderContacts(client)}
      <dl class="figures">
        ${this.#figure(words.visits, client.visits === undefined ? '' : this.format.number(client.visits))}
        ${this.#figure(words.spent, client.totalSpent === undefined ? '' : this.format.money(client.totalSpent))}
        ${this.#figure(words.lastVisit, client.lastVisit === undefined ? '' : this.format.relative(client.lastVisit), client.lastVisit && this.format.day(client.lastVisit))}
        ${this.#figure(words.points, client.points === undefined ? '' : this.format.number(client.points))}
      </dl>
      <dl class="facts">
        <dt>${words.nextVisit}</dt>
        <dd>${client.nextVisit ? this.format.instant(client.nextVisit) : words.noNextVisit}</dd>
        ${
          client.birthday
            ? html`<dt>${words.birthday}</dt>
                <dd>${this.format.birthday(client.birthday)}</dd>`
            : nothing
        }
        ${
          client.depositBalance
            ? html`<dt>${words.deposit}</dt>
                <dd>${this.format.money(client.depositBalance)}</dd>`
            : nothing
        }
      </dl>
      ${
        categories && client.categories && client.categories.length > 0
          ? html`<div class="tags">${client.categories.map((id) => this.#renderTag(session, id))}</div>`
          : nothing
      }
      <button
        class="button open"
        type="button"
        @click=${() => this.dispatchEvent(new CustomEvent('clientele-panel-open-0', { detail: { client } }))}
      >
        ${words.openCard}
      </button>`;
  }

  #renderTag(session: Session, id: Id): TemplateResult {
    const item = session.description?.lists.categories?.find((category) => category.id === id);
    return tag(item ? this.format.label(item.name) : id, item?.hue);
  }

  /** Before anything else: what may harm the client or the business. */
  #renderAlerts(client: Client): TemplateResult | typeof nothing {
    const { panel: words } = this.#words.terms;
    const alerts = [
      client.allergies && words.allergies(client.allergies),
      client.blocked && words.blocked(client.blockReason ?? ''),
      client.debt && words.debt(this.format.money(client.debt)),
    ].filter((text): text is string => typeof text === 'string' && text !== '');
    if (alerts.length === 0) return nothing;
    return html`<ul class="alerts" aria-label=${words.alerts}>
      ${alerts.map((text) => html`<li>${icon(TriangleAlert)}<span>${text}</span></li>`)}
    </ul>`;
  }

  #renderContacts(client: Client): TemplateResult {
    const { panel: words } = this.#words.terms;
    const phones = client.phones ?? [];
    const emails = client.emails ?? [];
    if (phones.length + emails.length === 0) return html`<p class="quiet-text">${words.noContacts}</p>`;
    const line = (entry: Contact | MaskedContact, kind: 'tel' | 'mailto') => {
      const node = kind === 'tel' ? Phone : Mail;
      if (isMasked(entry)) return html`<li>${icon(node)}<bdi>${entry.masked}</bdi></li>`;
      const text = kind === 'tel' ? this.format.phone(entry.value) : entry.value;
      const name = kind === 'tel' ? words.call(text) : words.write(text);
      return html`<li>
        ${icon(node)}<a
          class="contact truncate"
          href="${kind}:${entry.value}"
          aria-label=${name}
          title=${name}
          ><bdi>${text}</bdi></a
        >
      </li>`;
    };
    return html`<ul class="contacts">
      ${phones.map((entry) => line(entry, 'tel'))}${emails.map((entry) => line(entry, 'mailto'))}
    </ul>`;
  }

  #renderSeveral(model: ListModel): TemplateResult {
    const { panel: words } = this.#words.terms;
    const sums = this.#sums.value;
    if (!sums)
      return html`<div class="loading" aria-busy=${String(this.#sums.error === undefined)}>
        ${skeleton('70%')}${skeleton('50%')}
      </div>`;
    return html`<h4 class="caption">${words.together}</h4>
      <dl class="figures">
        ${this.#figure(words.visits, sums.visits === null ? '' : this.format.number(sums.visits))}
        ${this.#figure(words.spent, sums.spent === null ? '' : this.format.money(sums.spent))}
        ${this.#figure(words.averageTicket, sums.spent === null || !sums.visits ? '' : this.format.money(Math.round(sums.spent / sums.visits)))}
        ${this.#figure(words.points, sums.points === null ? '' : this.format.number(sums.points))}
      </dl>
      ${
        sums.sharedCategories.length > 0
          ? html`<h4 class="caption">${words.sharedByAll}</h4>
              <div class="tags">
                ${sums.sharedCategories.map((id) => this.#renderTag(model.session, id))}
              </div>`
          : nothing
      }`;
  }

  #figure(label: string, value: string, exact?: string): TemplateResult | typeof nothing {
    if (value === '') return nothing;
    return html`<div class="figure">
      <dd title=${exact ?? nothing}>${value}</dd>
      <dt>${label}</dt>
    </div>`;
  }

  #renderActions(model: ListModel, count: number): TemplateResult | typeof nothing {
    const offered = actionsFor(model, 'bar', count, onlyTicked(model));
    if (offered.length === 0) return nothing;
    return html`<footer class="actions">
      ${offered.map((action) => {
        const { label } = actionWords(action, this.#words.terms, this.format);
        return html`<button
          class="button small ${action.danger ? 'danger quiet' : ''}"
          type="button"
          @click=${() => this.dispatchEvent(new CustomEvent('clientele-list-do-0', { detail: action, bubbles: true }))}
        >
          ${icon(iconOfAction(action))}${label}
        </button>`;
      })}
    </footer>`;
  }
}
