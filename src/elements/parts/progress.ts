import { html, nothing, type TemplateResult } from 'lit';
import { setStyle } from './set-style.js';

interface Progress {
  /** Its name: what is being done. */
  readonly label: string;
  /** 0–1; absent while it cannot be known. */
  readonly value?: number | undefined;
  /** What a screen reader says instead of a per cent: "120 of 412". */
  readonly valueText?: string | undefined;
  readonly tone?: 'accent' | 'danger' | 'success';
}

/** A bar that fills. Needs `progressStyles`. */
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
