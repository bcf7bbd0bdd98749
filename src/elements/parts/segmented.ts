import { css, html, LitElement, nothing, type CSSResultGroup, type TemplateResult } from 'lit';
import { property } from 'lit/decorators.js';
import { icon, type IconNode } from './icon.js';
import { RovingFocusController } from './roving.js';
import { base, iconStyles } from './styles/base.js';

export interface SegmentedOption {
  readonly value: string;
  readonly label: string;
  /** Shown instead of the label, which becomes its name. */
  readonly icon?: IconNode;
  readonly disabled?: boolean;
}

/**
 * @summary Two to five choices side by side, one of them taken: a radio group in a row.
 *
 * @tag clientele-segmented-0
 * @event change - After a person chose another; read `value`. Bubbles.
 * @csspart option - One choice.
 */
export class ClienteleSegmented extends LitElement {
  static override styles: CSSResultGroup = [
    base,
    iconStyles,
    css`
      :host {
        display: inline-block;
        max-inline-size: 100%;
      }
      .group {
        display: flex;
        gap: 2px;
        padding: 2px;
        border-radius: var(--_radius);
        background: var(--_color-surface-active);
      }
      .option {
        display: flex;
        flex: 1;
        align-items: center;
        justify-content: center;
        gap: 6px;
        min-inline-size: var(--_target);
        min-block-size: calc(var(--_control-height) - 4px);
        padding-inline: 10px;
        border-radius: calc(var(--_radius) - 2px);
        color: var(--_color-text-secondary);
        font-size: var(--_font-size-secondary);
        font-weight: var(--_font-weight-medium);
        white-space: nowrap;
        user-select: none;
      }
      @media (hover: hover) {
        .option:hover {
          color: var(--_color-text);
        }
      }
      .option[aria-checked='true'] {
        background: var(--_color-surface-raised);
        box-shadow: 0 0 0 1px var(--_color-border-strong);
        color: var(--_color-text);
      }
      .option[aria-disabled='true'] {
        color: color-mix(in oklab, var(--_color-text-muted) 75%, transparent);
      }
      .option:focus-visible {
        outline-offset: 1px;
      }
      @media (forced-colors: active) {
        .group {
          border: 1px solid ButtonText;
        }
        .option[aria-checked='true'] {
          forced-color-adjust: none;
          background: Highlight;
          color: HighlightText;
        }
      }
    `,
  ];

  @property({ attribute: false }) options: readonly SegmentedOption[] = [];

  @property() value = '';

  /** The group's name. */
  @property() label = '';

  readonly #roving = new RovingFocusController(this, {
    items: () => [...(this.renderRoot?.querySelectorAll<HTMLElement>('.option') ?? [])],
    orientation: 'both',
    selected: '[aria-checked="true"]',
    onMove: (item) => this.#choose(item.dataset['value']),
  });

  protected override render(): TemplateResult {
    return html`<div
      class="group"
      role="radiogroup"
      aria-label=${this.label || nothing}
      @keydown=${this.#handleKeyDown}
    >
      ${this.options.map(
        (option) =>
          html`<div
            class="option"
            part="option"
            role="radio"
            data-value=${option.value}
            aria-checked=${option.value === this.value ? 'true' : 'false'}
            aria-disabled=${option.disabled ? 'true' : nothing}
            aria-label=${option.icon ? option.label : nothing}
            title=${option.icon ? option.label : nothing}
            @click=${this.#handleClick}
          >
            ${option.icon ? icon(option.icon) : option.label}
          </div>`,
      )}
    </div>`;
  }

  #handleClick(event: MouseEvent): void {
    this.#roving.focus(event.currentTarget as HTMLElement);
  }

  #handleKeyDown(event: KeyboardEvent): void {
    if (this.#roving.handleKey(event) || event.key !== ' ') return;
    event.preventDefault();
    if (event.target instanceof HTMLElement) this.#choose(event.target.dataset['value']);
  }

  #choose(value: string | undefined): void {
    const option = this.options.find((candidate) => candidate.value === value);
    if (!option || option.disabled || option.value === this.value) return;
    this.value = option.value;
    this.dispatchEvent(new Event('change', { bubbles: true }));
  }
}
