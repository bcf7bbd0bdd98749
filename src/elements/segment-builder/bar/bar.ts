import { css, html, LitElement, nothing, type TemplateResult } from 'lit';
import { property, query } from 'lit/decorators.js';
import { ChevronDown, Copy, Ellipsis, Redo2, Undo2, type IconNode } from 'lucide';
import type { ClienteleMenu, ClienteleMenuSelectEvent, MenuItem } from '../../parts/menu.js';
import { icon } from '../../parts/icon.js';
import { base, iconStyles } from '../../parts/styles/base.js';
import { buttonStyles } from '../../parts/styles/button.js';
import { sentenceOf, type BuilderContext } from '../context.js';
import { ModelController } from '../model-controller.js';

export type BarDeed =
  'undo' | 'redo' | 'clear' | 'apply' | 'cancel' | 'segment' | 'new' | 'group' | 'copied' | 'notCopied';

export class BarEvent extends Event {
  readonly what: BarDeed;

  constructor(what: BarDeed) {
    super('clientele-builder-bar-0');
    this.what = what;
  }
}

/**
 * What can be done with the whole: steps back and on, copies, the list, the library.
 *
 * @summary Buttons below the builder (internal).
 * @tag clientele-builder-bar-0
 * @event clientele-builder-bar-0 - `BarEvent` with `what`. Does not bubble.
 */
export class BuilderBar extends LitElement {
  static override styles = [
    base,
    iconStyles,
    buttonStyles,
    css`
      :host {
        display: block;
      }
      .bar {
        display: flex;
        flex-wrap: wrap;
        align-items: center;
        gap: var(--_space-2);
      }
      .end {
        display: flex;
        flex: 1;
        flex-wrap: wrap;
        justify-content: flex-end;
        align-items: center;
        gap: var(--_space-2);
      }
      :host([narrow]) .end {
        flex-basis: 100%;
      }
      :host([narrow]) .end > :is(.button, .split) {
        flex: 1 1 auto;
      }
      :host([narrow]) .split > .button:first-child {
        flex: 1;
      }
      .split {
        display: inline-flex;
        min-inline-size: 0;
      }
      .split > .button:not(:last-child) {
        border-start-end-radius: 0;
        border-end-end-radius: 0;
        overflow: hidden;
      }
      .split > .button + .button {
        border-start-start-radius: 0;
        border-end-start-radius: 0;
        border-inline-start: var(--_border-width) solid
          color-mix(in oklab, var(--_color-on-accent) 35%, transparent);
      }
      .split > .button[aria-disabled='true'] + .button {
        border-inline-start-color: var(--_color-border);
      }
    `,
  ];

  @property({ attribute: false }) context!: BuilderContext;
  @property({ type: Boolean, reflect: true }) narrow = false;
  @property({ type: Boolean, attribute: 'with-apply' }) withApply = false;
  @property({ type: Boolean, attribute: 'with-cancel' }) withCancel = false;
  @property({ type: Boolean, attribute: 'with-save' }) withSave = false;

  @query('clientele-menu-0') private menu!: ClienteleMenu;

  constructor() {
    super();
    new ModelController(this);
  }

