import assert from 'node:assert/strict';
import { before, describe, it } from 'node:test';
import fc from 'fast-check';
import type { Client, Node, Page, Patch, SortKey } from '../../../src/contract/index.js';
import { compareValues, isSearchable, resolveSort, sortValue } from '../../../src/segments/index.js';
import { digitsOf, fold, parseSearch } from '../../../src/text/index.js';
import { catalogue, makeBase, randomOf, settings, TODAY } from '../../segments/base.js';
import { runs } from '../../support/runs.js';
import { context, open, writer } from './support.js';

const SIZE = 24_000;
/** Clients that repeat a small base of awkward ones, with names, phones and e-mails of their own for the index to sort out. */
function manyClients(): Client[] {
  const random = randomOf(5);
  const syllables = ['an', 'na', 'iv', 'ov', 'щу', 'ки', 'čer', 'ře', 'юл', 'ия', "o'", 'nn', '-', 'žo', 'x'];
  const word = () =>
    Array.from(
      { length: 1 + Math.floor(random() * 4) },
      () => syllables[Math.floor(random() * syllables.length)],
    ).join('');
  const { clients } = makeBase(600, 3);
  return Array.from({ length: SIZE }, (_, i) => {
    const like = clients[i % clients.length]!;
    const client: Client = { ...like, id: `k${(i * 7919) % SIZE}` };
    if (random() < 0.9) client.firstName = word();
    if (random() < 0.9) client.lastName = word();
    if (random() < 0.5) client.occupation = `${word()} ${i}`;
    if (random() < 0.8) client.phones = [{ value: `+3598${Math.floor(random() * 90_000_000 + 10_000_000)}` }];
    if (random() < 0.1) client.phones = [{ value: '+37120000001', label: 'work' }, { value: `+7916${i}000` }];
    if (random() < 0.7)
      client.emails = [{ value: `${word()}.${i.toString(36)}@${['mail.bg', 'x.lv', 'gmail.com'][i % 3]}` }];
    if (random() < 0.1)
      client.emails = [{ value: `a${i}@x.lv` }, { value: `${word()}@other.example`, label: 'home' }];
    return client;
  });
}

const clients = manyClients();
const adapter = open({ clients });
const byId = new Map(clients.map((client) => [client.id, client]));

function texts({ firstName, lastName, patronymic, emails, cardNumbers, custom, phones }: Client) {
  const values = (list: Client['emails']) =>
    (list ?? []).map((contact) => ('value' in contact ? contact.value : ''));
  const own = [firstName, lastName, patronymic, ...values(emails), ...(cardNumbers ?? [])];
  const notes = (custom?.['notes'] as string[] | undefined) ?? [];
  return { texts: [...own, ...notes].filter((text) => text !== undefined), phones: values(phones) };
}

/** The plain search over texts that were folded once. */
const folded = new Map<string, { texts: string[]; phones: string[] }>();
function learn(client: Client): void {
  const own = texts(client);
  folded.set(client.id, { texts: own.texts.map(fold), phones: own.phones.map(digitsOf) });
}
clients.forEach(learn);
function matching(text: string): string[] {
  const terms = parseSearch(text);
  const ids: string[] = [];
  for (const [id, own] of folded) {
    const isFound = terms.every(
      (term) =>
        (term.text !== '' && own.texts.some((entry) => entry.includes(term.text))) ||
        own.phones.some((phone) => term.phones.some((needle) => phone.includes(needle))),
    );
    if (isFound) ids.push(id);
  }
  return ids;
}

const found = async (node: Node, sort: SortKey[] = [], at = 0, size = 1000): Promise<Page<Client>> =>
  adapter.find(
    { where: { v: 1, where: node }, sort, today: TODAY, fields: [], window: { at, size } },
    context,
  );
const search = (text: string): Node => ({ kind: 'search', text });
const idsOf = (page: Page<Client>) => page.items.map(({ id }) => id);
const inOrder = (ids: Iterable<string>) => [...ids].sort();

