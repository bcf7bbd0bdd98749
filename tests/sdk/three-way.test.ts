import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import {
  createCatalogue,
  setValue,
  valueOf,
  type Client,
  type Patch,
  type Value,
} from '../../src/contract/index.js';
import { threeWay } from '../../src/sdk/three-way.js';
import { Random } from '../../src/sample/random.js';

const catalogue = createCatalogue({ fields: [{ id: 'custom.colour', type: 'text' }] });
const client = (values: Partial<Client> = {}): Client => ({ id: 'c1', version: 1, ...values });
const merge = (base: Partial<Client>, mine: Patch, theirs: Partial<Client>) =>
  threeWay(client(base), mine, client(theirs), catalogue);
const phones = (...values: string[]) => values.map((value) => ({ value }));

describe('a form whose client was changed meanwhile', () => {
  it('asks nothing where only one of the two changed a field', () => {
    assert.deepEqual(
      merge(
        { city: 'Riga', firstName: 'Ana' },
        { firstName: 'Anna', city: 'Riga', 'custom.colour': 'red' },
        { city: 'Sofia', firstName: 'Ana' },
      ),
      { patch: { firstName: 'Anna', 'custom.colour': 'red' }, conflicts: [] },
    );
  });

  it('asks nothing where both made the same change, or both emptied it', () => {
    assert.deepEqual(
      merge({ city: 'Riga', address: 'x' }, { city: 'Sofia', address: null }, { city: 'Sofia', address: '' }),
      { patch: {}, conflicts: [] },
    );
  });

  it('asks where both changed a field differently, emptying included', () => {
    const { patch, conflicts } = merge(
      { city: 'Riga', discount: 5 },
      { city: 'Sofia', discount: null },
      { city: 'Praha', discount: 10 },
    );
    assert.deepEqual(patch, {});
    assert.deepEqual(conflicts, [
      { field: 'city', base: 'Riga', mine: 'Sofia', theirs: 'Praha' },
      { field: 'discount', base: 5, mine: null, theirs: 10 },
    ]);
  });

  it('merges categories by entry', () => {
    const { patch, conflicts } = merge(
      { categories: ['a', 'b'] },
      { categories: ['b', 'c'] },
      { categories: ['b', 'a', 'd'] },
    );
    assert.deepEqual(conflicts, []);
    assert.deepEqual([...(patch['categories'] as string[])].sort(), ['b', 'c', 'd']);
  });

  it('merges phones by entry, and keeps a new preferred one first', () => {
    assert.deepEqual(
      merge(
        { phones: phones('+1', '+2') },
        { phones: phones('+9', '+1', '+2') },
        { phones: phones('+1', '+2', '+3') },
      ),
      { patch: { phones: phones('+9', '+1', '+2', '+3') }, conflicts: [] },
    );
  });

  it('takes a label from one and an order from the other', () => {
    const { patch, conflicts } = merge(
      { phones: phones('+1', '+2') },
      { phones: [{ value: '+1', label: 'work' }, { value: '+2' }] },
      { phones: phones('+2', '+1') },
    );
    assert.deepEqual(conflicts, []);
    assert.deepEqual(patch, { phones: [{ value: '+2' }, { value: '+1', label: 'work' }] });
  });

  it('asks where each put another number for the same one, or one removed what the other labelled', () => {
    const replaced = merge({ phones: phones('+1') }, { phones: phones('+2') }, { phones: phones('+3') });
    assert.deepEqual(
      replaced.conflicts.map(({ field }) => field),
      ['phones'],
    );
    const labelled = merge(
      { emails: phones('a@b.c') },
      { emails: null },
      { emails: [{ value: 'a@b.c', label: 'home' }] },
    );
    assert.equal(labelled.conflicts.length, 1);
  });

  it('holds under random edits: nothing that one of them did alone is lost, and nothing else is asked', () => {
    const fields = ['city', 'firstName', 'discount', 'categories', 'cardNumbers', 'phones', 'custom.colour'];
    const random = new Random(41, 1);
    const value = (field: string): Value | null => {
      if (random.chance(0.2)) return null;
      const some = ['p', 'q', 'r', 's', 't'].filter(() => random.chance(0.5));
      if (field === 'categories' || field === 'cardNumbers') return some.length > 0 ? some : null;
      if (field === 'phones') return some.length > 0 ? phones(...some.map((letter) => `+${letter}`)) : null;
      return field === 'discount' ? random.whole(0, 3) : random.pick(['x', 'y', 'z']);
    };
    const entries = (held: unknown) =>
      new Set(Array.isArray(held) ? held.map((entry) => JSON.stringify(entry)) : []);
    const text = (held: unknown, field: string) =>
      JSON.stringify(
        field === 'categories' && Array.isArray(held) ? [...(held as string[])].sort() : (held ?? null),
      );
    for (let round = 0; round < 4000; round++) {
      const [base, theirs] = [client(), client()];
      const mine: Record<string, Value | null> = {};
      for (const field of fields) {
        const first = value(field);
        setValue(base, field, first);
        setValue(theirs, field, random.chance(0.5) ? first : value(field));
        if (random.chance(0.7)) mine[field] = random.chance(0.3) ? first : value(field);
      }
      const { patch, conflicts } = threeWay(base, mine, theirs, catalogue);
      for (const field of fields) {
        const [was, now] = [valueOf(base, field), valueOf(theirs, field)];
        const isAsked = conflicts.some((conflict) => conflict.field === field);
        const after = field in patch ? patch[field] : now;
        if (!(field in mine)) {
          assert.ok(!isAsked && !(field in patch), 'what the form did not touch');
          continue;
        }
        const [iChanged, theyChanged] = [
          text(mine[field], field) !== text(was, field),
          text(now, field) !== text(was, field),
        ];
        if (!iChanged) assert.equal(text(after, field), text(now, field));
        if (iChanged && !theyChanged) assert.equal(text(after, field), text(mine[field], field));
        if (isAsked) {
          assert.ok(iChanged && theyChanged && text(mine[field], field) !== text(now, field));
          assert.ok(!(field in patch));
        } else if (['categories', 'cardNumbers', 'phones'].includes(field)) {
          const [old, own, other, result] = [was, mine[field], now, after].map(entries) as [
            Set<string>,
            Set<string>,
            Set<string>,
            Set<string>,
          ];
          for (const entry of new Set([...old, ...own, ...other])) {
            const isWanted = old.has(entry) ? own.has(entry) && other.has(entry) : true;
            assert.equal(result.has(entry), isWanted, `${entry} in ${field}`);
          }
          assert.equal(result.size, Array.isArray(after) ? after.length : 0, 'each once');
        }
      }
    }
  });
});
