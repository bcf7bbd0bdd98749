import type { Segment, SegmentDocument } from '../../../contract/index.js';
import { isClienteleError } from '../../../contract/plain/errors.js';
import type { Toast } from '../../parts/toasts.js';
import type { BuilderContext } from '../context.js';
import type { SegmentSaveDetail, SegmentSavedDetail } from '../segment-builder.events.js';
import type { BuilderConflict } from './conflict-dialog.js';
import type { BuilderSave, SaveWhat } from './save-dialog.js';
import './save.define.js';
import { Saver } from './saver.js';

interface Around {
  readonly context: () => BuilderContext;
  /** Where dialogs are put: inside the builder, so that they have its theme. */
  readonly room: () => HTMLElement;
  readonly within: (document: SegmentDocument) => SegmentDocument;
  /** False: the host keeps it itself. */
  readonly ask: (detail: SegmentSaveDetail) => boolean;
  readonly saved: (detail: SegmentSavedDetail) => void;
  readonly taken: (theirs: Segment) => void;
  readonly toast: (toast: Toast) => void;
}

/** The way from a built document to a kept one: the dialog, the one for two versions, and what is said at the end. */
export class Saving {
  readonly #around: Around;
  readonly #saver: Saver;
  #dialog: BuilderSave | null = null;
  #conflict: BuilderConflict | null = null;

  constructor(around: Around) {
    this.#around = around;
    this.#saver = new Saver(around.context().model.session, around.within);
  }

  async open(what: SaveWhat): Promise<void> {
    const context = this.#around.context();
    const count = what === 'group' ? await this.#count(context) : 0;
    if (count === null) return;
    if (!this.#dialog) {
      this.#dialog = Object.assign(document.createElement('clientele-builder-save-0'), {
        ask: this.#around.ask,
        saver: this.#saver,
      });
      this.#dialog.addEventListener('clientele-builder-saved-0', this.#handleSaved);
      this.#dialog.addEventListener('clientele-builder-stale-0', this.#handleStale);
    }
    this.#dialog.context = context;
    this.#around.room().append(this.#dialog);
    await this.#dialog.show(what, count);
  }

  close(): void {
    this.#dialog?.remove();
    this.#conflict?.remove();
  }

  /** Said in the title of the dialog; null: it could not be counted, which was told. */
  async #count({ model, terms }: BuilderContext): Promise<number | null> {
    try {
      return (await model.session.count(this.#around.within(model.document))).count;
    } catch (error) {
      const code = isClienteleError(error) ? error.code : 'unavailable';
      this.#around.toast({ text: terms.errors[code].title, tone: 'danger' });
      return null;
    }
  }

  readonly #handleSaved = (event: Event): void => {
    const { detail } = event as CustomEvent<SegmentSavedDetail>;
    const { save } = this.#around.context().terms.builder;
    const { format } = this.#around.context();
    const text =
      detail.as === 'segment'
        ? save.saved(detail.segment.name)
        : save.grouped(detail.job.ok + detail.job.skipped, format.label(detail.group.name));
    this.#around.saved(detail);
    this.#around.toast({ text, tone: 'success' });
  };

  readonly #handleStale = (event: Event): void => {
    const { detail } = event as CustomEvent<SegmentSaveDetail>;
    void this.#compare(detail);
  };

  async #compare(mine: SegmentSaveDetail): Promise<void> {
    if (!this.#conflict) {
      this.#conflict = Object.assign(document.createElement('clientele-builder-conflict-0'), {
        saver: this.#saver,
      });
      this.#conflict.addEventListener('clientele-builder-saved-0', this.#handleSaved);
      this.#conflict.addEventListener('clientele-builder-theirs-0', (event) =>
        this.#around.taken((event as CustomEvent<Segment>).detail),
      );
    }
    this.#conflict.context = this.#around.context();
    this.#around.room().append(this.#conflict);
    try {
      await this.#conflict.show(mine);
    } catch (error) {
      const { errors } = this.#around.context().terms;
      const code = isClienteleError(error) ? error.code : 'unavailable';
      this.#around.toast({ text: errors[code].title, tone: 'danger' });
    }
  }
}
