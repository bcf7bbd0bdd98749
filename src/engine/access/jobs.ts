import type { ActionRequest, Context, Job, JobStore, Plan } from '../../contract/index.js';
import { chain } from '../now.js';
import { refuse } from '../refuse.js';
import { narrowSelection } from './clients.js';
import type { Gate, Pass } from './gate.js';

export function guardJobs(gate: Gate, jobs: JobStore): JobStore {
  const isOwn = ({ grant }: Pass, job: Job, context: Context) =>
    job.actor === context.actor || grant.permissions.has('jobs.all') || gate.adapter.remote === true;
  const mustOwn = (pass: Pass, job: Job, operation: string, context: Context): Job => {
    if (!isOwn(pass, job, context)) throw refuse('not_found', 'no such job', operation);
    return job;
  };
  /** The job's own action decides who may stop it, repeat it or take it back. */
  const change = (operation: 'jobs.cancel' | 'jobs.retry' | 'jobs.undo'): JobStore['cancel'] => {
    const member = { 'jobs.cancel': jobs.cancel, 'jobs.retry': jobs.retry, 'jobs.undo': jobs.undo }[
      operation
    ];
    return (id, context) =>
      gate.write(operation, context, async (pass, inner) => {
        const job = mustOwn(pass, await jobs.get(id, inner), operation, inner);
        mayDo(pass, job.action, operation);
        return member.call(jobs, id, inner);
      });
  };

  return {
    plan: (request, context) =>
      gate.write('jobs.plan', context, (pass, inner): Promise<Plan> | Plan => {
        mayDo(pass, request.action, 'jobs.plan');
        const selection = narrowSelection(gate, pass, request.selection, 'jobs.plan', inner);
        return chain<ActionRequest['selection'], Plan>(selection, (narrowed) =>
          jobs.plan({ ...request, selection: narrowed }, inner),
        );
      }),
    run: (plan, context) => gate.write('jobs.run', context, (_, inner) => jobs.run(plan, inner)),
    get: (id, context) =>
      gate.enter('jobs.get', context, (pass, inner) =>
        chain(jobs.get(id, inner), (job) => mustOwn(pass, job, 'jobs.get', inner)),
      ),
    list: (context) =>
      gate.enter('jobs.list', context, (pass, inner) =>
        chain(jobs.list(inner), (list) => list.filter((job) => isOwn(pass, job, inner))),
      ),
    rows: (id, window, context, outcome) =>
      gate.enter('jobs.rows', context, (pass, inner) =>
        chain(jobs.get(id, inner), (job) => {
          mustOwn(pass, job, 'jobs.rows', inner);
          return jobs.rows(id, window, inner, outcome);
        }),
      ),
    cancel: change('jobs.cancel'),
    retry: change('jobs.retry'),
    undo: change('jobs.undo'),
    // The pump works for everyone; each piece is done with the rights that its author has by then.
    work: (options, context) =>
      gate.write('jobs.work', context, (_, inner) =>
        jobs.work(
          {
            ...options,
            rights: (author) =>
              chain(gate.pass(author), ({ grant }) => ({
                permissions: [...grant.permissions],
                hidden: [],
                masked: [],
                branches: grant.branches === null ? null : [...grant.branches],
              })),
          },
          inner,
        ),
      ),
  };
}

function mayDo({ grant }: Pass, id: string, operation: string): void {
  const action = grant.full.actions.get(id);
  if (!action) throw refuse('invalid', `there is no action "${id.slice(0, 60)}"`, operation);
  if (!grant.permissions.has(action.permission)) {
    throw refuse('forbidden', `this needs the permission ${action.permission}`, operation);
  }
  if (!grant.description.capabilities.actions.includes(id)) {
    throw refuse('unsupported', `the adapter cannot ${id}`, operation);
  }
}
