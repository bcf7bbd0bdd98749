import type { ReactiveController } from 'lit';
import { isWithin, type NodePath } from '../../../segments/places.js';
import { keyOf } from '../model/faults.js';
import { pathOf, type TreeHost } from './tree-host.js';

interface Options {
  readonly canDrop: (from: NodePath, to: NodePath) => boolean;
  readonly drop: (from: NodePath, to: NodePath, index: number) => void;
}

/** A gap between two conditions, where one can be put. In CSS px of the viewport as it was when the drag began. */
interface Gap {
  readonly list: HTMLElement;
  readonly to: NodePath;
  readonly index: number;
  readonly y: number;
  readonly left: number;
  readonly right: number;
}

interface Drag {
  readonly pointerId: number;
  readonly from: NodePath;
  readonly item: HTMLElement;
  readonly grip: HTMLElement;
  readonly startX: number;
  readonly startY: number;
  gaps: readonly Gap[];
  gap: Gap | null;
  x: number;
  y: number;
  isActive: boolean;
  frame: number;
}

const THRESHOLD = 4;
/** Within so many px of an edge of the window, the page scrolls. */
const EDGE = 48;

/**
 * Moves conditions with the pointer. Every gap where one may be put is a drop place; the nearest one shows a line, and its group lights up.
 * Escape, or letting go far from any, leaves all as it was.
 */
export class DragController implements ReactiveController {
  readonly #host: TreeHost;
  readonly #options: Options;
  #drag: Drag | null = null;

  constructor(host: TreeHost, options: Options) {
    this.#host = host;
    this.#options = options;
    host.addController(this);
  }

  hostDisconnected(): void {
    this.#end(false);
  }

  start(event: PointerEvent, from: NodePath): void {
    if (event.button !== 0 || this.#drag) return;
    const grip = event.currentTarget as HTMLElement;
    const item = this.#host.renderRoot.querySelector<HTMLElement>(`[data-item="${keyOf(from)}"]`);
    if (!item) return;
    this.#drag = {
      pointerId: event.pointerId,
      from,
      item,
      grip,
      startX: event.clientX,
      startY: event.clientY,
      gaps: [],
      gap: null,
      x: event.clientX,
      y: event.clientY,
      isActive: false,
      frame: 0,
    };
    document.addEventListener('pointermove', this.#handleMove);
    document.addEventListener('pointerup', this.#handleUp);
    document.addEventListener('pointercancel', this.#handleCancel);
    document.addEventListener('keydown', this.#handleKey, { capture: true });
  }

  readonly #handleMove = (event: PointerEvent): void => {
    const drag = this.#drag;
    if (event.pointerId !== drag?.pointerId) return;
    drag.x = event.clientX;
    drag.y = event.clientY;
    if (!drag.isActive) {
      if (Math.hypot(drag.x - drag.startX, drag.y - drag.startY) < THRESHOLD) return;
      drag.isActive = true;
      drag.grip.setPointerCapture(drag.pointerId);
      drag.item.toggleAttribute('data-dragging', true);
      this.#host.toggleAttribute('data-dragging', true);
    }
    event.preventDefault();
    if (!drag.frame) drag.frame = requestAnimationFrame(this.#handleFrame);
  };

  readonly #handleFrame = (): void => {
    const drag = this.#drag;
    if (!drag) return;
    drag.frame = 0;
    drag.gaps = this.#gapsFor(drag.from);
    this.#show(drag, nearest(drag));
    const speed =
      drag.y < EDGE ? drag.y - EDGE : drag.y > innerHeight - EDGE ? drag.y - innerHeight + EDGE : 0;
    if (speed === 0) return;
    const before = scrollY;
    scrollBy({ top: speed / 4, behavior: 'instant' });
    if (scrollY !== before) drag.frame = requestAnimationFrame(this.#handleFrame);
  };

  #gapsFor(from: NodePath): Gap[] {
    const lists = [...this.#host.renderRoot.querySelectorAll<HTMLElement>('[data-list]')];
    return lists.flatMap((list) => {
      const to = pathOf(list.dataset['list'] ?? '');
      if (isWithin(to, from) || !this.#options.canDrop(from, to)) return [];
      const { left, right, top, bottom } = list.getBoundingClientRect();
      const boxes = [...list.children].map((child) => child.getBoundingClientRect());
      const edges = boxes.map((box, index) => {
        const above = boxes[index - 1];
        return above ? (above.bottom + box.top) / 2 : box.top - 1;
      });
      const ends = boxes.length > 0 ? [...edges, bottom + 1] : [(top + bottom) / 2];
      return ends.map((y, index) => ({ list, to, index, y, left, right }));
    });
  }

  #show(drag: Drag, gap: Gap | null): void {
    drag.gap = gap;
    const root = this.#host.renderRoot;
    const line = root.querySelector<HTMLElement>('.drop');
    const tree = root.querySelector<HTMLElement>('.tree');
    for (const list of root.querySelectorAll('[data-list]'))
      list.toggleAttribute('data-target', list === gap?.list);
    if (!line || !tree) return;
    line.hidden = gap === null;
    if (!gap) return;
    const box = tree.getBoundingClientRect();
    line.style.setProperty('top', `${gap.y - box.top}px`);
    line.style.setProperty('left', `${gap.left - box.left}px`);
    line.style.setProperty('width', `${gap.right - gap.left}px`);
  }

  readonly #handleUp = (event: PointerEvent): void => {
    if (event.pointerId === this.#drag?.pointerId) this.#end(true);
  };

  readonly #handleCancel = (event: PointerEvent): void => {
    if (event.pointerId === this.#drag?.pointerId) this.#end(false);
  };

  readonly #handleKey = (event: KeyboardEvent): void => {
    if (event.key !== 'Escape' || !this.#drag?.isActive) return;
    event.preventDefault();
    event.stopPropagation();
    this.#end(false);
  };

  #end(commits: boolean): void {
    const drag = this.#drag;
    if (!drag) return;
    this.#drag = null;
    cancelAnimationFrame(drag.frame);
    document.removeEventListener('pointermove', this.#handleMove);
    document.removeEventListener('pointerup', this.#handleUp);
    document.removeEventListener('pointercancel', this.#handleCancel);
    document.removeEventListener('keydown', this.#handleKey, { capture: true });
    drag.item.removeAttribute('data-dragging');
    this.#host.removeAttribute('data-dragging');
    if (!drag.isActive) return;
    // The pointer may have moved since the last frame.
    drag.gaps = this.#gapsFor(drag.from);
    const gap = nearest(drag);
    this.#show(drag, null);
    if (commits && gap && !isOwnPlace(drag.from, gap)) this.#options.drop(drag.from, gap.to, gap.index);
  }
}

/** Of the gaps about as near above or below, the one whose group begins where the pointer is: further left is further out. */
function nearest({ gaps, x, y }: Drag): Gap | null {
  const reach = 160;
  const distance = (gap: Gap): number => Math.abs(gap.y - y);
  const least = Math.min(...gaps.map(distance));
  if (gaps.length === 0 || least > reach) return null;
  const near = gaps.filter((gap) => distance(gap) <= least + 10);
  const aside = (gap: Gap): number => Math.abs(x - gap.left);
  return near.reduce((best, gap) => (aside(gap) < aside(best) ? gap : best));
}

function isOwnPlace(from: NodePath, { to, index }: Gap): boolean {
  const own = from.at(-1);
  const isSameGroup = from.length === to.length + 2 && isWithin(from, to);
  return isSameGroup && typeof own === 'number' && (index === own || index === own + 1);
}
