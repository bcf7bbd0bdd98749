import { css, html, LitElement, nothing, type TemplateResult } from 'lit';
import { property } from 'lit/decorators.js';
import { TriangleAlert } from 'lucide';
import type { Field, Node } from '../../../contract/index.js';
import { catalogue } from '../../../locales/en/catalogue.js';
import { common } from '../../../locales/en/common.js';
import { conditions } from '../../../locales/en/conditions.js';
import { fields } from '../../../locales/en/fields.js';
import { filters } from '../../../locales/en/filters.js';
import { sentence } from '../../../locales/en/sentence.js';
import type { Formatter } from '../../../sdk/types.js';
import {
  sentence as inWords,
  type Sentence,
  type SentenceContext,
} from '../../../segments/sentence/index.js';
import { TermsController } from '../../locale.js';
import { chip } from '../../parts/chip.js';
import { base } from '../../parts/styles/base.js';
import { chipStyles } from '../../parts/styles/chip.js';
import { conditionsOf, documentOf, type ListModel } from '../model/list-model.js';
import { ModelController } from '../model/model-controller.js';
import { faultsOf } from '../../conditions/ready.js';

/** So many values of a list does the tooltip of a chip name. */
const TOOLTIP_VALUES = 50;

/** A chip was pressed: its condition is to be changed beside it. */
export class ChipOpenEvent extends Event {
  readonly index: number;
  readonly anchor: HTMLElement;
  /** What the condition selects, in full. */
  readonly text: string;

  constructor(index: number, anchor: HTMLElement, text: string) {
    super('clientele-chip-open-0');
    this.index = index;
    this.anchor = anchor;
    this.text = text;
  }
}

/** A chip was taken off; the text is for an announcement. */
export class ChipRemovedEvent extends Event {
  readonly text: string;

  constructor(text: string) {
    super('clientele-chip-removed-0');
    this.text = text;
  }
}

/**
 * The filters of the list, each a chip in words. One that is not understood says so, and why.
 *
 * @summary Chips of the list's conditions (internal).
 * @tag clientele-list-chips-0
 * @event clientele-chip-open-0 - `ChipOpenEvent`. Does not bubble.
 * @event clientele-chip-removed-0 - `ChipRemovedEvent`. Does not bubble.
 */
export class ListChips extends LitElement {
  static override styles = [
    base,
    chipStyles,
    css`
      :host {
        display: contents;
      }
      .item {
        display: inline-flex;
        min-inline-size: 0;
        max-inline-size: min(100%, 420px);
      }
      .about {
        color: var(--_color-text-secondary);
      }
      .problem > .chip {
        border-color: var(--_color-danger);
        background: var(--_color-danger-tint);
        color: var(--_color-danger-text);
      }
      .problem :is(.about, .icon) {
        color: inherit;
      }
    `,
  ];

  @property({ attribute: false }) model: ListModel | null = null;
  @property({ attribute: false }) format!: Formatter;
  @property({ attribute: false }) labelOf: (field: Field) => string = (field) => field.id;

  #words = new TermsController(this, { conditions, common, catalogue, fields, filters, sentence });

  constructor() {
    super();
    new ModelController(this);
  }

  /** Puts the keyboard on the chip at a place, or on the last one before it. False: there is none. */
  focusChip(index: number): boolean {
    const chips = [...this.renderRoot.querySelectorAll<HTMLElement>('.chip-remove')];
    const target = chips[Math.min(index, chips.length - 1)];
    target?.focus();
    return target !== undefined;
  }

  /** Takes a condition off, and says so. */
  removeChip(index: number): void {
    const { model } = this;
    const node = model && conditionsOf(model.filters)[index];
    if (node) this.#remove(index, this.#said(node, model).text);
  }

  /** What to announce once a condition has been added. */
  addedText(node: Node): string {
    return this.model ? this.#words.terms.conditions.added(this.#said(node, this.model).text) : '';
  }

  #said(node: Node, model: ListModel, most?: number): Sentence {
    const { catalogue, description } = model.session;
    const context: SentenceContext = {
      terms: this.#words.terms,
      format: this.format,
      catalogue,
      lists: description?.lists,
      segments: description?.segments,
      most,
    };
    return inWords({ v: 1, where: node }, context);
  }

  protected override render(): TemplateResult | typeof nothing {
    const { model } = this;
    if (!model || !this.#words.isReady) return nothing;
    return html`${conditionsOf(model.filters).map((node, index) => this.#renderChip(node, index, model))}`;
  }

  #renderChip(node: Node, index: number, model: ListModel): TemplateResult {
    const [fault] = faultsOf({ v: 1, where: node }, model.session);
    if (fault !== undefined) return this.#renderProblem(node, index, fault, model);
    const { parts, text } = this.#said(node, model);
    const inFull = this.#said(node, model, TOOLTIP_VALUES).text;
    const words = parts.map((part) =>
      part.kind === 'field' || part.kind === 'text'
        ? html`<span class="about">${part.text}</span>`
        : part.text,
    );
    return html`<span class="item" role="listitem" title=${inFull}
      >${chip(html`${words}`, {
        haspopup: 'dialog',
        onOpen: (event) =>
          this.dispatchEvent(new ChipOpenEvent(index, event.currentTarget as HTMLElement, inFull)),
        onRemove: () => this.#remove(index, text),
        removeLabel: this.#words.terms.conditions.remove(text),
      })}</span
    >`;
  }

  #renderProblem(node: Node, index: number, fault: string, model: ListModel): TemplateResult {
    const { problems, remove, chip: both } = this.#words.terms.conditions;
    const reasons: Readonly<Record<string, string>> = problems;
    const reason = (fault in problems ? reasons[fault] : undefined) ?? problems.other;
    const id: unknown = Reflect.get(node, 'field');
    const field = typeof id === 'string' ? model.session.catalogue.fields.get(id) : undefined;
    const about = field ? this.labelOf(field) : typeof id === 'string' ? id.slice(0, 80) : problems.label;
    const words = both(about, reason);
    return html`<span class="item problem" role="listitem" title=${`${words}\n${problems.nobody}`}
      >${chip(html`<span class="about">${about}:</span> ${reason}`, {
        icon: TriangleAlert,
        onRemove: () => this.#remove(index, words),
        removeLabel: remove(words),
      })}</span
    >`;
  }

  #remove(index: number, words: string): void {
    const { model } = this;
    if (!model) return;
    model.setFilters(documentOf(conditionsOf(model.filters).filter((_, at) => at !== index)));
    this.dispatchEvent(new ChipRemovedEvent(this.#words.terms.conditions.removed(words)));
    void this.updateComplete.then(() => {
      if (this.focusChip(index)) return;
      this.dispatchEvent(new Event('clientele-chips-empty-0'));
    });
  }
}
