import {
  css,
  html,
  LitElement,
  noChange,
  type CSSResultGroup,
  type ElementPart,
  type TemplateResult,
} from 'lit';
import { AsyncDirective, directive } from 'lit/async-directive.js';
import { property } from 'lit/decorators.js';
import { PartType, type PartInfo } from 'lit/directive.js';
import { AnchoredController } from './anchored.js';
import type { Placement } from './place.js';
import { anchoredStyles } from './styles/anchored.js';
import { base } from './styles/base.js';
import { TAGS } from './tags.js';

/**
 * @summary The small dark label that names an icon button. Made and placed by the `tooltip()` directive.
 *
 * @tag clientele-tooltip-0
 * @slot - The words.
 */
export class ClienteleTooltip extends LitElement {
  static override styles: CSSResultGroup = [
    base,
    anchoredStyles,
    css`
      :host {
        max-inline-size: min(280px, calc(100vw - 16px));
      }
      .panel {
        padding: 4px 8px;
        border-radius: var(--_radius);
        background: var(--_color-tooltip);
        box-shadow: none;
        color: var(--_color-on-tooltip);
        font-size: var(--_font-size-caption);
        font-weight: var(--_font-weight-medium);
        overflow-wrap: anywhere;
      }
    `,
  ];

  @property({ reflect: true }) placement: Placement = 'bottom';

  readonly #anchored = new AnchoredController(this, { mode: 'manual', placement: () => this.placement });

  override connectedCallback(): void {
    super.connectedCallback();
    // The anchor's own name says the same: read twice, it would only be in the way.
    this.setAttribute('aria-hidden', 'true');
  }

  show(anchor: Element): void {
    this.#anchored.show(anchor);
  }

  protected override render(): TemplateResult {
    return html`<div class="panel"><slot></slot></div>`;
  }
}

const DELAY_MS = 450;
/** Moving along a toolbar, the next label comes at once. */
const WARM_MS = 400;

let closedAt = -Infinity;

class TooltipDirective extends AsyncDirective {
  #element: HTMLElement | null = null;
  #text = '';
  #placement: Placement = 'bottom';
  #shown: ClienteleTooltip | null = null;
  #timer: ReturnType<typeof setTimeout> | undefined;

  constructor(part: PartInfo) {
    super(part);
    if (part.type !== PartType.ELEMENT)
      throw new TypeError('tooltip stands on an element: <button ${tooltip(…)}>.');
  }

  render(_text: string, _placement?: Placement): unknown {
    return noChange;
  }

  override update(part: ElementPart, [text, placement = 'bottom']: [string, Placement?]): unknown {
    this.#text = text;
    this.#placement = placement;
    if (this.#shown) this.#shown.textContent = text;
    if (this.#element !== part.element) {
      this.#unlisten();
      this.#element = part.element as HTMLElement;
      this.#listen();
    }
    return noChange;
  }

  override disconnected(): void {
    this.#hide();
    this.#unlisten();
  }

  override reconnected(): void {
    this.#listen();
  }

  #listen(): void {
    for (const type of ['pointerenter', 'focusin']) this.#element?.addEventListener(type, this.#handleCome);
    for (const type of ['pointerleave', 'focusout', 'pointerdown']) {
      this.#element?.addEventListener(type, this.#hide);
    }
  }

  #unlisten(): void {
    for (const type of ['pointerenter', 'focusin'])
      this.#element?.removeEventListener(type, this.#handleCome);
    for (const type of ['pointerleave', 'focusout', 'pointerdown']) {
      this.#element?.removeEventListener(type, this.#hide);
    }
  }

  readonly #handleCome = (event: Event): void => {
    if (event instanceof PointerEvent && event.pointerType !== 'mouse') return;
    if (event.type === 'focusin' && !this.#element?.matches(':focus-visible')) return;
    clearTimeout(this.#timer);
    const isWarm = event.type === 'focusin' || performance.now() - closedAt < WARM_MS;
    this.#timer = setTimeout(this.#show, isWarm ? 0 : DELAY_MS);
  };

  readonly #show = (): void => {
    const element = this.#element;
    if (!element?.isConnected || !this.#text || element.getAttribute('aria-expanded') === 'true') return;
    if (this.#shown || !customElements.get(TAGS.tooltip)) return;
    const shown = document.createElement(TAGS.tooltip);
    shown.placement = this.#placement;
    shown.textContent = this.#text;
    // In the anchor's own tree: it inherits the tokens there, no style of the page reaches it, and a modal dialog around
    // the anchor does not make it inert.
    const home = element.closest(`${TAGS.dialog}, ${TAGS.popover}, dialog, .root`) ?? element.getRootNode();
    (home instanceof Document ? home.body : home).appendChild(shown);
    this.#shown = shown;
    shown.show(element);
    document.addEventListener('keydown', this.#handleKeyDown, { capture: true });
  };

  readonly #handleKeyDown = (event: KeyboardEvent): void => {
    if (event.key === 'Escape' || event.key === 'Enter' || event.key === ' ') this.#hide();
  };

  readonly #hide = (): void => {
    clearTimeout(this.#timer);
    if (!this.#shown) return;
    closedAt = performance.now();
    document.removeEventListener('keydown', this.#handleKeyDown, { capture: true });
    this.#shown.remove();
    this.#shown = null;
  };
}

/**
 * Shows the words beside an icon button while the pointer rests on it or the keyboard is on it; Escape takes them away. The button's
 * `aria-label` says the same. Needs `tooltip.define.js`.
 *
 *     html`<button class="button icon-only" aria-label=${text} ${tooltip(text)}>…</button>`
 */
export const tooltip = directive(TooltipDirective);
