import { html, LitElement, nothing, type TemplateResult } from 'lit';
import { property, query, state } from 'lit/decorators.js';
import { ArrowLeft, Sparkles, Trash2 } from 'lucide';
import type { Field, FieldId, FieldNode, Node, SegmentDocument } from '../../../contract/index.js';
import { DEFAULT_SETTINGS } from '../../../contract/plain/description.js';
import { catalogue } from '../../../locales/en/catalogue.js';
import { common } from '../../../locales/en/common.js';
import { conditions } from '../../../locales/en/conditions.js';
import { filters } from '../../../locales/en/filters.js';
import { sentence } from '../../../locales/en/sentence.js';
import type { Formatter } from '../../../sdk/types.js';
import { TermsController } from '../../locale.js';
import { icon } from '../../parts/icon.js';
import { firstTabbable } from '../../parts/overlays.js';
import type { ClientelePopover } from '../../parts/popover.js';
import { base, iconStyles } from '../../parts/styles/base.js';
import { buttonStyles } from '../../parts/styles/button.js';
import { choiceStyles } from '../../parts/styles/choice.js';
import { fieldStyles } from '../../parts/styles/field.js';
import { conditionsOf, documentOf, type ListModel } from '../model/list-model.js';
import type { FinderChooseEvent, FinderOption } from '../../parts/finder.js';
import { Counter } from '../../conditions/counter.js';
import { asksMissing, usuallyMissing, type Draft, type Mode, type Written } from '../../conditions/drafts.js';
import { select, type ConditionEditor, type ControlsContext } from '../../conditions/editors/editor.js';
import { loadEditor } from '../../conditions/editors/load.js';
import { filterEditorStyles } from './filter-editor.styles.js';
import { filterFields, OFTEN, readyConditions } from '../../conditions/ready.js';

/** The condition that is being made. */
interface Editing {
  readonly field: Field;
  readonly editor: ConditionEditor;
  readonly draft: Draft;
  /** Its place among the conditions; null: it is new. */
  readonly index: number | null;
  /** A person has changed something: closing then keeps it. */
  readonly isTouched: boolean;
}

/**
 * The popover of filters: finds a field, then asks what its values are to be, and counts with every change. Enter, the button and a press
 * outside keep what was made; Escape does not.
 *
 * @summary Adds and changes one condition of the list (internal).
 * @tag clientele-list-filter-editor-0
 */
export class ListFilterEditor extends LitElement {
  static override styles = [base, iconStyles, buttonStyles, fieldStyles, choiceStyles, filterEditorStyles];

  @property({ attribute: false }) model: ListModel | null = null;
  @property({ attribute: false }) format!: Formatter;
  @property({ attribute: false }) labelOf: (field: Field) => string = (field) => field.id;
  /** Hears how many the condition would find while it is being made; null: no longer, or not known. */
  @property({ attribute: false }) onCount: (count: number | null) => void = () => undefined;
  /** Hears what was added, for an announcement. */
  @property({ attribute: false }) onAdd: (condition: Node) => void = () => undefined;

  @state() private editing: Editing | null = null;
  @state() private count: number | null = null;
  @query('clientele-popover-0') private popoverElement!: ClientelePopover;

  #words = new TermsController(this, { conditions, common, catalogue, filters, sentence });
  #counter = new Counter((count) => this.#counted(count));
  #isDiscarded = false;
  #begun = 0;

  override disconnectedCallback(): void {
    super.disconnectedCallback();
    this.#counter.stop();
  }

  /** Opens the menu of fields. */
  async add(anchor: Element): Promise<void> {
    this.#begun++;
    this.editing = null;
    await this.#words.whenReady();
    this.#open(anchor);
  }

