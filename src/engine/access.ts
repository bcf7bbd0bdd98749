import type { Adapter } from '../contract/index.js';
import { chain } from './now.js';
import { guardClients, narrowSelection } from './access/clients.js';
import { Gate, type AccessOptions } from './access/gate.js';
import { guardJobs } from './access/jobs.js';
import { guardExplain } from './access/explain.js';
import { guardLibrary } from './access/library.js';
import { guardIngest, guardRecords } from './access/records.js';
import { guardReviews } from './access/reviews.js';
import { guardViews } from './access/views.js';
import { guardWatch } from './access/watch.js';

/**
 * Puts rights in front of an adapter, member for member: what the user may not see is not in any answer, cannot be asked about, and cannot
 * be inferred from one; what they may not do is refused. What cannot be understood is `invalid` before the adapter sees it.
 *
 * Answers that are there at once stay so. An adapter without a capability stays without it. Both a server's handler and a session put this in
 * front of whatever adapter they are given, so that one in a page leaks nothing that a server would hide.
 */
export function withAccess(adapter: Adapter, options: AccessOptions = {}): Adapter {
  const gate = new Gate(adapter, options);
  const { watch, aggregate, ingest, reviews, records, jobs, views, library, explain, remote, close } =
    adapter;
  return {
    ...(remote ? { remote } : {}),
    describe: (context) => chain(gate.describe(context), ({ grant }) => grant.description),
    ...guardClients(gate),
    ...(watch ? { watch: guardWatch(gate, watch.bind(adapter)) } : {}),
    ...(aggregate ? { aggregate: guardAggregate(gate, aggregate.bind(adapter)) } : {}),
    ...(ingest ? { ingest: guardIngest(gate, ingest.bind(adapter)) } : {}),
    ...(reviews ? { reviews: guardReviews(gate, reviews) } : {}),
    ...(records ? { records: guardRecords(gate, records) } : {}),
    ...(jobs ? { jobs: guardJobs(gate, jobs) } : {}),
    ...(views ? { views: guardViews(gate, views) } : {}),
    ...(library ? { library: guardLibrary(gate, library) } : {}),
    ...(explain ? { explain: guardExplain(gate, explain.bind(adapter)) } : {}),
    ...(close ? { close: () => close.call(adapter) } : {}),
  };
}

type Figures = NonNullable<Adapter['aggregate']>;

function guardAggregate(gate: Gate, aggregate: Figures): Figures {
  return (input, context) =>
    gate.enter('aggregate', context, (pass, inner) => {
      pass.questions.aggregate(input, 'aggregate');
      const { over } = input;
      if ('where' in over) {
        const where = pass.questions.where(over.where, 'aggregate');
        return aggregate({ ...input, over: { where } }, inner);
      }
      return chain(narrowSelection(gate, pass, over, 'aggregate', inner), (selection) =>
        aggregate({ ...input, over: selection }, inner),
      );
    });
}
