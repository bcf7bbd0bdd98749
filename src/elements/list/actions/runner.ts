import type { ReactiveController, ReactiveControllerHost } from 'lit';
import {
  isClienteleError,
  type Action,
  type Field,
  type Job,
  type ScalarValue,
  type Selection,
} from '../../../contract/index.js';
import type { Terms } from '../../../locales/terms.js';
import type { Formatter, Session } from '../../../sdk/types.js';
import { deepActiveElement } from '../../parts/overlays.js';
import type { Toast } from '../../parts/toasts.js';
import { actionWords, errorText, type ActionTerms } from './words.js';

/** One action on one selection, as the list asks for it. */
export interface ActionAsk {
  readonly action: Action;
  readonly selection: Selection;
  readonly count: number;
  /** What is known already: then nothing is asked. */
  readonly params?: Readonly<Record<string, ScalarValue>>;
}

export interface RunnerNeeds {
  readonly session: () => Session | null;
  readonly terms: () => ActionTerms & Pick<Terms, 'errors'>;
  readonly format: () => Formatter;
  readonly labelOf: (field: Field) => string;
  readonly toast: (toast: Toast) => void;
  /** Gives the focus back to the rows, or to what stands in their place. */
  readonly back: () => void;
  /** Where a dialog is put: inside the list, so that it has its theme. */
  readonly room: () => ParentNode & Node;
  /** The action is done; what was ticked may be let go. */
  readonly done: (action: Action) => void;
}

/**
 * The one road of every action: ask what it needs, run it as a job, say what became of it, offer to take it back. One client is a
 * selection of one.
 */
export class ActionRunner implements ReactiveController {
  readonly #needs: RunnerNeeds;
  #dialog: HTMLElement | null = null;

  constructor(host: ReactiveControllerHost, needs: RunnerNeeds) {
    this.#needs = needs;
    host.addController(this);
  }

  hostDisconnected(): void {
    this.#dialog?.remove();
    this.#dialog = null;
  }

  async ask(ask: ActionAsk): Promise<void> {
    const { action, params } = ask;
    const needsWords =
      action.confirm !== 'none' ||
      action.params.some((param) => params?.[param.id] === undefined && action.required.includes(param.id));
    if (action.element !== undefined) this.#openOwn(action.element, ask);
    else if (needsWords) await this.#openDialog(ask);
    else await this.#run(ask);
  }

  /** The host's own dialog: it gets what it is about and takes the road itself, by `session.act`. */
  #openOwn(tag: string, { action, selection }: ActionAsk): void {
    const element = Object.assign(document.createElement(tag), {
      action,
      selection,
      session: this.#needs.session(),
    });
    this.#put(element);
    element.addEventListener('close', () => element.remove(), { once: true });
  }

  #put(element: HTMLElement): void {
    this.#dialog?.remove();
    this.#dialog = element;
    this.#needs.room().append(element);
  }

  async #openDialog({ action, selection, count }: ActionAsk): Promise<void> {
    await import('./action-dialog.define.js');
    const session = this.#needs.session();
    if (!session) return;
    const dialog = document.createElement('clientele-action-dialog-0');
    Object.assign(dialog, {
      session,
      action,
      selection,
      count,
      terms: this.#needs.terms(),
      format: this.#needs.format(),
      labelOf: this.#needs.labelOf,
    });
    dialog.addEventListener('clientele-action-done-0', (event) =>
      this.#tell(action, (event as CustomEvent<{ job: Job }>).detail.job),
    );
    dialog.addEventListener(
      'clientele-action-closed-0',
      () => {
        dialog.remove();
        // What opened it may be gone: a row that was deleted, the bar of what was ticked.
        if (!deepActiveElement()) this.#needs.back();
      },
      { once: true },
    );
    this.#put(dialog);
  }

  async #run({ action, selection, params = {} }: ActionAsk): Promise<void> {
    const session = this.#needs.session();
    if (!session) return;
    try {
      const started = await session.act({ action: action.id, params, selection });
      const stop = this.#showProgress(action, started, session);
      const job = await session.finished(started.id).finally(stop);
      this.#tell(action, job, params);
    } catch (error) {
      this.#fail(error);
    }
  }

  /** What takes long says how far it is, in one toast that is written anew. */
  #showProgress(action: Action, started: Job, session: Session): () => void {
    const { actions } = this.#needs.terms();
    const format = this.#needs.format();
    const label = actionWords(action, this.#needs.terms(), format).label;
    const leave = session.on('job', (job) => {
      if (job.id !== started.id || job.state !== 'running' || job.total < 1000) return;
      const text = actions.job.running(format.number(job.total - job.unprocessed), format.number(job.total));
      this.#needs.toast({
        id: job.id,
        text: `${label}: ${text}`,
        durationMs: 0,
        actionLabel: actions.job.cancel,
        onAction: () => void session.cancel(job.id),
      });
    });
    return leave;
  }

  #tell(action: Action, job: Job, params: Readonly<Record<string, ScalarValue>> = {}): void {
    const { actions, common } = this.#needs.terms();
    const format = this.#needs.format();
    const words = actionWords(action, this.#needs.terms(), format, params);
    const parts = [
      job.state === 'cancelled'
        ? actions.job.cancelled(format.number(job.total - job.unprocessed), format.number(job.total))
        : job.ok > 0 || job.total === 0
          ? words.done(job.ok)
          : actions.job.nothing,
    ];
    if (job.skipped > 0) parts.push(actions.job.skipped(job.skipped));
    if (job.failed > 0) parts.push(actions.job.failed(job.failed));
    this.#needs.toast({
      id: job.id,
      text: parts.join(' · '),
      tone: job.failed > 0 ? 'danger' : 'success',
      ...(job.undoable && job.ok > 0
        ? { actionLabel: common.undo, onAction: () => void this.#undo(job) }
        : {}),
    });
    this.#needs.done(action);
  }

  async #undo(job: Job): Promise<void> {
    const session = this.#needs.session();
    if (!session) return;
    const { actions } = this.#needs.terms();
    try {
      const undo = await session.undo(job.id);
      const ended = await session.finished(undo.id);
      const parts = [actions.job.undone(ended.ok)];
      if (ended.skipped > 0) parts.push(actions.job.undoneSome(ended.skipped));
      this.#needs.toast({
        id: job.id,
        text: parts.join(' · '),
        tone: ended.skipped > 0 ? 'danger' : 'success',
      });
    } catch (error) {
      this.#fail(error);
    }
  }

  #fail(error: unknown): void {
    const { errors } = this.#needs.terms();
    this.#needs.toast({
      text: isClienteleError(error) ? errorText(errors, error) : String(error),
      tone: 'danger',
    });
  }
}
