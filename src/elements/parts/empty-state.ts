import { html, nothing, svg, type SVGTemplateResult, type TemplateResult } from 'lit';

/** What the drawing shows. */
export type Sign = 'empty' | 'search' | 'locked' | 'offline' | 'error';

/** Two rows of a list, faint, behind every sign. */
const rows = svg`<rect class="sheet" x="10" y="14" width="76" height="22" rx="6"></rect>
  <rect class="sheet" x="10" y="42" width="76" height="22" rx="6"></rect>
  <circle class="fill" cx="24" cy="25" r="5"></circle><circle class="fill" cx="24" cy="53" r="5"></circle>
  <path class="faint" d="M36 25h26M36 53h18"></path>`;

const SIGNS: Readonly<Record<Sign, SVGTemplateResult>> = {
  empty: svg`${rows}<circle class="disc" cx="78" cy="56" r="14"></circle>
    <path class="mark" d="M78 50v12M72 56h12"></path>`,
  search: svg`${rows}<circle class="disc" cx="74" cy="50" r="13"></circle>
    <path class="mark" d="m83.5 59.5 8 8"></path><path class="mark" d="M70 54l8-8M70 46l8 8"></path>`,
  locked: svg`${rows}<rect class="disc" x="63" y="46" width="28" height="22" rx="6"></rect>
    <path class="mark" d="M69 46v-5a8 8 0 0 1 16 0v5M77 55v5"></path>`,
  offline: svg`${rows}<circle class="disc" cx="78" cy="56" r="14"></circle>
    <path class="mark" d="M73.5 61h9a3.7 3.7 0 0 0 .4-7.38 5.2 5.2 0 0 0-9.9-.9A4.2 4.2 0 0 0 73.5 61"></path>
    <path class="halo" d="M71 64l14-17"></path><path class="mark" d="M70.5 64.5l15-17.5"></path>`,
  error: svg`${rows}<circle class="disc danger" cx="78" cy="56" r="14"></circle>
    <path class="mark danger" d="M78 49v8M78 62.5h.01"></path>`,
};

interface EmptyState {
  readonly sign: Sign;
  /** One sentence. */
  readonly text: string;
  /** What is safe, or what to do: a second, quieter one. */
  readonly hint?: string | undefined;
  /** One button, or two. */
  readonly actions?: TemplateResult | typeof nothing;
  /** Folded away: what a developer or support wants to know. */
  readonly details?: { readonly summary: string; readonly text: string } | undefined;
}

/** What stands where rows would be: a small drawing, one sentence, one action. Needs `emptyStateStyles`. */
export function emptyState({ sign, text, hint, actions, details }: EmptyState): TemplateResult {
  return html`<div class="empty-state" part="empty-state">
    <svg class="sign" viewBox="0 0 96 80" width="96" height="80" aria-hidden="true" focusable="false">
      ${SIGNS[sign]}
    </svg>
    <p class="empty-text">${text}</p>
    ${hint ? html`<p class="empty-hint">${hint}</p>` : nothing}
    ${actions && actions !== nothing ? html`<div class="empty-actions">${actions}</div>` : nothing}
    ${
      details
        ? html`<details class="empty-details">
            <summary>${details.summary}</summary>
            <pre>${details.text}</pre>
          </details>`
        : nothing
    }
  </div>`;
}
