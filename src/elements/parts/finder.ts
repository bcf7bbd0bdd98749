import { html, LitElement, nothing, type PropertyValues, type TemplateResult } from 'lit';
import { property, query, state } from 'lit/decorators.js';
import { Search } from 'lucide';
import { fold } from '../../text/fold.js';
import { icon, type IconNode } from './icon.js';
import { base, iconStyles, scrollStyles } from './styles/base.js';
import { fieldStyles } from './styles/field.js';
import { finderStyles } from './styles/finder.js';

/** Something that can be found and chosen. */
export interface FinderOption {
  /** Unique. */
  readonly id: string;
  readonly label: string;
  /** Options of one group follow each other under its name. */
  readonly group?: string;
  readonly icon?: IconNode;
  /** Keys of its shortcut, as they are written here. */
  readonly keys?: readonly string[];
  /** At the far end, quieter. */
  readonly hint?: string;
  /** Found also by these words. */
  readonly keywords?: string;
  /** Only shown when something is searched for. */
  readonly hidden?: boolean;
}

/** Someone chose an option of a finder. */
export class FinderChooseEvent extends Event {
  readonly option: FinderOption;

  constructor(option: FinderOption) {
    super('clientele-finder-choose-0');
    this.option = option;
  }
}

/** More than anyone reads. */
const MOST = 60;

/** How well a label fits what was typed: begins with it, has a word that does, holds it, or is found by other words. */
function rankOf(label: string, typed: string): number {
  const text = fold(label);
  if (text.startsWith(typed)) return 0;
  const first = typed.split(' ')[0] ?? typed;
  if (text.split(' ').some((word) => word.startsWith(first))) return 1;
  return text.includes(first) ? 2 : 3;
}

/** Options that hold every word of what was typed, the best first; those of a group stay together, in the place of its best. */
export function findOptions(options: readonly FinderOption[], typed: string): readonly FinderOption[] {
  const needle = fold(typed).trim();
  if (needle === '') return options.filter((option) => !option.hidden);
  const words = needle.split(' ');
  const groups = new Map<string, { rank: number; option: FinderOption }[]>();
  for (const option of options) {
    const text = fold(`${option.label} ${option.keywords ?? ''}`);
    if (!words.every((word) => text.includes(word))) continue;
    const group = groups.get(option.group ?? '') ?? [];
    groups.set(option.group ?? '', [...group, { rank: rankOf(option.label, needle), option }]);
  }
  const best = (group: readonly { rank: number }[]): number => Math.min(...group.map(({ rank }) => rank));
  return [...groups.values()]
    .sort((one, other) => best(one) - best(other))
    .flatMap((group) => group.sort((one, other) => one.rank - other.rank))
    .slice(0, MOST)
    .map(({ option }) => option);
}

/**
 * A search field over a list in groups, after the ARIA combobox pattern: the focus stays in the field, arrows move in the list.
 *
 * @summary Finds and chooses one of many (internal).
 * @tag clientele-finder-0
 * @event clientele-finder-choose-0 - `FinderChooseEvent` with `option`. Does not bubble.
 */
export class ClienteleFinder extends LitElement {
  static override styles = [base, iconStyles, scrollStyles, fieldStyles, finderStyles];
  static override shadowRootOptions: ShadowRootInit = {
    ...LitElement.shadowRootOptions,
    delegatesFocus: true,
  };

  @property({ attribute: false }) options: readonly FinderOption[] = [];
  /** Name of the field and of the list. */
  @property() label = '';
  @property() placeholder = '';
  /** Said when nothing fits. */
  @property({ attribute: 'empty-text' }) emptyText = '';

  @state() private typed = '';
  @state() private active = 0;
  @query('input') private input!: HTMLInputElement;

  /** Forgets what was typed. */
  clear(): void {
    this.typed = '';
    this.active = 0;
  }

  protected override willUpdate(changed: PropertyValues<this>): void {
    if (changed.has('options')) this.active = 0;
  }

  protected override updated(): void {
    this.renderRoot.querySelector('.option.active')?.scrollIntoView({ block: 'nearest' });
  }

