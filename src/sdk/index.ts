export { createClientele } from './create.js';
export { startClientele } from './start.js';
export type { ClienteleOptions } from './session.js';
export { createFormatter } from './format.js';
export type { FormatterOptions, FormatterWords } from './format.js';
export { hasEnded } from './jobs.js';
export type {
  Formatter,
  ListQuestion,
  ResultSet,
  SaveOptions,
  Session,
  SessionEvents,
  SessionOptions,
} from './types.js';
