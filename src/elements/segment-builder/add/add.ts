import { css, html, LitElement, type TemplateResult } from 'lit';
import { property, query, state } from 'lit/decorators.js';
import type { NodePath } from '../../../segments/places.js';
import { loadEditor } from '../../conditions/editors/load.js';
import type { ClienteleFinder, FinderChooseEvent, FinderOption } from '../../parts/finder.js';
import { firstTabbable } from '../../parts/overlays.js';
import type { ClientelePopover } from '../../parts/popover.js';
import { base } from '../../parts/styles/base.js';
import { fieldsOf, recordOf, type BuilderContext } from '../context.js';
import { beginning, conditionOf, optionsFor } from './options.js';

/** Where a chosen condition goes. */
export interface AddPlace {
  readonly path: NodePath;
  readonly record: string | null;
  /** It takes the place of what stands there. */
  readonly replaces?: boolean;
}

/** Something was added; the text is for an announcement. */
export class AddedEvent extends Event {
  readonly label: string;

  constructor(label: string) {
    super('clientele-builder-added-0');
    this.label = label;
  }
}

/**
 * The menu of everything that can be asked, found by typing.
 *
 * @summary Adds a condition to the builder (internal).
 * @tag clientele-builder-add-0
 * @event clientele-builder-added-0 - `AddedEvent` with `label`. Does not bubble.
 */
export class BuilderAdd extends LitElement {
  static override styles = [
    base,
    css`
      :host {
        display: contents;
      }
      clientele-popover-0 {
        inline-size: 300px;
        --clientele-popover-padding: var(--_space-2) var(--_space-3);
      }
      .finder {
        --_finder-height: 380px;
        margin-block-start: var(--_space-1);
      }
    `,
  ];

  @property({ attribute: false }) context!: BuilderContext;

  @state() private options: readonly FinderOption[] = [];
  @query('clientele-popover-0') private popoverElement!: ClientelePopover;
  @query('clientele-finder-0') private finder!: ClienteleFinder;

  #place: AddPlace | null = null;

  async open(anchor: Element, place: AddPlace): Promise<void> {
    this.#place = place;
    this.options = optionsFor(place.record, this.context).filter(
      ({ id }) => place.replaces !== true || id.startsWith('field:'),
    );
    this.finder.clear();
    await this.updateComplete;
    this.popoverElement.show(anchor, { focus: false });
    await new Promise(requestAnimationFrame);
    firstTabbable(this.popoverElement)?.focus();
  }

  protected override render(): TemplateResult {
    const { builder } = this.context.terms;
    return html`<clientele-popover-0 aria-label=${builder.find}>
      <clientele-finder-0
        class="finder"
        label=${builder.find}
        placeholder=${builder.find}
        empty-text=${builder.nothingFits}
        .options=${this.options}
        @clientele-finder-choose-0=${this.#handleChoose}
      ></clientele-finder-0>
    </clientele-popover-0>`;
  }

  async #handleChoose({ option }: FinderChooseEvent): Promise<void> {
    const place = this.#place;
    this.#place = null;
    this.popoverElement.hide();
    if (place) await this.#take(option, place);
  }

  async #take(option: FinderOption, { path, record, replaces }: AddPlace): Promise<void> {
    const { context } = this;
    const { model, format } = context;
    let node = conditionOf(option.id, context);
    const field =
      node?.kind === 'field' && option.id.startsWith('field:')
        ? fieldsOf(recordOf(record, context), context).get(node.field)
        : undefined;
    if (field) {
      const { drafts } = await loadEditor(field.type);
      const start = drafts.start(field);
      const currency = model.session.description?.settings.currency ?? 'EUR';
      const written = drafts.write(start, field, { locale: format.locale, currency });
      node = beginning(field, start, written.ok ? written.test : null);
    }
    if (!node) return;
    if (replaces) {
      model.replace(path, node);
      model.focus(path, 'control');
    } else model.insert(path, node);
    this.dispatchEvent(new AddedEvent(option.label));
  }
}
