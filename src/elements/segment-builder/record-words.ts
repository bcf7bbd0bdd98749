import type { ReactiveControllerHost } from 'lit';
import type { RecordKind } from '../../contract/index.js';
import type { Terms } from '../../locales/terms.js';
import { TermsController } from '../locale.js';

type Words = Terms['records'];
type KindWords = {
  name: string;
  fields: Record<string, string>;
  options: Record<string, Record<string, string>>;
};
type Records = ReadonlyMap<string, RecordKind>;

/** Kinds of records with the words of the locale for those beyond the usual ones; these words load when a base keeps such a kind. */
export class RecordWords {
  readonly #host: ReactiveControllerHost & HTMLElement;
  /** Kinds that have their words elsewhere. */
  readonly #usual: ReadonlySet<string>;
  #controller: TermsController<'records'> | Promise<void> | null = null;
  #last: { from: Records; words: Words; made: Records } | null = null;

  constructor(host: ReactiveControllerHost & HTMLElement, usual: readonly string[]) {
    this.#host = host;
    this.#usual = new Set(usual);
  }

  /** Without the words at first; the host draws again once they are there. */
  of(records: Records): Records {
    const needs = [...records.values()].some(({ id, label }) => label === undefined && !this.#usual.has(id));
    if (!needs) return records;
    this.#controller ??= import('../../locales/en/records.js').then(({ records: words }) => {
      this.#controller = new TermsController(this.#host, { records: words });
      this.#host.requestUpdate();
    });
    if (this.#controller instanceof Promise) return records;
    const words = this.#controller.terms.records;
    if (this.#last?.from !== records || this.#last.words !== words) {
      const made = new Map([...records].map(([id, kind]) => [id, named(kind, words)]));
      this.#last = { from: records, words, made };
    }
    return this.#last.made;
  }
}

function named(kind: RecordKind, words: Words): RecordKind {
  if (kind.label !== undefined || !Object.hasOwn(words, kind.id)) return kind;
  const { name, fields, options } = Reflect.get(words, kind.id) as KindWords;
  return {
    ...kind,
    label: name,
    fields: kind.fields.map((field) => {
      const label = field.label ?? fields[field.id];
      const ofField = options[field.id] ?? {};
      const named = field.options?.map((option) => {
        const text = option.label ?? ofField[option.id];
        return text === undefined ? option : { ...option, label: text };
      });
      return { ...field, ...(label === undefined ? {} : { label }), ...(named ? { options: named } : {}) };
    }),
  };
}
