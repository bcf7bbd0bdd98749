import { html, type TemplateResult } from 'lit';
import { skeleton } from '../parts/skeleton.js';

const SKELETON_ROWS = 12;

/** Rows to come, before there is a session. */
export function starting(label: string): TemplateResult {
  return html`<div class="starting" role="status" aria-label=${label} aria-busy="true">
    ${Array.from({ length: SKELETON_ROWS }, () => html`<div class="starting-row">${skeleton('24px', 'circle')}${skeleton('24%')}${skeleton('16%')}${skeleton('10%')}</div>`)}
  </div>`;
}
