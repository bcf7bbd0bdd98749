import {
  css,
  html,
  LitElement,
  nothing,
  type CSSResultGroup,
  type PropertyValues,
  type TemplateResult,
} from 'lit';
import { property, query } from 'lit/decorators.js';
import { X } from 'lucide';
import { icon } from './icon.js';
import { deepActiveElement, firstTabbable, isTopOverlay, pushOverlay, removeOverlay } from './overlays.js';
import { base, iconStyles, scrollStyles, textReset } from './styles/base.js';
import { buttonStyles } from './styles/button.js';
import { dialogStyles } from './styles/dialog.js';

/** What made a dialog want to close. */
export type DialogCloseReason = 'escape' | 'backdrop' | 'button' | 'grip';

/** A dialog is about to close because a person asked; `preventDefault()` keeps it open. */
export class ClienteleDialogCloseEvent extends Event {
  readonly reason: DialogCloseReason;

  constructor(reason: DialogCloseReason) {
    super('clientele-dialog-close', { cancelable: true });
    this.reason = reason;
  }
}

/** A dialog has closed, for whatever cause; the focus is back where it was. */
export class ClienteleDialogClosedEvent extends Event {
  constructor() {
    super('clientele-dialog-closed');
  }
}

/** How far a sheet is pulled down before letting go closes it, in px. */
const PULL_TO_CLOSE = 96;

/**
 * @summary A modal dialog over the native one: 480 px wide, or a sheet from below with a grip on narrow screens.
 *   Set `open`; Escape, the backdrop, the close button and the grip ask first, and the focus returns.
 *
 * @tag clientele-dialog-0
 * @slot - The body; it scrolls when it is long.
 * @slot subtitle - A line under the heading.
 * @slot footer - The buttons, the deed last.
 * @event clientele-dialog-close - `ClienteleDialogCloseEvent` with `reason`. Cancelable. Does not bubble.
 * @event clientele-dialog-closed - `ClienteleDialogClosedEvent`. Does not bubble.
 * @csspart dialog - The native dialog.
 * @csspart header - Heading and close button.
 * @csspart body - What scrolls.
 * @csspart footer - The row of buttons.
 * @cssproperty --clientele-dialog-width - 480px unless told.
 */
export class ClienteleDialog extends LitElement {
  static override styles: CSSResultGroup = [
    base,
    iconStyles,
    scrollStyles,
    buttonStyles,
    css`
      dialog {
        ${textReset}
      }
    `,
    dialogStyles,
  ];

  /** Shows or hides it; false after it has closed itself. */
  @property({ type: Boolean, reflect: true }) open = false;

  /** The heading, which is also its name. */
  @property() label = '';

  /** The name of the close button; without it there is none. */
  @property({ attribute: 'close-label' }) closeLabel = '';

  /** A press on the backdrop does nothing: for what would be a pity to lose. */
  @property({ type: Boolean, attribute: 'without-backdrop-close' }) withoutBackdropClose = false;

  @query('dialog') private dialog!: HTMLDialogElement;

  #opener: HTMLElement | null = null;
  #pressedBackdrop = false;
  #pull: { id: number; from: number } | null = null;

  override connectedCallback(): void {
    super.connectedCallback();
    if (this.hasUpdated && this.open) this.#show();
  }

  override disconnectedCallback(): void {
    super.disconnectedCallback();
    removeOverlay(this);
    if (this.dialog?.open) this.dialog.close();
  }

  /** Asks to close, as the close button does; for a button of the owner's. */
  requestClose(reason: DialogCloseReason = 'button'): void {
    if (!this.open) return;
    if (this.dispatchEvent(new ClienteleDialogCloseEvent(reason))) this.open = false;
  }

  protected override updated(changed: PropertyValues<this>): void {
    if (!changed.has('open')) return;
    if (this.open) this.#show();
    else if (this.dialog.open) this.dialog.close();
  }

