import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { setTimeout as wait } from 'node:timers/promises';
import type { Found, SegmentDocument } from '../../../src/contract/index.js';
import { Counter } from '../../../src/elements/conditions/counter.js';
import type { Session } from '../../../src/sdk/types.js';

const asking = (value: number): SegmentDocument => ({
  v: 1,
  where: { kind: 'field', field: 'visits', op: 'gte', value },
});
const found = (count: number): Found => ({ count, today: '2026-11-20' });

describe('counting while a condition is being made', () => {
  it('tells at once what an adapter in the page answers at once', () => {
    const told: (number | null)[] = [];
    const counter = new Counter((count) => told.push(count));
    const session = { count: () => found(7) } as unknown as Session;
    counter.ask(session, asking(1));
    counter.ask(session, asking(2));
    assert.deepEqual(told, [7, 7]);
  });

  it('never shows an old answer over a newer question, and drops its request', async () => {
    const told: (number | null)[] = [];
    const open: { answer: (count: number) => void; signal: AbortSignal }[] = [];
    const session = {
      count: (_where: SegmentDocument, { signal }: { signal: AbortSignal }) =>
        new Promise<Found>((resolve) => open.push({ answer: (count) => resolve(found(count)), signal })),
    } as unknown as Session;
    const counter = new Counter((count) => told.push(count));
    counter.ask(session, asking(1));
    counter.ask(session, asking(2));
    await wait(300);
    assert.equal(open.length, 2);
    assert.equal(open[0]?.signal.aborted, true);
    open[1]?.answer(20);
    await wait(1);
    open[0]?.answer(10);
    await wait(1);
    assert.deepEqual(told, [20]);
  });

  it('asks a distant adapter once for a burst of keys', async () => {
    let asked = 0;
    const session = {
      count: async () => {
        asked++;
        return found(asked);
      },
    } as unknown as Session;
    const counter = new Counter(() => undefined);
    for (let value = 0; value < 6; value++) counter.ask(session, asking(value));
    await wait(300);
    assert.equal(asked, 2);
    counter.ask(session, asking(9));
    counter.stop();
    await wait(300);
    assert.equal(asked, 2);
  });

  it('tells that it could not count', async () => {
    const told: (number | null)[] = [];
    const counter = new Counter((count) => told.push(count));
    const failing = {
      count: () => {
        throw new Error('no');
      },
    } as unknown as Session;
    counter.ask(failing, asking(1));
    counter.ask({ count: async () => Promise.reject(new Error('no')) } as unknown as Session, asking(1));
    await wait(1);
    assert.deepEqual(told, [null, null]);
  });
});