  protected override render(): TemplateResult {
    const found = findOptions(this.options, this.typed);
    return html`<div class="input-group">
        ${icon(Search)}
        <input
          type="text"
          role="combobox"
          autofocus
          autocomplete="off"
          autocapitalize="none"
          spellcheck="false"
          aria-label=${this.label}
          aria-autocomplete="list"
          aria-expanded="true"
          aria-controls="list"
          aria-activedescendant=${found.length > 0 ? `option-${this.active}` : nothing}
          placeholder=${this.placeholder}
          .value=${this.typed}
          @input=${this.#handleInput}
          @keydown=${this.#handleKey}
        />
      </div>
      <div
        id="list"
        class="list scrolls"
        role="listbox"
        aria-label=${this.label}
        @pointerdown=${(event: Event) => event.preventDefault()}
        @pointermove=${this.#handlePoint}
        @click=${this.#handleClick}
      >
        ${this.#renderGroups(found)}
      </div>
      <p class="nothing" role="status" ?hidden=${found.length > 0}>
        ${found.length === 0 ? this.emptyText : nothing}
      </p>`;
  }

  #renderGroups(found: readonly FinderOption[]): TemplateResult[] {
    const groups: { name: string; options: TemplateResult[] }[] = [];
    found.forEach((option, index) => {
      const name = option.group ?? '';
      let group = groups.at(-1);
      if (group?.name !== name) groups.push((group = { name, options: [] }));
      group.options.push(this.#renderOption(option, index));
    });
    return groups.map(({ name, options }) =>
      name === ''
        ? html`${options}`
        : html`<div role="group" aria-label=${name}>
            <div class="group" aria-hidden="true">${name}</div>
            ${options}
          </div>`,
    );
  }

  #renderOption(option: FinderOption, index: number): TemplateResult {
    return html`<div
      id=${`option-${index}`}
      class="option ${index === this.active ? 'active' : ''}"
      role="option"
      aria-selected=${index === this.active ? 'true' : 'false'}
      data-index=${index}
    >
      ${option.icon ? icon(option.icon) : nothing}
      <span class="truncate" title=${option.label}>${option.label}</span>
      ${option.hint ? html`<span class="hint-end">${option.hint}</span>` : nothing}
      ${
        option.keys
          ? html`<span class="keys">${option.keys.map((key) => html`<kbd>${key}</kbd>`)}</span>`
          : nothing
      }
    </div>`;
  }

  readonly #handleInput = (event: Event): void => {
    event.stopPropagation();
    this.typed = this.input.value;
    this.active = 0;
  };

  readonly #handleKey = (event: KeyboardEvent): void => {
    if (event.isComposing || event.keyCode === 229) return;
    const found = findOptions(this.options, this.typed);
    const { key } = event;
    if (key === 'ArrowDown' || key === 'ArrowUp') {
      const by = key === 'ArrowDown' ? 1 : -1;
      if (found.length > 0) this.active = (this.active + by + found.length) % found.length;
    } else if (key === 'PageDown' || key === 'PageUp') {
      const by = key === 'PageDown' ? 8 : -8;
      this.active = Math.max(0, Math.min(found.length - 1, this.active + by));
    } else if (key === 'Enter') this.#choose(found[this.active]);
    else if (key === 'Escape' && this.typed !== '') this.clear();
    else return;
    event.preventDefault();
    event.stopPropagation();
  };

  readonly #handlePoint = (event: PointerEvent): void => {
    const at = indexOf(event);
    if (event.pointerType === 'mouse' && at !== null && at !== this.active) this.active = at;
  };

  readonly #handleClick = (event: MouseEvent): void => {
    const at = indexOf(event);
    if (at !== null) this.#choose(findOptions(this.options, this.typed)[at]);
  };

  #choose(option: FinderOption | undefined): void {
    if (option) this.dispatchEvent(new FinderChooseEvent(option));
  }
}

function indexOf(event: Event): number | null {
  const option = event.target instanceof Element ? event.target.closest<HTMLElement>('.option') : null;
  return option ? Number(option.dataset['index']) : null;
}
