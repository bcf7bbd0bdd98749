import { css, html, LitElement, nothing, type TemplateResult } from 'lit';
import { property, query, state } from 'lit/decorators.js';
import { ArrowLeft } from 'lucide';
import type { Field, SavedView } from '../../../contract/index.js';
import { actions } from '../../../locales/en/actions.js';
import { columns } from '../../../locales/en/columns.js';
import { common } from '../../../locales/en/common.js';
import { list } from '../../../locales/en/list.js';
import { palette } from '../../../locales/en/palette.js';
import type { Formatter } from '../../../sdk/types.js';
import { TermsController } from '../../locale.js';
import type { ClienteleDialog, ClienteleDialogCloseEvent } from '../../parts/dialog.js';
import { icon } from '../../parts/icon.js';
import { base, iconStyles } from '../../parts/styles/base.js';
import { buttonStyles } from '../../parts/styles/button.js';
import type { Offer } from '../list.events.js';
import type { ListModel } from '../model/list-model.js';
import { commandsOf, pageOf, type Command, type PaletteHost, type PalettePage } from './commands.js';
import type { FinderChooseEvent, ClienteleFinder } from '../../parts/finder.js';

const NO_HOST: PaletteHost = {
  search: () => undefined,
  filter: () => undefined,
  step: () => undefined,
  offer: () => undefined,
  open: () => undefined,
  tickAll: () => undefined,
  act: () => undefined,
  shortcuts: () => undefined,
  refuse: () => undefined,
};

/**
 * Everything that the list can do, found by typing.
 *
 * @summary Command palette of the list (internal).
 * @tag clientele-list-palette-0
 */
export class ListPalette extends LitElement {
  static override styles = [
    base,
    iconStyles,
    buttonStyles,
    css`
      :host {
        display: contents;
      }
      clientele-dialog-0 {
        --clientele-dialog-width: 560px;
      }
      clientele-dialog-0::part(footer) {
        display: none;
      }
      clientele-finder-0 {
        --_finder-height: min(420px, 55dvh);
      }
      .back {
        margin-block-end: var(--_space-2);
        margin-inline-start: -8px;
      }
    `,
  ];

  @property({ attribute: false }) model: ListModel | null = null;
  @property({ attribute: false }) format!: Formatter;
  @property({ attribute: false }) labelOf: (field: Field) => string = (field) => field.id;
  @property({ attribute: false }) offers: ReadonlySet<Offer> = new Set();
  @property({ attribute: false }) views: readonly SavedView[] = [];
  @property({ attribute: false }) host: PaletteHost = NO_HOST;

  @state() private page: PalettePage | null = null;
  @state() private commands: readonly Command[] = [];
  @query('clientele-dialog-0') private dialog!: ClienteleDialog;
  @query('clientele-finder-0') private finder!: ClienteleFinder;

  #words = new TermsController(this, { palette, columns, list, actions, common });
  #chosen: Command | null = null;

  /** Opens at a page; null: at the first. */
  async show(page: PalettePage | null = null): Promise<void> {
    await this.#words.whenReady();
    const { model, format, labelOf, offers, views, host } = this;
    if (!model || this.dialog.open) return;
    this.commands = commandsOf({ model, terms: this.#words.terms, format, labelOf, offers, views, host });
    this.page = page;
    this.#chosen = null;
    this.finder.clear();
    this.dialog.open = true;
  }

  protected override render(): TemplateResult {
    const { palette, common } = this.#words.terms;
    return html`<clientele-dialog-0
      label=${this.page ? palette.groups[this.page] : palette.title}
      close-label=${common.close}
      @clientele-dialog-closed=${this.#handleClosed}
      @clientele-dialog-close=${this.#handleClose}
    >
      ${
        this.page
          ? html`<button class="button quiet small back" type="button" @click=${this.#handleBack}>
              ${icon(ArrowLeft, { flips: true })}${palette.back}
            </button>`
          : nothing
      }
      <clientele-finder-0
        autofocus
        label=${palette.hint}
        placeholder=${palette.hint}
        empty-text=${palette.noSuchCommand}
        .options=${pageOf(this.commands, this.page)}
        @clientele-finder-choose-0=${this.#handleChoose}
      ></clientele-finder-0>
    </clientele-dialog-0>`;
  }

  readonly #handleChoose = (event: FinderChooseEvent): void => {
    const command = event.option as Command;
    if (command.page) {
      this.page = command.page;
      this.finder.clear();
      return;
    }
    this.#chosen = command;
    this.dialog.open = false;
  };

  /** Only once the dialog has gone and given the focus back: what opens next must be able to keep it. */
  readonly #handleClosed = (): void => {
    const chosen = this.#chosen;
    this.#chosen = null;
    chosen?.run?.();
  };

  readonly #handleBack = (): void => {
    this.page = null;
    this.finder.clear();
    this.finder.focus();
  };

  /** Escape goes back to the first page before it closes. */
  readonly #handleClose = (event: ClienteleDialogCloseEvent): void => {
    if (event.reason !== 'escape' || this.page === null) return;
    event.preventDefault();
    this.#handleBack();
  };
}
