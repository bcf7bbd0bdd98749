import { html, type TemplateResult } from 'lit';
import type { Use } from '../../../contract/index.js';
import type { SegmentsContext } from '../context.js';

/** What points at an item, line by line. */
export function usesList(uses: readonly Use[], { terms: { library } }: SegmentsContext): TemplateResult {
  return html`<ul class="uses">
    ${uses.map(
      ({ kind, name, count = 0 }) =>
        html`<li>
          ${
            name !== null
              ? html`<span>${library.usesOf[kind]}:</span> <bdi>${name}</bdi>`
              : kind === 'clients'
                ? library.clients(count)
                : library.unnamedViews(count)
          }
        </li>`,
    )}
  </ul>`;
}
