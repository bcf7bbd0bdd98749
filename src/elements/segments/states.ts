import { html, nothing, type TemplateResult } from 'lit';
import type { ClienteleError } from '../../contract/index.js';
import type { Words } from '../locale.js';
import { emptyState } from '../parts/empty-state.js';
import { sessionState as stateOf, type SessionStateNeeds } from '../parts/session-state.js';
import { skeleton } from '../parts/skeleton.js';
import type { SegmentsContext } from './context.js';

const button = (label: string, onClick: () => void, isPrimary = true): TemplateResult =>
  html`<button class="button ${isPrimary ? 'primary' : ''}" type="button" @click=${onClick}>
    ${label}
  </button>`;

const centred = (content: TemplateResult): TemplateResult => html`<div class="state">${content}</div>`;

/** What stands there before there is a session, when it could not start, or when this user may see no clients. */
export function sessionState(needs: SessionStateNeeds & { terms: Words<'builder'> }): TemplateResult {
  const { builder, common } = needs.terms;
  const { forbidden, forbiddenHint } = builder.states;
  const starting = html`<div class="frame" role="status" aria-busy="true" aria-label=${common.loading}>
    <table class="table" role="presentation">
      ${['45%', '60%', '38%', '52%'].map(
        (width) =>
          html`<tr>
            <td>${skeleton(width)}</td>
          </tr>`,
      )}
    </table>
  </div>`;
  return stateOf(needs, { forbidden: { title: forbidden, hint: forbiddenHint } }) ?? starting;
}

/** The items of a kind could not be read. */
export function failedKind(
  { terms }: SegmentsContext,
  error: ClienteleError,
  retry: () => void,
): TemplateResult | null {
  return stateOf({ state: 'failed', error, terms, retry }, { failed: terms.errors[error.code].title });
}

export function emptyKind({ model, terms: { library } }: SegmentsContext, add: () => void): TemplateResult {
  return centred(
    emptyState({
      sign: 'empty',
      text: library.empty[model.kind],
      hint: model.canEdit ? library.hints[model.kind] : library.emptyReadOnly,
      actions: model.canEdit ? button(library.add[model.kind], add) : nothing,
    }),
  );
}

export function nothingFits({ terms: { library } }: SegmentsContext, clear: () => void): TemplateResult {
  return centred(
    emptyState({
      sign: 'search',
      text: library.nothingFits,
      actions: button(library.clearFind, clear, false),
    }),
  );
}

/** A base that keeps no library. */
export function missingKind({ terms: { library } }: SegmentsContext): TemplateResult {
  return centred(emptyState({ sign: 'empty', text: library.noSuchKind, hint: library.noSuchKindHint }));
}
