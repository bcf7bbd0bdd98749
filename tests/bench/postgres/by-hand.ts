import type pg from 'pg';
import { fold } from '../../../src/text/index.js';
import { TENANT } from './base.js';

/*
 * What somebody would write who knew these tables: plain statements over the bare driver, without any of the adapter. Each gives what the
 * adapter's question beside it gives, from the same columns and indexes.
 */

const COLUMNS = 'id, version, removed_at, visits, total_spent, last_visit, gender, doc';
const LIVE = 'tenant = $1 and removed_at is null';

interface Place {
  key: string;
  id: string;
}

export async function pageAfter(pool: pg.Pool, place: Place, where = 'true'): Promise<unknown[]> {
  const { rows } = await pool.query(
    `select ${COLUMNS}, name_key from clientele.clients where ${LIVE} and ${where} and (name_key, id) > ($2, $3) order by name_key, id limit 51`,
    [TENANT, place.key, place.id],
  );
  return rows;
}

export async function count(pool: pg.Pool, where: string): Promise<number> {
  const { rows } = await pool.query<{ count: number }>(
    `select count(*)::int4 as count from clientele.clients c where ${LIVE} and ${where}`,
    [TENANT],
  );
  return rows[0]!.count;
}

/** The first fifty that have it in a text, by name, and how many there are. */
export async function search(pool: pg.Pool, part: string): Promise<number> {
  const like = `%${fold(part)}%`;
  await pool.query(
    `select ${COLUMNS}, name_key from clientele.clients where ${LIVE} and search like $2 and name_key is not null order by name_key, id limit 50`,
    [TENANT, like],
  );
  const { rows } = await pool.query<{ count: number }>(
    `select count(*)::int4 as count from clientele.clients where ${LIVE} and search like $2`,
    [TENANT, like],
  );
  return rows[0]!.count;
}

export async function jump(pool: pg.Pool, at: number): Promise<unknown[]> {
  const { rows } = await pool.query(
    `select ${COLUMNS} from clientele.clients where ${LIVE} order by name_key, id limit 50 offset $2`,
    [TENANT, at],
  );
  return rows;
}

/** One edit with everything that makes it safe: key, lock, version, totals of the base, change. */
export async function save(pool: pg.Pool, id: string, city: string, key: string): Promise<void> {
  const known = await pool.query(
    `select value from clientele.documents where tenant = $1 and kind = 'answer' and id = $2`,
    [TENANT, key],
  );
  if (known.rows.length > 0) return;
  const client = await pool.connect();
  try {
    await client.query('begin');
    const { rows } = await client.query<{ version: number; doc: Record<string, unknown> }>(
      `select * from clientele.clients where tenant = $1 and id = $2 for update`,
      [TENANT, id],
    );
    const { version, doc } = rows[0]!;
    const next = { ...doc, city };
    await client.query(
      `update clientele.clients set version = $3, doc = $4, city_fold = $5, city_key = $6, longs = null, search = search, updated_at = $7 where tenant = $1 and id = $2`,
      [TENANT, id, version + 1, JSON.stringify(next), city.toLowerCase(), city.toLowerCase(), Date.now()],
    );
    const answer = JSON.stringify({
      rev: 1,
      input: 'x'.repeat(16),
      value: { id, version: version + 1, ...next },
    });
    await client.query(
      `insert into clientele.documents (tenant, kind, id, rev, value) values ($1, 'answer', $2, 1, $3) on conflict (tenant, kind, id) do nothing`,
      [TENANT, key, answer],
    );
    const moved = await client.query<{ seq: string }>(
      `update clientele.tenants set seq = seq + 1, revision = revision + 1 where tenant = $1 returning seq`,
      [TENANT],
    );
    const change = JSON.stringify({
      kind: 'clients',
      op: 'updated',
      ids: [id],
      fields: ['city', 'updatedAt'],
      key,
    });
    await client.query(
      `insert into clientele.changes (tenant, seq, change, versions) values ($1, $2, $3, $4)`,
      [TENANT, moved.rows[0]!.seq, change, JSON.stringify({ [id]: version + 1 })],
    );
    await client.query('commit');
  } catch (error) {
    await client.query('rollback');
    throw error;
  } finally {
    client.release();
  }
}
