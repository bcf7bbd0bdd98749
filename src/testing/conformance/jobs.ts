import { EVERYONE, type ActionRequest, type Id, type Job, type Selection } from '../../contract/index.js';
import { ensure, refused, same } from './assert.js';
import { group } from './checks.js';
import type { Subject } from './subject.js';

const check = group('jobs', ['jobs', 'write']);
const views = group('views', ['views']);
const live = group('live', ['watch', 'write']);

const jobs = (subject: Subject) => {
  ensure(subject.adapter.jobs, 'the adapter has no jobs');
  return subject.adapter.jobs;
};

async function finish(subject: Subject, job: Job): Promise<Job> {
  for (let round = 0; round < 1000; round++) {
    const now = await jobs(subject).get(job.id, subject.context);
    same(now.ok + now.failed + now.skipped + now.unprocessed, now.total, 'the sum of all outcomes');
    if (now.finishedAt !== null) return now;
    await jobs(subject).work({ budgetMs: 20 }, subject.context);
  }
  throw new Error('the job never ended');
}

async function act(subject: Subject, request: ActionRequest): Promise<Job> {
  const plan = await jobs(subject).plan(request, subject.writer());
  return finish(subject, await jobs(subject).run(plan.id, subject.writer()));
}

async function found(subject: Subject, except: Id[] = []): Promise<Selection> {
  const { count, token, today } = await subject.adapter.count(EVERYONE, subject.context, { token: true });
  return { found: EVERYONE, except, count, token: token ?? '', today };
}
const favourite = (selection: Selection): ActionRequest => ({
  action: 'favourite',
  params: { on: true },
  selection,
});

