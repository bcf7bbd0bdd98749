export { sentence } from './sentence.js';
export type { Sentence } from './sentence.js';
export type { SentenceContext, SentenceFormat } from './context.js';
export type { SentencePart, SentenceProblem } from './parts.js';
