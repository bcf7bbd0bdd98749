import { html, LitElement, type TemplateResult } from 'lit';
import { property } from 'lit/decorators.js';
import { common } from '../../../src/locales/en/common.js';
import { list } from '../../../src/locales/en/list.js';
import type { Session } from '../../../src/sdk/types.js';
import { SessionController } from '../../../src/elements/widget.js';

/** The least widget there can be: says in text what it knows of the world. */
export class Reader extends LitElement {
  @property({ attribute: false }) session: Session | null = null;
  readonly entered: (Session | null)[] = [];
  readonly app = new SessionController(this, {
    terms: { common, list },
    changed: (session) => this.entered.push(session),
  });

  get text(): string {
    return this.shadowRoot?.textContent?.trim() ?? '';
  }

  protected override render(): TemplateResult {
    const { state, terms, error } = this.app;
    return html`<p>${state} ${state === 'failed' ? error?.code : terms.list.title}</p>`;
  }
}

customElements.define('test-reader', Reader);
