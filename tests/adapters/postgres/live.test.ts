import assert from 'node:assert/strict';
import { before, it } from 'node:test';
import {
  postgresAdapter,
  type PostgresAdapter,
  type PostgresOptions,
} from '../../../src/adapters/postgres/index.js';
import type { Adapter, Change } from '../../../src/contract/index.js';
import { describeOnPostgres } from '../../support/postgres.js';
import { contextOf, idsOf, writerOf } from './asking.js';

/** Changes of a tenant as they come, until `stop`. */
class Watch {
  readonly seen: Change[] = [];
  readonly #abort = new AbortController();
  readonly #over: Promise<void>;
  #more: () => void = () => undefined;

  constructor(adapter: Adapter, tenant: string, since: string | null = null) {
    const context = { ...contextOf(tenant), signal: this.#abort.signal };
    this.#over = (async () => {
      for await (const change of adapter.watch!(since, context)) {
        this.seen.push(change);
        this.#more();
      }
    })();
  }

  /** Waits until a change fits, and answers it. */
  async until(fits: (change: Change) => boolean, ms = 10_000): Promise<Change> {
    const end = Date.now() + ms;
    for (;;) {
      const found = this.seen.find(fits);
      if (found) return found;
      if (Date.now() > end) throw new Error(`not told: ${JSON.stringify(this.seen)}`);
      await new Promise<void>((done) => {
        this.#more = done;
        setTimeout(done, 200);
      });
    }
  }

  async stop(): Promise<void> {
    this.#abort.abort();
    await this.#over;
  }
}

const names = (id: string) => (change: Change) =>
  change.kind === 'clients' && change.ids !== 'many' && change.ids.includes(id);
const number = (at: string) => Number(at.split('.')[1]);

