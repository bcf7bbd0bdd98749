import { css, html, LitElement, nothing, type CSSResultGroup, type TemplateResult } from 'lit';
import { property, query, state } from 'lit/decorators.js';
import { repeat } from 'lit/directives/repeat.js';
import { CircleAlert, CircleCheck, X } from 'lucide';
import { AnnounceController } from './announce.js';
import { icon } from './icon.js';
import { deepActiveElement } from './overlays.js';
import { base, iconStyles, textReset } from './styles/base.js';
import { buttonStyles } from './styles/button.js';

/** A short message about what has just happened. */
export interface Toast {
  /** One toast per id: showing it again replaces its text and starts its time anew. Made up unless told. */
  readonly id?: string;
  readonly text: string;
  /** `danger` is read at once and stays until it is dismissed. */
  readonly tone?: 'neutral' | 'success' | 'danger';
  /** The words on its button: "Undo". */
  readonly actionLabel?: string;
  /** Called once when the button is pressed; the toast then goes. */
  readonly onAction?: () => void;
  /** How long it stays, in ms; 0 = until dismissed. 6,000 unless told, 10,000 with a button. */
  readonly durationMs?: number;
}

interface Shown extends Toast {
  readonly id: string;
  remainingMs: number;
  since: number;
  timer: ReturnType<typeof setTimeout> | undefined;
}

const MOST_AT_ONCE = 3;

let made = 0;

/**
 * @summary Messages that come and go below the page, with an undo button; read by screen readers, never in the way.
 *   Their time stands still while the pointer or the focus is on them, and while the page is hidden.
 *
 * @tag clientele-toasts-0
 * @csspart toast - One message.
 * @csspart action - Its button.
 */
export class ClienteleToasts extends LitElement {
  static override styles: CSSResultGroup = [
    base,
    iconStyles,
    buttonStyles,
    css`
      :host {
        display: contents;
      }
      .stack {
        ${textReset}
        position: fixed;
        inset: auto 0 0;
        flex-direction: column;
        align-items: center;
        gap: var(--_space-2);
        inline-size: auto;
        margin: 0;
        padding: var(--_space-4) var(--_space-4) max(var(--_space-5), env(safe-area-inset-bottom));
        overflow: visible;
        border: 0;
        background: none;
        pointer-events: none;
      }
      .stack:popover-open {
        display: flex;
      }
      .toast {
        display: flex;
        align-items: center;
        gap: var(--_space-2);
        max-inline-size: min(480px, 100%);
        min-block-size: 40px;
        padding: var(--_space-1) var(--_space-1) var(--_space-1) var(--_space-3);
        border-radius: calc(var(--_radius) + 2px);
        background: var(--_color-tooltip);
        box-shadow: var(--_shadow-popover);
        color: var(--_color-on-tooltip);
        font-size: var(--_font-size-secondary);
        pointer-events: auto;
        transition:
          opacity var(--_duration) var(--_easing),
          transform var(--_duration) var(--_easing);
      }
      .toast:dir(rtl) {
        padding: var(--_space-1) var(--_space-3) var(--_space-1) var(--_space-1);
      }
      @starting-style {
        .toast {
          opacity: 0;
          transform: translateY(8px);
        }
      }
      .text {
        flex: 1;
        min-inline-size: 0;
        padding-block: 5px;
        overflow-wrap: anywhere;
      }
      .toast .button {
        border-color: transparent;
        background: transparent;
        color: inherit;
      }
      .toast .button.action {
        font-weight: var(--_font-weight-strong);
        text-decoration: underline;
        text-decoration-color: color-mix(in oklab, currentColor 45%, transparent);
        text-underline-offset: 3px;
      }
      .toast .button > .icon {
        color: inherit;
      }
      @media (hover: hover) {
        .toast .button:hover {
          background: color-mix(in oklab, currentColor 14%, transparent);
          color: inherit;
        }
      }
      .toast .button:focus-visible {
        outline-color: currentColor;
        outline-offset: -3px;
      }
      @media (forced-colors: active) {
        .toast {
          border: 1px solid CanvasText;
        }
      }
    `,
  ];

  /** The name of the cross. */
  @property({ attribute: 'dismiss-label' }) dismissLabel = '';

  @state() private shown: readonly Shown[] = [];

  @query('.stack') private stack!: HTMLElement | null;

  readonly #announcer = new AnnounceController(this);
  #waiting: Shown[] = [];
  #isPaused = false;
  #cameFrom: HTMLElement | null = null;

