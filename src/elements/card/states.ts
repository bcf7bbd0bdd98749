import { html, type TemplateResult } from 'lit';
import { emptyState } from '../parts/empty-state.js';
import { sessionState as stateOf, type SessionStateNeeds } from '../parts/session-state.js';
import { skeleton } from '../parts/skeleton.js';
import type { CardContext } from './context.js';

/** What stands there before there is a client to show, or when there can be none. */
export function sessionState(needs: SessionStateNeeds): TemplateResult {
  const { common, errors } = needs.terms;
  const starting = html`<div class="starting" role="status" aria-busy="true" aria-label=${common.loading}>
    <div class="starting-who">${skeleton('56px', 'circle')}${skeleton('45%')}</div>
    ${skeleton('80%')}${skeleton('60%')}${skeleton('70%')}
  </div>`;
  return stateOf(needs, needs.error ? { failed: errors[needs.error.code].title } : {}) ?? starting;
}

/** The client is not there, or may not be seen any more. */
export function goneState({ terms: { card } }: CardContext): TemplateResult {
  return html`<div class="state">
    ${emptyState({ sign: 'search', text: card.gone, hint: card.goneHint })}
  </div>`;
}
