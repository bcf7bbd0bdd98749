import { html, LitElement, nothing, type TemplateResult } from 'lit';
import { property } from 'lit/decorators.js';
import { CircleAlert, WifiOff } from 'lucide';
import type { Client } from '../../../contract/index.js';
import { isClienteleError } from '../../../contract/plain/errors.js';
import { isGroup, isSamePath, nodeAt, placesOf, type NodePath } from '../../../segments/places.js';
import type { SentencePart } from '../../../segments/sentence/index.js';
import { avatar } from '../../parts/avatar.js';
import { icon } from '../../parts/icon.js';
import { skeleton } from '../../parts/skeleton.js';
import { avatarStyles } from '../../parts/styles/avatar.js';
import { base, iconStyles } from '../../parts/styles/base.js';
import { buttonStyles } from '../../parts/styles/button.js';
import { skeletonStyles } from '../../parts/styles/skeleton.js';
import { sentenceOf, type BuilderContext } from '../context.js';
import { ModelController } from '../model-controller.js';
import { SAMPLE, type Finding } from '../model/finding.js';
import { foundStyles } from './found.styles.js';

/**
 * What the document means: in words, in figures, and in some of those it finds. Words of a condition and the condition in the tree light up
 * together; a press leads there.
 *
 * @summary Sentence, count and sample of the builder (internal).
 * @tag clientele-builder-found-0
 */
export class BuilderFound extends LitElement {
  static override styles = [base, iconStyles, buttonStyles, avatarStyles, skeletonStyles, foundStyles];

  @property({ attribute: false }) context!: BuilderContext;
  @property({ attribute: false }) finding!: Finding;
  /** Grows with every answer: the finding is the same object all along. */
  @property({ type: Number }) answers = 0;

  constructor() {
    super();
    new ModelController(this);
  }

  protected override render(): TemplateResult {
    const { model, terms } = this.context;
    const { found } = terms.builder;
    return html`<div class="part figure-part">
        ${model.isSound ? this.#renderFigure() : this.#renderUnfinished()} ${this.#renderTrouble()}
      </div>
      <div class="part">
        <h3>${found.sentence}</h3>
        ${this.#renderSentence()}
      </div>
      ${model.isSound ? this.#renderSample() : nothing}`;
  }

