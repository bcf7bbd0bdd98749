import { defineElement } from '../parts/define.js';
import { PROVIDER_TAG } from './contexts.js';
import { ClienteleProvider } from './provider.js';

defineElement(PROVIDER_TAG, ClienteleProvider);

declare global {
  interface HTMLElementTagNameMap {
    'clientele-provider': ClienteleProvider;
  }
}
