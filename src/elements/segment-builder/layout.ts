import { html, nothing, type TemplateResult } from 'lit';
import type { BarEvent } from './bar/bar.js';
import type { BuilderContext } from './context.js';
import type { Finding } from './model/finding.js';
import { emptyStart, foreignState } from './states.js';

interface Layout {
  readonly heading: string;
  readonly step: 'narrow' | 'medium' | 'wide';
  readonly finding: Finding;
  /** Grows with every answer. */
  readonly answers: number;
  readonly withApply: boolean;
  readonly withCancel: boolean;
  readonly withSave: boolean;
  readonly onBar: (event: BarEvent) => void;
}

/** The tree, what it means beside it, and what can be done with it below. */
export function layout(context: BuilderContext, parts: Layout): TemplateResult {
  const { model, terms } = context;
  const { builder } = terms;
  const { heading, step, finding } = parts;
  const isNarrow = step === 'narrow';
  // Beside a narrow tree the figure stands far below: it is seen here as well.
  const count = !model.isSound
    ? builder.found.unfinished
    : finding.count === null
      ? ''
      : terms.common.count.clients(finding.count);
  const hue = model.segment?.hue;
  return html`<header class="top">
      ${hue ? html`<span class="hue-dot hue-${hue}" aria-hidden="true"></span>` : nothing}
      <h2 class="truncate" title=${heading} dir="auto">${heading}</h2>
      ${step === 'wide' ? nothing : html`<span class="count ${finding.isOld ? 'old' : ''}" aria-hidden="true">${count}</span>`}
    </header>
    <div class="columns">
      <section class="conditions" part="conditions" aria-label=${builder.conditions}>
        ${
          model.foreign === null
            ? html`<clientele-builder-tree-0
                  .context=${context}
                  ?narrow=${isNarrow}
                ></clientele-builder-tree-0>
                ${model.isEmpty ? emptyStart(context, (document) => model.take(document)) : nothing}`
            : foreignState(context, () => model.clear())
        }
      </section>
      <aside class="found" part="found" aria-label=${builder.found.title}>
        <clientele-builder-found-0
          .context=${context}
          .finding=${finding}
          answers=${parts.answers}
        ></clientele-builder-found-0>
      </aside>
    </div>
    <clientele-builder-bar-0
      class="bar"
      .context=${context}
      ?narrow=${isNarrow}
      ?with-apply=${parts.withApply}
      ?with-cancel=${parts.withCancel}
      ?with-save=${parts.withSave}
      @clientele-builder-bar-0=${parts.onBar}
    ></clientele-builder-bar-0>`;
}
