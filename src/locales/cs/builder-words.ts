export { builder } from './builder.js';
export { records } from './records.js';
export { segments } from './segments.js';
