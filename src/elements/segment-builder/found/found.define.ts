import { defineElement } from '../../parts/define.js';
import { BuilderFound } from './found.js';

defineElement('clientele-builder-found-0', BuilderFound);

declare global {
  interface HTMLElementTagNameMap {
    'clientele-builder-found-0': BuilderFound;
  }
}
