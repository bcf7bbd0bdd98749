import type { Adapter } from '../../contract/index.js';
import { chain } from '../now.js';
import { refuse } from '../refuse.js';
import { mustSee } from './clients.js';
import type { Gate } from './gate.js';

type Explain = NonNullable<Adapter['explain']>;

/**
 * A document may be explained that may be asked: so no value in the answer is one of a field that the user does not see. A quick search is not,
 * where it looks into fields that they do not see: whether it held would say what is in them.
 */
export function guardExplain(gate: Gate, explain: Explain): Explain {
  return (input, context) =>
    gate.enter('explain', context, (pass, inner) => {
      const where = pass.questions.document(input.where, 'explain', 'where');
      if (!gate.adapter.remote && pass.questions.isCut(where)) {
        throw refuse('forbidden', 'a search in fields that you do not see is not explained', 'explain');
      }
      return chain(mustSee(gate, pass, input.client, 'explain', inner), () =>
        explain({ ...input, where }, inner),
      );
    });
}