  /** Opens the editor of a field, to add a condition. */
  async addField(id: FieldId, anchor: Element): Promise<void> {
    const field = this.model?.fields.get(id);
    if (field && (await this.#begin(field, null))) this.#open(anchor);
  }

  /** Opens the editor of a condition. False: it is of a kind that is not changed here. */
  async edit(index: number, anchor: Element): Promise<boolean> {
    const node = conditionsOf(this.model?.filters ?? documentOf([]))[index];
    const field = node?.kind === 'field' ? this.model?.fields.get(node.field) : undefined;
    if (!field || node?.kind !== 'field' || !(await this.#begin(field, index, node))) return false;
    this.#open(anchor);
    return true;
  }

  #open(anchor: Element): void {
    this.#isDiscarded = false;
    this.popoverElement.show(anchor, { focus: false });
    void this.#focusControl();
  }

  async #begin(field: Field, index: number | null, node?: FieldNode): Promise<boolean> {
    const begun = ++this.#begun;
    const [editor] = await Promise.all([loadEditor(field.type), this.#words.whenReady()]);
    if (begun !== this.#begun || !this.isConnected) return false;
    const draft = node ? editor.drafts.read(node, field, this.#draftContext) : editor.drafts.start(field);
    if (!draft) return false;
    this.editing = { field, editor, draft, index, isTouched: false };
    this.#ask();
    return true;
  }

  async #focusControl(): Promise<void> {
    await this.updateComplete;
    await new Promise(requestAnimationFrame);
    const { popoverElement } = this;
    if (!popoverElement.open) return;
    (popoverElement.querySelector<HTMLElement>('[autofocus]') ?? firstTabbable(popoverElement))?.focus();
  }

  get #draftContext(): { locale: string; currency: string } {
    const currency = this.model?.session.description?.settings.currency ?? 'EUR';
    return { locale: this.format.locale, currency };
  }

  protected override render(): TemplateResult {
    const { terms } = this.#words;
    const { editing } = this;
    return html`<clientele-popover-0
      class=${editing ? 'editor' : 'menu'}
      aria-label=${editing ? this.labelOf(editing.field) : terms.filters.filter}
      @toggle=${this.#handleToggle}
      @keydown=${this.#handleKey}
    >
      ${editing ? this.#renderEditor(editing) : this.#renderMenu()}
    </clientele-popover-0>`;
  }

  #renderMenu(): TemplateResult {
    const { conditions } = this.#words.terms;
    return html`<clientele-finder-0
      class="finder"
      label=${conditions.searchFilters}
      placeholder=${conditions.searchFilters}
      empty-text=${conditions.noSuchFilter}
      .options=${this.model ? this.#options(this.model) : []}
      @clientele-finder-choose-0=${this.#handleChoose}
    ></clientele-finder-0>`;
  }

  #options(model: ListModel): FinderOption[] {
    const { conditions, catalogue } = this.#words.terms;
    const fields = filterFields(model.session);
    const known = new Set(fields.map(({ id }) => id));
    const here = new Set(conditionsOf(model.filters).map((node) => JSON.stringify(node)));
    const ready = readyConditions(model.session).filter(([, node]) => !here.has(JSON.stringify(node)));
    const often = OFTEN.filter((id) => known.has(id));
    const option = (field: Field, group: string): FinderOption => ({
      id: `field:${field.id}`,
      label: this.labelOf(field),
      group,
    });
    const groups = Object.keys(catalogue.groups) as (keyof typeof catalogue.groups)[];
    return [
      ...often.map((id) => option(model.fields.get(id) as Field, conditions.often)),
      ...ready.map(([name]) => ({
        id: `ready:${name}`,
        label: conditions.ready[name],
        group: conditions.ready.title,
        icon: Sparkles,
      })),
      ...groups.flatMap((group) =>
        fields
          .filter((field) => field.group === group && !often.includes(field.id))
          .map((field) => option(field, catalogue.groups[group])),
      ),
    ];
  }

  #renderEditor(editing: Editing): TemplateResult {
    const { terms } = this.#words;
    const { field, editor, draft, index } = editing;
    const written = this.#write(editing);
    const context: ControlsContext = {
      field,
      draft,
      problem: written.ok ? null : written.problem,
      description: this.model?.session.description ?? { lists: {}, settings: DEFAULT_SETTINGS },
      format: this.format,
      terms,
      set: (change) => this.#change(change),
    };
    const { modes, editor: words, includeMissing } = { ...terms.conditions, ...terms.conditions.editor };
    const modeName = (mode: Mode): string =>
      mode === 'yes' || mode === 'no' ? terms.common[mode] : modes[mode];
    return html`<form id="form" @submit=${this.#handleSubmit}>
        <header>
          ${
            index === null
              ? html`<button
                  class="button quiet small icon-only"
                  type="button"
                  aria-label=${terms.common.back}
                  title=${terms.common.back}
                  @click=${this.#handleBack}
                >
                  ${icon(ArrowLeft, { flips: true })}
                </button>`
              : nothing
          }
          <h3 class="truncate">${this.labelOf(field)}</h3>
          ${
            index === null
              ? nothing
              : html`<button
                  class="button quiet small icon-only"
                  type="button"
                  aria-label=${terms.conditions.removeFilter}
                  title=${terms.conditions.removeFilter}
                  @click=${this.#handleRemove}
                >
                  ${icon(Trash2)}
                </button>`
          }
        </header>
        ${select(
          words.condition,
          [...new Set([...editor.drafts.modes(field), draft.mode])].map((mode) => [mode, modeName(mode)]),
          draft.mode,
          (mode) => this.#change({ mode: mode as Mode, orMissing: null }),
        )}
        ${editor.controls(context)}
        ${
          asksMissing(draft, field)
            ? html`<label class="choice"
                ><input
                  class="checkbox"
                  type="checkbox"
                  .checked=${draft.orMissing ?? usuallyMissing(draft.mode)}
                  @change=${(event: Event) =>
                    this.#change({ orMissing: (event.target as HTMLInputElement).checked })}
                />${includeMissing}</label
              >`
            : nothing
        }
      </form>
      <footer slot="footer">
        <button class="button primary" type="submit" form="form" ?disabled=${!written.ok}>
          ${written.ok && this.count !== null ? terms.conditions.showFound(this.count) : terms.common.apply}
        </button>
      </footer>`;
  }

  #write({ editor, draft, field }: Editing): Written {
    return editor.drafts.write(draft, field, this.#draftContext);
  }

  #change(change: Partial<Draft>): void {
    if (!this.editing) return;
    this.#isDiscarded = false;
    this.editing = { ...this.editing, draft: { ...this.editing.draft, ...change }, isTouched: true };
    this.#ask();
  }

  /** The conditions as they would be; null while the draft is none. */
  #conditions(editing: Editing): Node[] | null {
    const written = this.#write(editing);
    if (!written.ok || !this.model) return null;
    const node: FieldNode = { kind: 'field', field: editing.field.id, ...written.test };
    const now = [...conditionsOf(this.model.filters)];
    now.splice(editing.index ?? now.length, editing.index === null ? 0 : 1, node);
    return now;
  }

  #ask(): void {
    const { model, editing } = this;
    const list = editing && this.#conditions(editing);
    if (!model || !list) {
      this.#counter.stop();
      this.#counted(null);
      return;
    }
    const text = model.search.trim();
    const where: SegmentDocument = documentOf(text === '' ? list : [...list, { kind: 'search', text }]);
    this.#counter.ask(model.session, where);
  }

  #counted(count: number | null): void {
    this.count = count;
    this.onCount(count);
  }

