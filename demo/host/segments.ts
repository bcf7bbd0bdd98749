import { html, LitElement, nothing, type PropertyValues, type TemplateResult } from 'lit';
import { property, state } from 'lit/decorators.js';
import type { Segment, SegmentDocument } from '../../src/contract/index.js';
import { toParam } from '../../src/segments/index.js';
import type { Session } from '../../src/sdk/types.js';
import { words } from './words.js';
import type { Settings } from './settings.js';

/** The list's part of the address with other filters in it; what it says of columns, sort and row height stays. */
export function withFilter(address: string | null, document: SegmentDocument): string {
  const [version = '1', ...parts] = address ? address.split('~') : ['1'];
  // The filters, the saved view that they came from, and the note that some were left out.
  const kept = parts.filter((part) => !/^(?:w\.|i\.|x$)/.test(part));
  return [version, ...kept, `w.${toParam(document)}`].join('~');
}

/**
 * The salon's page of segments: those that are kept, and what the list's filters were when somebody came from there.
 *
 * @summary Kept segments, and the way from the list's filters to one.
 * @fires lilac-show - Clients of a segment are to be shown: its document.
 */
export class LilacSegments extends LitElement {
  @property({ attribute: false }) session!: Session;
  @property({ attribute: false }) locale: Settings['locale'] = 'en';
  /** What is to become a segment; null: nothing is. */
  @property({ attribute: false }) document: SegmentDocument | null = null;
  @state() private kept: readonly Segment[] = [];
  @state() private counts: ReadonlyMap<string, number> = new Map();
  @state() private failure = '';

  protected override createRenderRoot(): this {
    return this;
  }

  protected override willUpdate(changed: PropertyValues): void {
    if (changed.has('session')) void this.#read();
  }

  protected override render(): TemplateResult {
    const text = words(this.locale);
    const { number } = this.session.format;
    return html`<div class="bar">
        <h1>${text.segments}</h1>
        <span class="grow"></span>
      </div>
      ${this.document ? this.#renderDraft(this.document) : nothing}
      ${this.failure ? html`<p class="failure" role="alert">${this.failure}</p>` : nothing}
      <div class="table">
        <table>
          <thead>
            <tr>
              <th>${text.name}</th>
              <th class="number">${text.clients}</th>
              <th></th>
            </tr>
          </thead>
          <tbody>
            ${this.kept.map(
              ({ id, name, document }) =>
                html`<tr>
                  <td>${name}</td>
                  <td class="number">${this.counts.has(id) ? number(this.counts.get(id)!) : '…'}</td>
                  <td class="number"><button @click=${() => this.#show(document)}>${text.show}</button></td>
                </tr>`,
            )}
          </tbody>
        </table>
        ${this.kept.length === 0 ? html`<p class="none">${text.noSegments}</p>` : nothing}
      </div>`;
  }

  #renderDraft(document: SegmentDocument): TemplateResult {
    const text = words(this.locale);
    return html`<form class="draft" @submit=${this.#handleSave}>
      <label
        ><span>${text.segmentName}</span> <input name="name" required maxlength="100" autocomplete="off"
      /></label>
      <button class="primary">${text.save}</button>
      <button type="button" @click=${() => this.#show(document)}>${text.show}</button>
    </form>`;
  }

  async #read(): Promise<void> {
    const { session } = this;
    try {
      const kept = await session.library('segments');
      if (session !== this.session) return;
      this.kept = kept;
      for (const { id, document } of kept) {
        const { count } = await session.count(document);
        if (session === this.session) this.counts = new Map(this.counts).set(id, count);
      }
    } catch (error) {
      this.#fail(error);
    }
  }

  async #handleSave(event: SubmitEvent): Promise<void> {
    event.preventDefault();
    const { document } = this;
    const name = new FormData(event.target as HTMLFormElement).get('name');
    if (!document || typeof name !== 'string') return;
    try {
      await this.session.saveItem('segments', { id: crypto.randomUUID(), version: null, name, document });
      this.document = null;
      this.failure = '';
      await this.#read();
    } catch (error) {
      this.#fail(error);
    }
  }

  #fail(error: unknown): void {
    this.failure = error instanceof Error ? error.message : String(error);
  }

  #show(document: SegmentDocument): void {
    this.dispatchEvent(new CustomEvent<SegmentDocument>('lilac-show', { detail: document }));
  }
}

customElements.define('lilac-segments', LilacSegments);
