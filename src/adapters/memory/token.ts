import type { Now } from '../../contract/index.js';
import { SetToken } from '../../engine/index.js';
import { rowsOf, type Bits } from '../../segments/index.js';
import type { Base } from './base.js';
import { stepsOf, work } from './steps.js';

/** The snapshot token of a set of rows; null: of all. */
export function tokenOfRows(base: Base, bits: Bits | null): Now<string> {
  const token = new SetToken();
  const { ids } = base.clients;
  const rows = bits ? rowsOf(bits) : Uint32Array.from({ length: base.rows }, (_, row) => row);
  const id = new Uint8Array(64);
  const done = work(stepsOf(rows, (row) => token.addCharacters(id, ids.write(row, id))));
  return done === undefined ? token.toString() : done.then(() => token.toString());
}
