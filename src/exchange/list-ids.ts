import type { ListName, Lists } from '../contract/index.js';
import { fold, transliterate } from '../text/index.js';
import type { CellField } from './fields.js';

/** An entry that a list of the base lacks and that the file names. */
export interface NewListItem {
  list: ListName;
  id: string;
  name: string;
}

type OptionLabel = NonNullable<CellField['options']>[number]['label'];

function labelsOf(label: OptionLabel): string[] {
  return typeof label === 'string' ? [label] : Object.values(label ?? {});
}

/** The id of a field's own option by its name in any language, or by the id itself; null: there is none. */
export function optionOf(name: string, { options = [] }: CellField): string | null {
  const folded = fold(name);
  const found = options.find(
    (option) => option.id === name || labelsOf(option.label).some((label) => fold(label) === folded),
  );
  return found?.id ?? null;
}

/** Ids of the entries of lists by their names; a name that a list lacks gets an id and is kept in `added`. */
export class ListIds {
  readonly added: NewListItem[] = [];
  readonly #byName = new Map<string, string>();
  readonly #ids = new Set<string>();

  constructor(lists: Lists) {
    for (const [list, items] of Object.entries(lists)) {
      for (const { id, name } of items) {
        for (const label of labelsOf(name)) this.#byName.set(keyOf(list, label), id);
        this.#ids.add(`${list} ${id}`);
      }
    }
  }

  idOf(list: ListName, name: string): string {
    const key = keyOf(list, name);
    const known = this.#byName.get(key);
    if (known !== undefined) return known;
    if (this.#ids.has(`${list} ${name}`)) return name;
    const words = transliterate(name, 'en')
      .toLowerCase()
      .match(/[a-z0-9]+/g) ?? [list];
    const stem = words.join('-').slice(0, 50);
    let id = stem;
    for (let i = 2; this.#ids.has(`${list} ${id}`); i++) id = `${stem}-${i}`;
    this.#byName.set(key, id);
    this.#ids.add(`${list} ${id}`);
    this.added.push({ list, id, name });
    return id;
  }
}

function keyOf(list: string, name: string): string {
  return `${list} ${fold(name) || name}`;
}
