import {
  valueOf,
  type Client,
  type Contact,
  type Field,
  type MaskedContact,
} from '../../../contract/index.js';
import { choicesOf, contactText, type CellContext } from './cells.js';

/** What a cell shows. */
export interface Shown {
  readonly field: Field;
  readonly client: Client;
  readonly context: CellContext;
}

/** All of a cell's value as its title, made for the one cell that is pointed at; loads when one is. */
export class CellTitles {
  readonly #shownIn: (cell: HTMLElement) => Shown | null;
  #titled: HTMLElement | null = null;

  /** @param shownIn null: the cell has no title. */
  constructor(shownIn: (cell: HTMLElement) => Shown | null) {
    this.#shownIn = shownIn;
  }

  /** @param target what is pointed at. */
  show(target: EventTarget | null): void {
    const cell = target instanceof Element ? target.closest<HTMLElement>('.cell') : null;
    const shown = cell && this.#shownIn(cell);
    if (!shown) return;
    this.clear();
    this.#titled = cell;
    cell?.setAttribute('title', titleOf(shown));
  }

  /** The cell is about to show something else. */
  clear(): void {
    this.#titled?.removeAttribute('title');
    this.#titled = null;
  }
}

function titleOf({ field, client, context }: Shown): string {
  const value = valueOf(client, field.id);
  if (value === undefined || value === '') return '';
  const { format } = context;
  switch (field.type) {
    case 'phones':
    case 'emails':
      return (value as readonly (Contact | MaskedContact)[])
        .map((entry) => contactText(field, entry, format))
        .join('\n');
    case 'choices': {
      const choices = choicesOf(field, context);
      return (value as readonly string[]).map((id) => choices.get(id)?.name ?? id).join('\n');
    }
    default:
      return format.field(field, value);
  }
}
