import { html, LitElement, nothing, type TemplateResult } from 'lit';
import { property, query } from 'lit/decorators.js';
import { Ellipsis, MessageSquare, X } from 'lucide';
import type { Action } from '../../../contract/index.js';
import { actions } from '../../../locales/en/actions.js';
import type { Terms } from '../../../locales/terms.js';
import type { Formatter } from '../../../sdk/types.js';
import { TermsController } from '../../locale.js';
import { icon } from '../../parts/icon.js';
import type { ClienteleMenu, ClienteleMenuSelectEvent, MenuItem } from '../../parts/menu.js';
import { base, iconStyles } from '../../parts/styles/base.js';
import { buttonStyles } from '../../parts/styles/button.js';
import { actionsFor, iconOfAction, onlyTicked } from '../action-list.js';
import { actionWords, type ActionWords } from '../actions/words.js';
import type { Offer } from '../list.events.js';
import type { ListModel } from '../model/list-model.js';
import { ModelController } from '../model/model-controller.js';
import { tickedCount } from '../model/selection.js';
import { barStyles } from './bar.styles.js';

/**
 * What can be done to those who are ticked; stands below the rows while somebody is.
 *
 * @summary Action bar of the selection (internal).
 * @tag clientele-list-bar-0
 * @event clientele-list-do-0 - An action was chosen; `detail` is the `Action`.
 */
export class ListBar extends LitElement {
  static override styles = [base, iconStyles, buttonStyles, barStyles];

  @property({ attribute: false }) model: ListModel | null = null;
  @property({ attribute: false }) terms!: Pick<Terms, 'list' | 'common'>;
  @property({ attribute: false }) format!: Formatter;
  @property({ attribute: false }) offers: ReadonlySet<Offer> = new Set();
  @property({ type: Boolean, reflect: true }) narrow = false;
  /** The count opens the quick info. */
  @property({ type: Boolean, attribute: 'with-info' }) withInfo = false;
  @query('clientele-menu-0') private menu!: ClienteleMenu | null;

  #words = new TermsController(this, { actions });

  constructor() {
    super();
    new ModelController(this);
  }

  protected override render(): TemplateResult | typeof nothing {
    const { model } = this;
    const count = model ? tickedCount(model.ticks) : 0;
    if (!model || count === 0 || !this.#words.isReady) return nothing;
    const { list, common } = this.terms;
    const total = model.result.total ?? 0;
    const canTickAll =
      model.ticks.kind === 'ids' && total > count && model.session.description?.capabilities.token;
    const offered = actionsFor(model, 'bar', count, onlyTicked(model));
    const shown = this.narrow ? [] : offered.filter((action) => !action.danger).slice(0, 3);
    const rest = offered.filter((action) => !shown.includes(action));
    return html`<div class="bar" role="toolbar" aria-label=${list.selected(count)} part="bar">
      ${
        this.withInfo
          ? html`<button
              class="link-button count"
              type="button"
              @click=${() => this.dispatchEvent(new CustomEvent('clientele-list-info-0'))}
            >
              ${list.selected(count)}
            </button>`
          : html`<span class="count">${list.selected(count)}</span>`
      }
      ${
        canTickAll
          ? html`<button class="link-button" type="button" @click=${this.#tickAll}>
              ${list.selectAllFound(total)}
            </button>`
          : nothing
      }
      <span class="grow"></span>
      ${
        this.offers.has('message') && model.session.can('message')
          ? html`<button class="button small" type="button" @click=${this.#message}>
              ${icon(MessageSquare)}${list.message}
            </button>`
          : nothing
      }
      ${shown.map((action) => this.#renderAction(action))}
      ${rest.length > 0 ? this.#renderMore(rest, count) : nothing}
      <button class="button quiet small" type="button" @click=${() => model.clearTicks()}>
        ${icon(X)}${common.clear}
      </button>
    </div>`;
  }

  #wordsOf(action: Action): ActionWords {
    return actionWords(action, { ...this.terms, ...this.#words.terms }, this.format);
  }

  #renderAction(action: Action): TemplateResult {
    const { label } = this.#wordsOf(action);
    return html`<button class="button small" type="button" @click=${() => this.#do(action)}>
      ${icon(iconOfAction(action))}${label}
    </button>`;
  }

  #renderMore(rest: readonly Action[], count: number): TemplateResult {
    const items = rest.map((action): MenuItem => ({
      id: action.id,
      label: this.#wordsOf(action).button(count),
      icon: iconOfAction(action),
      ...(action.danger ? { tone: 'danger' as const } : {}),
    }));
    return html`<button
        class="button small"
        type="button"
        aria-haspopup="menu"
        @click=${(event: Event) => this.menu?.toggle(event.currentTarget as HTMLElement)}
      >
        ${icon(Ellipsis)}${this.terms.common.more}
      </button>
      <clientele-menu-0
        label=${this.terms.common.more}
        placement="top-end"
        .items=${items}
        @clientele-menu-select=${(event: ClienteleMenuSelectEvent) => {
          const action = rest.find(({ id }) => id === event.item.id);
          if (action) this.#do(action);
        }}
      ></clientele-menu-0>`;
  }

  #do(action: Action): void {
    this.dispatchEvent(new CustomEvent<Action>('clientele-list-do-0', { detail: action, bubbles: true }));
  }

  readonly #message = (): void => {
    this.dispatchEvent(
      new CustomEvent<Offer>('clientele-list-offer-0', { detail: 'message', bubbles: true }),
    );
  };

  readonly #tickAll = (): void => {
    this.dispatchEvent(new CustomEvent('clientele-grid-tick-all-0', { bubbles: true }));
  };
}
