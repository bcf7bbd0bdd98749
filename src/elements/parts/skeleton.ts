import { html, type TemplateResult } from 'lit';
import { setStyle } from './set-style.js';

/**
 * A grey bar where text will come, as wide as told (CSS length, default `100%`); `circle` is an avatar's. Say that something
 * loads by `aria-busy` on what holds it. Needs `skeletonStyles`.
 */
export function skeleton(width = '100%', shape: 'text' | 'circle' = 'text'): TemplateResult {
  return html`<span
    class="skeleton ${shape}"
    aria-hidden="true"
    ${setStyle({ 'inline-size': shape === 'text' ? width : null })}
  ></span>`;
}
