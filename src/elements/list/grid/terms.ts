import type { CellTerms } from './cells.js';

/** Words of the grid. */
export interface GridTerms extends CellTerms {
  /** Name of the grid. */
  clients: string;
  tick(name: string): string;
  tickAll(count: number): string;
  untickAll: string;
  favourite(name: string): string;
  rowMenu(name: string): string;
  columnMenu(column: string): string;
  resize(column: string): string;
  columnTick: string;
  columnFavourite: string;
  columnMenuHead: string;
}
