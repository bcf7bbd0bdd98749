import type { Id, ViewState } from '../../../contract/index.js';
import type { Session } from '../../../sdk/types.js';
import { warnOnce } from '../../parts/warn.js';
import { decodeView, encodeView, resolveView, startState, type AddressProblem } from './address.js';
import type { ListModel } from './list-model.js';

/** Changes that follow each other faster become one change of the address; browsers allow only so many. */
const PAUSE_MS = 250;

export interface AddressKeeperOptions {
  /** Name of the query parameter. */
  readonly name: string;
  readonly session: Session;
  /** How the list begins where the address says nothing; null: as the fields' definitions say. */
  readonly view: ViewState | null;
  /** Told what of an address could not be followed. */
  readonly onProblems: (problems: readonly AddressProblem[]) => void;
}

/**
 * Keeps the view of a list in one parameter of the page's address: reads it at the start and when the user goes back or forth, and writes
 * every change without a step of history. All else of the address, and the state that the host keeps with it, stay as they are.
 */
export class AddressKeeper {
  /** What the address asked for at the start; null: nothing, or nothing that could be read. */
  readonly state: ViewState | null;

  readonly #options: AddressKeeperOptions;
  readonly #start: ViewState;
  #model: ListModel | null = null;
  #view: Id | null = null;
  /** What is shown, as text: only what differs from it is written. */
  #text = '';
  #timer: ReturnType<typeof setTimeout> | undefined;
  #leave: (() => void) | null = null;

  constructor(options: AddressKeeperOptions) {
    this.#options = options;
    this.#start = startState(options.view, options.session.catalogue.fields);
    this.state = this.#read();
  }

  /** The saved view that the address names; null: none. */
  get view(): Id | null {
    return this.#view;
  }

  /** Writes what happens to a model into the address from now on. */
  follow(model: ListModel): void {
    this.#model = model;
    this.#text = this.#shown(model);
    this.#leave = model.subscribe(this.#changed);
    addEventListener('popstate', this.#handlePop);
  }

  close(): void {
    clearTimeout(this.#timer);
    this.#leave?.();
    removeEventListener('popstate', this.#handlePop);
  }

  #param(): string {
    return new URLSearchParams(location.search).get(this.#options.name) ?? '';
  }

  #read(): ViewState | null {
    const { name, session, onProblems } = this.#options;
    const text = this.#param();
    this.#view = null;
    if (text === '') return null;
    const asked = decodeView(text);
    if (typeof asked === 'string') {
      warnOnce(
        `address:${name}`,
        `the address parameter "${name}" holds no view of a client list (${asked}). If it is another's, keep ours apart: address="…".`,
      );
      onProblems([{ code: asked }]);
      return null;
    }
    const { state, problems } = resolveView(asked, this.#start, session);
    this.#view = asked.view ?? null;
    if (problems.length > 0) onProblems(problems);
    return state;
  }

  #shown(model: ListModel): string {
    return encodeView(model.viewState, this.#start, model.fields, model.view?.id ?? this.#view);
  }

  readonly #changed = (): void => {
    clearTimeout(this.#timer);
    this.#timer = setTimeout(this.#write, PAUSE_MS);
  };

  readonly #write = (): void => {
    const model = this.#model;
    if (!model) return;
    const text = this.#shown(model);
    if (text === this.#text) return;
    this.#text = text;
    const { name } = this.#options;
    const url = new URL(location.href);
    const others = url.search
      .slice(1)
      .split('&')
      .filter((pair) => pair !== '' && ![...new URLSearchParams(pair).keys()].includes(name));
    const own = text === '' ? [] : [`${encodeURIComponent(name)}=${text}`];
    url.search = [...others, ...own].join('&');
    history.replaceState(history.state, '', url);
  };

  readonly #handlePop = (): void => {
    clearTimeout(this.#timer);
    const model = this.#model;
    if (!model || this.#param() === this.#text) return;
    model.applyState(this.#read() ?? this.#start);
    this.#text = this.#shown(model);
  };
}
