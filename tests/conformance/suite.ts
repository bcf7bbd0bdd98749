import { conformanceChecks, runCheck, type MakeAdapter } from '../../src/testing/index.js';

/** `describe` and `it` of node:test or of mocha. */
interface Runner {
  describe(name: string, body: () => void): unknown;
  it(name: string, body: (this: never) => Promise<void>): unknown;
}
interface Skippable {
  skip?(reason?: string): void;
}

/** Names of checks that an adapter is known not to be asked, each with its reason. */
export type Excused = Readonly<Record<string, string>>;

/** One test per promise of an adapter. */
export function describeAdapter(
  name: string,
  make: MakeAdapter,
  runner: Runner = globalThis as unknown as Runner,
  excused: Excused = {},
): void {
  runner.describe(`conformance: ${name}`, () => {
    for (const check of conformanceChecks) {
      // Rest parameters keep the function's length at 0: mocha would take a named one for its callback.
      runner.it(
        `${check.group}: ${check.name}`,
        async function (this: Skippable | undefined, ...args: unknown[]) {
          const reason = excused[check.name] ?? (await runCheck(check, make));
          if (reason === null) return;
          const context = (args[0] as Skippable | undefined) ?? this;
          context?.skip?.(reason);
        },
      );
    }
  });
}
