import type { ReactiveController } from 'lit';
import type { NodePath } from '../../../segments/places.js';
import { parentOf } from '../../../segments/places.js';
import { keyOf } from '../model/faults.js';
import type { Direction } from '../model/steps.js';
import type { Deeds } from './deeds.js';
import { pathOf, type TreeHost } from './tree-host.js';

interface Options {
  readonly deeds: Deeds;
  /** Puts the keyboard on the first control of a condition. */
  readonly enter: (path: NodePath) => void;
  readonly openMenu: (path: NodePath, anchor: HTMLElement) => void;
}

const DIRECTIONS: Readonly<Record<string, Direction>> = {
  ArrowUp: 'up',
  ArrowDown: 'down',
  ArrowLeft: 'out',
  ArrowRight: 'in',
};

/**
 * The keyboard of the tree. The grips are one Tab stop; on one of them arrows go to the next, Left to the group about it, Right and Enter into
 * the condition, Home and End to either end; Alt and an arrow move the item, Delete removes it, Ctrl+D duplicates it. Alt with Up or Down moves
 * it from within its controls as well, where they have no use for it; Escape goes from a control back to the grip.
 */
export class TreeKeys implements ReactiveController {
  readonly #host: TreeHost;
  readonly #options: Options;
  #current = '';

  constructor(host: TreeHost, options: Options) {
    this.#host = host;
    this.#options = options;
    host.addController(this);
  }

  hostUpdated(): void {
    this.#settle();
  }

  readonly handleFocus = (event: FocusEvent): void => {
    const key = this.#itemOf(event);
    if (key === null || key === this.#current) return;
    this.#current = key;
    this.#settle();
    this.#host.context.model.highlight(pathOf(key));
  };

  readonly handleKey = (event: KeyboardEvent): void => {
    if (event.defaultPrevented || event.isComposing) return;
    const key = this.#itemOf(event);
    if (key === null) return;
    const [target] = event.composedPath();
    const grip = target instanceof HTMLElement ? target.closest<HTMLElement>('[data-grip]') : null;
    if (!(grip ? this.#onGrip(event, pathOf(key), grip) : this.#within(event, pathOf(key), target))) return;
    event.preventDefault();
    event.stopPropagation();
  };

  #onGrip(event: KeyboardEvent, path: NodePath, grip: HTMLElement): boolean {
    const { deeds, enter, openMenu } = this.#options;
    const { key } = event;
    if (event.altKey && !event.ctrlKey && !event.metaKey) return this.#step(key, path);
    if (event.ctrlKey || event.metaKey) {
      if (key.toLowerCase() !== 'd') return false;
      deeds.run('duplicate', path);
      return true;
    }
    if (event.shiftKey && key !== 'F10') return false;
    const isRtl = getComputedStyle(this.#host).direction === 'rtl';
    const [inwards, outwards] = isRtl ? ['ArrowLeft', 'ArrowRight'] : ['ArrowRight', 'ArrowLeft'];
    switch (key) {
      case 'ArrowDown':
        return this.#goTo(this.#grips.indexOf(grip) + 1);
      case 'ArrowUp':
        return this.#goTo(this.#grips.indexOf(grip) - 1);
      case 'Home':
        return this.#goTo(0);
      case 'End':
        return this.#goTo(this.#grips.length - 1);
      case outwards:
        return this.#goOut(path);
      case inwards:
      case 'Enter':
      case ' ':
      case 'F2':
        if (grip.closest('.head')) this.#goTo(this.#grips.indexOf(grip) + 1);
        else enter(path);
        return true;
      case 'Delete':
      case 'Backspace':
        deeds.remove(path);
        return true;
      case 'F10':
      case 'ContextMenu':
        openMenu(path, grip);
        return true;
      default:
        return false;
    }
  }

  /** Within the controls of a condition; those that use the key themselves keep it. */
  #within(event: KeyboardEvent, path: NodePath, target: EventTarget | undefined): boolean {
    if (event.key === 'Escape') {
      const grip = this.#host.renderRoot.querySelector<HTMLElement>(`[data-grip="${keyOf(path)}"]`);
      grip?.focus();
      return grip !== null;
    }
    const isUpOrDown = event.key === 'ArrowUp' || event.key === 'ArrowDown';
    if (!event.altKey || event.ctrlKey || event.metaKey || !isUpOrDown) return false;
    if (target instanceof Element && target.matches('select, [role="combobox"], input[type="date"]'))
      return false;
    return this.#step(event.key, path);
  }

  #step(key: string, path: NodePath): boolean {
    const isRtl = getComputedStyle(this.#host).direction === 'rtl';
    const direction = DIRECTIONS[key];
    if (!direction) return false;
    const turned = isRtl && (direction === 'in' || direction === 'out');
    this.#options.deeds.step(path, turned ? (direction === 'in' ? 'out' : 'in') : direction);
    return true;
  }

  #goOut(path: NodePath): boolean {
    for (let outer = parentOf(path); outer; outer = parentOf(outer)) {
      const grip = this.#host.renderRoot.querySelector<HTMLElement>(`[data-grip="${keyOf(outer)}"]`);
      if (grip) {
        grip.focus();
        return true;
      }
    }
    return true;
  }

  #goTo(index: number): boolean {
    const grips = this.#grips;
    grips[Math.max(0, Math.min(grips.length - 1, index))]?.focus();
    return true;
  }

  get #grips(): HTMLElement[] {
    return [...this.#host.renderRoot.querySelectorAll<HTMLElement>('[data-grip]')];
  }

  #itemOf(event: Event): string | null {
    const item = event.target instanceof Element ? event.target.closest<HTMLElement>('[data-line]') : null;
    return item?.dataset['line'] ?? null;
  }

  /** One grip is the Tab stop. */
  #settle(): void {
    const grips = this.#grips;
    const current = grips.find((grip) => grip.dataset['grip'] === this.#current) ?? grips[0];
    for (const grip of grips) grip.tabIndex = grip === current ? 0 : -1;
  }
}
