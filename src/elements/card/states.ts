import { html, type TemplateResult } from 'lit';
import type { ClienteleError } from '../../contract/index.js';
import type { Words } from '../locale.js';
import { emptyState } from '../parts/empty-state.js';
import { skeleton } from '../parts/skeleton.js';
import type { WidgetState } from '../widget.js';
import type { CardContext } from './context.js';

interface Starting {
  readonly state: WidgetState | 'forbidden';
  readonly error: ClienteleError | null;
  readonly terms: Words<'common' | 'errors' | 'provider'>;
  retry(): void;
}

const centred = (content: TemplateResult): TemplateResult => html`<div class="state">${content}</div>`;

/** What stands there before there is a client to show, or when there can be none. */
export function sessionState({ state, error, terms, retry }: Starting): TemplateResult {
  if (state === 'no-provider') {
    const { title, hint } = terms.provider.noProvider;
    return centred(emptyState({ sign: 'empty', text: title, hint }));
  }
  if (state === 'forbidden' || (state === 'failed' && error?.code === 'forbidden')) {
    const { title, hint } = terms.errors.forbidden;
    return centred(emptyState({ sign: 'locked', text: title, hint }));
  }
  if (state === 'failed' && error) {
    const { title, hint } = terms.errors[error.code];
    return centred(
      emptyState({
        sign: error.code === 'offline' ? 'offline' : 'error',
        text: title,
        hint,
        actions: html`<button class="button primary" type="button" @click=${retry}>
          ${terms.common.retry}
        </button>`,
        details: { summary: terms.common.details, text: `${error.code}: ${error.message}` },
      }),
    );
  }
  return html`<div class="starting" role="status" aria-busy="true" aria-label=${terms.common.loading}>
    <div class="starting-who">${skeleton('56px', 'circle')}${skeleton('45%')}</div>
    ${skeleton('80%')}${skeleton('60%')}${skeleton('70%')}
  </div>`;
}

/** The client is not there, or may not be seen any more. */
export function goneState({ terms: { card } }: CardContext): TemplateResult {
  return centred(emptyState({ sign: 'search', text: card.gone, hint: card.goneHint }));
}
