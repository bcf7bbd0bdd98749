import type { ReactiveController, ReactiveControllerHost } from 'lit';
import { deepActiveElement, isTopOverlay, pushOverlay, removeOverlay } from './overlays.js';
import { place, type Box, type Placement } from './place.js';

/** A point of the viewport, in CSS px: where a context menu opens. */
export interface Point {
  readonly x: number;
  readonly y: number;
}

export type Anchor = Element | Point;

interface Options {
  /** `auto` closes by Escape and by a press outside; `manual` leaves both to the host. */
  readonly mode: 'auto' | 'manual';
  readonly placement: () => Placement;
  readonly onToggle?: (open: boolean) => void;
}

const canAnchor = (): boolean =>
  CSS.supports('position-area', 'self-block-end span-self-inline-end') &&
  CSS.supports('position-try-fallbacks', 'flip-block');

const boxOf = (anchor: Anchor): Box =>
  anchor instanceof Element
    ? anchor.getBoundingClientRect()
    : { left: anchor.x, top: anchor.y, width: 0, height: 0 };

/**
 * Makes its host a panel of the top layer beside an anchor: CSS anchors through `showPopover({ source })`, which reaches across
 * shadow roots, and a positioner of our own where the browser lacks it or the anchor is a point. Sets `aria-expanded` on
 * the anchor, and gives it the focus back. Needs `anchoredStyles` and the attribute `placement` on the host.
 */
export class AnchoredController implements ReactiveController {
  readonly #host: ReactiveControllerHost & HTMLElement;
  readonly #options: Options;
  #anchor: Anchor | null = null;
  #back: (() => void) | null = null;
  #isFree = false;
  #hadFocus = false;
  #pressedAnchor = false;
  #closedAt = -Infinity;

  constructor(host: ReactiveControllerHost & HTMLElement, options: Options) {
    this.#host = host;
    this.#options = options;
    host.addController(this);
  }

