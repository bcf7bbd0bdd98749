export { fixedClock } from './clock.js';
export type { Clock } from './clock.js';
export { conformance, conformanceChecks, runCheck } from './conformance/conformance.js';
export type { ConformanceReport } from './conformance/conformance.js';
export type { Check, Need } from './conformance/checks.js';
export { conformanceSeed } from './conformance/seed.js';
export type { Seed } from './conformance/seed.js';
export type { MakeAdapter } from './conformance/subject.js';
