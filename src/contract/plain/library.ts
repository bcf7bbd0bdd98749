/**
 * What the base keeps under names and people edit: kept segments, rules that assign by themselves, and three of the lists that `describe()`
 * answers. Everything in it is saved, removed and asked for its uses in one way.
 */
export const LIBRARY_KINDS = ['segments', 'rules', 'categories', 'groups', 'tiers'] as const;
export type LibraryKind = (typeof LIBRARY_KINDS)[number];
