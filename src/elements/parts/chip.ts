import { html, nothing, type TemplateResult } from 'lit';
import { X } from 'lucide';
import type { Hue } from '../../theme/scheme.js';
import { icon, type IconNode } from './icon.js';

interface ChipOptions {
  readonly hue?: Hue;
  readonly icon?: IconNode;
  /** Makes the words a button: to change a filter, say. */
  readonly onOpen?: (event: MouseEvent) => void;
  /** Puts a cross after the words. */
  readonly onRemove?: (event: MouseEvent) => void;
  /** The name of the cross, with what it removes: "Remove filter: Last visit". */
  readonly removeLabel?: string;
  readonly haspopup?: 'dialog' | 'menu';
}

/** A filter or a chosen value: words to press, and a cross to take it off. Needs `chipStyles`. */
export function chip(label: string | TemplateResult, options: ChipOptions = {}): TemplateResult {
  const content = html`${options.icon ? icon(options.icon) : nothing}<span class="truncate">${label}</span>`;
  return html`<span class="chip ${options.hue ? `hue-${options.hue}` : ''}" part="chip"
    >${
      options.onOpen
        ? html`<button
            class="chip-open"
            type="button"
            aria-haspopup=${options.haspopup ?? nothing}
            aria-expanded=${options.haspopup ? 'false' : nothing}
            @click=${options.onOpen}
          >
            ${content}
          </button>`
        : html`<span class="chip-open">${content}</span>`
    }${
      options.onRemove
        ? html`<button
            class="chip-remove"
            type="button"
            aria-label=${options.removeLabel ?? nothing}
            title=${options.removeLabel ?? nothing}
            @click=${options.onRemove}
          >
            ${icon(X)}
          </button>`
        : nothing
    }</span
  >`;
}
