import { html, LitElement, nothing, type PropertyValues, type TemplateResult } from 'lit';
import { property, query, state } from 'lit/decorators.js';
import { ChevronDown, Layers, PencilLine, RotateCcw, Save, SquarePlus, Trash2 } from 'lucide';
import type { Id, SavedView } from '../../../contract/index.js';
import { isClienteleError } from '../../../contract/plain/errors.js';
import { common } from '../../../locales/en/common.js';
import { views } from '../../../locales/en/views.js';
import type { Session } from '../../../sdk/types.js';
import { TermsController } from '../../locale.js';
import { icon } from '../../parts/icon.js';
import type { ClienteleMenu, ClienteleMenuSelectEvent, MenuItem } from '../../parts/menu.js';
import { base, iconStyles } from '../../parts/styles/base.js';
import { buttonStyles } from '../../parts/styles/button.js';
import type { ListModel } from '../model/list-model.js';
import { ModelController } from '../model/model-controller.js';
import type { ListViewDialog } from './view-dialog.js';
import { viewsStyles } from './views.styles.js';

/** What the list is to say to the user: a toast, with a way back where there is one. */
export interface Say {
  readonly text: string;
  readonly tone?: 'neutral' | 'success' | 'danger';
  readonly undo?: () => void;
}

const SCOPES = ['personal', 'role', 'shared'] as const;

/**
 * The menu of saved views: open one, keep changes, save another, rename, delete.
 *
 * @summary Saved views of the list (internal).
 * @tag clientele-list-views-0
 * @event clientele-list-say-0 - `CustomEvent<Say>`. Bubbles.
 */
export class ListViews extends LitElement {
  static override styles = [base, iconStyles, buttonStyles, viewsStyles];

  @property({ attribute: false }) model: ListModel | null = null;
  /** The view that the address of the page names: it is taken as chosen when the views are known. */
  @property({ attribute: false }) wanted: Id | null = null;
  @property({ type: Boolean, reflect: true }) narrow = false;

  @state() private views: readonly SavedView[] = [];
  @state() private hasDialog = false;
  @query('clientele-menu-0') private menu!: ClienteleMenu;
  @query('button') private button!: HTMLButtonElement;
  @query('clientele-list-view-dialog-0') private dialog!: ListViewDialog | null;

  #words = new TermsController(this, { views, common });
  #session: Session | null = null;
  #leave: (() => void) | null = null;
  #asked = 0;

  constructor() {
    super();
    new ModelController(this);
  }

  override disconnectedCallback(): void {
    super.disconnectedCallback();
    this.#follow(null);
  }

  /** All that this user may open, in the order of the menu. */
  get all(): readonly SavedView[] {
    return SCOPES.flatMap((scope) => this.views.filter((view) => view.scope === scope));
  }

  open(view: SavedView | null): void {
    this.model?.applyView(view);
  }

  protected override willUpdate(_changed: PropertyValues): void {
    const session = this.model?.session ?? null;
    if (session !== this.#session && this.isConnected) this.#follow(session);
  }

  override connectedCallback(): void {
    super.connectedCallback();
    if (this.hasUpdated) this.requestUpdate();
  }

  #follow(session: Session | null): void {
    this.#leave?.();
    this.#session = session;
    this.#asked++;
    this.#leave = session?.on('views', () => void this.#load()) ?? null;
    if (session) void this.#load();
  }

  async #load(): Promise<void> {
    const session = this.#session;
    if (!session?.description?.capabilities.views) return;
    const asked = ++this.#asked;
    try {
      const found = await session.views();
      if (asked !== this.#asked) return;
      this.views = found;
      this.#settle();
    } catch {
      if (asked === this.#asked) this.#say({ text: this.#words.terms.views.loadFailed, tone: 'danger' });
    }
  }

  /** Takes the newest copy of the chosen view, or the one that the address names. */
  #settle(): void {
    const { model } = this;
    if (!model) return;
    const id = model.view?.id ?? this.wanted;
    if (id === null) return;
    const found = this.views.find((view) => view.id === id) ?? null;
    if (found?.version !== model.view?.version) model.adoptView(found);
  }

