import { adoptStyles, html, nothing, type LitElement, type TemplateResult } from 'lit';
import { CircleAlert, WifiOff } from 'lucide';
import type { ClienteleError } from '../../contract/index.js';
import { errors } from '../../locales/en/errors.js';
import { provider } from '../../locales/en/provider.js';
import { states } from '../../locales/en/states.js';
import type { Terms } from '../../locales/terms.js';
import { TermsController } from '../locale.js';
import { emptyState } from '../parts/empty-state.js';
import { icon } from '../parts/icon.js';
import type { SessionController, WidgetState } from '../widget.js';
import type { Offer } from './list.events.js';
import type { ListModel } from './model/list-model.js';
import { starting } from './starting.js';
import { statesStyles } from './states.styles.js';

interface StatesNeeds {
  readonly session: SessionController<'common' | 'fields' | 'list'>;
  readonly ask: (offer: Offer) => void;
}

interface StatesHost extends LitElement {
  readonly withAdd: boolean;
}

type Words = Pick<Terms, 'list' | 'common' | 'errors' | 'states' | 'provider'>;

/** What stands where rows would be, or says below them that something is wrong. */
export class ListStates {
  readonly #host: StatesHost;
  readonly #needs: StatesNeeds;
  readonly #own: TermsController<'errors' | 'states' | 'provider'>;

  constructor(host: StatesHost, needs: StatesNeeds) {
    this.#host = host;
    this.#needs = needs;
    this.#own = new TermsController(host, { errors, states, provider });
    const { elementStyles } = host.constructor as typeof LitElement;
    adoptStyles(host.renderRoot as ShadowRoot, [...elementStyles, ...statesStyles]);
  }

  /** In place of the rows; null while there are rows, or may be any moment. */
  list(model: ListModel): TemplateResult | typeof nothing | null {
    return this.#own.isReady ? listState(model, this.#context(model)) : nothing;
  }

  /** Below rows that stay. */
  trouble(model: ListModel): TemplateResult | typeof nothing {
    return this.#own.isReady ? trouble(model, this.#context(model)) : nothing;
  }

  /** In place of the whole list, while there is no session. */
  session(): TemplateResult | typeof nothing {
    return this.#own.isReady ? sessionState(this.#needs.session, this.#words) : nothing;
  }

  get #words(): Words {
    return { ...this.#needs.session.terms, ...this.#own.terms };
  }

  #context(model: ListModel): StateContext {
    return {
      terms: this.#words,
      canAdd: this.#host.withAdd && model.session.can('create'),
      onAdd: () => this.#needs.ask('add'),
      onRetry: () => model.result.refresh(),
    };
  }
}

interface StateContext {
  readonly terms: Words;
  readonly canAdd: boolean;
  readonly onAdd: () => void;
  readonly onRetry: () => void;
}

function button(label: string, onClick: () => void, isPrimary = false): TemplateResult {
  return html`<button class="button ${isPrimary ? 'primary' : ''}" type="button" @click=${onClick}>
    ${label}
  </button>`;
}

/** What stands where rows would be; null while there are rows, or may be any moment. */
function listState(model: ListModel, context: StateContext): TemplateResult | null {
  const { result } = model;
  if (result.state === 'error' && result.error) return failure(result.error, model, context);
  if (result.total !== 0) return null;
  return model.where.where.kind === 'everyone' ? empty(context) : nothingFound(model, context);
}

function empty({ terms: { list, states }, canAdd, onAdd }: StateContext): TemplateResult {
  return emptyState({
    sign: 'empty',
    text: states.empty,
    hint: canAdd ? states.emptyHint : states.emptyHintWithoutAdd,
    actions: canAdd ? button(list.add, onAdd, true) : nothing,
  });
}

function nothingFound(
  model: ListModel,
  { terms: { list, states }, canAdd, onAdd }: StateContext,
): TemplateResult {
  const hasSearch = model.search.trim() !== '';
  return emptyState({
    sign: 'search',
    text: states.nothingFound,
    hint: states.nothingFoundHint,
    actions: html`${hasSearch ? button(list.clearSearch, () => model.setSearch('')) : nothing}${
      model.filters.where.kind === 'everyone'
        ? nothing
        : button(states.clearFilters, () => model.clearFilters())
    }${hasSearch && canAdd ? button(list.add, onAdd, true) : nothing}`,
  });
}

function failure(error: ClienteleError, model: ListModel, { terms, onRetry }: StateContext): TemplateResult {
  const { states } = terms;
  const retry = button(terms.common.retry, onRetry, true);
  // Issues name a filter or a sort by what this user may not see; without any, it is the clients themselves.
  if (error.code === 'forbidden' && !error.detail.issues)
    return emptyState({ sign: 'locked', text: states.forbidden, hint: states.forbiddenHint });
  if (error.code === 'offline') {
    return emptyState({ sign: 'offline', text: states.offline, hint: states.offlineHint, actions: retry });
  }
  if (error.code === 'invalid' || error.code === 'forbidden') {
    return emptyState({
      sign: 'search',
      text: states.misunderstood,
      hint: states.misunderstoodHint,
      actions: button(states.clearFilters, () => model.clearFilters(), true),
      details: { summary: terms.common.details, text: error.message },
    });
  }
  return emptyState({
    sign: 'error',
    text: states.failed,
    hint: terms.errors[error.code].hint,
    actions: retry,
    details: { summary: terms.common.details, text: `${error.code}: ${error.message}` },
  });
}

/** Below rows that stay when the base does not answer any more: what is wrong, and a way on. */
function trouble(model: ListModel, { terms, onRetry }: StateContext): TemplateResult {
  const { states } = terms;
  const isOffline = !model.session.online || model.result.error?.code === 'offline';
  const [text, hint] = isOffline ? [states.offline, states.offlineHint] : [states.failed, states.failedHint];
  return html`<div class="trouble" role="status">
    ${icon(isOffline ? WifiOff : CircleAlert)}<strong>${text}</strong><span>${hint}</span>
    ${button(terms.common.retry, onRetry)}
  </div>`;
}

interface Starting {
  readonly state: WidgetState;
  readonly error: ClienteleError | null;
  retry(): void;
}

/** What stands there before there is a session, or when it could not start: rows to come, or what is wrong and what to do. */
function sessionState(session: Starting, terms: Words): TemplateResult {
  const { state, error } = session;
  if (state === 'no-provider') {
    const { title, hint } = terms.provider.noProvider;
    return centred(emptyState({ sign: 'empty', text: title, hint }));
  }
  if (state === 'failed' && error) {
    const isForbidden = error.code === 'forbidden';
    const { states } = terms;
    return centred(
      emptyState({
        sign: isForbidden ? 'locked' : error.code === 'offline' ? 'offline' : 'error',
        text: isForbidden ? states.forbidden : terms.provider.failed.title,
        hint: isForbidden ? states.forbiddenHint : terms.errors[error.code].hint,
        actions: isForbidden ? nothing : button(terms.common.retry, () => session.retry(), true),
        details: { summary: terms.common.details, text: `${error.code}: ${error.message}` },
      }),
    );
  }
  return starting(terms.common.loading);
}

function centred(content: TemplateResult): TemplateResult {
  return html`<div class="state">${content}</div>`;
}
