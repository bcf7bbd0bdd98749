import type { DraftGroup, DraftNode, NodePath } from '../../../segments/places.js';
import { isGroup, nodeAt, parentOf, placeAt } from '../../../segments/places.js';
import type { Refusal } from '../../../segments/edit.js';
import { moveNode } from '../../../segments/edit.js';
import type { MenuItem } from '../../parts/menu.js';
import { nameOf, recordOf, type BuilderContext } from '../context.js';
import { landingOf, type Direction } from '../model/steps.js';

interface Around {
  readonly context: () => BuilderContext;
  readonly say: (text: string) => void;
}

/** In the last 90 days, as a period of records begins. */
export function periodOf(field: string): DraftNode {
  return {
    kind: 'field',
    field,
    op: 'between',
    value: [
      { ago: 90, unit: 'day' },
      { ago: 0, unit: 'day' },
    ],
  };
}

/** Everything that can be done to a condition, from the menu, by keys or by the pointer; and what is said of it. */
export class Deeds {
  readonly #around: Around;

  constructor(around: Around) {
    this.#around = around;
  }

  get #context(): BuilderContext {
    return this.#around.context();
  }

  itemsFor(path: NodePath): MenuItem[] {
    const { model, terms } = this.#context;
    const { item } = terms.builder;
    const node = nodeAt(model.draft, path);
    if (!node) return [];
    const may = (direction: Direction): boolean => landingOf(model.draft, path, direction) !== null;
    return [
      { id: 'negate', label: item.negate, description: item.negateHint },
      { id: 'duplicate', label: item.duplicate, hint: 'Ctrl D' },
      { id: 'wrap', label: item.wrap },
      ...(isGroup(node) ? [{ id: 'unwrap', label: item.unwrap }] : []),
      { id: 'line', kind: 'divider' },
      { id: 'up', label: item.up, hint: 'Alt ↑', disabled: !may('up') },
      { id: 'down', label: item.down, hint: 'Alt ↓', disabled: !may('down') },
      { id: 'in', label: item.into, hint: 'Alt →', disabled: !may('in') },
      { id: 'out', label: item.out, hint: 'Alt ←', disabled: !may('out') },
      { id: 'line-2', kind: 'divider' },
      { id: 'remove', label: item.removeItem, tone: 'danger', hint: 'Del' },
    ];
  }

  run(id: string, path: NodePath): void {
    const { model } = this.#context;
    switch (id) {
      case 'negate':
        return this.#told(model.negate(path));
      case 'duplicate':
        return this.#told(model.duplicate(path));
      case 'wrap':
        return this.#wrap(path);
      case 'unwrap':
        return this.#told(model.unwrap(path));
      case 'up':
      case 'down':
      case 'in':
      case 'out':
        return this.step(path, id);
      case 'remove':
        return this.remove(path);
    }
  }

  remove(path: NodePath): void {
    const name = this.#name(path);
    this.#told(this.#context.model.remove(path), this.#context.terms.builder.said.removed(name));
  }

  step(path: NodePath, direction: Direction): void {
    const { model, terms } = this.#context;
    const refused = model.step(path, direction);
    if (refused === 'end') this.#around.say(terms.builder.said.end);
    else this.#moved(refused);
  }

  move(from: NodePath, to: NodePath, index: number): void {
    this.#moved(this.#context.model.move(from, to, index));
  }

  canMove(from: NodePath, to: NodePath): boolean {
    return moveNode(this.#context.model.draft, from, to).ok;
  }

  /** The place of a new, empty group; of another kind than the group about it, else it would say nothing of its own. */
  addGroup(path: NodePath): NodePath | null {
    const { model } = this.#context;
    const around = nodeAt(model.draft, path);
    const kind: DraftGroup['kind'] = around?.kind === 'any' ? 'all' : 'any';
    const index = around && isGroup(around) ? around.of.length : around ? 1 : 0;
    const refused = model.insert(path, { kind, of: [] }, 'add');
    this.#told(refused);
    if (refused) return null;
    return around ? [...path, 'of', index] : path;
  }

  /** Whether conditions about records say when they were. */
  asksWhen(path: NodePath, date: string): boolean {
    const node = nodeAt(this.#context.model.draft, path);
    const asks = (one: DraftNode): boolean => one.kind === 'field' && one.field === date;
    return node !== null && (isGroup(node) ? node.kind !== 'all' || node.of.some(asks) : asks(node));
  }

  #wrap(path: NodePath): void {
    const { model } = this.#context;
    const parent = parentOf(path);
    const around = parent && nodeAt(model.draft, parent);
    this.#told(model.wrap(path, around?.kind === 'any' ? 'all' : 'any'));
  }

  #moved(refused: Refusal | null): void {
    const { model, terms } = this.#context;
    const path = model.moved;
    const parent = path && parentOf(path);
    const around = parent && nodeAt(model.draft, parent);
    const place = path?.at(-1);
    if (refused || !path || !around || !isGroup(around) || typeof place !== 'number') {
      return this.#told(refused);
    }
    const group = terms.builder.groups[around.kind];
    this.#around.say(terms.builder.said.moved(this.#name(path), place + 1, around.of.length, group));
  }

  #name(path: NodePath): string {
    const context = this.#context;
    const place = placeAt(context.model.draft, path);
    return place ? nameOf(place.node, recordOf(place.record, context), context) : '';
  }

  #told(refused: Refusal | null, done = ''): void {
    const text = refused ? this.#context.terms.builder.refused[refused] : done;
    if (text !== '') this.#around.say(text);
  }
}