describe('a base that is large enough for indexes', () => {
  before(async () => {
    await found(search('index, please'));
  });

  const terms = fc.oneof(
    fc
      .tuple(
        fc.constantFrom(...clients.slice(0, 3000)),
        fc.nat(8),
        fc.integer({ min: 1, max: 12 }),
        fc.nat(9),
      )
      .map(([client, from, length, pick]) => {
        const { texts: own, phones } = texts(client);
        const all = [...own, ...phones];
        const text = all[pick % Math.max(1, all.length)] ?? 'zz';
        return text.slice(from % Math.max(1, text.length)).slice(0, length);
      }),
    fc.stringMatching(/^[a-zж0-9@. ]{1,6}$/),
    fc.constantFrom('0888 123', '+359 8', '00', '@x', 'x.lv', 'v@x', 'a1', '1@', "o'n", 'юлия ан', '-'),
  );

  it('finds by search what reading every client finds', async () => {
    await fc.assert(
      fc.asyncProperty(terms, async (text) => {
        if (!isSearchable(text)) return;
        const wanted = matching(text);
        const { items, total } = await found(search(text));
        assert.equal(total, wanted.length, JSON.stringify(text));
        assert.deepEqual(
          items.map(({ id }) => id),
          inOrder(wanted).slice(0, 1000),
        );
      }),
      { numRuns: runs(80, 800) },
    );
  });

  it('gives windows of large results wherever they are asked for', async () => {
    const sorts: SortKey[][] = [
      [{ field: 'name', dir: 'asc' }],
      [
        { field: 'name', dir: 'desc' },
        { field: 'visits', dir: 'asc' },
      ],
      [{ field: 'occupation', dir: 'desc' }],
      [{ field: 'emails', dir: 'asc' }],
      [{ field: 'phones', dir: 'desc' }],
      [{ field: 'custom.weight', dir: 'asc' }],
      [
        { field: 'branch', dir: 'asc' },
        { field: 'age', dir: 'desc' },
      ],
      [{ field: 'createdAt', dir: 'desc' }],
    ];
    const nodes: Node[] = [
      { kind: 'everyone' },
      { kind: 'field', field: 'visits', op: 'gte', value: 5 },
      { kind: 'field', field: 'city', op: 'in', value: ['Sofia', 'Praha'] },
    ];
    for (const sort of sorts) {
      const keys = resolveSort(sort, { catalogue, settings });
      const all = clients
        .map((client) => ({ client, values: keys.map(({ by }) => sortValue(client, by)) }))
        .sort((a, b) => {
          for (const [i, { descending }] of keys.entries()) {
            const order = compareValues(a.values[i]!, b.values[i]!, descending);
            if (order !== 0) return order;
          }
          return a.client.id < b.client.id ? -1 : 1;
        })
        .map(({ client }) => client);
      for (const node of nodes) {
        const isIn = (client: Client) =>
          node.kind === 'everyone' ||
          (node.kind === 'field' && node.field === 'visits'
            ? (client.visits ?? -1) >= 5
            : /^(sofia|praha|София)$/i.test(client.city ?? ''));
        const wanted = all.filter(isIn).map(({ id }) => id);
        for (const at of [0, 3000, wanted.length - 30]) {
          const page = await found(node, sort, at, 60);
          assert.equal(page.total, wanted.length, JSON.stringify(node));
          assert.deepEqual(idsOf(page), wanted.slice(at, at + 60), JSON.stringify([node, sort, at]));
        }
      }
    }
  });

  it('keeps orders and the search index true while clients are made, changed and removed', async () => {
    const sort: SortKey[] = [{ field: 'name', dir: 'asc' }];
    const { by } = resolveSort(sort, { catalogue, settings })[0]!;
    const keys = new Map([...byId].map(([id, client]) => [id, sortValue(client, by)]));
    const compare = (a: string, b: string) =>
      compareValues(keys.get(a)!, keys.get(b)!, false) || (a < b ? -1 : 1);
    const random = randomOf(9);
    await found({ kind: 'everyone' }, sort, 12_000, 10);
    for (let round = 0; round < 25; round++) {
      const client = clients[Math.floor(random() * clients.length)]!;
      const kind = random();
      if (kind < 0.3) {
        const id = `new-${round}`;
        const patch: Patch = { firstName: `Нова ${round}`, emails: [{ value: `nova${round}@new.example` }] };
        await adapter.save({ id, version: null, patch }, writer());
        byId.set(id, { id, version: 1, ...patch } as unknown as Client);
        keys.set(id, sortValue(byId.get(id)!, by));
        learn(byId.get(id)!);
      } else if (byId.has(client.id)) {
        const { version } = await adapter.get(client.id, context, []);
        if (kind < 0.5) {
          await adapter.remove(client.id, version, writer());
          byId.delete(client.id);
          folded.delete(client.id);
        } else {
          const patch: Patch = { firstName: `Zed ${round}`, phones: [{ value: `+4477009000${10 + round}` }] };
          await adapter.save({ id: client.id, version, patch }, writer());
          byId.set(client.id, { ...byId.get(client.id)!, ...(patch as Partial<Client>) });
          keys.set(client.id, sortValue(byId.get(client.id)!, by));
          learn(byId.get(client.id)!);
        }
      }
      const wanted = [...byId.keys()].sort(compare);
      const at = Math.floor(random() * wanted.length);
      assert.deepEqual(idsOf(await found({ kind: 'everyone' }, sort, at, 20)), wanted.slice(at, at + 20));
      for (const text of [`zed ${round}`, 'new.ex', '7700900']) {
        const those = matching(text);
        assert.deepEqual(idsOf(await found(search(text))), inOrder(those).slice(0, 1000), text);
      }
    }
  });
});
