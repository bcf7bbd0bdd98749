import { html, nothing, type TemplateResult } from 'lit';
import type { ClienteleError } from '../../contract/index.js';
import type { Words } from '../locale.js';
import { emptyState } from '../parts/empty-state.js';
import { skeleton } from '../parts/skeleton.js';
import type { WidgetState } from '../widget.js';
import type { SegmentsContext } from './context.js';

interface Starting {
  readonly state: WidgetState | 'forbidden';
  readonly error: ClienteleError | null;
  readonly terms: Words<'builder' | 'common' | 'errors' | 'provider'>;
  retry(): void;
}

const button = (label: string, onClick: () => void, isPrimary = true): TemplateResult =>
  html`<button class="button ${isPrimary ? 'primary' : ''}" type="button" @click=${onClick}>
    ${label}
  </button>`;

const centred = (content: TemplateResult): TemplateResult => html`<div class="state">${content}</div>`;

/** What stands there before there is a session, when it could not start, or when this user may see no clients. */
export function sessionState(session: Starting): TemplateResult {
  const { state, error, terms } = session;
  if (state === 'no-provider') {
    const { title, hint } = terms.provider.noProvider;
    return centred(emptyState({ sign: 'empty', text: title, hint }));
  }
  if (state === 'forbidden' || (state === 'failed' && error?.code === 'forbidden')) {
    const { forbidden, forbiddenHint } = terms.builder.states;
    return centred(emptyState({ sign: 'locked', text: forbidden, hint: forbiddenHint }));
  }
  if (state === 'failed' && error) {
    return centred(failure(error, terms.provider.failed.title, terms, () => session.retry()));
  }
  return html`<div class="frame" role="status" aria-busy="true" aria-label=${terms.common.loading}>
    <table class="table" role="presentation">
      ${['45%', '60%', '38%', '52%'].map(
        (width) =>
          html`<tr>
            <td>${skeleton(width)}</td>
          </tr>`,
      )}
    </table>
  </div>`;
}

function failure(
  error: ClienteleError,
  text: string,
  terms: Words<'common' | 'errors'>,
  retry: () => void,
): TemplateResult {
  return emptyState({
    sign: error.code === 'offline' ? 'offline' : error.code === 'forbidden' ? 'locked' : 'error',
    text,
    hint: terms.errors[error.code].hint,
    actions: button(terms.common.retry, retry),
    details: { summary: terms.common.details, text: `${error.code}: ${error.message}` },
  });
}

/** The items of a kind could not be read. */
export function failedKind(
  { terms }: SegmentsContext,
  error: ClienteleError,
  retry: () => void,
): TemplateResult {
  return centred(failure(error, terms.errors[error.code].title, terms, retry));
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
