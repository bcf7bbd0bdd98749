export { builder } from './builder.js';
export { records } from './records.js';
export { sentence } from './sentence.js';
