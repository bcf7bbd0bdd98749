import type { ReactiveControllerHost } from 'lit';
import type { Action, Client, Selection } from '../../contract/index.js';
import { actions } from '../../locales/en/actions.js';
import type { Terms } from '../../locales/terms.js';
import { TermsController } from '../locale.js';
import type { ClienteleMenu } from '../parts/menu.js';
import { ActionRunner, type RunnerNeeds } from './actions/runner.js';
import type { GridEventMap } from './grid/grid.events.js';
import { listEvent, type Offer } from './list.events.js';
import type { ListModel } from './model/list-model.js';
import { selectionOf, tickedCount } from './model/selection.js';
import { rowMenu, type RowMenu } from './row-menu.js';

type ListTerms = RowMenu['terms'] & Pick<Terms, 'errors'>;

interface DeedsNeeds extends Omit<RunnerNeeds, 'session' | 'done' | 'terms'> {
  readonly model: () => ListModel | null;
  readonly terms: () => Omit<ListTerms, 'actions'>;
  readonly offers: () => ReadonlySet<Offer>;
  readonly menu: () => ClienteleMenu;
  readonly open: (client: Client, index: number) => void;
}

/** What is done to clients from the list, one or many: loaded with the first deed, as rows are looked at before. */
export class ListDeeds {
  readonly #host: ReactiveControllerHost & HTMLElement;
  readonly #needs: DeedsNeeds;
  readonly #runner: ActionRunner;
  readonly #words: TermsController<'actions'>;

  constructor(host: ReactiveControllerHost & HTMLElement, needs: DeedsNeeds) {
    this.#host = host;
    this.#needs = needs;
    this.#words = new TermsController(host, { actions });
    this.#runner = new ActionRunner(host, {
      ...needs,
      terms: () => this.#terms,
      session: () => needs.model()?.session ?? null,
      done: (action) => action.danger && needs.model()?.clearTicks(),
    });
  }

  get #terms(): ListTerms {
    return { ...this.#needs.terms(), ...this.#words.terms };
  }

  /** Resolves once its words are there. */
  async whenReady(): Promise<void> {
    await this.#words.whenReady();
  }

  doToTicked(action: Action): void {
    const model = this.#needs.model();
    const selection = model && selectionOf(model.ticks);
    if (model && selection) this.#do(action, selection, tickedCount(model.ticks));
  }

  favourite(client: Client): void {
    const action = this.#needs.model()?.session.action('favourite');
    if (action) this.#do(action, { ids: [client.id] }, 1, client);
  }

  openRowMenu({ client, index, anchor }: GridEventMap['clientele-grid-row-menu-0']['detail']): void {
    const needs = this.#needs;
    const model = needs.model();
    if (!model) return;
    const ids = [client.id] as const;
    rowMenu(needs.menu(), anchor, client, {
      model,
      terms: this.#terms,
      format: needs.format(),
      offers: needs.offers(),
      back: needs.back,
      onOpen: () => needs.open(client, index),
      onEdit: () => this.#host.dispatchEvent(listEvent('clientele-list-edit', { client })),
      onMessage: () =>
        this.#host.dispatchEvent(
          listEvent('clientele-list-message', { ids, selection: { ids: [client.id] } }),
        ),
      onAction: (action) => this.#do(action, { ids: [client.id] }, 1, client),
    });
  }

  #do(action: Action, selection: Selection, count: number, client?: Client): void {
    // Favourite is a switch: of one it turns, of several it is set.
    const params = action.id === 'favourite' ? { params: { on: client?.favourite !== true } } : {};
    void this.#runner.ask({ action, selection, count, ...params });
  }
}
