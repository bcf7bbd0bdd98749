import { lacking, type Check } from './checks.js';
import { explainChecks } from './explain.js';
import { jobChecks } from './jobs.js';
import { libraryChecks } from './library.js';
import { listChecks } from './lists.js';
import { readingChecks } from './reading.js';
import { relatedChecks } from './related.js';
import { rightsChecks } from './rights.js';
import { segmentChecks } from './segments.js';
import { Subject, type MakeAdapter } from './subject.js';
import { upkeepChecks } from './upkeep.js';
import { writingChecks } from './writing.js';

/** Every promise of an adapter. For a test framework: one test each, with `runCheck`. */
export const conformanceChecks: readonly Check[] = [
  ...readingChecks,
  ...segmentChecks,
  ...writingChecks,
  ...relatedChecks,
  ...jobChecks,
  ...libraryChecks,
  ...listChecks,
  ...upkeepChecks,
  ...explainChecks,
  ...rightsChecks,
];

export interface ConformanceReport {
  passed: string[];
  failed: { name: string; error: unknown }[];
  skipped: { name: string; reason: string }[];
}

/** Asks one check of a fresh adapter. Answers why it was skipped, or null when it passed. @throws when the promise is broken. */
export async function runCheck(check: Check, make: MakeAdapter): Promise<string | null> {
  const subject = await Subject.make(make, check.rights);
  try {
    const reason = lacking(check, subject);
    if (reason === null) await check.run(subject);
    return reason;
  } finally {
    await subject.close();
  }
}

/**
 * Asks all of an adapter and reports. Without a test framework:
 *
 *   const { failed } = await conformance((seed) => myAdapter({ clients: seed.clients, now: () => seed.now, … }));
 */
export async function conformance(make: MakeAdapter): Promise<ConformanceReport> {
  const report: ConformanceReport = { passed: [], failed: [], skipped: [] };
  for (const check of conformanceChecks) {
    const name = `${check.group}: ${check.name}`;
    try {
      const reason = await runCheck(check, make);
      if (reason === null) report.passed.push(name);
      else report.skipped.push({ name, reason });
    } catch (error) {
      report.failed.push({ name, error });
    }
  }
  return report;
}
