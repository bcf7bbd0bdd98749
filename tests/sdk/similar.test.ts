import assert from 'node:assert/strict';
import { after, before, describe, it } from 'node:test';
import { memoryAdapter } from '../../src/adapters/memory/index.js';
import { PERMISSIONS, type Client } from '../../src/contract/index.js';
import { sampleColumns } from '../../src/sample/index.js';
import { createClientele, type Session } from '../../src/sdk/index.js';
import { findSimilar, rankSimilar, similarTo } from '../../src/sdk/similar.js';

const rules = { country: 'LV', nameOrder: 'firstLast' } as const;
const anna: Client = {
  id: 'anna',
  version: 1,
  firstName: 'Анна',
  lastName: 'Озолиня',
  phones: [{ value: '+37120001234' }],
  emails: [{ value: 'Anna.Ozolina@mail.lv' }],
  birthday: '1990-05-05',
};

describe('who is being typed', () => {
  it('is known by a phone in any format, an e-mail in any case, and a name in any script', () => {
    const reasons = (draft: Parameters<typeof rankSimilar>[0]) =>
      rankSimilar(draft, [anna], rules)[0]?.reasons ?? null;
    for (const phone of ['20001234', '+371 2000-1234', '00371 20001234', '(+371) 20 00 12 34'])
      assert.deepEqual(reasons({ phones: [{ value: phone }] }), ['phone'], phone);
    assert.equal(reasons({ phones: [{ value: '1234' }] }), null);
    assert.deepEqual(reasons({ emails: [{ value: 'anna.ozolina@MAIL.lv' }] }), ['email']);
    assert.deepEqual(reasons({ firstName: 'Озолиня', lastName: 'анна' }), ['name']);
    assert.equal(reasons({ firstName: 'Анна' }), null);
    assert.equal(reasons({ birthday: '1990-05-05' }), null);
    assert.deepEqual(
      reasons({
        firstName: 'АННА',
        lastName: 'озолиня',
        birthday: '1990-05-05',
        phones: [{ value: '20001234' }],
      }),
      ['phone', 'name', 'birthday'],
    );
  });

  it('asks nothing while nothing says who it is', () => {
    assert.deepEqual(similarTo({}, rules), []);
    assert.deepEqual(
      similarTo({ firstName: 'Anna', phones: [{ value: '200' }], emails: [{ value: 'an' }] }, rules),
      [],
    );
  });

  it('puts a contact before a name', () => {
    const twin: Client = { id: 'a-twin', version: 1, firstName: 'Анна', lastName: 'Озолиня' };
    const draft = { firstName: 'Анна', lastName: 'Озолиня', phones: [{ value: '20001234' }] };
    assert.deepEqual(
      rankSimilar(draft, [twin, anna], rules).map(({ client }) => client.id),
      ['anna', 'a-twin'],
    );
  });
});

describe('a hundred thousand clients', () => {
  let session: Session;
  before(async () => {
    session = createClientele({
      adapter: memoryAdapter({ ...sampleColumns({ clients: 100_000 }), records: {} }),
      locale: 'en',
    });
    await session.ready;
  });
  after(() => session.end());

  it('are searched for those alike between two keystrokes', async () => {
    const result = session.open({
      where: { v: 1, where: { kind: 'everyone' } },
      sort: [],
      fields: ['firstName', 'lastName', 'phones'],
    });
    await findSimilar(session, { phones: [{ value: '+37199999999' }] });
    const times: number[] = [];
    for (let at = 60_000; times.length < 15; at += 111) {
      const client = result.rows(at, 1)[0];
      const phone = client?.phones?.[0];
      const { firstName = '', lastName = '' } = client ?? {};
      if (!client || !phone || !('value' in phone) || firstName === '' || lastName === '') continue;
      const draft = { firstName, lastName, phones: [{ value: phone.value }] };
      // Time of this process, so that a busy machine does not count.
      const began = process.cpuUsage();
      const [first] = await findSimilar(session, draft);
      const { user, system } = process.cpuUsage(began);
      times.push((user + system) / 1000);
      assert.equal(first?.client.id, client.id);
      assert.ok(first.reasons.includes('phone') && first.reasons.includes('name'));
      const others = await findSimilar(session, draft, { except: client.id });
      assert.ok(others.every((one) => one.client.id !== client.id));
    }
    const median = times.sort((a, b) => a - b)[7]!;
    console.log(`similar at 100,000: median ${median.toFixed(2)} ms, worst ${times.at(-1)!.toFixed(2)} ms`);
    assert.ok(median <= 16, `${median.toFixed(1)} ms`);
  });

  it('are told by nothing that the user may not see', async () => {
    const result = session.open({
      where: { v: 1, where: { kind: 'everyone' } },
      sort: [],
      fields: ['phones'],
    });
    const contact = result.rows(5, 1)[0]?.phones?.[0];
    assert.ok(contact && 'value' in contact);
    session.update({ permissions: PERMISSIONS.filter((permission) => permission !== 'contacts') });
    await session.ready;
    assert.deepEqual(await findSimilar(session, { phones: [{ value: contact.value }] }), []);
  });
});
