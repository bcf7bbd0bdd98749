import { defineElement } from './define.js';
import { ClienteleFinder } from './finder.js';
import { TAGS } from './tags.js';

defineElement(TAGS.finder, ClienteleFinder);

declare global {
  interface HTMLElementTagNameMap {
    'clientele-finder-0': ClienteleFinder;
  }
}