describeOnPostgres('changes between servers', (postgres) => {
  let schema: string;
  /** Two servers on one database: what one writes the other is told by the database alone. */
  let one: PostgresAdapter;
  let other: PostgresAdapter;
  const adapterOf = (more: Partial<PostgresOptions> = {}) =>
    postgresAdapter({ dialect: postgres().dialect(), keepOpen: true, schema, ...more });
  const put = (adapter: Adapter, tenant: string, id: string) =>
    adapter.save({ id, version: null, patch: { firstName: id } }, writerOf(tenant));
  before(async () => {
    schema = postgres().schema();
    // Only a notification can be in time: the log is not looked at by itself.
    const pollMs = 600_000;
    one = adapterOf({ listen: postgres().listen, pollMs });
    other = adapterOf({ listen: postgres().listen, pollMs, dialect: postgres().dialect(postgres().pool()) });
    await one.migrate();
  });

  it('come by notification, to watchers of that tenant alone', async () => {
    for (const tenant of ['a', 'b']) await put(one, tenant, 'first');
    const mine = new Watch(other, 'a', `${await epochOf('a')}.0`);
    const theirs = new Watch(other, 'b', `${await epochOf('b')}.1`);
    await mine.until(names('first'));
    await put(one, 'a', 'second');
    await mine.until(names('second'));
    assert.equal(mine.seen.length, 2);
    assert.deepEqual(theirs.seen, []);
    await Promise.all([mine.stop(), theirs.stop()]);
  });

  it('come in the order of commits: one that commits late is not passed by', async () => {
    await put(one, 'late', 'begin');
    const watch = new Watch(other, 'late', `${await epochOf('late')}.0`);
    await watch.until(names('begin'));
    // A transaction that has its number, and takes its time to commit.
    const slow = await postgres().shared.connect();
    await slow.query('begin');
    const { rows } = await slow.query<{ seq: number }>(
      `update "${schema}".tenants set seq = seq + 1 where tenant = 'late' returning seq::float8`,
    );
    const change = { kind: 'clients', op: 'updated', ids: ['slow'] };
    await slow.query(`insert into "${schema}".changes (tenant, seq, change) values ('late', $1, $2)`, [
      rows[0]!.seq,
      JSON.stringify(change),
    ]);
    let isDone = false;
    const quick = Promise.all(['q1', 'q2', 'q3'].map((id) => put(one, 'late', id))).then(() => {
      isDone = true;
    });
    await new Promise((done) => setTimeout(done, 300));
    assert.equal(isDone, false, 'whoever comes later commits later');
    assert.equal(watch.seen.length, 1);
    await slow.query('commit');
    slow.release();
    await quick;
    for (const id of ['slow', 'q1', 'q2', 'q3']) await watch.until(names(id));
    const numbers = watch.seen.map((told) => number(told.at));
    assert.deepEqual(
      numbers,
      numbers.map((_, i) => 1 + i),
    );
    assert.ok(names('slow')(watch.seen[1]!));
    await watch.stop();
  });

  it('are all told, once, of many writers at once', async () => {
    await put(one, 'many', 'c0');
    const begun = new Watch(other, 'many', `${await epochOf('many')}.0`);
    await begun.until(names('c0'));
    const ids = Array.from({ length: 60 }, (_, i) => `w${i}`);
    await Promise.all(ids.map((id, i) => put(i % 2 ? one : other, 'many', id)));
    for (const id of ids) await begun.until(names(id));
    const numbers = begun.seen.map((told) => number(told.at));
    assert.deepEqual(
      numbers,
      numbers.toSorted((a, b) => a - b),
    );
    assert.equal(new Set(numbers).size, numbers.length);
    assert.equal(begun.seen.filter(({ kind }) => kind === 'lost').length, 0);
    await begun.stop();
  });

  it('are looked for where nobody listens', async () => {
    const quiet = adapterOf({ pollMs: 30 });
    await put(one, 'quiet', 'c0');
    const watch = new Watch(quiet, 'quiet', `${await epochOf('quiet')}.0`);
    await watch.until(names('c0'));
    await put(one, 'quiet', 'c1');
    await watch.until(names('c1'));
    await watch.stop();
  });

  it('say lost to a cursor of another life, one from the future, and one that is too old', async () => {
    const brief = adapterOf({ keptChanges: 5 });
    for (let i = 0; i < 4; i++) await put(brief, 'brief', `c${i}`);
    // The log is swept once in 500 changes.
    await postgres().shared.query(`update "${schema}".tenants set seq = 499 where tenant = 'brief'`);
    await put(brief, 'brief', 'c500');
    await brief.close();
    const epoch = await epochOf('brief');
    for (const since of ['gone.1', `${epoch}.9999`, `${epoch}.1`, 'x', `${epoch}.-1`, `${epoch}.1.5`]) {
      const watch = new Watch(one, 'brief', since);
      assert.equal((await watch.until(() => true)).kind, 'lost', since);
      await watch.stop();
    }
  });

  it('end with the adapter, and free its connection', async () => {
    const own = adapterOf({ listen: postgres().listen });
    const watch = new Watch(own, 'a');
    await new Promise((done) => setTimeout(done, 100));
    await own.close();
    await watch.stop();
  });

  it('leave tenants of the same ids apart', async () => {
    await Promise.all(['x', 'y', 'z'].map((tenant) => put(one, tenant, 'same')));
    await one.save({ id: 'same', version: 1, patch: { firstName: 'X' } }, writerOf('x', 'key'));
    await one.save({ id: 'same', version: 1, patch: { firstName: 'Y' } }, writerOf('y', 'key'));
    await other.remove('same', 1, writerOf('z', 'key'));
    assert.equal((await other.get('same', contextOf('x'))).firstName, 'X');
    assert.equal((await other.get('same', contextOf('y'))).firstName, 'Y');
    assert.deepEqual(await idsOf(other, 'z'), []);
    const only = adapterOf({ tenant: 'x' });
    assert.deepEqual(await idsOf(only, 'x'), ['same']);
    await assert.rejects(idsOf(only, 'y'), { code: 'forbidden' });
  });

  const epochOf = async (tenant: string): Promise<string> => {
    const { rows } = await postgres().shared.query<{ epoch: string }>(
      `select epoch from "${schema}".tenants where tenant = $1`,
      [tenant],
    );
    return rows[0]!.epoch;
  };
});
