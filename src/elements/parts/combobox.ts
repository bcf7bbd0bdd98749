import {
  html,
  LitElement,
  nothing,
  type CSSResultGroup,
  type PropertyValues,
  type TemplateResult,
} from 'lit';
import { property, query, state } from 'lit/decorators.js';
import { repeat } from 'lit/directives/repeat.js';
import { ChevronDown, Search } from 'lucide';
import { fold } from '../../text/fold.js';
import type { Hue } from '../../theme/scheme.js';
import { chip } from './chip.js';
import { icon, type IconNode } from './icon.js';
import { place } from './place.js';
import { base, iconStyles, scrollStyles } from './styles/base.js';
import { chipStyles } from './styles/chip.js';
import { comboboxStyles } from './styles/combobox.js';
import { fieldStyles } from './styles/field.js';

/** One value that can be chosen. */
export interface ComboboxOption {
  readonly value: string;
  readonly label: string;
  readonly hue?: Hue;
  readonly icon?: IconNode;
  /** At the far end: a count, a unit. */
  readonly hint?: string;
  readonly disabled?: boolean;
}

/** Someone typed into a combobox: for an owner that looks the options up. */
export class ClienteleComboboxSearchEvent extends Event {
  readonly text: string;

  constructor(text: string) {
    super('clientele-combobox-search');
    this.text = text;
  }
}

let made = 0;

/**
 * @summary Chooses one value or several from a list with search, after the ARIA combobox pattern. As a field it opens
 *   below; with `inline` the list is always there, for a popover of filters.
 *
 * @tag clientele-combobox-0
 * @event change - After a person chose or took off a value; read `value`. Bubbles.
 * @event clientele-combobox-search - `ClienteleComboboxSearchEvent` with `text`. Does not bubble.
 * @csspart field - What is typed into, with the chosen values.
 * @csspart list - The options.
 * @csspart option - One option.
 */
export class ClienteleCombobox extends LitElement {
  static override styles: CSSResultGroup = [
    base,
    iconStyles,
    scrollStyles,
    fieldStyles,
    chipStyles,
    comboboxStyles,
  ];
  static override shadowRootOptions: ShadowRootInit = {
    ...LitElement.shadowRootOptions,
    delegatesFocus: true,
  };

  @property({ attribute: false }) options: readonly ComboboxOption[] = [];

  /** The chosen values; at most one unless `multiple`. */
  @property({ attribute: false }) value: readonly string[] = [];

  @property({ type: Boolean, reflect: true }) multiple = false;

  /** The list is always open, without a panel around it. */
  @property({ type: Boolean, reflect: true }) inline = false;

  @property({ type: Boolean, reflect: true }) disabled = false;

  /** The options for what was typed are on their way. */
  @property({ type: Boolean, reflect: true }) loading = false;

  /** The owner finds the options for what is typed; else those that contain it stay. */
  @property({ type: Boolean, attribute: 'without-filter' }) withoutFilter = false;

  /** The control's name. */
  @property() label = '';

  @property() placeholder = '';

  /** Said when nothing fits. */
  @property({ attribute: 'empty-text' }) emptyText = '';

  /** The name of the cross on a chosen value. */
  @property({ attribute: false }) removeLabel: (label: string) => string = (label) => label;

  @state() private typed = '';
  @state() private isOpen = false;
  @state() private active = -1;

  @query('input') private input!: HTMLInputElement;
  @query('.field-box') private box!: HTMLElement;
  @query('.panel') private panel!: HTMLElement | null;

  readonly #id = (made += 1);
  #isComposing = false;

  override disconnectedCallback(): void {
    super.disconnectedCallback();
    this.#close();
  }

  /** Forgets what was typed. */
  clear(): void {
    this.typed = '';
    this.active = -1;
    if (this.input) this.input.value = '';
  }

  protected override updated(changed: PropertyValues): void {
    if (changed.has('isOpen') && this.panel && !this.inline) {
      if (this.isOpen && !this.panel.matches(':popover-open')) this.panel.showPopover();
      else if (!this.isOpen && this.panel.matches(':popover-open')) this.panel.hidePopover();
    }
    if (this.isOpen) this.#reposition();
    if (changed.has('active') && this.active >= 0) {
      this.renderRoot.querySelector('.option.active')?.scrollIntoView({ block: 'nearest' });
    }
  }

