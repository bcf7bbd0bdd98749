import { html, nothing, type TemplateResult } from 'lit';
import { setStyle } from './set-style.js';

/**
 * A grey bar where text will come, as wide as told (CSS length, default `100%`); `circle` is an avatar's. Say that something
 * loads by `aria-busy` on what holds it. Needs `loadingStyles`.
 */
export function skeleton(width = '100%', shape: 'text' | 'circle' = 'text'): TemplateResult {
  return html`<span
    class="skeleton ${shape}"
    aria-hidden="true"
    ${setStyle({ 'inline-size': shape === 'text' ? width : null })}
  ></span>`;
}

interface Progress {
  /** Its name: what is being done. */
  readonly label: string;
  /** 0–1; absent while it cannot be known. */
  readonly value?: number | undefined;
  /** What a screen reader says instead of a per cent: "120 of 412". */
  readonly valueText?: string | undefined;
  readonly tone?: 'accent' | 'danger' | 'success';
}

/** A bar that fills. Needs `loadingStyles`. */
export function progressBar({ label, value, valueText, tone = 'accent' }: Progress): TemplateResult {
  const share = value === undefined ? null : Math.max(0, Math.min(1, value));
  return html`<div
    class="progress ${tone}${share === null ? ' unknown' : ''}"
    part="progress"
    role="progressbar"
    aria-label=${label}
    aria-valuemin="0"
    aria-valuemax="100"
    aria-valuenow=${share === null ? nothing : Math.round(share * 100)}
    aria-valuetext=${valueText ?? nothing}
  >
    <span ${setStyle({ '--_share': share })}></span>
  </div>`;
}
