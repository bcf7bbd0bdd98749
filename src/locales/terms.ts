import type { actions } from './en/actions.js';
import type { builder } from './en/builder.js';
import type { card } from './en/card.js';
import type { catalogue } from './en/catalogue.js';
import type { columns } from './en/columns.js';
import type { common } from './en/common.js';
import type { conditions } from './en/conditions.js';
import type { errors } from './en/errors.js';
import type { fields } from './en/fields.js';
import type { filters } from './en/filters.js';
import type { library } from './en/library.js';
import type { list } from './en/list.js';
import type { palette } from './en/palette.js';
import type { panel } from './en/panel.js';
import type { provider } from './en/provider.js';
import type { records } from './en/records.js';
import type { segments } from './en/segments.js';
import type { sentence } from './en/sentence.js';
import type { states } from './en/states.js';
import type { views } from './en/views.js';

/**
 * All words of all widgets, a file for each part that loads on its own. English is the original: a term added there must be added in every
 * other locale, or the build fails. No term is optional; a value is a text, or a function where it depends on a number or a name.
 */
export interface Terms {
  common: typeof common;
  fields: typeof fields;
  errors: typeof errors;
  catalogue: typeof catalogue;
  records: typeof records;
  library: typeof library;
  card: typeof card;
  actions: typeof actions;
  provider: typeof provider;
  list: typeof list;
  states: typeof states;
  panel: typeof panel;
  filters: typeof filters;
  conditions: typeof conditions;
  builder: typeof builder;
  sentence: typeof sentence;
  segments: typeof segments;
  columns: typeof columns;
  views: typeof views;
  palette: typeof palette;
}

export type TermFile = keyof Terms;

/** A locale: each file at once, or a way to load it. */
export type LocaleTerms = { readonly [F in TermFile]: Terms[F] | (() => Promise<Terms[F]>) };

type DeepPartial<T> = T extends (...args: never) => unknown
  ? T
  : T extends object
    ? { readonly [K in keyof T]?: DeepPartial<T[K]> }
    : T;

/** Some terms of some files, in place of the bundled ones. */
export type TermOverrides = { readonly [F in TermFile]?: DeepPartial<Terms[F]> };