  protected override render(): TemplateResult {
    const found = this.#found();
    const isExpanded = this.inline || this.isOpen;
    const chosen = this.#chosen();
    const single = this.multiple ? undefined : chosen[0];
    return html`<div class="field-box input-group" part="field" @pointerdown=${this.#handleBoxPress}>
        ${this.inline ? icon(Search) : nothing}
        ${
          this.multiple && !this.inline
            ? chosen.map((option) =>
                chip(option.label, {
                  ...(option.hue ? { hue: option.hue } : {}),
                  onRemove: () => this.#take(option),
                  removeLabel: this.removeLabel(option.label),
                }),
              )
            : nothing
        }
        <input
          type="text"
          role="combobox"
          autocomplete="off"
          autocapitalize="none"
          spellcheck="false"
          aria-label=${this.label || nothing}
          aria-autocomplete="list"
          aria-expanded=${isExpanded ? 'true' : 'false'}
          aria-controls="list"
          aria-activedescendant=${isExpanded && this.active >= 0 ? this.#optionId(this.active) : nothing}
          placeholder=${single ? single.label : chosen.length > 0 && !this.inline ? nothing : this.placeholder}
          class=${single && !this.inline ? 'holds' : ''}
          ?disabled=${this.disabled}
          .value=${this.typed}
          @input=${this.#handleInput}
          @keydown=${this.#handleKeyDown}
          @compositionstart=${() => (this.#isComposing = true)}
          @compositionend=${this.#handleCompositionEnd}
          @blur=${this.#handleBlur}
        />
        ${this.inline ? nothing : icon(ChevronDown)}
      </div>
      <div class="panel ${this.inline ? 'plain' : ''}" popover=${this.inline ? nothing : 'manual'}>
        <div
          id="list"
          class="list scrolls"
          part="list"
          role="listbox"
          aria-label=${this.label || nothing}
          aria-multiselectable=${this.multiple ? 'true' : nothing}
          aria-busy=${this.loading ? 'true' : nothing}
          @pointerdown=${(event: Event) => event.preventDefault()}
          @click=${this.#handleOptionClick}
        >
          ${repeat(
            isExpanded ? found : [],
            (option) => option.value,
            (option, index) => this.#renderOption(option, index),
          )}
        </div>
        ${
          isExpanded && found.length === 0 && !this.loading && this.emptyText
            ? html`<p class="nothing" role="status">${this.emptyText}</p>`
            : nothing
        }
      </div>`;
  }