  protected override render(): TemplateResult {
    return html`<dialog
      part="dialog"
      aria-labelledby="label"
      @cancel=${this.#handleCancel}
      @close=${this.#handleClose}
      @keydown=${this.#handleKeyDown}
      @pointerdown=${this.#handlePress}
      @click=${this.#handleClick}
    >
      <div class="frame">
        <div
          class="grip"
          aria-hidden="true"
          @pointerdown=${this.#handlePullStart}
          @pointermove=${this.#handlePull}
          @pointerup=${this.#handlePullEnd}
          @pointercancel=${this.#handlePullEnd}
        ></div>
        <header part="header">
          <div class="titles">
            <h2 id="label" tabindex="-1">${this.label}</h2>
            <slot name="subtitle"></slot>
          </div>
          ${
            this.closeLabel
              ? html`<button
                  class="button quiet icon-only small"
                  type="button"
                  aria-label=${this.closeLabel}
                  title=${this.closeLabel}
                  @click=${() => this.requestClose()}
                >
                  ${icon(X)}
                </button>`
              : nothing
          }
        </header>
        <div class="body scrolls" part="body"><slot></slot></div>
        <footer part="footer"><slot name="footer"></slot></footer>
      </div>
    </dialog>`;
  }

  #show(): void {
    if (this.dialog.open || !this.isConnected) return;
    this.#opener = deepActiveElement();
    this.dialog.showModal();
    pushOverlay(this);
    const body = this.renderRoot.querySelector('.body');
    const first =
      (body && firstTabbable(body)) ?? firstTabbable(this.renderRoot.querySelector('footer') ?? this);
    (first ?? this.renderRoot.querySelector<HTMLElement>('h2'))?.focus();
  }

  #handleClose(event: Event): void {
    if (event.target !== this.dialog) return;
    removeOverlay(this);
    this.open = false;
    this.dialog.style.removeProperty('--_pull');
    const opener = this.#opener;
    this.#opener = null;
    if (opener?.isConnected && this.isConnected) opener.focus();
    this.dispatchEvent(new ClienteleDialogClosedEvent());
  }

  /** The browser's own wish to close (a back gesture, say); it ignores a second refusal, so keys are handled before it. */
  #handleCancel(event: Event): void {
    if (event.target !== this.dialog) return;
    event.preventDefault();
    if (isTopOverlay(this)) this.requestClose('escape');
  }

  #handleKeyDown(event: KeyboardEvent): void {
    if (event.key !== 'Escape' || event.defaultPrevented || event.isComposing || event.keyCode === 229)
      return;
    if (!isTopOverlay(this)) return;
    event.preventDefault();
    event.stopPropagation();
    this.requestClose('escape');
  }

  #handlePress(event: PointerEvent): void {
    this.#pressedBackdrop = event.target === this.dialog;
  }

  /** Pressed and let go on the backdrop: a selection of text dragged out of the dialog is no wish to close. */
  #handleClick(event: MouseEvent): void {
    const isBackdrop = event.target === this.dialog && this.#pressedBackdrop;
    this.#pressedBackdrop = false;
    if (isBackdrop && !this.withoutBackdropClose) this.requestClose('backdrop');
  }

  #handlePullStart(event: PointerEvent): void {
    (event.currentTarget as HTMLElement).setPointerCapture(event.pointerId);
    this.#pull = { id: event.pointerId, from: event.clientY };
  }

  #handlePull(event: PointerEvent): void {
    if (event.pointerId !== this.#pull?.id) return;
    this.dialog.style.setProperty('--_pull', `${Math.max(0, event.clientY - this.#pull.from)}px`);
  }

  #handlePullEnd(event: PointerEvent): void {
    if (event.pointerId !== this.#pull?.id) return;
    const distance = event.clientY - this.#pull.from;
    this.#pull = null;
    if (event.type === 'pointerup' && distance > PULL_TO_CLOSE) this.requestClose('grip');
    if (this.open) this.dialog.style.removeProperty('--_pull');
  }
}
