import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { createCatalogue, type Client } from '../../src/contract/index.js';
import { completeness, DEFAULT_WORTHS } from '../../src/sdk/completeness.js';

const catalogue = createCatalogue({ fields: [{ id: 'custom.skin', type: 'text' }] });
const client = (values: Partial<Client> = {}): Client => ({ id: 'c1', version: 1, ...values });

describe('how much of a client is known', () => {
  it('is nothing of an empty one, all of one with everything, and says what is missing by its worth', () => {
    const none = completeness(client(), catalogue);
    assert.equal(none.share, 0);
    assert.deepEqual(none.missing.slice(0, 3), ['phones', 'firstName', 'lastName']);
    const worths = none.missing.map((field) => DEFAULT_WORTHS[field] ?? 0);
    assert.deepEqual(
      worths,
      [...worths].sort((a, b) => b - a),
    );
    const some = client({ phones: [{ masked: '•• 56' }], firstName: 'Anna', emails: [], city: '' });
    const { share, missing } = completeness(some, catalogue);
    assert.ok(share > 0.3 && share < 0.6, String(share));
    assert.ok(!missing.includes('phones') && missing.includes('emails') && missing.includes('city'));
  });

  it('grows with each field that is filled in, up to one', () => {
    const filled = client({ consents: ['sms:marketing'] });
    let before = completeness(filled, catalogue).share;
    for (const field of completeness(filled, catalogue).missing) {
      Object.assign(filled, { [field]: field === 'phones' || field === 'emails' ? [{ value: 'x' }] : 'x' });
      const { share } = completeness(filled, catalogue);
      assert.ok(share > before);
      before = share;
    }
    assert.equal(before, 1);
  });

  it('counts what the user may see and what the host asks for alone', () => {
    const seen = { fields: new Map([...catalogue.fields].filter(([id]) => id !== 'phones')) };
    assert.ok(!completeness(client(), seen).missing.includes('phones'));
    const own = { 'custom.skin': 3, hasApp: 1, visits: 5 };
    assert.deepEqual(completeness(client({ hasApp: false }), catalogue, own), {
      share: 0.25,
      missing: ['custom.skin'],
    });
    assert.deepEqual(completeness(client(), catalogue, {}), { share: 1, missing: [] });
  });
});