  protected override render(): TemplateResult | typeof nothing {
    const { model } = this;
    if (!model?.session.description?.capabilities.views || !this.#words.isReady) return nothing;
    const { views } = this.#words.terms;
    const name = model.view?.name ?? views.all;
    const isChanged = model.view !== null && model.isChanged;
    return html`<button
        class="button"
        type="button"
        aria-haspopup="menu"
        aria-expanded="false"
        aria-label=${isChanged ? `${views.named(name)}, ${views.changed}` : views.named(name)}
        title=${name}
        @click=${(event: Event) => this.menu.toggle(event.currentTarget as Element)}
        @keydown=${(event: KeyboardEvent) => this.menu.handleTriggerKey(event)}
      >
        ${icon(Layers)}<span class="truncate name">${name}</span>${
          isChanged ? html`<span class="dot" title=${views.changed}></span>` : nothing
        }${icon(ChevronDown)}
      </button>
      <clientele-menu-0
        label=${views.view}
        .items=${this.#items(model)}
        @clientele-menu-select=${this.#handleSelect}
      ></clientele-menu-0>
      ${
        this.hasDialog
          ? html`<clientele-list-view-dialog-0
              .model=${model}
              @clientele-view-saved-0=${this.#handleSaved}
            ></clientele-list-view-dialog-0>`
          : nothing
      }`;
  }

  #items(model: ListModel): MenuItem[] {
    const { views } = this.#words.terms;
    const { view, isChanged } = model;
    const groups = SCOPES.flatMap((scope): MenuItem[] => {
      const own = this.views.filter((each) => each.scope === scope);
      if (own.length === 0) return [];
      return [
        { id: `group:${scope}`, kind: 'heading', label: views.groups[scope] },
        ...own.map((each): MenuItem => ({
          id: `view:${each.id}`,
          kind: 'radio',
          checked: each.id === view?.id,
          label: each.name,
        })),
      ];
    });
    const mayChange = view !== null && this.#mayChange(view, model.session);
    return [
      { id: 'all', kind: 'radio', checked: view === null, label: views.all },
      ...groups,
      { id: 'line', kind: 'divider' },
      ...(mayChange && isChanged ? [{ id: 'save', label: views.saveChanges, icon: Save }] : []),
      { id: 'save-as', label: views.saveAs, icon: SquarePlus },
      ...(isChanged ? [{ id: 'reset', label: views.reset, icon: RotateCcw }] : []),
      ...(mayChange
        ? [
            { id: 'rename', label: views.rename, icon: PencilLine },
            { id: 'remove', label: views.remove, icon: Trash2, tone: 'danger' as const },
          ]
        : []),
    ];
  }

  /** The maker of a view, and whoever may share views where it is not personal. */
  #mayChange(view: SavedView, session: Session): boolean {
    return view.owner === session.description?.actor.id || session.can('views.share');
  }

  readonly #handleSelect = (event: Event): void => {
    const { id } = (event as ClienteleMenuSelectEvent).item;
    const { model } = this;
    if (!model) return;
    const view = this.views.find((each) => `view:${each.id}` === id);
    if (view) this.open(view);
    else if (id === 'all') this.open(null);
    else if (id === 'reset') this.open(model.view);
    else if (id === 'save') void this.#saveChanges(model);
    else if (id === 'remove') void this.#remove(model);
    else void this.ask(id === 'rename' ? 'rename' : 'save');
  };

  /** Opens the dialog that names a view. */
  async ask(what: 'save' | 'rename'): Promise<void> {
    await import('./view-dialog.define.js');
    this.hasDialog = true;
    await this.updateComplete;
    await this.dialog?.updateComplete;
    this.button.focus();
    await this.dialog?.show(what);
  }

  async #saveChanges(model: ListModel): Promise<void> {
    const { view } = model;
    if (!view) return;
    const { views } = this.#words.terms;
    try {
      const saved = await model.session.saveView({ ...bare(view), state: model.viewState });
      model.adoptView(saved);
      this.#say({ text: views.saved(saved.name), tone: 'success' });
    } catch (error) {
      const isStale = isClienteleError(error) && error.code === 'stale_version';
      this.#say({ text: isStale ? views.stale : views.notSaved, tone: 'danger' });
    }
  }

  async #remove(model: ListModel): Promise<void> {
    const { view, session } = model;
    if (!view) return;
    const { views } = this.#words.terms;
    try {
      await session.removeView(view.id, view.version);
    } catch {
      this.#say({ text: views.notRemoved, tone: 'danger' });
      return;
    }
    // What is shown stays: only its name is gone.
    if (model.view?.id === view.id) model.adoptView(null);
    this.#say({ text: views.removed(view.name), undo: () => void this.#restore(model, view) });
  }

  async #restore(model: ListModel, view: SavedView): Promise<void> {
    try {
      model.adoptView(await model.session.saveView({ ...bare(view), version: null }));
    } catch {
      this.#say({ text: this.#words.terms.views.notSaved, tone: 'danger' });
    }
  }

  readonly #handleSaved = (event: CustomEvent<SavedView>): void => {
    this.model?.adoptView(event.detail);
    this.#say({ text: this.#words.terms.views.saved(event.detail.name), tone: 'success' });
  };

  #say(detail: Say): void {
    this.dispatchEvent(new CustomEvent<Say>('clientele-list-say-0', { detail, bubbles: true }));
  }
}

/** A view as it is sent to be saved. */
function bare({ owner: _owner, ...view }: SavedView): Omit<SavedView, 'owner'> {
  return view;
}
