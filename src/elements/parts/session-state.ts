import { html, type TemplateResult } from 'lit';
import type { ClienteleError } from '../../contract/index.js';
import type { Words } from '../locale.js';
import type { WidgetState } from '../widget.js';
import { emptyState } from './empty-state.js';

export interface SessionStateNeeds {
  /** `forbidden`: there is a session, whose user may not see this. */
  readonly state: WidgetState | 'forbidden';
  /** Of `failed`. */
  readonly error: ClienteleError | null;
  readonly terms: Words<'common' | 'errors' | 'provider'>;
  retry(): void;
}

interface Saying {
  /** In place of the words of the error that forbids. */
  readonly forbidden?: { readonly title: string; readonly hint: string };
  /** In place of “could not be opened”. */
  readonly failed?: string;
}

/**
 * What a widget shows in place of itself while there is no session, or it cannot start; null: it may start any moment, and shows what is to
 * come. Needs `emptyStateStyles`, `buttonStyles` and a `.state` that centres.
 */
export function sessionState(needs: SessionStateNeeds, saying: Saying = {}): TemplateResult | null {
  const { state, error, terms } = needs;
  const { forbidden = terms.errors.forbidden, failed = terms.provider.failed.title } = saying;
  const centred = (content: TemplateResult): TemplateResult => html`<div class="state">${content}</div>`;
  if (state === 'no-provider') {
    const { title, hint } = terms.provider.noProvider;
    return centred(emptyState({ sign: 'empty', text: title, hint }));
  }
  if (state === 'forbidden' || (state === 'failed' && error?.code === 'forbidden')) {
    return centred(emptyState({ sign: 'locked', text: forbidden.title, hint: forbidden.hint }));
  }
  if (state !== 'failed' || !error) return null;
  return centred(
    emptyState({
      sign: error.code === 'offline' ? 'offline' : 'error',
      text: failed,
      hint: terms.errors[error.code].hint,
      actions: html`<button class="button primary" type="button" @click=${() => needs.retry()}>
        ${terms.common.retry}
      </button>`,
      details: { summary: terms.common.details, text: `${error.code}: ${error.message}` },
    }),
  );
}