export const jobChecks = [
  check(
    'plans for all that are found, but some, and changes nobody',
    async (subject) => {
      const plan = await jobs(subject).plan(favourite(await found(subject, ['leap'])), subject.writer());
      same(plan.total, subject.seed.clients.length - 1, 'the total');
      same(plan.affected + plan.skipped, plan.total, 'affected and skipped');
      same(plan.reasons[0], { reason: 'unchanged', count: 1, sample: ['all'] }, 'the reason');
      same((await subject.get('leap')).favourite, undefined, 'a client');
    },
    ['token'],
  ),

  check(
    'does what was planned, tells each row, and takes it back exactly',
    async (subject) => {
      const before = await subject.find(EVERYONE.where);
      const job = await act(subject, favourite(await found(subject)));
      const total = subject.seed.clients.length;
      same([job.state, job.ok, job.skipped, job.failed], ['done', total - 1, 1, 0], 'the job');
      ensure(job.undoable, 'the job can be undone');
      same(
        (await subject.ids({ kind: 'field', field: 'favourite', op: 'is', value: true })).length,
        total,
        'favourites',
      );
      const rows = await jobs(subject).rows(job.id, { at: 0, size: 1000 }, subject.context);
      same([rows.total, new Set(rows.items.map(({ client }) => client)).size], [total, total], 'rows');
      const undo = await finish(subject, await jobs(subject).undo(job.id, subject.writer()));
      same([undo.ok, undo.skipped, undo.undoOf], [total - 1, 0, job.id], 'the undo');
      same(
        (await jobs(subject).get(job.id, subject.context)).state,
        'undone',
        'the state of what was undone',
      );
      same((await subject.find(EVERYONE.where)).items, before.items, 'all clients');
      await refused('conflict', () => jobs(subject).undo(job.id, subject.writer()), 'a second undo');
    },
    ['token'],
  ),

  check(
    'answers conflict with both counts when the set is no longer the one that was confirmed',
    async (subject) => {
      const selection = await found(subject);
      await subject.adapter.save(
        { id: 'late', version: null, patch: { firstName: 'Late' } },
        subject.writer(),
      );
      const error = await refused(
        'conflict',
        () => jobs(subject).plan(favourite(selection), subject.writer()),
        'plan',
      );
      const total = subject.seed.clients.length;
      same([error.detail.before, error.detail.now], [total, total + 1], 'before and now');
    },
    ['token'],
  ),

  check('passes by rows that were edited since the plan, and rows that nobody has', async (subject) => {
    const selection: Selection = { ids: ['all', 'leap', 'no-such'] };
    const plan = await jobs(subject).plan(
      { action: 'block', params: { reason: 'x' }, selection },
      subject.writer(),
    );
    same([plan.total, plan.affected], [3, 2], 'total and affected');
    await subject.adapter.save({ id: 'leap', version: 1, patch: { city: 'x' } }, subject.writer());
    const job = await finish(subject, await jobs(subject).run(plan.id, subject.writer()));
    same([job.ok, job.skipped], [1, 2], 'ok and skipped');
    const skipped = await jobs(subject).rows(job.id, { at: 0, size: 9 }, subject.context, 'skipped');
    same(
      skipped.items.map(({ client, reason }) => [client, reason]),
      [
        ['leap', 'changed'],
        ['no-such', 'gone'],
      ],
      'the reasons',
    );
    same((await subject.get('leap')).blocked, undefined, 'the edited client');
    same((await subject.get('all')).blockReason, 'x', 'the other');
  }),

  check('runs a plan once, and answers the same job to the same key', async (subject) => {
    const plan = await jobs(subject).plan(favourite({ ids: ['leap'] }), subject.writer());
    const once = subject.writer();
    const first = await jobs(subject).run(plan.id, once);
    same((await jobs(subject).run(plan.id, once)).id, first.id, 'the job of the same key');
    await refused('conflict', () => jobs(subject).run(plan.id, subject.writer()), 'a second run');
    await refused('not_found', () => jobs(subject).run('no-such-plan', subject.writer()), 'an unknown plan');
  }),

  check('deletes several for the typed word alone, and brings them back', async (subject) => {
    if (!subject.capabilities.actions.includes('delete')) return;
    const selection: Selection = { ids: ['all', 'leap'] };
    const remove = (word?: string): ActionRequest => ({
      action: 'delete',
      params: {},
      selection,
      ...(word === undefined ? {} : { word }),
    });
    const plan = await jobs(subject).plan(remove(), subject.writer());
    await refused('invalid', () => jobs(subject).run(plan.id, subject.writer()), 'a run without the word');
    await refused('invalid', () => jobs(subject).plan(remove('yes'), subject.writer()), 'a wrong word');
    const before = await subject.get('all');
    const job = await act(subject, remove('delete'));
    same(job.ok, 2, 'removed');
    ensure(!(await subject.ids(EVERYONE.where)).includes('all'), 'a deleted client is still found');
    await finish(subject, await jobs(subject).undo(job.id, subject.writer()));
    const { version: _, updatedAt: _at, ...back } = await subject.get('all');
    const { version: _old, updatedAt: _was, ...was } = before;
    same(back, was, 'the client that is back');
  }),

  check('refuses actions and parameters that nobody knows', async (subject) => {
    const plan = (action: string, params: ActionRequest['params']) => () =>
      jobs(subject).plan({ action, params, selection: { ids: ['all'] } }, subject.writer());
    await refused('invalid', plan('no-such-action', {}), 'an unknown action');
    await refused('invalid', plan('favourite', {}), 'a missing parameter');
    await refused('invalid', plan('favourite', { on: true, more: 1 }), 'an unknown parameter');
    await refused('invalid', plan('favourite', { on: 'yes' }), 'a parameter of another type');
  }),

  views('keeps a view, and refuses a stale one', async (subject) => {
    const { adapter, context } = subject;
    const state = {
      v: 1 as const,
      columns: [{ field: 'name', width: 200 }, { field: 'custom.hasCat' }],
      pinned: 1,
      sort: [{ field: 'visits', dir: 'desc' as const }],
      where: EVERYONE,
    };
    const view = { id: 'view-1', version: null, name: 'Mine', scope: 'personal' as const, state };
    const saved = await adapter.views?.save(view, subject.writer());
    same([saved?.owner, saved?.state], [context.actor, state], 'the answer');
    same(await adapter.views?.list(context), [saved], 'the list');
    const next = { ...view, version: saved?.version ?? 1, name: 'Renamed' };
    await adapter.views?.save(next, subject.writer());
    await refused('stale_version', () => adapter.views?.save(next, subject.writer()), 'a stale view');
  }),

  live('tells of a write with its key and ids, and never its values', async (subject) => {
    const stop = new AbortController();
    const stream = subject.adapter.watch?.(null, { ...subject.context, signal: stop.signal });
    ensure(stream, 'there is no stream');
    const changes = stream[Symbol.asyncIterator]();
    const first = changes.next();
    // A stream may need a moment to begin; what is written before is not its business.
    await new Promise((resolve) => setTimeout(resolve, 50));
    const key = 'a-watched-write';
    await subject.adapter.save(
      { id: 'all', version: 7, patch: { city: 'Very Private City' } },
      { ...subject.context, key },
    );
    try {
      for (let next = await first; !next.done; next = await changes.next()) {
        const change = next.value;
        ensure(!JSON.stringify(change).includes('Private'), 'the change carries a value');
        if (change.kind !== 'clients' || change.key !== key) continue;
        same([change.op, change.ids], ['updated', ['all']], 'the change');
        ensure(!change.fields || change.fields.includes('city'), 'the change names the field');
        return;
      }
      throw new Error('the stream ended without the write');
    } finally {
      stop.abort();
      await changes.return?.(undefined);
    }
  }),
];