  #renderFigure(): TemplateResult {
    const { terms } = this.context;
    const { count, isOld, error, reachable } = this.finding;
    const { builder, common } = terms;
    if (count === null && error === null)
      return html`<p class="figure" aria-busy="true" title=${builder.found.counting}>
        ${skeleton('120px')}
      </p>`;
    if (count === null) return html`<p class="figure">${builder.found.failed}</p>`;
    return html`<p class="figure ${isOld ? 'old' : ''}" title=${isOld ? builder.found.old : nothing}>
        ${common.count.clients(count)}
      </p>
      <p class="note ${isOld ? 'old' : ''}">
        ${count === 0 && !isOld ? builder.found.nobody : reachable === null || count === 0 ? nothing : builder.found.reachable(this.context.format.number(reachable))}
      </p>`;
  }

  #renderUnfinished(): TemplateResult {
    const { model, terms } = this.context;
    const { builder } = terms;
    if (model.foreign !== null) return html`<p class="figure">${builder.found.unfinished}</p>`;
    const faulty = placesOf(model.draft).filter(({ path }) => model.faults.at(path).length > 0);
    const first = faulty[0];
    return html`<p class="figure">${builder.found.unfinished}</p>
      <p class="note">
        ${builder.faults.unfinished(faulty.length)}
        ${
          first
            ? html`<button
                class="link-button"
                type="button"
                @click=${() => model.focus(first.path, 'control')}
              >
                ${builder.faults.show}
              </button>`
            : nothing
        }
      </p>`;
  }

  #renderTrouble(): TemplateResult | typeof nothing {
    const { model, terms } = this.context;
    const { error } = this.finding;
    const isOffline = !model.session.online || (isClienteleError(error) && error.code === 'offline');
    if (error === null && !isOffline) return nothing;
    const { builder, common } = terms;
    const code = isClienteleError(error) ? error.code : 'unavailable';
    return html`<div class="trouble" role="status">
      ${icon(isOffline ? WifiOff : CircleAlert)}
      <span>${isOffline ? builder.states.offline : terms.errors[code].title}</span>
      <button class="button small" type="button" @click=${() => this.finding.retry()}>${common.retry}</button>
    </div>`;
  }

  #renderSentence(): TemplateResult {
    const { model } = this.context;
    if (model.foreign !== null) return html`<p class="note">${this.context.terms.builder.foreign.title}</p>`;
    const document = model.isEmpty ? model.document : model.draft;
    const { parts } = sentenceOf(document, this.context);
    const runs: { path: NodePath; parts: SentencePart[] }[] = [];
    for (const part of parts) {
      const last = runs.at(-1);
      if (last && isSamePath(last.path, part.path)) last.parts.push(part);
      else runs.push({ path: part.path, parts: [part] });
    }
    const seen = new Set<string>();
    return html`<p class="sentence">${runs.map((run) => this.#renderRun(run.path, run.parts, seen))}</p>`;
  }

  /** The words of one condition in a row are a link to it; of those that come in pieces, the first is a Tab stop. */
  #renderRun(path: NodePath, parts: readonly SentencePart[], seen: Set<string>): unknown {
    const { model } = this.context;
    const words = parts.map(({ text, problem, kind }) =>
      problem ? html`<span class="problem">${text}</span>` : kind === 'value' ? html`<b>${text}</b>` : text,
    );
    const node = nodeAt(model.draft, path);
    if (!node || isGroup(node) || model.isEmpty) return html`<span>${words}</span>`;
    const key = path.join('.');
    const isFirst = !seen.has(key);
    seen.add(key);
    const isLit = model.highlighted !== null && isSamePath(model.highlighted, path);
    const go = (): void => model.focus(path, 'control');
    return html`<span
      class="run ${isLit ? 'lit' : ''}"
      role=${isFirst ? 'link' : nothing}
      tabindex=${isFirst ? '0' : nothing}
      @click=${go}
      @keydown=${(event: KeyboardEvent) => {
        if (event.key !== 'Enter') return;
        event.preventDefault();
        go();
      }}
      @pointerenter=${() => model.highlight(path)}
      @pointerleave=${() => model.highlight(null)}
      @focus=${() => model.highlight(path)}
      @blur=${() => model.highlight(null)}
      >${words}</span
    >`;
  }

  #renderSample(): TemplateResult | typeof nothing {
    const { found } = this.context.terms.builder;
    const { sample, count } = this.finding;
    if (count === 0 || (sample.length === 0 && count !== null)) return nothing;
    return html`<div class="part">
      <h3>${found.sample}</h3>
      <ul
        class="sample ${this.finding.isOld ? 'old' : ''}"
        role="list"
        aria-busy=${count === null ? 'true' : 'false'}
      >
        ${
          sample.length > 0
            ? sample.map((client) => this.#renderClient(client))
            : Array.from(
                { length: SAMPLE },
                () => html`<li class="client">${skeleton('', 'circle')}${skeleton('60%')}</li>`,
              )
        }
      </ul>
    </div>`;
  }

  #renderClient(client: Client): TemplateResult {
    const { terms, format } = this.context;
    const name = client.name || terms.common.unnamed;
    const { lastVisit, visits } = client;
    const about = lastVisit
      ? format.relative(lastVisit)
      : typeof visits === 'number'
        ? terms.common.count.visits(visits)
        : '';
    return html`<li class="client">
      ${avatar({ id: client.id, name, photo: client.photo })}
      <span class="truncate" title=${name} dir="auto">${name}</span>
      <span class="about">${about}</span>
    </li>`;
  }
}
