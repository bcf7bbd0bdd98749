import { html, nothing, type TemplateResult } from 'lit';
import type { Client } from '../../contract/index.js';
import type { Toast } from '../parts/toasts.js';
import type { CardContext } from './context.js';
import { hostTab } from './host-tab.js';
import type { CardTab } from './model/card-model.js';

/** What a tab shows. Its code loads when it is first opened. */
export function renderTab(
  tab: CardTab,
  client: Client,
  context: CardContext,
  toast: (toast: Toast) => void,
): TemplateResult | typeof nothing {
  if (tab.element !== undefined) return html`${hostTab(tab.element, client, context.model.session)}`;
  if (tab.id === 'overview') {
    void import('./overview/overview.define.js');
    return html`<clientele-card-overview-0
      .context=${context}
      .client=${client}
    ></clientele-card-overview-0>`;
  }
  if (tab.id === 'timeline') {
    void import('./timeline/timeline.define.js');
    return html`<clientele-card-timeline-0 .context=${context}></clientele-card-timeline-0>`;
  }
  if (tab.id === 'notes') {
    void import('./notes/notes.define.js');
    return html`<clientele-card-notes-0 .context=${context} .toast=${toast}></clientele-card-notes-0>`;
  }
  if (!tab.kind) return nothing;
  void import('./record-tab/record-tab.define.js');
  return html`<clientele-card-records-0 .context=${context} .kind=${tab.kind}></clientele-card-records-0>`;
}
