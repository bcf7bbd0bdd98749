import { defineElement } from '../../parts/define.js';
import { ListFilters } from './filters.js';

defineElement('clientele-list-filters-0', ListFilters);

declare global {
  interface HTMLElementTagNameMap {
    'clientele-list-filters-0': ListFilters;
  }
}
