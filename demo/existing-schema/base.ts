import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import type pg from 'pg';
import type { BaseOptions } from '../../src/adapters/postgres/index.js';

/** The salon's own tables, and what maps them. */
export const HOST_SQL = readFileSync(join(import.meta.dirname, 'host.sql'), 'utf8');
export const MAPPING_SQL = readFileSync(join(import.meta.dirname, 'mapping.sql'), 'utf8');

/** What the base is made of, from the salon's own tables: its services, and a field that Clientele does not have. */
export async function salonBase(pool: pg.Pool): Promise<BaseOptions> {
  const { rows } = await pool.query<{ id: string; name: string; price: number; minutes: number }>(
    `select 'l' || leistung_id as id, bezeichnung as name, (preis * 100)::int as price, (extract(epoch from dauer) / 60)::int as minutes
     from salon.leistungen order by leistung_id`,
  );
  return {
    lists: { services: rows },
    settings: { timeZone: 'Europe/Berlin', currency: 'EUR', country: 'DE' },
    fields: [
      {
        id: 'custom.guthaben',
        type: 'money',
        label: { en: 'Credit', ru: 'На счёте', bg: 'Кредит', cs: 'Kredit', lv: 'Kredīts' },
      },
    ],
  };
}
