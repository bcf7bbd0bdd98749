import { css, html, LitElement, nothing, type TemplateResult } from 'lit';
import { property } from 'lit/decorators.js';
import { TriangleAlert } from 'lucide';
import type { Field, Node } from '../../../contract/index.js';
import { catalogue } from '../../../locales/en/catalogue.js';
import { common } from '../../../locales/en/common.js';
import { conditions } from '../../../locales/en/conditions.js';
import { filters } from '../../../locales/en/filters.js';
import type { Formatter } from '../../../sdk/types.js';
import { TermsController } from '../../locale.js';
import { chip } from '../../parts/chip.js';
import { base } from '../../parts/styles/base.js';
import { chipStyles } from '../../parts/styles/chip.js';
import { conditionsOf, documentOf, type ListModel } from '../model/list-model.js';
import { ModelController } from '../model/model-controller.js';
import { phraseDetails, phraseOf, phraseText, type PhraseContext } from '../../conditions/phrase.js';
import { faultsOf } from '../../conditions/ready.js';

/** A chip was pressed: its condition is to be changed beside it. */
export class ChipOpenEvent extends Event {
  readonly index: number;
  readonly anchor: HTMLElement;

  constructor(index: number, anchor: HTMLElement) {
    super('clientele-chip-open-0');
    this.index = index;
    this.anchor = anchor;
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

  #words = new TermsController(this, { conditions, common, catalogue, filters });

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

  /** What to announce once a condition has been added. */
  addedText(node: Node): string {
    const context = this.#context;
    if (!context) return '';
    return context.terms.conditions.added(phraseText(phraseOf(node, context), context.terms));
  }

  get #context(): PhraseContext | null {
    const { model } = this;
    if (!model) return null;
    return {
      terms: this.#words.terms,
      format: this.format,
      catalogue: model.session.catalogue,
      labelOf: this.labelOf,
      today: model.session.today,
      weekStart: model.session.description?.settings.weekStart ?? 1,
    };
  }

  protected override render(): TemplateResult | typeof nothing {
    const { model } = this;
    const context = this.#context;
    if (!model || !context || !this.#words.isReady) return nothing;
    return html`${conditionsOf(model.filters).map((node, index) => this.#renderChip(node, index, context))}`;
  }

  #renderChip(node: Node, index: number, context: PhraseContext): TemplateResult {
    const { terms } = context;
    const [fault] = faultsOf({ v: 1, where: node }, (this.model as ListModel).session);
    if (fault !== undefined) return this.#renderProblem(node, index, fault, context);
    const { about, text } = phraseOf(node, context);
    const words = phraseText({ about, text }, terms);
    const canEdit = node.kind === 'field';
    return html`<span class="item" role="listitem" title=${phraseDetails(node, context)}
      >${chip(about === '' ? text : html`<span class="about">${about}:</span> ${text}`, {
        ...(canEdit
          ? {
              haspopup: 'dialog' as const,
              onOpen: (event: MouseEvent) =>
                this.dispatchEvent(new ChipOpenEvent(index, event.currentTarget as HTMLElement)),
            }
          : {}),
        onRemove: () => this.#remove(index, words),
        removeLabel: terms.conditions.remove(words),
      })}</span
    >`;
  }

  #renderProblem(node: Node, index: number, fault: string, context: PhraseContext): TemplateResult {
    const { problems, remove } = context.terms.conditions;
    const reasons: Readonly<Record<string, string>> = problems;
    const reason = (fault in problems ? reasons[fault] : undefined) ?? problems.other;
    const id: unknown = Reflect.get(node, 'field');
    const field = typeof id === 'string' ? context.catalogue.fields.get(id) : undefined;
    const about = field ? context.labelOf(field) : typeof id === 'string' ? id.slice(0, 80) : problems.label;
    const words = context.terms.conditions.chip(about, reason);
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
