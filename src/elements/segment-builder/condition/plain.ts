import { html, type TemplateResult } from 'lit';
import type { DraftNode } from '../../../segments/places.js';
import { channelsOf, purposesOf } from '../reach.js';
import type { BuilderContext } from '../context.js';
import { select } from './select.js';

type Plain = DraftNode & { kind: 'reachable' | 'segment' | 'search' };
type Put = (next: DraftNode, key?: string) => void;

/** Controls of the conditions that ask about no field: whether a client can be reached, is in another segment, is found by a text. */
export function plainControls(node: Plain, context: BuilderContext, put: Put): TemplateResult {
  switch (node.kind) {
    case 'reachable':
      return reach(node, context, put);
    case 'segment':
      return segment(node, context, put);
    case 'search':
      return search(node, context, put);
  }
}

function reach(node: DraftNode & { kind: 'reachable' }, context: BuilderContext, put: Put): TemplateResult {
  const { builder, common } = context.terms;
  const channels: Readonly<Record<string, string>> = common.channels;
  const purposes: Readonly<Record<string, string>> = common.purposes;
  const { session } = context.model;
  const offered = purposesOf(node.channel, session);
  return html`${select({
      label: builder.channel,
      options: channelsOf(session).map((channel) => [channel, channels[channel] ?? channel]),
      value: node.channel,
      set: (channel) => {
        const possible = purposesOf(channel, session);
        const purpose = possible.includes(node.purpose) ? node.purpose : (possible[0] ?? node.purpose);
        put({ ...node, channel, purpose });
      },
    })}<span class="word" aria-hidden="true">${builder.forPurpose}</span>${select({
      label: builder.purpose,
      options: offered.map((purpose) => [purpose, purposes[purpose] ?? purpose]),
      value: node.purpose,
      set: (purpose) => put({ ...node, purpose }),
    })}`;
}

function segment(node: DraftNode & { kind: 'segment' }, context: BuilderContext, put: Put): TemplateResult {
  const { builder } = context.terms;
  const { model } = context;
  const kept = (model.session.description?.segments ?? []).filter(({ id }) => id !== model.segment?.id);
  return select({
    label: builder.segment,
    options: kept.map(({ id, name }) => [id, name]),
    value: node.id,
    placeholder: node.id === '' ? builder.chooseSegment : builder.segmentGone,
    set: (id) => put({ ...node, id }),
  });
}

function search(node: DraftNode & { kind: 'search' }, context: BuilderContext, put: Put): TemplateResult {
  const { builder, conditions } = context.terms;
  return html`<input
    class="input text"
    type="search"
    dir="auto"
    autocomplete="off"
    spellcheck="false"
    maxlength="200"
    aria-label=${conditions.search}
    placeholder=${builder.searchText}
    .value=${node.text}
    @input=${(event: InputEvent) => {
      if (!event.isComposing) put({ ...node, text: (event.target as HTMLInputElement).value }, 'text');
    }}
    @compositionend=${(event: Event) =>
      put({ ...node, text: (event.target as HTMLInputElement).value }, 'text')}
  />`;
}
