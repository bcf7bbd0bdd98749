import type { Id, LibraryItem, LibraryKind } from '../../../contract/index.js';
import type { Toast } from '../../parts/toasts.js';
import { nameOf, type SegmentsContext } from '../context.js';
import './item-dialog.define.js';
import './remove-dialog.define.js';

interface EditingNeeds {
  readonly context: () => SegmentsContext;
  /** Where the dialogs stand. */
  readonly room: () => HTMLElement;
  /** Something was saved, or removed. */
  readonly done: (toast: Toast, removed: Id | null) => void;
}

/** The dialogs of the manager, loaded when first wanted. */
export class Editing {
  readonly #needs: EditingNeeds;
  readonly #dialog = document.createElement('clientele-segments-item-0');
  readonly #removal = document.createElement('clientele-segments-remove-0');

  constructor(needs: EditingNeeds) {
    this.#needs = needs;
    this.#dialog.saved = (item) => {
      const context = needs.context();
      const text = context.terms.library.saved(nameOf(item, context));
      needs.done({ text, tone: 'success' }, null);
    };
    this.#removal.removed = (item) => {
      const context = needs.context();
      const text = context.terms.library.removed(nameOf(item, context));
      needs.done({ text, tone: 'success' }, item.id);
    };
  }

  async open(kind: LibraryKind, item: LibraryItem | null): Promise<void> {
    this.#dialog.context = this.#needs.context();
    this.#needs.room().append(this.#dialog);
    await this.#dialog.show(kind, item);
  }

  async remove(kind: LibraryKind, item: LibraryItem): Promise<void> {
    this.#removal.context = this.#needs.context();
    this.#needs.room().append(this.#removal);
    await this.#removal.show(kind, item);
  }

  close(): void {
    this.#dialog.remove();
    this.#removal.remove();
  }
}
