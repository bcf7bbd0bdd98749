import { noChange, type ChildPart } from 'lit';
import { Directive, directive, PartType, type DirectiveResult, type PartInfo } from 'lit/directive.js';
import { insertPart, removePart, setChildPartValue } from 'lit/directive-helpers.js';

class InOrderDirective extends Directive {
  readonly #parts = new Map<number, ChildPart>();

  constructor(info: PartInfo) {
    super(info);
    if (info.type !== PartType.CHILD) throw new TypeError('inOrder stands between tags.');
  }

  render(_keys: readonly number[], _held: number, _draw: (key: number) => unknown): unknown {
    return noChange;
  }

  override update(
    container: ChildPart,
    [keys, held, draw]: [readonly number[], number, (key: number) => unknown],
  ): unknown {
    const wanted = new Set(keys);
    for (const [key, part] of this.#parts) {
      if (wanted.has(key)) continue;
      removePart(part);
      this.#parts.delete(key);
    }
    const parts = keys.map((key) => {
      const part = this.#parts.get(key) ?? insertPart(container);
      this.#parts.set(key, part);
      return part;
    });
    order(container, parts, Math.max(0, keys.indexOf(held)));
    keys.forEach((key, at) => setChildPartValue(parts[at] as ChildPart, draw(key)));
    return noChange;
  }
}

/** Puts parts that do not stand beside their neighbour there, from the held one outwards: that one is never moved. */
function order(container: ChildPart, parts: readonly ChildPart[], held: number): void {
  for (let at = held - 1; at >= 0; at--) {
    const [part, next] = [parts[at] as ChildPart, parts[at + 1] as ChildPart];
    if (part.endNode?.nextSibling !== next.startNode) insertPart(container, next, part);
  }
  for (let at = held + 1; at < parts.length; at++) {
    const [part, before] = [parts[at] as ChildPart, parts[at - 1] as ChildPart];
    if (before.endNode?.nextSibling === part.startNode) continue;
    const after = parts.find((each) => each.startNode === before.endNode?.nextSibling);
    insertPart(container, after, part);
  }
}

/**
 * Draws one part for each key, in the order of the keys. Unlike lit's `repeat` it leaves the part `held` where it is and moves the others
 * around it: an element that is moved loses the focus.
 */
export const inOrder: (
  keys: readonly number[],
  held: number,
  draw: (key: number) => unknown,
) => DirectiveResult = directive(InOrderDirective);
