import { css, html, LitElement, type CSSResultGroup, type TemplateResult } from 'lit';
import { property } from 'lit/decorators.js';
import { AnchoredController, type Anchor } from './anchored.js';
import { firstTabbable } from './overlays.js';
import type { Placement } from './place.js';
import { anchoredStyles } from './styles/anchored.js';
import { base, scrollStyles } from './styles/base.js';

/**
 * @summary A panel in the top layer beside what opened it. Escape and a press outside close it; the focus returns.
 *   Give it an `aria-label`; a trigger with `aria-haspopup` gets its `aria-expanded` kept.
 *
 * @tag clientele-popover-0
 * @slot - What the panel shows; it scrolls when it is long.
 * @slot header - Stays above what scrolls.
 * @slot footer - Stays below what scrolls.
 * @event toggle - The browser's own `ToggleEvent`, after it opened or closed. Does not bubble.
 * @csspart panel - What is seen: ground, shadow, corners.
 * @csspart body - The part that scrolls.
 * @cssproperty --clientele-popover-max-width - 360px unless told.
 * @cssproperty --clientele-popover-padding - 12px unless told.
 */
export class ClientelePopover extends LitElement {
  static override styles: CSSResultGroup = [
    base,
    scrollStyles,
    anchoredStyles,
    css`
      .body {
        flex: 1;
        min-block-size: 0;
        padding: var(--clientele-popover-padding, var(--_space-3));
      }
    `,
  ];

  /** The side of the anchor, and the edge to line up with; it flips where there is no room. */
  @property({ reflect: true }) placement: Placement = 'bottom-start';

  readonly #anchored = new AnchoredController(this, { mode: 'auto', placement: () => this.placement });

  override connectedCallback(): void {
    super.connectedCallback();
    if (!this.hasAttribute('role')) this.setAttribute('role', 'dialog');
  }

  get open(): boolean {
    return this.#anchored.isOpen;
  }

  /** What it stands beside, while it is open. */
  get anchor(): Element | null {
    return this.#anchored.anchor;
  }

  /** Opens beside the anchor and moves the focus to the first control within, or to the one with `autofocus`. */
  show(anchor: Anchor, options: { focus?: boolean } = {}): void {
    this.#anchored.show(anchor);
    if (options.focus !== false) void this.#focusFirst();
  }

  hide(): void {
    this.#anchored.hide();
  }

  /** Opens or closes; for the click of a trigger. */
  toggle(anchor: Anchor): void {
    this.#anchored.toggle(anchor);
    if (this.open) void this.#focusFirst();
  }

  /** Puts it beside its anchor again after its content has changed size. */
  reposition(): void {
    this.#anchored.reposition();
  }

  protected override render(): TemplateResult {
    return html`<div class="panel" part="panel">
      <slot name="header"></slot>
      <div class="body scrolls" part="body"><slot></slot></div>
      <slot name="footer"></slot>
    </div>`;
  }

  async #focusFirst(): Promise<void> {
    await this.updateComplete;
    if (!this.open || this.matches(':focus-within')) return;
    const first = firstTabbable(this);
    if (first) {
      first.focus();
      return;
    }
    this.tabIndex = -1;
    this.focus();
  }
}
