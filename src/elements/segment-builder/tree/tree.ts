import { html, LitElement, nothing, type PropertyValues, type TemplateResult } from 'lit';
import { property, query } from 'lit/decorators.js';
import { Ellipsis, GripVertical, Plus } from 'lucide';
import {
  isGroup,
  isSamePath,
  nodeAt,
  parentOf,
  placeAt,
  ROOT,
  type DraftGroup,
  type DraftNode,
  type DraftRecords,
  type NodePath,
} from '../../../segments/places.js';
import { icon } from '../../parts/icon.js';
import type { ClienteleMenu, ClienteleMenuSelectEvent } from '../../parts/menu.js';
import { base, iconStyles } from '../../parts/styles/base.js';
import { buttonStyles } from '../../parts/styles/button.js';
import { fieldStyles } from '../../parts/styles/field.js';
import type { AddedEvent, BuilderAdd } from '../add/add.js';
import type { BuilderCondition, ConditionFieldEvent } from '../condition/condition.js';
import { select } from '../condition/select.js';
import { faultText, nameOf, recordOf, textOf, type BuilderContext } from '../context.js';
import { ModelController } from '../model-controller.js';
import { keyOf } from '../model/faults.js';
import { Deeds, periodOf } from './deeds.js';
import { DragController } from './drag.js';
import { TreeKeys } from './keys.js';
import { pathOf } from './tree-host.js';
import { treeStyles } from './tree.styles.js';

/** Something is to be said to those who cannot see it. */
export class BuilderSayEvent extends Event {
  readonly text: string;

  constructor(text: string) {
    super('clientele-builder-say-0', { bubbles: true });
    this.text = text;
  }
}

/**
 * The conditions as lists within lists: a group is a list with a heading that says how its conditions are joined, each condition a list item
 * with its own controls. The grips of all items are one Tab stop: arrows go from one to the next, with Alt they move the item.
 *
 * @summary Tree of conditions of the builder (internal).
 * @tag clientele-builder-tree-0
 * @event clientele-builder-say-0 - `BuilderSayEvent` with `text`. Bubbles.
 */
export class BuilderTree extends LitElement {
  static override styles = [base, iconStyles, buttonStyles, fieldStyles, treeStyles];

  @property({ attribute: false }) context!: BuilderContext;

  @query('clientele-menu-0') private menu!: ClienteleMenu;
  @query('clientele-builder-add-0') private addMenu!: BuilderAdd;

