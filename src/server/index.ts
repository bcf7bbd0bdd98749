export { createHandler } from './handler.js';
export type { Caller, HandlerOptions, Limits } from './handler.js';
export type { CorsOptions, CsrfOptions } from './guard.js';
export { keepWorking } from './pump.js';
export type { PumpOptions } from './pump.js';
export { toNodeListener } from './node.js';
export type { NodeOptions, NodeRequest, NodeResponse } from './node.js';
export { CSRF_HEADER, KEY_HEADER, operations } from '../contract/operations.js';
export type { Operation, OperationId, OperationName } from '../contract/operations.js';
