import { css, html, LitElement, nothing, type PropertyValues, type TemplateResult } from 'lit';
import { property, state } from 'lit/decorators.js';
import {
  applyPalette,
  contrast,
  palette,
  paletteCss,
  parseColor,
  type Palette,
} from '../../src/theme/index.js';

const SUGGESTIONS = ['#6d4aa8', '#0f766e', '#b4235a', '#1d4ed8', '#b45309', '#facc15', '#111827'];

/** Pairs that the palette promises to keep apart: [what, on what, at least]. */
const PROMISES = [
  ['on-accent', 'accent', 4.5],
  ['accent-text', 'accent-tint', 4.5],
] as const;

/**
 * One brand colour in, a whole palette out: seen on the widgets beside it, with the contrast of each pair, and as CSS to take away.
 *
 * @summary Builds a theme from a brand colour.
 */
export class ThemeBuilder extends LitElement {
  static override styles = css`
    :host {
      display: grid;
      gap: 16px;
      padding: 20px;
    }
    .row {
      display: flex;
      flex-wrap: wrap;
      align-items: center;
      gap: 8px;
    }
    h1 {
      margin: 0;
      font-size: 20px;
    }
    p {
      margin: 0;
      max-inline-size: 64ch;
      color: var(--clientele-color-text-secondary);
    }
    input[type='color'] {
      inline-size: 48px;
      block-size: 36px;
    }
    button {
      min-block-size: 32px;
      padding: 4px 12px;
      border: 1px solid var(--clientele-color-border-strong);
      border-radius: 6px;
      background: var(--clientele-color-surface-raised);
      color: var(--clientele-color-text);
      font: inherit;
    }
    table {
      border-collapse: collapse;
      font-size: 13px;
    }
    td,
    th {
      padding: 6px 12px 6px 0;
      text-align: start;
    }
    .swatch {
      display: inline-block;
      inline-size: 64px;
      block-size: 24px;
      border-radius: 4px;
      border: 1px solid var(--clientele-color-border);
      vertical-align: middle;
    }
    pre {
      margin: 0;
      max-block-size: 220px;
      overflow: auto;
      padding: 12px;
      border-radius: 6px;
      background: var(--clientele-color-surface-sunken);
      font-size: 12px;
    }
  `;

  @property() brand = SUGGESTIONS[0] ?? '#6d4aa8';
  @state() private copied = false;

  protected override render(): TemplateResult {
    const colors = palette(this.brand);
    return html`<h1>One colour, a whole palette</h1>
      <p>
        Choose the brand's colour. Its hue is kept; its lightness moves only as far as text and controls need
        to be readable, in light and in dark. Everything on this page follows at once.
      </p>
      <div class="row">
        <label
          >Brand
          <input
            type="color"
            .value=${this.brand}
            @input=${(event: Event) => this.#choose((event.target as HTMLInputElement).value)}
        /></label>
        ${SUGGESTIONS.map((color) => html`<button @click=${() => this.#choose(color)} aria-pressed=${String(color === this.brand)}>${color}</button>`)}
      </div>
      ${this.#renderTable(colors)}
      <div class="row">
        <button @click=${() => this.#copy(paletteCss(colors))}>Copy as CSS</button>
        <span role="status">${this.copied ? 'Copied' : nothing}</span>
      </div>
      <pre tabindex="0" aria-label="CSS of the palette">${paletteCss(colors)}</pre>
      <slot></slot>`;
  }

  #renderTable(colors: Palette): TemplateResult {
    const figure = (scheme: 'light' | 'dark', one: string, other: string) => {
      const scale: Readonly<Record<string, string>> = colors[scheme];
      const front = parseColor(scale[one] ?? '');
      const back = parseColor(scale[other] ?? '');
      return front && back ? contrast(front, back).toFixed(2) : '';
    };
    return html`<table>
        <thead>
          <tr>
            <th scope="col">Colour</th>
            <th scope="col">Light</th>
            <th scope="col">Dark</th>
          </tr>
        </thead>
        <tbody>
          ${Object.keys(colors.light).map(
            (name) =>
              html`<tr>
                <th scope="row">${name}</th>
                ${(['light', 'dark'] as const).map((scheme) => html`<td><span class="swatch" data-color=${(colors[scheme] as Record<string, string>)[name] ?? ''}></span></td>`)}
              </tr>`,
          )}
        </tbody>
      </table>
      <table>
        <thead>
          <tr>
            <th scope="col">Contrast</th>
            <th scope="col">Light</th>
            <th scope="col">Dark</th>
            <th scope="col">Promised</th>
          </tr>
        </thead>
        <tbody>
          ${PROMISES.map(
            ([one, other, least]) =>
              html`<tr>
                <th scope="row">${one} on ${other}</th>
                <td>${figure('light', one, other)}</td>
                <td>${figure('dark', one, other)}</td>
                <td>${least}</td>
              </tr>`,
          )}
        </tbody>
      </table>`;
  }

  protected override updated(changed: PropertyValues<this>): void {
    for (const swatch of this.renderRoot.querySelectorAll<HTMLElement>('[data-color]'))
      swatch.style.background = swatch.dataset['color'] ?? '';
    if (changed.has('brand')) applyPalette(document.documentElement, palette(this.brand));
  }

  override disconnectedCallback(): void {
    super.disconnectedCallback();
    applyPalette(document.documentElement, null);
  }

  #choose(color: string): void {
    this.brand = color;
    this.copied = false;
  }

  async #copy(text: string): Promise<void> {
    await navigator.clipboard.writeText(text);
    this.copied = true;
  }
}

if (!customElements.get('theme-builder')) customElements.define('theme-builder', ThemeBuilder);
