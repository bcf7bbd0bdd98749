import { css, html, LitElement, nothing, type TemplateResult } from 'lit';
import { property, query, state } from 'lit/decorators.js';
import { conditions } from '../../../locales/en/conditions.js';
import { TermsController } from '../../locale.js';
import type { ClientelePopover } from '../../parts/popover.js';
import { base } from '../../parts/styles/base.js';
import { buttonStyles } from '../../parts/styles/button.js';

/**
 * Says what a condition selects that the list's own editors cannot keep, such as a group within a group, and where it is changed.
 *
 * @summary Popover of a condition that is changed elsewhere (internal).
 * @tag clientele-list-filter-note-0
 */
export class ListFilterNote extends LitElement {
  static override styles = [
    base,
    buttonStyles,
    css`
      :host {
        display: contents;
      }
      clientele-popover-0 {
        inline-size: 320px;
      }
      .text {
        overflow-wrap: anywhere;
      }
      .hint {
        margin-block-start: var(--_space-2);
        color: var(--_color-text-secondary);
        font-size: var(--_font-size-secondary);
      }
      footer {
        display: flex;
        flex-wrap: wrap;
        justify-content: flex-end;
        gap: var(--_space-2);
        padding: var(--_space-2) var(--_space-3);
        border-block-start: var(--_border-width) solid var(--_color-border);
      }
    `,
  ];

  /** Opens the builder of segments with the filters; null: nobody answers that. */
  @property({ attribute: false }) onBuild: (() => void) | null = null;
  /** Takes the condition off. */
  @property({ attribute: false }) onRemove: () => void = () => undefined;

  /** What the condition selects. */
  @state() private text = '';
  @query('clientele-popover-0') private popoverElement!: ClientelePopover;

  #words = new TermsController(this, { conditions });

  /** Opens beside a chip. */
  async show(text: string, anchor: Element): Promise<void> {
    this.text = text;
    await this.#words.whenReady();
    await this.updateComplete;
    if (anchor.isConnected) this.popoverElement.show(anchor);
  }

  protected override render(): TemplateResult {
    const { removeFilter, editor } = this.#words.terms.conditions;
    return html`<clientele-popover-0 aria-label=${this.text}>
      <p class="text">${this.text}</p>
      <p class="hint">${this.onBuild ? editor.inBuilder : editor.fallback}</p>
      <footer slot="footer">
        <button class="button" type="button" @click=${this.#handleRemove}>${removeFilter}</button>
        ${
          this.onBuild
            ? html`<button class="button primary" type="button" autofocus @click=${this.#handleBuild}>
                ${editor.openBuilder}
              </button>`
            : nothing
        }
      </footer>
    </clientele-popover-0>`;
  }

  readonly #handleBuild = (): void => {
    this.popoverElement.hide();
    this.onBuild?.();
  };

  readonly #handleRemove = (): void => {
    this.popoverElement.hide();
    this.onRemove();
  };
}
