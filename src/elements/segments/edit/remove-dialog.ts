import { css, html, LitElement, type TemplateResult } from 'lit';
import { property, query, state } from 'lit/decorators.js';
import type { ClienteleError, LibraryItem, LibraryKind, ListItem, Use } from '../../../contract/index.js';
import { toError } from '../../../sdk/now.js';
import type { ClienteleDialog } from '../../parts/dialog.js';
import { base } from '../../parts/styles/base.js';
import { buttonStyles } from '../../parts/styles/button.js';
import { nameOf, type SegmentsContext } from '../context.js';
import { usesList } from '../details/uses.js';

/**
 * Asks before an item goes, and says what still points at it.
 *
 * @summary Dialog that deletes an item of the library (internal).
 * @tag clientele-segments-remove-0
 */
export class SegmentsRemoveDialog extends LitElement {
  static override styles = [
    base,
    buttonStyles,
    css`
      .body {
        display: grid;
        gap: var(--_space-3);
      }
      .uses {
        display: grid;
        gap: 2px;
      }
      .uses span {
        color: var(--_color-text-secondary);
      }
      .failure {
        color: var(--_color-danger-text);
      }
    `,
  ];

  @property({ attribute: false }) context!: SegmentsContext;
  @property({ attribute: false }) removed: (item: LibraryItem) => void = () => undefined;

  @state() private kind: LibraryKind = 'segments';
  @state() private item: LibraryItem | null = null;
  @state() private uses: readonly Use[] = [];
  @state() private failure: ClienteleError | null = null;
  @state() private isRemoving = false;
  @query('clientele-dialog-0') private dialog!: ClienteleDialog;

  async show(kind: LibraryKind, item: LibraryItem): Promise<void> {
    this.kind = kind;
    this.item = item;
    this.uses = [];
    this.failure = null;
    this.isRemoving = false;
    try {
      this.uses = await this.context.model.session.uses(kind, item.id);
    } catch (cause) {
      this.failure = toError(cause, 'library.uses');
    }
    await this.updateComplete;
    this.dialog.open = true;
  }

  /** What must be changed before it can go. */
  get #blocking(): readonly Use[] {
    return this.uses.filter(({ kind }) => kind !== 'clients');
  }

  protected override render(): TemplateResult {
    const { item, context, kind } = this;
    const { library, common, errors } = context?.terms ?? {};
    if (!item || !library || !common || !errors) return html``;
    const name = nameOf(item, context);
    const isBlocked = this.#blocking.length > 0;
    const carriers = this.uses.find((use) => use.kind === 'clients')?.count ?? 0;
    return html`<clientele-dialog-0 label=${library.confirm.title(name)} close-label=${common.close}>
      <div class="body">
        ${
          isBlocked
            ? html`<p>${library.confirm.blocked}</p>
                ${usesList(this.#blocking, context)}`
            : html`<p>
                ${
                  kind === 'segments' || kind === 'rules'
                    ? library.confirm[kind]
                    : library.confirm.groups(carriers)
                }
              </p>`
        }
        ${
          this.failure
            ? html`<p class="failure" role="alert">
                ${library.notRemoved} ${errors[this.failure.code].hint}
              </p>`
            : ''
        }
      </div>
      <button class="button" type="button" slot="footer" @click=${() => this.dialog.requestClose()}>
        ${isBlocked ? common.close : common.cancel}
      </button>
      ${
        isBlocked
          ? ''
          : html`<button
              class="button danger"
              type="button"
              slot="footer"
              aria-disabled=${String(this.isRemoving)}
              @click=${() => void this.#remove(item)}
            >
              ${library.confirm.remove(name)}
            </button>`
      }
    </clientele-dialog-0>`;
  }

  async #remove(item: LibraryItem): Promise<void> {
    if (this.isRemoving) return;
    this.isRemoving = true;
    this.failure = null;
    try {
      const version = (item as ListItem).version ?? 0;
      await this.context.model.session.removeItem(this.kind, item.id, version);
      this.dialog.open = false;
      this.removed(item);
    } catch (cause) {
      const error = toError(cause, 'library.remove');
      // Somebody has begun to use it meanwhile.
      if (error.code === 'conflict' && error.detail.uses) this.uses = error.detail.uses as Use[];
      else this.failure = error;
    } finally {
      this.isRemoving = false;
    }
  }
}
