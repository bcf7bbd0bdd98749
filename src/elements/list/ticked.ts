import { html, nothing, type LitElement, type TemplateResult } from 'lit';
import type { Client } from '../../contract/index.js';
import type { WidthController } from '../parts/width.js';
import type { SessionController } from '../widget.js';
import './bar/bar.define.js';
import type { Offer } from './list.events.js';
import type { ListModel } from './model/list-model.js';
import { tickedCount } from './model/selection.js';

interface TickedHost extends LitElement {
  readonly withoutPanel: boolean;
}

interface TickedOptions {
  readonly session: SessionController<'common' | 'fields' | 'list'>;
  readonly width: WidthController<'narrow' | 'medium' | 'wide'>;
  readonly offers: () => ReadonlySet<Offer>;
  readonly open: (client: Client, index: number, from: 'panel') => void;
}

/** What a list shows while somebody is ticked: the bar below the rows, and the panel beside them, or as a sheet above. */
export class ListTicked {
  readonly #host: TickedHost;
  readonly #options: TickedOptions;
  #isPanelClosed = false;
  #isSheetOpen = false;

  constructor(host: TickedHost, options: TickedOptions) {
    this.#host = host;
    this.#options = options;
  }

  /** Nobody is ticked any more: the panel opens with the next tick. */
  rest(): void {
    this.#isPanelClosed = this.#isSheetOpen = false;
  }

  renderBar(model: ListModel): TemplateResult {
    const { session, width, offers } = this.#options;
    const { withoutPanel } = this.#host;
    const isWide = width.step === 'wide';
    return html`<clientele-list-bar-0
      .model=${model}
      .terms=${session.terms}
      .format=${session.format}
      .offers=${offers()}
      ?narrow=${width.step === 'narrow' || (isWide && !withoutPanel && !this.#isPanelClosed)}
      ?with-info=${!withoutPanel && !isWide}
      @clientele-list-info-0=${() => this.#turn({ isSheetOpen: true })}
    ></clientele-list-bar-0>`;
  }

  renderPanel(model: ListModel): TemplateResult | typeof nothing {
    if (this.#host.withoutPanel) return nothing;
    void import('./panel/panel.define.js');
    const { session, width, open } = this.#options;
    const { format, terms } = session;
    const isSheet = width.step !== 'wide';
    if (this.#isPanelClosed || (isSheet && !this.#isSheetOpen)) return nothing;
    const panel = html`<clientele-list-panel-0
      .model=${model}
      .format=${format}
      ?sheet=${isSheet}
      @clientele-panel-open-0=${({ detail: { client } }: CustomEvent<{ client: Client }>) => open(client, model.result.positionOf(client.id) ?? -1, 'panel')}
      @clientele-panel-close-0=${() => this.#turn({ isPanelClosed: true })}
    ></clientele-list-panel-0>`;
    if (!isSheet) return panel;
    return html`<clientele-dialog-0
      open
      label=${terms.list.selected(tickedCount(model.ticks))}
      close-label=${terms.common.close}
      @clientele-dialog-closed=${() => this.#turn({ isSheetOpen: false })}
      >${panel}</clientele-dialog-0
    >`;
  }

  #turn({ isPanelClosed, isSheetOpen }: { isPanelClosed?: boolean; isSheetOpen?: boolean }): void {
    this.#isPanelClosed = isPanelClosed ?? this.#isPanelClosed;
    this.#isSheetOpen = isSheetOpen ?? this.#isSheetOpen;
    this.#host.requestUpdate();
  }
}
