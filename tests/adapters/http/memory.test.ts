import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { httpAdapter } from '../../../src/adapters/http/index.js';
import { memoryAdapter } from '../../../src/adapters/memory/index.js';
import {
  EVERYONE,
  isClienteleError,
  type Adapter,
  type Change,
  type Context,
  type Job,
} from '../../../src/contract/index.js';
import { createHandler } from '../../../src/server/index.js';
import { BASE } from '../../server/requests.js';
import { anna, lost, writing, type Fault } from './faulty.js';

const people = [
  {
    id: 'c1',
    firstName: 'Анна',
    lastName: 'Петрова',
    phones: ['+359888123456'],
    visits: 3,
    birthday: '1990-05-01',
  },
  { id: 'c2', firstName: 'Jānis', lastName: 'Bērziņš', emails: ['janis@example.lv'], visits: 1 },
  { id: 'c3', firstName: 'Eliška', lastName: 'Nováková', visits: 12 },
];

/** One base in memory behind the handler, and a client for each user, named by their token. */
function served(faults: Fault[] = []) {
  const memory = memoryAdapter({ clients: people });
  const handle = createHandler({
    adapter: memory,
    authenticate(request) {
      const actor = /^Bearer (\w+)$/.exec(request.headers.get('authorization') ?? '')?.[1];
      return actor ? { tenant: 'salon', actor, role: actor === 'guest' ? 'guest' : 'admin' } : null;
    },
    rights: ({ role }, { rights }) =>
      role === 'guest' ? { permissions: ['see'], hidden: ['birthday'], masked: [], branches: null } : rights,
  });
  const as = (token: string): Adapter =>
    httpAdapter({
      url: BASE,
      token: () => token,
      retry: { delay: 1 },
      fetch: async (input, init) => {
        const request = new Request(input, init);
        return (faults.shift() ?? handle)(request, handle);
      },
    });
  return { memory, as };
}
const all = { where: EVERYONE, sort: [], window: { at: 0, size: 10 } };

async function ended(http: Adapter, job: Job, context: Context): Promise<Job> {
  for (let i = 0; i < 100; i++) {
    await http.jobs?.work({ budgetMs: 50 }, context);
    const now = await http.jobs?.get(job.id, context);
    if (now && now.state !== 'queued' && now.state !== 'running') return now;
  }
  return assert.fail('the job did not end');
}

describe('a base in memory behind the handler', () => {
  it('finds by search and filter, sorted, with the wanted fields alone', async () => {
    const { as } = served();
    const where = {
      v: 1,
      where: { kind: 'all', of: [{ kind: 'field', field: 'visits', op: 'gte', value: 3 }] },
    } as const;
    const page = await as('anna').find(
      {
        ...all,
        where: where as never,
        sort: [{ field: 'visits', dir: 'desc' }],
        fields: ['firstName', 'visits'],
      },
      anna,
    );
    assert.deepEqual(
      page.items.map(({ version, ...rest }) => ({ ...rest, version: version > 0 })),
      [
        { id: 'c3', version: true, firstName: 'Eliška', visits: 12 },
        { id: 'c1', version: true, firstName: 'Анна', visits: 3 },
      ],
    );
    const search = { v: 1, where: { kind: 'search', text: 'petrova' } } as const;
    assert.deepEqual(
      (await as('anna').find({ ...all, where: search }, anna)).items.map(({ id }) => id),
      ['c1'],
    );
  });

  it('answers each with what they may see', async () => {
    const { as } = served();
    const guest = await as('guest').get('c1', anna);
    assert.equal('birthday' in guest, false);
    assert.deepEqual(guest.phones, [{ masked: '•••• 56' }]);
    assert.equal((await as('anna').get('c1', anna)).birthday, '1990-05-01');
    const edit = as('guest').save({ id: 'c1', version: 1, patch: { city: 'Sofia' } }, writing());
    await assert.rejects(edit, (error) => isClienteleError(error) && error.code === 'forbidden');
  });

  it('blocks by a plan and a job, and undoes it', async () => {
    const { as } = served();
    const http = as('anna');
    const { jobs } = http;
    assert.ok(jobs);
    const request = {
      action: 'block',
      params: { reason: 'spam' },
      selection: { ids: ['c1', 'c2'] as [string, string] },
    };
    const plan = await jobs.plan(request, writing());
    assert.deepEqual([plan.total, plan.affected, plan.skipped], [2, 2, 0]);
    const job = await ended(http, await jobs.run(plan.id, writing()), anna);
    assert.deepEqual([job.state, job.ok, job.failed, job.unprocessed, job.actor], ['done', 2, 0, 0, 'anna']);
    assert.equal((await http.get('c2', anna)).blockReason, 'spam');
    assert.deepEqual((await jobs.rows(job.id, { at: 0, size: 10 }, anna)).items.length, 2);
    await ended(http, await jobs.undo(job.id, writing()), anna);
    assert.notEqual((await http.get('c2', anna)).blocked, true);
    const foreign = as('guest').jobs?.get(job.id, anna);
    await assert.rejects(
      Promise.resolve(foreign),
      (error) => isClienteleError(error) && ['forbidden', 'not_found'].includes(error.code),
    );
  });

  it('loses no update when two people edit one client at once', async () => {
    const { as } = served();
    const [first, second] = [as('anna'), as('boris')];
    const raise = async (http: Adapter) => {
      for (let done = 0; done < 10;) {
        const { version, discount = 0 } = await http.get('c1', anna);
        try {
          await http.save({ id: 'c1', version, patch: { discount: discount + 1 } }, writing());
          done++;
        } catch (error) {
          assert.ok(isClienteleError(error) && error.code === 'stale_version', String(error));
          assert.deepEqual(error.detail.changed, ['discount']);
        }
      }
    };
    await Promise.all([raise(first), raise(second)]);
    assert.equal((await first.get('c1', anna)).discount, 20);
  });

  it('does a write once whose answer was lost, and refuses its key for another', async () => {
    const { as } = served([lost]);
    const http = as('anna');
    const made = await http.save(
      { id: 'c9', version: null, patch: { firstName: 'Ivo' } },
      writing('the-key'),
    );
    assert.deepEqual([made.id, made.version], ['c9', (await http.get('c9', anna)).version]);
    const again = await http.save(
      { id: 'c9', version: null, patch: { firstName: 'Ivo' } },
      writing('the-key'),
    );
    assert.deepEqual(again, made);
    const other = http.save({ id: 'c9', version: null, patch: { firstName: 'Eva' } }, writing('the-key'));
    await assert.rejects(other, (error) => isClienteleError(error) && error.code === 'conflict');
  });

  it('tells one user what another has changed', async () => {
    const { as } = served();
    const given = new AbortController();
    const changes = as('boris').watch?.(null, { ...anna, signal: given.signal });
    assert.ok(changes);
    const told: Change[] = [];
    const listening = (async () => {
      for await (const change of changes) {
        told.push(change);
        given.abort();
      }
    })();
    const http = as('anna');
    const { version } = await http.get('c3', anna);
    await http.save({ id: 'c3', version, patch: { city: 'Brno' } }, writing('seen'));
    await listening;
    assert.deepEqual(
      told.map((change) => change.kind === 'clients' && [change.op, change.ids, change.key]),
      [['updated', ['c3'], 'seen']],
    );
  });
});
