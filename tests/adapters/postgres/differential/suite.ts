import assert from 'node:assert/strict';
import { before, describe, it } from 'node:test';
import fc from 'fast-check';
import type { Client } from '../../../../src/contract/index.js';
import { runs } from '../../../support/runs.js';
import { Bases, contextOf, overHttp, type Engine } from './bases.js';
import { bookingQuestion, compareBookings, compareFigures, figures } from './figures.js';
import { compare, question } from './questions.js';

const CLIENTS = 2000;
/** Documents of one run, in parts that each end in good time. */
const DOCUMENTS = runs(2000, 40_000);
const PARTS = runs(10, 100);

/** Choices are a set: in which order they stand says nothing. */
const withSets = (client: Client) => ({
  ...client,
  categories: client.categories?.toSorted(),
  groups: client.groups?.toSorted(),
  consents: client.consents?.toSorted(),
});

/**
 * Random questions to engines that hold the same hostile clients, the last of them over HTTP as well. `SEED=…` in the environment asks
 * those of an earlier run again; without it each run asks others.
 */
export function describeDifferences(
  title: string,
  open: (bases: Bases) => Promise<Readonly<Record<string, Engine>>>,
): void {
  const seed = Number(process.env['SEED']) || Date.now() % 2 ** 31;

  describe(`${title}, seed ${seed}`, () => {
    let bases: Bases;
    let engines: Readonly<Record<string, Engine>>;
    let http: Engine;
    before(async () => {
      bases = await Bases.make(CLIENTS);
      engines = await open(bases);
      http = overHttp(Object.values(engines).at(-1)!);
    });

    it('hold the clients as they were given', async () => {
      const context = contextOf('bare');
      for (const [name, engine] of Object.entries(engines)) {
        for (const { id } of bases.given.slice(0, 200)) {
          const [mine, theirs] = [await engine.get(id, context), await bases.memory.bare.get(id, context)];
          assert.deepEqual(withSets(mine), withSets(theirs), name);
        }
      }
    });

    for (let part = 1; part <= PARTS; part++) {
      it(`select the same clients in the same order, and count as many (${part} of ${PARTS})`, async () => {
        const all = { ...engines, http };
        await fc.assert(
          fc.asyncProperty(question, (asked) => compare(bases, all, asked, new Set([http]))),
          { numRuns: DOCUMENTS / PARTS, seed: seed + part },
        );
      });
    }

    it('find the same bookings', async () => {
      await fc.assert(
        fc.asyncProperty(bookingQuestion, (asked) => compareBookings(bases, engines, asked)),
        { numRuns: runs(100, 2000), seed },
      );
    });

    it('give the same figures', async () => {
      await fc.assert(
        fc.asyncProperty(figures, (asked) => compareFigures(bases, engines, asked)),
        { numRuns: runs(150, 3000), seed },
      );
    });
  });
}