  override connectedCallback(): void {
    super.connectedCallback();
    document.addEventListener('visibilitychange', this.#handleVisibility);
  }

  override disconnectedCallback(): void {
    super.disconnectedCallback();
    document.removeEventListener('visibilitychange', this.#handleVisibility);
    for (const toast of this.shown) clearTimeout(toast.timer);
    this.shown = [];
    this.#waiting = [];
    this.#isPaused = false;
    this.#cameFrom = null;
  }

  /** Shows a message; answers its id. More than three wait their turn. */
  show(toast: Toast): string {
    const id = toast.id ?? `toast-${(made += 1)}`;
    const stays = toast.tone === 'danger' ? 0 : toast.actionLabel ? 10_000 : 6_000;
    const next: Shown = {
      ...toast,
      id,
      remainingMs: toast.durationMs ?? stays,
      since: 0,
      timer: undefined,
    };
    const at = this.shown.findIndex((shown) => shown.id === id);
    if (at >= 0) {
      clearTimeout(this.shown[at]?.timer);
      this.shown = this.shown.with(at, next);
      this.#begin(next);
    } else if (this.shown.length < MOST_AT_ONCE) {
      this.shown = [...this.shown, next];
      this.#begin(next);
    } else {
      this.#waiting = [...this.#waiting.filter((waiting) => waiting.id !== id), next];
    }
    return id;
  }

  /** Takes a message away, or out of the queue; an unknown id is nothing. */
  dismiss(id: string): void {
    const gone = this.shown.find((toast) => toast.id === id);
    clearTimeout(gone?.timer);
    this.#waiting = this.#waiting.filter((toast) => toast.id !== id);
    if (!gone) return;
    const element = this.renderRoot.querySelector(`[data-id="${CSS.escape(id)}"]`);
    const hadFocus = element?.matches(':focus-within') === true;
    this.shown = this.shown.filter((toast) => toast !== gone);
    const next = this.#waiting.shift();
    if (next) {
      this.shown = [...this.shown, next];
      this.#begin(next);
    }
    if (hadFocus) this.#cameFrom?.focus();
    if (this.shown.length === 0) this.#resume();
  }

  protected override updated(): void {
    const { stack } = this;
    if (!stack) return;
    const isOpen = stack.matches(':popover-open');
    if (this.shown.length > 0 && !isOpen) stack.showPopover();
    else if (this.shown.length === 0 && isOpen) stack.hidePopover();
  }

  protected override render(): TemplateResult {
    return html`${this.#announcer.render()}
      <div
        class="stack"
        popover="manual"
        @pointerenter=${this.#pause}
        @pointerleave=${this.#handleLeave}
        @focusin=${this.#handleFocusIn}
        @focusout=${this.#handleLeave}
      >
        ${repeat(
          this.shown,
          (toast) => toast.id,
          (toast) => this.#renderToast(toast),
        )}
      </div>`;
  }

  #renderToast(toast: Shown): TemplateResult {
    const sign = toast.tone === 'danger' ? CircleAlert : toast.tone === 'success' ? CircleCheck : null;
    return html`<div class="toast" part="toast" data-id=${toast.id}>
      ${sign ? icon(sign) : nothing}
      <span class="text">${toast.text}</span>
      ${
        toast.actionLabel
          ? html`<button
              class="button small action"
              part="action"
              type="button"
              @click=${() => this.#handleAction(toast)}
            >
              ${toast.actionLabel}
            </button>`
          : nothing
      }
      <button
        class="button small icon-only"
        type="button"
        aria-label=${this.dismissLabel || nothing}
        title=${this.dismissLabel || nothing}
        @click=${() => this.dismiss(toast.id)}
      >
        ${icon(X)}
      </button>
    </div>`;
  }

  #begin(toast: Shown): void {
    const words = toast.actionLabel ? `${toast.text} ${toast.actionLabel}` : toast.text;
    this.#announcer.announce(words, toast.tone === 'danger' ? 'assertive' : 'polite');
    // A modal dialog that opened since would cover it: the last to enter the top layer is on top.
    if (this.stack?.matches(':popover-open') && !this.#isPaused) {
      this.stack.hidePopover();
      this.stack.showPopover();
    }
    if (!this.#isPaused) this.#run(toast);
  }

  #run(toast: Shown): void {
    if (toast.remainingMs <= 0) return;
    toast.since = performance.now();
    clearTimeout(toast.timer);
    toast.timer = setTimeout(() => this.dismiss(toast.id), toast.remainingMs);
  }

  readonly #pause = (): void => {
    if (this.#isPaused) return;
    this.#isPaused = true;
    for (const toast of this.shown) {
      if (toast.timer === undefined) continue;
      clearTimeout(toast.timer);
      toast.timer = undefined;
      toast.remainingMs = Math.max(1_500, toast.remainingMs - (performance.now() - toast.since));
    }
  };

  #resume(): void {
    if (!this.#isPaused) return;
    this.#isPaused = false;
    for (const toast of this.shown) this.#run(toast);
  }

  #handleLeave(): void {
    queueMicrotask(() => {
      if (this.stack?.matches(':hover, :focus-within') !== true && !document.hidden) this.#resume();
    });
  }

  #handleFocusIn(event: FocusEvent): void {
    const from = event.relatedTarget;
    const isOwn = from instanceof Node && this.renderRoot.contains(from);
    if (!isOwn) this.#cameFrom = from instanceof HTMLElement ? from : deepActiveElement();
    this.#pause();
  }

  readonly #handleVisibility = (): void => {
    if (document.hidden) this.#pause();
    else this.#handleLeave();
  };

  #handleAction(toast: Shown): void {
    this.dismiss(toast.id);
    toast.onAction?.();
  }
}