  #keep(): void {
    const { model, editing } = this;
    const list = editing && this.#conditions(editing);
    if (!model || !list) return;
    model.setFilters(documentOf(list));
    const added = editing.index === null ? list.at(-1) : undefined;
    if (added) this.onAdd(added);
  }

  readonly #handleChoose = (event: FinderChooseEvent): void => {
    const [kind = '', name = ''] = event.option.id.split(/:(.*)/s);
    const { model } = this;
    if (!model) return;
    if (kind === 'ready') {
      const node = readyConditions(model.session).find(([each]) => each === name)?.[1];
      this.popoverElement.hide();
      if (!node) return;
      model.setFilters(documentOf([...conditionsOf(model.filters), node]));
      this.onAdd(node);
      return;
    }
    const field = model.fields.get(name);
    if (field) void this.#begin(field, null).then((begun) => (begun ? this.#focusControl() : undefined));
  };

  readonly #handleBack = (): void => {
    this.#begun++;
    this.editing = null;
    this.#ask();
    void this.#focusControl();
  };

  readonly #handleRemove = (): void => {
    const { model, editing } = this;
    this.#isDiscarded = true;
    this.popoverElement.hide();
    if (!model || editing?.index == null) return;
    model.setFilters(documentOf(conditionsOf(model.filters).filter((_, at) => at !== editing.index)));
  };

  readonly #handleSubmit = (event: Event): void => {
    event.preventDefault();
    if (!this.editing || !this.#write(this.editing).ok) return;
    this.#keep();
    this.#isDiscarded = true;
    this.popoverElement.hide();
  };

  readonly #handleKey = (event: KeyboardEvent): void => {
    if (event.defaultPrevented || event.isComposing) return;
    if (event.key === 'Escape') this.#isDiscarded = true;
  };

  readonly #handleToggle = (event: ToggleEvent): void => {
    if (event.newState === 'open') return;
    if (!this.#isDiscarded && this.editing?.isTouched) this.#keep();
    this.#begun++;
    this.editing = null;
    this.#counter.stop();
    this.#counted(null);
  };
}
