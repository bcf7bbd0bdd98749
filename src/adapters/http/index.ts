export { httpAdapter } from './adapter.js';
export type { HttpAdapterOptions, RetryOptions } from './transport.js';
export type { Token } from './token.js';