  #renderOption(option: ComboboxOption, index: number): TemplateResult {
    const isChosen = this.value.includes(option.value);
    return html`<div
      id=${this.#optionId(index)}
      class="option ${index === this.active ? 'active' : ''}"
      part="option"
      role="option"
      data-index=${index}
      aria-selected=${isChosen ? 'true' : 'false'}
      aria-disabled=${option.disabled ? 'true' : nothing}
    >
      <span class="tick ${this.multiple ? 'box' : ''}" aria-hidden="true"></span>
      ${option.hue ? html`<span class="hue-dot hue-${option.hue}" aria-hidden="true"></span>` : nothing}
      ${option.icon ? icon(option.icon) : nothing}
      <span class="truncate" title=${option.label}>${option.label}</span>
      ${option.hint ? html`<span class="hint-end">${option.hint}</span>` : nothing}
    </div>`;
  }

  #optionId(index: number): string {
    return `option-${this.#id}-${index}`;
  }

  #found(): readonly ComboboxOption[] {
    const needle = fold(this.typed.trim());
    if (!needle || this.withoutFilter) return this.options;
    return this.options.filter((option) => fold(option.label).includes(needle));
  }

  #chosen(): ComboboxOption[] {
    return this.value.map(
      (value) => this.options.find((option) => option.value === value) ?? { value, label: value },
    );
  }

  #open(): void {
    if (this.disabled || this.isOpen) return;
    this.isOpen = true;
    addEventListener('scroll', this.#reposition, { capture: true, passive: true });
    addEventListener('resize', this.#reposition);
  }

  #close(): void {
    this.isOpen = false;
    this.active = -1;
    removeEventListener('scroll', this.#reposition, { capture: true });
    removeEventListener('resize', this.#reposition);
  }

  /** As wide as the field, which a CSS anchor would need the anchor's name for: so it is placed by hand. */
  readonly #reposition = (): void => {
    const { panel } = this;
    if (!panel?.matches(':popover-open')) return;
    const box = this.box.getBoundingClientRect();
    panel.style.setProperty('inline-size', `${box.width}px`);
    const { clientWidth: width, clientHeight: height } = document.documentElement;
    const size = { width: panel.offsetWidth, height: panel.offsetHeight };
    const { left, top } = place(box, size, { width, height }, 'bottom-start', false);
    panel.style.setProperty('left', `${left}px`);
    panel.style.setProperty('top', `${top}px`);
  };

  #take(option: ComboboxOption | undefined): void {
    if (!option || option.disabled || this.disabled) return;
    const isChosen = this.value.includes(option.value);
    if (this.multiple) {
      this.value = isChosen
        ? this.value.filter((value) => value !== option.value)
        : [...this.value, option.value];
    } else {
      this.value = [option.value];
      if (!this.inline) this.#close();
    }
    if (this.typed && !this.inline) {
      this.clear();
      this.dispatchEvent(new ClienteleComboboxSearchEvent(''));
    }
    if (this.multiple || !isChosen) this.dispatchEvent(new Event('change', { bubbles: true }));
  }

  #handleBoxPress(event: PointerEvent): void {
    if (event.target instanceof Element && event.target.closest('button')) return;
    if (event.target !== this.input) {
      event.preventDefault();
      this.input.focus();
    }
    if (this.isOpen) this.#close();
    else this.#open();
  }

  #handleInput(event: Event): void {
    event.stopPropagation();
    this.typed = this.input.value;
    this.#open();
    if (!this.#isComposing) this.#search();
  }

  #handleCompositionEnd(): void {
    this.#isComposing = false;
    this.typed = this.input.value;
    this.#search();
  }

  #search(): void {
    this.active = this.typed.trim() && this.#found().length > 0 ? 0 : -1;
    this.dispatchEvent(new ClienteleComboboxSearchEvent(this.typed.trim()));
  }

  #handleBlur(): void {
    if (!this.inline) this.#close();
  }

  #handleOptionClick(event: MouseEvent): void {
    const target = event.target instanceof Element ? event.target.closest<HTMLElement>('.option') : null;
    if (!target) return;
    const index = Number(target.dataset['index']);
    this.active = this.inline ? index : -1;
    this.#take(this.#found()[index]);
  }

  #handleKeyDown(event: KeyboardEvent): void {
    if (event.isComposing || event.keyCode === 229) return;
    if (!this.#handle(event)) return;
    event.preventDefault();
    event.stopPropagation();
  }

  /** True if the key was used. */
  #handle(event: KeyboardEvent): boolean {
    const isExpanded = this.inline || this.isOpen;
    switch (event.key) {
      case 'ArrowDown':
      case 'ArrowUp':
        return this.#move(event.key === 'ArrowDown' ? 1 : -1, isExpanded);
      case 'Enter':
        if (!isExpanded || this.active < 0) return false;
        this.#take(this.#found()[this.active]);
        return true;
      case 'Escape':
        if (this.typed) {
          this.clear();
          this.dispatchEvent(new ClienteleComboboxSearchEvent(''));
          return true;
        }
        if (!this.isOpen || this.inline) return false;
        this.#close();
        return true;
      case 'Backspace':
        if (this.typed || this.inline || !this.multiple) return false;
        this.#take(this.#chosen().at(-1));
        return true;
      default:
        return false;
    }
  }

  #move(by: number, isExpanded: boolean): boolean {
    const count = this.#found().length;
    if (!isExpanded) this.#open();
    if (count === 0) return true;
    if (this.active < 0) this.active = by > 0 ? 0 : count - 1;
    else this.active = (this.active + by + count) % count;
    return true;
  }
}
