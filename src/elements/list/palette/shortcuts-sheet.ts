import { css, html, LitElement, type TemplateResult } from 'lit';
import { query } from 'lit/decorators.js';
import { common } from '../../../locales/en/common.js';
import { palette } from '../../../locales/en/palette.js';
import { TermsController } from '../../locale.js';
import type { ClienteleDialog } from '../../parts/dialog.js';
import { keyNames } from '../../parts/shortcuts.js';
import { base } from '../../parts/styles/base.js';
import { buttonStyles } from '../../parts/styles/button.js';
import { GRID_KEYS, KEYS } from './keys.js';

/**
 * Which keys do what.
 *
 * @summary Sheet of the list's shortcuts (internal).
 * @tag clientele-list-shortcuts-0
 */
export class ListShortcuts extends LitElement {
  static override styles = [
    base,
    buttonStyles,
    css`
      :host {
        display: contents;
      }
      .keys {
        border-radius: 2px;
      }
      .keys:focus-visible {
        outline-offset: 6px;
      }
      h3 {
        margin-block: var(--_space-4) var(--_space-1);
        color: var(--_color-text-secondary);
        font-size: var(--_font-size-secondary);
        font-weight: var(--_font-weight-strong);
      }
      h3:first-of-type {
        margin-block-start: 0;
      }
      dl > div {
        display: flex;
        align-items: center;
        gap: var(--_space-4);
        min-block-size: 30px;
        border-block-end: var(--_border-width) solid var(--_color-border);
        font-size: var(--_font-size-secondary);
      }
      dt {
        flex: 1;
      }
      dd {
        display: flex;
        flex-wrap: wrap;
        justify-content: flex-end;
        gap: 3px 8px;
      }
      .chord {
        display: inline-flex;
        gap: 3px;
      }
      kbd {
        min-inline-size: 20px;
        padding-inline: 5px;
        border: var(--_border-width) solid var(--_color-border-strong);
        border-radius: 4px;
        background: var(--_color-surface);
        color: var(--_color-text-secondary);
        font-family: inherit;
        font-size: 12px;
        line-height: 20px;
        text-align: center;
      }
    `,
  ];

  @query('clientele-dialog-0') private dialog!: ClienteleDialog;
  #words = new TermsController(this, { palette, common });

  async show(): Promise<void> {
    await this.#words.whenReady();
    this.dialog.open = true;
  }

  protected override render(): TemplateResult {
    const { shortcuts } = this.#words.terms.palette;
    const own = (Object.keys(KEYS) as (keyof typeof KEYS)[]).map((name) => [name, KEYS[name]] as const);
    return html`<clientele-dialog-0 label=${shortcuts.title} close-label=${this.#words.terms.common.close}>
      <div class="keys" role="group" aria-label=${shortcuts.title} tabindex="0">
        ${this.#renderGroup(shortcuts.anywhere, own)} ${this.#renderGroup(shortcuts.rows, GRID_KEYS.rows)}
        ${this.#renderGroup(shortcuts.heads, GRID_KEYS.heads)}
      </div>
      <button class="button" type="button" slot="footer" @click=${() => this.dialog.requestClose()}>
        ${this.#words.terms.common.close}
      </button>
    </clientele-dialog-0>`;
  }

  #renderGroup(title: string, entries: readonly (readonly [name: string, keys: string])[]): TemplateResult {
    const words: Readonly<Record<string, string>> = this.#words.terms.palette.shortcuts;
    return html`<h3>${title}</h3>
      <dl>
        ${entries.map(
          ([name, keys]) =>
            html`<div>
              <dt>${words[name]}</dt>
              <dd>
                ${keys
                  .split(' ')
                  .map(
                    (chord) =>
                      html`<span class="chord"
                        >${keyNames(chord).map((key) => html`<kbd>${key}</kbd>`)}</span
                      >`,
                  )}
              </dd>
            </div>`,
        )}
      </dl>`;
  }
}