  hostConnected(): void {
    this.#host.popover = this.#options.mode;
    this.#host.addEventListener('beforetoggle', this.#handleBeforeToggle);
    this.#host.addEventListener('toggle', this.#handleToggle);
    if (this.#options.mode === 'auto') this.#host.addEventListener('keydown', this.#handleEscape);
  }

  hostDisconnected(): void {
    this.#host.removeEventListener('beforetoggle', this.#handleBeforeToggle);
    this.#host.removeEventListener('toggle', this.#handleToggle);
    this.#host.removeEventListener('keydown', this.#handleEscape);
    this.#release();
  }

  get isOpen(): boolean {
    return this.#host.isConnected && this.#host.matches(':popover-open');
  }

  /** The element that opened it, while it is open. */
  get anchor(): Element | null {
    return this.#anchor instanceof Element ? this.#anchor : null;
  }

  /** @param back gives the focus back when it closes; the anchor gets it unless told. */
  show(anchor: Anchor, back: (() => void) | null = null): void {
    if (!this.#host.isConnected) return;
    if (this.isOpen) this.hide();
    this.#anchor = anchor;
    this.#back = back;
    this.#hadFocus = back !== null;
    // What has the focus now would get it back from the browser, whatever it is about by then.
    if (back) deepActiveElement()?.blur();
    let takesSource = false;
    if (anchor instanceof HTMLElement && canAnchor()) {
      // A getter tells whether this browser reads `source` at all; older ones ignore the argument.
      const options = {
        get source(): HTMLElement {
          takesSource = true;
          return anchor;
        },
      };
      this.#host.showPopover(options);
    } else {
      this.#host.showPopover();
    }
    this.#isFree = !takesSource || !this.#isBeside(anchor);
    this.#host.toggleAttribute('data-free', this.#isFree);
    pushOverlay(this.#host);
    document.addEventListener('pointerdown', this.#handlePointerDown, { capture: true });
    if (anchor instanceof Element && anchor.hasAttribute('aria-haspopup')) {
      anchor.setAttribute('aria-expanded', 'true');
    }
    if (this.#isFree) {
      this.reposition();
      addEventListener('scroll', this.reposition, { capture: true, passive: true });
      addEventListener('resize', this.reposition);
    }
  }

  /** Closes; the focus is back on the anchor when this returns, so that what opens next can give it back in turn. */
  hide(): void {
    if (!this.isOpen) return;
    this.#host.hidePopover();
    this.#restoreFocus();
  }

  /** Opens, or closes if open. The click whose press has just dismissed the panel does not open it again. */
  toggle(anchor: Anchor): void {
    const dismissed = this.#pressedAnchor && performance.now() - this.#closedAt < 400;
    this.#pressedAnchor = false;
    if (this.isOpen) this.hide();
    else if (!dismissed) this.show(anchor);
  }

  /** Puts a panel that CSS does not place beside its anchor again; call it when its size changes. */
  readonly reposition = (): void => {
    if (!this.#anchor || !this.#isFree || !this.isOpen) return;
    const { offsetWidth: width, offsetHeight: height } = this.#host;
    const { clientWidth, clientHeight } = document.documentElement;
    const isRtl = getComputedStyle(this.#host).direction === 'rtl';
    const { left, top } = place(
      boxOf(this.#anchor),
      { width, height },
      { width: clientWidth, height: clientHeight },
      this.#options.placement(),
      isRtl,
    );
    this.#host.style.setProperty('left', `${Math.round(left)}px`);
    this.#host.style.setProperty('top', `${Math.round(top)}px`);
  };

  /** Firefox 153 puts a panel that runs from right to left at the far edge: what CSS has placed is looked at once. */
  #isBeside(anchor: Anchor): boolean {
    const [own, other] = [this.#host.getBoundingClientRect(), boxOf(anchor)];
    const apart = Math.max(
      own.left - (other.left + other.width),
      other.left - own.right,
      own.top - (other.top + other.height),
      other.top - own.bottom,
    );
    return apart < 16;
  }

  /** The browser closes a panel by Escape, but for WebKit from within a search field. */
  readonly #handleEscape = (event: KeyboardEvent): void => {
    if (event.key !== 'Escape' || event.defaultPrevented || event.isComposing || event.keyCode === 229)
      return;
    if (!isTopOverlay(this.#host)) return;
    event.preventDefault();
    event.stopPropagation();
    this.hide();
  };

  readonly #handlePointerDown = (event: PointerEvent): void => {
    this.#pressedAnchor = this.anchor !== null && event.composedPath().includes(this.anchor);
    this.#hadFocus = this.#host.matches(':focus-within');
  };

  readonly #handleBeforeToggle = (event: ToggleEvent): void => {
    if (event.target !== this.#host || event.newState === 'open') return;
    const hasFocus = this.#host.matches(':focus-within');
    this.#hadFocus ||= hasFocus;
    if (hasFocus) this.#back?.();
    this.#closedAt = performance.now();
  };

  readonly #handleToggle = (event: ToggleEvent): void => {
    if (event.target !== this.#host) return;
    const isOpen = event.newState === 'open';
    if (!isOpen) {
      this.#restoreFocus();
      this.#release();
    }
    this.#options.onToggle?.(isOpen);
    this.#host.requestUpdate();
  };

  /** Unless a press outside has given it to something else. */
  #restoreFocus(): void {
    const { anchor } = this;
    const isLost = !deepActiveElement() || this.#host.matches(':focus-within');
    if (this.#hadFocus && isLost) {
      if (this.#back) this.#back();
      else if (anchor instanceof HTMLElement) anchor.focus();
    }
    this.#hadFocus = false;
  }

  #release(): void {
    removeOverlay(this.#host);
    document.removeEventListener('pointerdown', this.#handlePointerDown, { capture: true });
    removeEventListener('scroll', this.reposition, { capture: true });
    removeEventListener('resize', this.reposition);
    if (this.anchor?.hasAttribute('aria-haspopup')) this.anchor.setAttribute('aria-expanded', 'false');
    this.#anchor = null;
    this.#back = null;
    if (!this.#isFree) return;
    this.#isFree = false;
    this.#host.removeAttribute('data-free');
    this.#host.style.removeProperty('left');
    this.#host.style.removeProperty('top');
  }
}
