import { setValue, type Client, type Field, type FieldId } from '../../contract/index.js';
import { statusOf } from '../../segments/index.js';
import { displayName } from '../../text/index.js';
import { age } from '../../time/index.js';
import type { Base } from './base.js';

/** Makes one client of a row. */
export type RowReader = (row: number) => Client;

/**
 * Makes clients of rows with the fields asked for; absent: all. Virtual fields are worked out. The reader holds for this revision and
 * today, and allocates nothing but the clients.
 */
export function clientReader(base: Base, today: string, fields?: readonly FieldId[]): RowReader {
  const { clients, setup } = base;
  const wanted: readonly Field[] = fields
    ? [...new Set(fields)].flatMap((id) => setup.catalogue.fields.get(id) ?? [])
    : [...setup.catalogue.fields.values()];
  const parts = wanted.flatMap((field) => {
    const key = field.id.startsWith('custom.') ? null : field.id;
    const store = clients.store(field.id);
    const read = store ? (row: number) => store.get(row) : virtualReader(field.id, base, today);
    return read ? [{ id: field.id, key, read }] : [];
  });
  return (row) => {
    const client: Client = { id: clients.ids.at(row), version: base.version(row) };
    const removedAt = base.removedAt(row);
    if (removedAt !== undefined) client.removedAt = new Date(removedAt).toISOString();
    for (const { id, key, read } of parts) {
      const value = read(row);
      if (value === undefined) continue;
      if (key === null) setValue(client, id, value);
      else (client as unknown as Record<string, unknown>)[key] = value;
    }
    return client;
  };
}

function virtualReader(
  id: FieldId,
  base: Base,
  today: string,
): ((row: number) => string | number | undefined) | null {
  const { clients } = base;
  const { nameOrder, leapBirthday } = base.setup.settings;
  if (id === 'name') {
    return (row) =>
      displayName(
        {
          firstName: clients.get(row, 'firstName') as string | undefined,
          lastName: clients.get(row, 'lastName') as string | undefined,
          patronymic: clients.get(row, 'patronymic') as string | undefined,
        },
        nameOrder,
      ) || undefined;
  }
  if (id === 'age') {
    const birthdays = clients.store('birthday');
    if (!birthdays) return null;
    return (row) => {
      const birthday = birthdays.get(row) as string | undefined;
      return birthday === undefined ? undefined : (age(birthday, today, leapBirthday) ?? undefined);
    };
  }
  return id === 'status' ? statusReader(base, today) : null;
}

function statusReader(base: Base, today: string): (row: number) => string {
  const { clients, setup } = base;
  const rules = { today, settings: setup.settings };
  return (row) =>
    statusOf(
      {
        visits: clients.get(row, 'visits') as number | undefined,
        lastVisit: clients.get(row, 'lastVisit') as string | undefined,
        nextVisit: clients.get(row, 'nextVisit') as string | undefined,
      },
      rules,
    );
}
