import { html, type TemplateResult } from 'lit';
import type { LibraryKind } from '../../contract/index.js';
import type { SegmentsContext } from './context.js';

/** The kinds that the base keeps, side by side. */
export function tabs(
  { model, terms: { library } }: SegmentsContext,
  open: (kind: LibraryKind) => void,
  handleKey: (event: KeyboardEvent) => void,
): TemplateResult {
  return html`<div class="tabs" role="tablist" aria-label=${library.title} @keydown=${handleKey}>
    ${model.kinds.map(
      (kind) =>
        html`<button
          class="tab"
          type="button"
          role="tab"
          id="tab-${kind}"
          data-kind=${kind}
          aria-selected=${String(kind === model.kind)}
          @click=${() => open(kind)}
        >
          ${library.kinds[kind]}
        </button>`,
    )}
  </div>`;
}
