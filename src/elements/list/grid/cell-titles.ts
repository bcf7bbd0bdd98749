import {
  valueOf,
  type Client,
  type Contact,
  type Field,
  type MaskedContact,
} from '../../../contract/index.js';
import { choicesOf, contactText, type CellContext } from './cells.js';
import type { GridColumn } from './columns.js';
import { placeOf } from './press.js';

/** What of a grid tells what its cells show. */
interface TitledGrid {
  readonly columns: readonly GridColumn[];
  /** Null while there is nothing to show. */
  readonly cellContext: CellContext | null;
  clientAt(row: number): Client | null;
}

interface Shown {
  readonly field: Field;
  readonly client: Client;
  readonly context: CellContext;
}

/** All of a cell's value as its title, made for the one cell that is pointed at; loads when one is. */
export class CellTitles {
  readonly #grid: TitledGrid;
  #titled: HTMLElement | null = null;

  constructor(grid: TitledGrid) {
    this.#grid = grid;
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

  /** Null: the cell has no title. */
  #shownIn(cell: HTMLElement): Shown | null {
    const at = placeOf(cell);
    const column = at && this.#grid.columns[at.column];
    const client = at && this.#grid.clientAt(at.row);
    const context = this.#grid.cellContext;
    return client && context && column?.kind === 'field' ? { field: column.field, client, context } : null;
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
