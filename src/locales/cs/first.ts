export { common } from './common.js';
export { fields } from './fields.js';
export { filters } from './filters.js';
export { list } from './list.js';
export { provider } from './provider.js';
