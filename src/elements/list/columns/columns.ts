import { css, html, LitElement, nothing, type TemplateResult } from 'lit';
import { property, query, state } from 'lit/decorators.js';
import { Settings } from 'lucide';
import type { Field } from '../../../contract/index.js';
import { filters } from '../../../locales/en/filters.js';
import { TermsController } from '../../locale.js';
import { icon } from '../../parts/icon.js';
import { base, iconStyles } from '../../parts/styles/base.js';
import { plainButtonStyles } from '../../parts/styles/plain-button.js';
import type { Density, ListModel } from '../model/list-model.js';
import type { ListColumnsPanel } from './columns-panel.js';

/**
 * The gear: a button that is always there. What it opens loads when it is first pressed.
 *
 * @summary Opens the settings of the columns (internal).
 * @tag clientele-list-columns-0
 */
export class ListColumns extends LitElement {
  static override styles = [
    base,
    iconStyles,
    plainButtonStyles,
    css`
      :host {
        display: inline-block;
      }
    `,
  ];

  @property({ attribute: false }) model: ListModel | null = null;
  @property({ attribute: false }) labelOf: (field: Field) => string = (field) => field.id;
  /** The height of the rows now. */
  @property() density: Density = 'regular';

  @state() private hasPanel = false;
  @query('button') private button!: HTMLButtonElement;
  @query('clientele-list-columns-panel-0') private panel!: ListColumnsPanel | null;

  #words = new TermsController(this, { filters });

  /** Opens the settings, or closes them. */
  async toggle(): Promise<void> {
    await import('./columns-panel.define.js');
    this.hasPanel = true;
    await this.updateComplete;
    await this.panel?.updateComplete;
    await this.panel?.toggle(this.button);
  }

  protected override render(): TemplateResult {
    const { columns } = this.#words.terms.filters;
    return html`<button
        class="button quiet small icon-only"
        type="button"
        aria-label=${columns}
        title=${columns}
        aria-haspopup="dialog"
        aria-expanded="false"
        @click=${this.toggle}
      >
        ${icon(Settings)}
      </button>
      ${
        this.hasPanel
          ? html`<clientele-list-columns-panel-0
              .model=${this.model}
              .labelOf=${this.labelOf}
              .density=${this.density}
            ></clientele-list-columns-panel-0>`
          : nothing
      }`;
  }
}
