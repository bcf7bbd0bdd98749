import { html, nothing, type TemplateResult } from 'lit';
import type { Hue } from '../../theme/scheme.js';
import { icon, type IconNode } from './icon.js';

export type Tone = 'neutral' | 'accent' | 'success' | 'warning' | 'danger';

/**
 * A small word about something, not to be pressed: a status, a count. `dot` sets a coloured point before it on a plain
 * ground, for tables; the word always says it too. Needs `badgeStyles`.
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

/** A category, group or tier in its hue. Needs `badgeStyles`. */
export function tag(label: string, hue: Hue = 'grey'): TemplateResult {
  return html`<span class="tag hue-${hue}" part="tag" title=${label}
    ><span class="truncate">${label}</span></span
  >`;
}
