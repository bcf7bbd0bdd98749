import { conformanceChecks, runCheck, type MakeAdapter } from '../../src/testing/index.js';

/** `describe` and `it` of node:test or of mocha. */
interface Runner {
  describe(name: string, body: () => void): unknown;
  it(name: string, body: (this: never) => Promise<void>): unknown;
}
interface Skippable {
  skip?(reason?: string): void;
}

export interface SuiteOptions {
  /** Groups that are asked; all by default. What the adapter cannot do is skipped by name, so leave out what it is not meant to do. */
  groups?: readonly string[];
  /** Promises that this adapter does not make. */
  without?: readonly string[];
}

/** One test per promise of an adapter. */
export function describeAdapter(
  name: string,
  make: MakeAdapter,
  runner: Runner = globalThis as unknown as Runner,
  { groups, without = [] }: SuiteOptions = {},
): void {
  const asked = conformanceChecks.filter(
    (check) => (groups?.includes(check.group) ?? true) && !without.includes(check.name),
  );
  runner.describe(`conformance: ${name}`, () => {
    for (const check of asked) {
      // Rest parameters keep the function's length at 0: mocha would take a named one for its callback.
      runner.it(
        `${check.group}: ${check.name}`,
        async function (this: Skippable | undefined, ...args: unknown[]) {
          const reason = await runCheck(check, make);
          if (reason === null) return;
          const context = (args[0] as Skippable | undefined) ?? this;
          context?.skip?.(reason);
        },
      );
    }
  });
}
