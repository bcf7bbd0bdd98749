export { registerLocale, overrideTerms, closestLocale, directionOf } from './registry.js';
export { plural } from './plural.js';
export type { PluralForms } from './plural.js';
export type { LocaleTerms, TermFile, TermOverrides, Terms } from './terms.js';