  #deeds = new Deeds({
    context: () => this.context,
    say: (text) => this.dispatchEvent(new BuilderSayEvent(text)),
  });
  #drag = new DragController(this, {
    canDrop: (from, to) => this.#deeds.canMove(from, to),
    drop: (from, to, index) => this.#deeds.move(from, to, index),
  });
  #keys = new TreeKeys(this, {
    deeds: this.#deeds,
    enter: (path) => this.#focus(path, 'control'),
    openMenu: (path, anchor) => this.#openMenu(path, anchor),
  });
  #menuPath: NodePath = ROOT;
  /** What conditions are called; they are never changed in place. */
  #names = new WeakMap<DraftNode, string>();

  /** Opens the menu of conditions for the outermost group. */
  async addCondition(): Promise<void> {
    const button = this.renderRoot.querySelector(`[data-add="${keyOf(ROOT)}"]`);
    if (button) await this.addMenu.open(button, { path: ROOT, record: null });
  }

  constructor() {
    super();
    new ModelController(this);
  }

  protected override willUpdate(changed: PropertyValues<this>): void {
    if (changed.has('context')) this.#names = new WeakMap();
  }

  protected override updated(): void {
    const { model } = this.context;
    const { wish } = model;
    if (!wish) return;
    model.wish = null;
    // A focus lights the condition up, which draws anew: not from within a drawing.
    void this.updateComplete.then(() => this.#focus(wish.path, wish.part));
  }

  protected override render(): TemplateResult {
    const { model, terms } = this.context;
    const where = model.draft.where as DraftGroup;
    return html`<div
        class="tree"
        @keydown=${this.#keys.handleKey}
        @focusin=${this.#keys.handleFocus}
        @pointerover=${this.#handlePoint}
        @pointerleave=${() => model.highlight(null)}
      >
        ${this.#renderGroup(where, ROOT, null)}
        <div class="drop" hidden aria-hidden="true"></div>
      </div>
      <clientele-menu-0
        label=${terms.common.more}
        placement="bottom-end"
        @clientele-menu-select=${this.#handleMenu}
      ></clientele-menu-0>
      <clientele-builder-add-0
        .context=${this.context}
        @clientele-builder-added-0=${({ label }: AddedEvent) =>
          this.dispatchEvent(new BuilderSayEvent(terms.builder.said.added(label)))}
      ></clientele-builder-add-0>`;
  }

  #renderGroup(node: DraftGroup, path: NodePath, record: string | null): TemplateResult {
    const { builder } = this.context.terms;
    const key = keyOf(path);
    const isRoot = path.length === ROOT.length;
    const isWhere = !isRoot && path.at(-1) === 'where';
    const name = isRoot ? builder.conditions : nameOf(node, null, this.context);
    const options = isWhere
      ? ([
          ['all', builder.whereAll],
          ['any', builder.whereAny],
          ['none', builder.whereNone],
        ] as const)
      : ([
          ['all', builder.groups.all],
          ['any', builder.groups.any],
          ['none', builder.groups.none],
        ] as const);
    return html`<div class="group ${isRoot ? 'root-group' : ''}" role="group" aria-label=${name}>
      <div class="head" data-line=${key}>
        ${isRoot || isWhere ? nothing : this.#renderGrip(name, path)}
        ${isRoot ? html`<span class="lead" id="lead">${builder.lead}</span>` : nothing}
        ${select({
          label: builder.groupKind,
          options,
          value: node.kind,
          set: (kind) => this.context.model.setKind(path, kind as DraftGroup['kind']),
        })}
        ${isRoot || isWhere ? nothing : this.#renderTools(name, path)}
      </div>
      ${this.#renderFaults(node, path)}
      <ul class="list" role="list" data-list=${key} data-record=${record ?? ''}>
        ${node.of.map((child, index) =>
          this.#renderItem(child, [...path, 'of', index], record, index > 0 ? builder.joins[node.kind] : ''),
        )}
      </ul>
      ${this.#renderAdders(path, record, name)}
    </div>`;
  }

  /** What is wrong with a group as a whole; that it is empty is said, but no fault while it is left out. */
  #renderFaults(node: DraftGroup, path: NodePath): unknown {
    const { model, terms } = this.context;
    const texts = [...new Set(model.faults.at(path).map((issue) => faultText(issue, node, this.context)))];
    if (texts.length > 0) return texts.map((text) => html`<p class="fault">${text}</p>`);
    const isOutside = path.length > ROOT.length && node.of.length === 0;
    return isOutside ? html`<p class="empty">${terms.builder.empty.group}</p>` : nothing;
  }

  #renderItem(node: DraftNode, path: NodePath, record: string | null, join: string): TemplateResult {
    const { model } = this.context;
    const isLit = model.highlighted !== null && isSamePath(model.highlighted, path);
    return html`<li class="item ${isLit ? 'lit' : ''}" data-item=${keyOf(path)}>
      <span class="join">${join}</span>
      ${isGroup(node) ? this.#renderGroup(node, path, record) : this.#renderCondition(node, path, record)}
    </li>`;
  }

  #renderCondition(
    node: Exclude<DraftNode, DraftGroup>,
    path: NodePath,
    record: string | null,
  ): TemplateResult {
    const { context } = this;
    const { model } = context;
    const name = this.#nameOf(node, path, record);
    return html`<div class="condition">
      <div class="line" data-line=${keyOf(path)}>
        ${this.#renderGrip(name, path)}
        <clientele-builder-condition-0
          .context=${context}
          .node=${node}
          .path=${path}
          .record=${record}
          .issues=${model.faults.at(path)}
          @clientele-condition-field-0=${({ anchor }: ConditionFieldEvent) =>
            void this.addMenu.open(anchor, { path, record, replaces: true })}
        ></clientele-builder-condition-0>
        ${this.#renderTools(name, path)}
      </div>
      ${node.kind === 'records' ? this.#renderWhere(node, path, name) : nothing}
    </div>`;
  }

  #nameOf(node: DraftNode, path: NodePath, record: string | null): string {
    const { context } = this;
    const isSound = context.model.faults.isSound(path);
    const known = isSound ? this.#names.get(node) : undefined;
    if (known !== undefined) return known;
    const name = textOf(node, recordOf(record, context), isSound, context);
    if (isSound) this.#names.set(node, name);
    return name;
  }

  /** What is asked of the records themselves: indented below them. */
  #renderWhere(node: DraftRecords, path: NodePath, name: string): TemplateResult | typeof nothing {
    const kind = recordOf(node.record, this.context);
    if (!kind) return nothing;
    const { builder } = this.context.terms;
    const inner = [...path, 'where'];
    const { where } = node;
    if (where && isGroup(where)) {
      return html`<div class="where">${this.#renderGroup(where, inner, node.record)}</div>`;
    }
    return html`<div class="where">
      ${
        where
          ? html`<ul class="list" role="list">
              ${this.#renderItem(where, inner, node.record, builder.where)}
            </ul>`
          : nothing
      }
      ${this.#renderAdders(inner, node.record, name)}
    </div>`;
  }

  #renderGrip(name: string, path: NodePath): TemplateResult {
    const { item } = this.context.terms.builder;
    return html`<button
      class="grip"
      type="button"
      tabindex="-1"
      data-grip=${keyOf(path)}
      aria-label=${item.grip(name)}
      aria-keyshortcuts="Alt+ArrowUp Alt+ArrowDown Alt+ArrowLeft Alt+ArrowRight Delete"
      title=${item.gripHint}
      @pointerdown=${(event: PointerEvent) => this.#drag.start(event, path)}
    >
      ${icon(GripVertical)}
    </button>`;
  }

  #renderTools(name: string, path: NodePath): TemplateResult {
    const { item } = this.context.terms.builder;
    return html`<button
      class="button quiet icon-only small more"
      type="button"
      aria-haspopup="menu"
      aria-expanded="false"
      aria-label=${item.more(name)}
      title=${item.more(name)}
      @click=${(event: Event) => this.#openMenu(path, event.currentTarget as HTMLElement)}
    >
      ${icon(Ellipsis)}
    </button>`;
  }

  #renderAdders(path: NodePath, record: string | null, name: string): TemplateResult {
    const { builder } = this.context.terms;
    const { model } = this.context;
    const key = keyOf(path);
    const kind = recordOf(record, this.context);
    const word = record === null ? builder.addCondition : builder.addWhere;
    const hasPeriod = kind !== null && !this.#deeds.asksWhen(path, kind.date);
    const add = (event: Event): void =>
      void this.addMenu.open(event.currentTarget as HTMLElement, { path, record });
    return html`<div class="adders">
      <button
        class="button quiet small"
        type="button"
        data-add=${key}
        aria-haspopup="dialog"
        aria-expanded="false"
        aria-label=${builder.addTo(word, name)}
        @click=${add}
      >
        ${icon(Plus)}${word}
      </button>
      ${
        hasPeriod
          ? html`<button
              class="button quiet small"
              type="button"
              @click=${() => model.insert(path, periodOf(kind.date))}
            >
              ${icon(Plus)}${builder.addPeriod}
            </button>`
          : nothing
      }
      ${
        record === null || nodeAt(model.draft, path)
          ? html`<button
              class="button quiet small"
              type="button"
              aria-label=${builder.addTo(builder.addGroup, name)}
              @click=${() => this.#addGroup(path, record)}
            >
              ${icon(Plus)}${builder.addGroup}
            </button>`
          : nothing
      }
    </div>`;
  }

  /** A group begins with its first condition: its menu opens at once. */
  async #addGroup(path: NodePath, record: string | null): Promise<void> {
    const place = this.#deeds.addGroup(path);
    if (!place) return;
    await this.updateComplete;
    const button = this.renderRoot.querySelector(`[data-add="${keyOf(place)}"]`);
    if (button) await this.addMenu.open(button, { path: place, record });
  }

  #openMenu(path: NodePath, anchor: HTMLElement): void {
    this.#menuPath = path;
    this.menu.items = this.#deeds.itemsFor(path);
    this.menu.show(anchor);
  }

  readonly #handleMenu = ({ item }: ClienteleMenuSelectEvent): void =>
    this.#deeds.run(item.id, this.#menuPath);

  readonly #handlePoint = (event: PointerEvent): void => {
    if (event.pointerType !== 'mouse') return;
    const line = event.target instanceof Element ? event.target.closest<HTMLElement>('.item') : null;
    const key = line?.dataset['item'];
    const path = key === undefined ? null : pathOf(key);
    const { model } = this.context;
    if (path ? !model.highlighted || !isSamePath(path, model.highlighted) : model.highlighted)
      model.highlight(path);
  };

  #focus(path: NodePath, part: 'grip' | 'control' | 'add'): void {
    const key = keyOf(path);
    const root = this.renderRoot;
    const grip = root.querySelector<HTMLElement>(`[data-grip="${key}"]`);
    const condition = root.querySelector<BuilderCondition>(
      `[data-line="${key}"] > clientele-builder-condition-0`,
    );
    const add = root.querySelector<HTMLElement>(`[data-add="${key}"]`);
    if (part === 'control' && condition) {
      // Its controls may be on their way.
      void condition.whenReady().then(() => condition.focusControl() || grip?.focus());
    } else if (part === 'add' && add) add.focus();
    else (grip ?? add ?? root.querySelector<HTMLElement>(`[data-line="${key}"] select`))?.focus();
    (condition ?? grip ?? add)?.scrollIntoView({ block: 'nearest' });
    // Where there is no place of that kind, the group about it is the next best.
    const outer = parentOf(path);
    if (!grip && !condition && !add && outer && placeAt(this.context.model.draft, outer))
      this.#focus(outer, part);
  }
}
