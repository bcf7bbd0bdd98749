import { css, html, LitElement, nothing, type CSSResultGroup, type TemplateResult } from 'lit';
import { property } from 'lit/decorators.js';
import { Check } from 'lucide';
import { AnchoredController, type Anchor, type Point } from './anchored.js';
import { icon, type IconNode } from './icon.js';
import type { Placement } from './place.js';
import { RovingFocusController } from './roving.js';
import { anchoredStyles } from './styles/anchored.js';
import { base, iconStyles, scrollStyles } from './styles/base.js';

/** One line of a menu. */
export interface MenuItem {
  /** Unique within the menu. */
  readonly id: string;
  /** What it says; of a `divider`, nothing. */
  readonly label?: string;
  /** `action` unless told. A `heading` names the items after it, up to the next heading or divider. */
  readonly kind?: 'action' | 'check' | 'radio' | 'heading' | 'divider';
  /** Of a `check` or a `radio`. */
  readonly checked?: boolean;
  readonly disabled?: boolean;
  /** Why it is disabled, or a second line of help. */
  readonly description?: string;
  readonly tone?: 'danger';
  readonly icon?: IconNode;
  /** At the far end: a shortcut, a count. */
  readonly hint?: string;
}

/** Someone chose an item of a menu. */
export class ClienteleMenuSelectEvent extends Event {
  readonly item: MenuItem;

  constructor(item: MenuItem) {
    super('clientele-menu-select');
    this.item = item;
  }
}

/**
 * @summary A menu beside its trigger, after the ARIA menu pattern: arrows, Home, End, letters, Escape, Tab.
 *   A `check` item stays open when chosen; everything else closes it.
 *
 * @tag clientele-menu-0
 * @event clientele-menu-select - `ClienteleMenuSelectEvent` with `item`. Does not bubble.
 * @event toggle - The browser's own `ToggleEvent`, after it opened or closed. Does not bubble.
 * @csspart menu - The list of items.
 * @csspart item - One item.
 */
export class ClienteleMenu extends LitElement {
  static override styles: CSSResultGroup = [
    base,
    iconStyles,
    scrollStyles,
    anchoredStyles,
    css`
      :host {
        min-inline-size: 176px;
      }
      .menu {
        display: block;
        overflow: auto;
        padding-block: var(--_space-1);
      }
      .item {
        display: grid;
        grid-template-columns: auto 1fr auto;
        align-items: center;
        column-gap: var(--_space-2);
        min-block-size: var(--_control-height-small);
        margin-inline: var(--_space-1);
        padding: 4px var(--_space-2);
        border-radius: calc(var(--_radius) - 1px);
        font-size: var(--_font-size-secondary);
        cursor: default;
        user-select: none;
      }
      .item > .icon,
      .mark {
        grid-column: 1;
        color: var(--_color-icon);
      }
      .mark {
        inline-size: 16px;
        color: var(--_color-accent-text);
      }
      .text {
        grid-column: 2;
        min-inline-size: 0;
        overflow-wrap: anywhere;
      }
      .description {
        display: block;
        color: var(--_color-text-muted);
        font-size: var(--_font-size-caption);
      }
      .hint {
        grid-column: 3;
        padding-inline-start: var(--_space-4);
        color: var(--_color-text-muted);
        font-size: var(--_font-size-caption);
        font-variant-numeric: tabular-nums;
      }
      .item:focus {
        background: var(--_color-surface-active);
        outline: none;
      }
      .item:focus-visible {
        outline: var(--_focus-width) solid var(--_color-focus);
        outline-offset: -2px;
      }
      .item.danger,
      .item.danger > .icon {
        color: var(--_color-danger-text);
      }
      .item.danger:focus {
        background: var(--_color-danger-tint);
      }
      .item[aria-disabled='true'],
      .item[aria-disabled='true'] > .icon {
        color: color-mix(in oklab, var(--_color-text-muted) 75%, transparent);
      }
      .heading {
        padding: var(--_space-2) var(--_space-3) var(--_space-1);
        color: var(--_color-text-muted);
        font-size: var(--_font-size-caption);
        font-weight: var(--_font-weight-medium);
      }
      .divider {
        block-size: 1px;
        margin-block: var(--_space-1);
        background: var(--_color-border);
      }
      @media (forced-colors: active) {
        .item:focus {
          forced-color-adjust: none;
          background: Highlight;
          color: HighlightText;
        }
        .item:focus :is(.icon, .hint, .description, .mark) {
          color: inherit;
        }
      }
    `,
  ];

  /** What it offers; an empty list opens nothing. */
  @property({ attribute: false }) items: readonly MenuItem[] = [];

  /** The menu's name for a screen reader. */
  @property() label = '';

  @property({ reflect: true }) placement: Placement = 'bottom-start';

