import { html, type TemplateResult } from 'lit';
import { BRANDS, CHOICES, choices, type Settings, type Switch } from './settings.js';
import { words } from './words.js';

export interface HeadActions {
  set(change: Partial<Record<keyof Settings, string>>): void;
  open(file: File): void;
}

/** The bar of the demo's own switches, which no product would have. */
export function renderHead(settings: Settings, { set, open }: HeadActions): TemplateResult {
  const text = words(settings.locale);
  return html`<header class="head">
    <span class="title">${text.tryIt}</span>
    ${(Object.keys(CHOICES) as Switch[]).map(
      (name) =>
        html`<label
          ><span>${text.switches[name]}</span>
          <select
            name=${name}
            aria-label=${text.switches[name] ?? name}
            .value=${settings[name]}
            @change=${(event: Event) => set({ [name]: (event.target as HTMLSelectElement).value })}
          >
            ${choices(name, settings.adapter).map(
              (value) =>
                html`<option value=${value} ?selected=${value === settings[name]}>
                  ${choiceLabel(settings, name, value)}
                </option>`,
            )}
          </select></label
        >`,
    )}
    <span class="swatches" role="group" aria-label=${text.switches['brand'] ?? ''}
      >${BRANDS.map(
        (color) =>
          html`<button
            aria-label=${color}
            aria-pressed=${color === settings.brand}
            data-color=${color}
            @click=${() => set({ brand: color })}
          ></button>`,
      )}</span
    >
    <label class="file"
      ><button @click=${chooseFile}>${text.openFile}</button
      ><input
        type="file"
        hidden
        accept=".csv,.tsv,.txt,text/csv"
        @change=${(event: Event) => {
          const file = (event.target as HTMLInputElement).files?.[0];
          if (file) open(file);
        }}
    /></label>
  </header>`;
}

function choiceLabel({ locale }: Settings, name: Switch, value: string): string {
  if (name === 'locale') return new Intl.DisplayNames(value, { type: 'language' }).of(value) ?? value;
  if (name === 'size') return new Intl.NumberFormat(locale).format(Number(value));
  return words(locale).switches[value] ?? value;
}

function chooseFile(event: Event): void {
  event.preventDefault();
  (event.target as HTMLElement).parentElement?.querySelector('input')?.click();
}