  protected override render(): TemplateResult {
    const { model, terms } = this.context;
    const { bar } = terms.builder;
    const { common } = terms;
    return html`<div class="bar" role="group" aria-label=${bar.label}>
        ${this.#renderIcon('undo', bar.undo, 'Ctrl+Z', Undo2, !model.canUndo)}
        ${this.#renderIcon('redo', bar.redo, 'Ctrl+Shift+Z', Redo2, !model.canRedo)}
        <button
          class="button quiet icon-only"
          type="button"
          aria-haspopup="menu"
          aria-expanded="false"
          aria-label=${common.more}
          title=${common.more}
          @click=${(event: Event) => this.#open(event, this.#more)}
        >
          ${icon(Ellipsis)}
        </button>
        <div class="end">
          ${
            this.withCancel
              ? html`<button class="button quiet" type="button" @click=${() => this.#do('cancel')}>
                  ${common.cancel}
                </button>`
              : nothing
          }
          ${
            this.withApply
              ? html`<button
                  class="button"
                  type="button"
                  aria-disabled=${model.isSound ? nothing : 'true'}
                  @click=${() => model.isSound && this.#do('apply')}
                >
                  ${bar.apply}
                </button>`
              : nothing
          }
          ${this.#renderSave()}
        </div>
      </div>
      <clientele-menu-0
        label=${common.more}
        placement="top-end"
        @clientele-menu-select=${this.#handleMenu}
      ></clientele-menu-0>`;
  }

  #renderIcon(
    what: 'undo' | 'redo',
    label: string,
    keys: string,
    node: IconNode,
    isOff: boolean,
  ): TemplateResult {
    return html`<button
      class="button quiet icon-only"
      type="button"
      aria-label=${label}
      aria-keyshortcuts=${keys.replace('Ctrl', 'Control')}
      title=${`${label} (${keys})`}
      aria-disabled=${isOff ? 'true' : nothing}
      @click=${() => !isOff && this.#do(what)}
    >
      ${icon(node, { flips: true })}
    </button>`;
  }

  #renderSave(): TemplateResult | typeof nothing {
    const { model, terms } = this.context;
    const { bar } = terms.builder;
    const items = this.#saves;
    const [main] = items;
    if (!main) return nothing;
    const isOff = model.isSound ? nothing : 'true';
    return html`<span class="split"
      ><button
        class="button primary"
        type="button"
        aria-disabled=${isOff}
        @click=${() => model.isSound && this.#do(main.id as BarDeed)}
      >
        <span class="truncate">${main.label}</span></button
      >${
        items.length > 1
          ? html`<button
              class="button primary icon-only"
              type="button"
              aria-haspopup="menu"
              aria-expanded="false"
              aria-label=${bar.saveAs}
              title=${bar.saveAs}
              aria-disabled=${isOff}
              @click=${(event: Event) => model.isSound && this.#open(event, items.slice(1))}
            >
              ${icon(ChevronDown)}
            </button>`
          : nothing
      }</span
    >`;
  }

  /** What the base keeps and this user may save. */
  get #saves(): MenuItem[] {
    if (!this.withSave) return [];
    const { model, terms } = this.context;
    const { bar } = terms.builder;
    const { session } = model;
    const library = session.description?.capabilities.library ?? [];
    const may = session.can('settings');
    const canKeep = may && library.includes('segments');
    const canGroup = may && library.includes('groups') && session.action('addToGroup') !== null;
    return [
      ...(canKeep && model.segment ? [{ id: 'segment', label: bar.save }] : []),
      ...(canKeep ? [{ id: 'new', label: model.segment ? bar.saveNew : bar.save }] : []),
      ...(canGroup ? [{ id: 'group', label: bar.saveGroup, description: bar.saveGroupHint }] : []),
    ];
  }

  get #more(): MenuItem[] {
    const { bar } = this.context.terms.builder;
    const { isEmpty, foreign } = this.context.model;
    return [
      { id: 'copySentence', label: bar.copySentence, icon: Copy, disabled: foreign !== null },
      { id: 'copyJson', label: bar.copyJson, icon: Copy },
      { id: 'copyLink', label: bar.copyLink, icon: Copy, disabled: foreign !== null },
      { id: 'line', kind: 'divider' },
      { id: 'clear', label: bar.clear, tone: 'danger', disabled: isEmpty },
    ];
  }

  #open(event: Event, items: MenuItem[]): void {
    this.menu.items = items;
    this.menu.toggle(event.currentTarget as HTMLElement);
  }

  #do(what: BarDeed): void {
    this.dispatchEvent(new BarEvent(what));
  }

  readonly #handleMenu = ({ item }: ClienteleMenuSelectEvent): void => {
    const { document } = this.context.model;
    switch (item.id) {
      case 'copyJson':
        return void this.#copy(JSON.stringify(document, null, 2));
      case 'copyLink':
        return void import('../../../segments/param.js').then(({ toParam }) => this.#copy(toParam(document)));
      case 'copySentence':
        return void this.#copy(sentenceOf(document, this.context).text);
      default:
        this.#do(item.id as BarDeed);
    }
  };

  async #copy(text: string): Promise<void> {
    try {
      await navigator.clipboard.writeText(text);
      this.#do('copied');
    } catch {
      this.#do('notCopied');
    }
  }
}