  readonly #anchored = new AnchoredController(this, { mode: 'auto', placement: () => this.placement });
  readonly #roving = new RovingFocusController(this, {
    items: () => [...(this.renderRoot?.querySelectorAll<HTMLElement>('.item') ?? [])],
    orientation: 'vertical',
    typeahead: true,
  });

  #pointer: Point | null = null;

  get open(): boolean {
    return this.#anchored.isOpen;
  }

  /** What it stands beside, while it is open. */
  get anchor(): Element | null {
    return this.#anchored.anchor;
  }

  /**
   * Opens beside an element or at a point, with the focus on the first item, or on the last.
   * `back` gives the focus back when it closes; the anchor gets it unless told.
   */
  show(anchor: Anchor, options: { focus?: 'first' | 'last'; back?: () => void } = {}): void {
    if (this.items.length === 0) return;
    this.#anchored.show(anchor, options.back);
    void this.#focusItem(options.focus ?? 'first');
  }

  hide(): void {
    this.#anchored.hide();
  }

  /** Opens or closes; for the click of a trigger. */
  toggle(anchor: Anchor): void {
    if (this.items.length === 0) return;
    this.#anchored.toggle(anchor);
    if (this.open) void this.#focusItem('first');
  }

  /** For keydown of a trigger: the down arrow opens at the first item, the up arrow at the last. */
  handleTriggerKey(event: KeyboardEvent): void {
    if (
      (event.key !== 'ArrowDown' && event.key !== 'ArrowUp') ||
      event.altKey ||
      event.ctrlKey ||
      event.metaKey
    )
      return;
    if (!(event.currentTarget instanceof Element)) return;
    event.preventDefault();
    event.stopPropagation();
    this.show(event.currentTarget, { focus: event.key === 'ArrowUp' ? 'last' : 'first' });
  }

  protected override render(): TemplateResult {
    return html`<div
      class="panel menu scrolls"
      part="menu"
      role="menu"
      aria-label=${this.label || nothing}
      @keydown=${this.#handleKeyDown}
      @click=${this.#handleClick}
      @pointermove=${this.#handlePointerMove}
      @contextmenu=${(event: Event) => event.preventDefault()}
    >
      ${this.#sections().map(({ heading, items }) =>
        heading
          ? html`<div role="group" aria-label=${heading}>
              <div class="heading" role="presentation">${heading}</div>
              ${items.map((item) => this.#renderItem(item))}
            </div>`
          : items.map((item) => this.#renderItem(item)),
      )}
    </div>`;
  }

  #sections(): { heading: string; items: MenuItem[] }[] {
    const sections: { heading: string; items: MenuItem[] }[] = [{ heading: '', items: [] }];
    for (const item of this.items) {
      if (item.kind === 'heading') sections.push({ heading: item.label ?? '', items: [] });
      else if (item.kind === 'divider') sections.push({ heading: '', items: [item] });
      else sections.at(-1)?.items.push(item);
    }
    return sections;
  }

  #renderItem(item: MenuItem): TemplateResult {
    if (item.kind === 'divider') return html`<div class="divider" role="separator"></div>`;
    const canCheck = item.kind === 'check' || item.kind === 'radio';
    const role =
      item.kind === 'check' ? 'menuitemcheckbox' : item.kind === 'radio' ? 'menuitemradio' : 'menuitem';
    return html`<div
      class="item ${item.tone ?? ''}"
      part="item"
      role=${role}
      data-id=${item.id}
      aria-checked=${canCheck ? String(item.checked === true) : nothing}
      aria-disabled=${item.disabled ? 'true' : nothing}
    >
      ${canCheck ? html`<span class="mark">${item.checked ? icon(Check) : nothing}</span>` : nothing}
      ${item.icon && !canCheck ? icon(item.icon) : nothing}
      <span class="text"
        >${item.label}${item.description ? html`<span class="description">${item.description}</span>` : nothing}</span
      >
      ${item.hint ? html`<span class="hint">${item.hint}</span>` : nothing}
    </div>`;
  }

  #handleKeyDown(event: KeyboardEvent): void {
    if (this.#roving.handleKey(event)) return;
    if (event.key === 'Enter' || event.key === ' ') {
      event.preventDefault();
      event.stopPropagation();
      this.#choose(event);
    } else if (event.key === 'Tab') {
      this.hide();
    }
  }

  #handleClick(event: MouseEvent): void {
    this.#choose(event);
  }

  #handlePointerMove(event: PointerEvent): void {
    // A menu that opens or scrolls under a pointer at rest is told of a move too: the focus stays with the keyboard.
    const before = this.#pointer;
    this.#pointer = { x: event.screenX, y: event.screenY };
    if (!before || (before.x === event.screenX && before.y === event.screenY)) return;
    const item = this.#elementOf(event);
    if (event.pointerType === 'mouse' && item && !item.matches(':focus')) this.#roving.focus(item);
  }

  #elementOf(event: Event): HTMLElement | null {
    return event.target instanceof Element ? event.target.closest<HTMLElement>('.item') : null;
  }

  #choose(event: Event): void {
    const id = this.#elementOf(event)?.dataset['id'];
    const item = this.items.find((candidate) => candidate.id === id);
    if (!item || item.disabled) return;
    if (item.kind !== 'check') this.hide();
    this.dispatchEvent(new ClienteleMenuSelectEvent(item));
  }

  async #focusItem(which: 'first' | 'last'): Promise<void> {
    this.#pointer = null;
    await this.updateComplete;
    if (!this.open) return;
    if (which === 'last') this.#roving.focusLast();
    else this.#roving.focusFirst();
  }
}
