import { html, nothing, type TemplateResult } from 'lit';
import type { SegmentDocument } from '../../contract/index.js';
import { readySegments } from '../../segments/ready.js';
import { checkOptions } from '../conditions/ready.js';
import { emptyState } from '../parts/empty-state.js';
import { sessionState as stateOf, type SessionStateNeeds } from '../parts/session-state.js';
import { skeleton } from '../parts/skeleton.js';
import type { Words } from '../locale.js';
import { sentenceOf, type BuilderContext } from './context.js';

const button = (label: string, onClick: () => void): TemplateResult =>
  html`<button class="button primary" type="button" @click=${onClick}>${label}</button>`;

const centred = (content: TemplateResult): TemplateResult => html`<div class="state">${content}</div>`;

/** What stands there before there is a session, when it could not start, or when this user may see no clients. */
export function sessionState(needs: SessionStateNeeds & { terms: Words<'builder'> }): TemplateResult {
  const { builder, common } = needs.terms;
  const { forbidden, forbiddenHint } = builder.states;
  const starting = html`<div class="starting" role="status" aria-busy="true" aria-label=${common.loading}>
    ${['180px', '70%', '55%', '62%'].map((width) => html`<div class="starting-row">${skeleton(width)}</div>`)}
  </div>`;
  return stateOf(needs, { forbidden: { title: forbidden, hint: forbiddenHint } }) ?? starting;
}

/** The kept segment that is to be edited is not there. */
export function missingState({ terms }: BuilderContext, startAnew: () => void): TemplateResult {
  const { states, foreign } = terms.builder;
  return centred(
    emptyState({
      sign: 'search',
      text: states.missing,
      hint: states.missingHint,
      actions: button(foreign.startAnew, startAnew),
    }),
  );
}

/** A document that cannot be drawn: it stays as it is. */
export function foreignState({ model, terms }: BuilderContext, startAnew: () => void): TemplateResult {
  const { foreign } = terms.builder;
  const [first] = model.faults.all;
  return emptyState({
    sign: 'error',
    text: foreign.title,
    hint: foreign.hint,
    actions: button(foreign.startAnew, startAnew),
    details: first && { summary: terms.common.details, text: first.message },
  });
}

/** Below the tree while nothing is asked: what to do, and ready segments to begin with. */
export function emptyStart(
  context: BuilderContext,
  take: (document: SegmentDocument) => void,
): TemplateResult {
  const { model, terms } = context;
  const { session } = model;
  const { empty } = terms.builder;
  const { description } = session;
  const ready = description
    ? readySegments({
        ...checkOptions(session),
        catalogue: session.catalogue,
        settings: description.settings,
        lists: description.lists,
      })
    : [];
  return html`<div class="start">
    <p class="start-text">${empty.title}</p>
    <p class="start-hint">${empty.hint}</p>
    ${
      ready.length === 0
        ? nothing
        : html`<h3 id="ready">${empty.ready}</h3>
            <ul class="ready" role="list" aria-labelledby="ready">
              ${ready.map(
                ({ id, hue, document }) =>
                  html`<li>
                    <button class="ready-one hue-${hue}" type="button" @click=${() => take(document)}>
                      <strong
                        ><span class="hue-dot" aria-hidden="true"></span>${terms.segments.ready[id]}</strong
                      >
                      <span>${sentenceOf(document, context).text}</span>
                    </button>
                  </li>`,
              )}
            </ul>`
    }
  </div>`;
}
