import { html, nothing, type TemplateResult } from 'lit';
import { X } from 'lucide';
import type { Hue } from '../../theme/scheme.js';
import { icon, type IconNode } from './icon.js';

export type Tone = 'neutral' | 'accent' | 'success' | 'warning' | 'danger';

/**
 * A small word about something, not to be pressed: a status, a count. `dot` sets a coloured point before it on a plain
 * ground, for tables; the word always says it too. Needs `chipStyles`.
 */
export function badge(
  text: string,
  options: { tone?: Tone; dot?: boolean; icon?: IconNode; label?: string } = {},
): TemplateResult {
  const { tone = 'neutral', dot = false } = options;
  return html`<span
    class="badge ${tone}${dot ? ' dotted' : ''}"
    part="badge"
    title=${options.label ?? nothing}
    >${dot ? html`<span class="dot" aria-hidden="true"></span>` : nothing}${
      options.icon ? icon(options.icon) : nothing
    }<span class="truncate">${text}</span></span
  >`;
}

/** A category, group or tier in its hue. Needs `chipStyles`. */
export function tag(label: string, hue: Hue = 'grey'): TemplateResult {
  return html`<span class="tag hue-${hue}" part="tag" title=${label}
    ><span class="truncate">${label}</span></span
  >`;
}

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
