/** Reporter of web-test-runner that ends a run with `N passed, N failed, N skipped`. */

function countSuite(suite, count) {
  for (const test of suite.tests) {
    if (test.skipped) count.skipped++;
    else if (test.passed) count.passed++;
    else count.failed++;
  }
  for (const inner of suite.suites) countSuite(inner, count);
}

function countSession(session, count) {
  const before = count.failed;
  if (session.testResults) countSuite(session.testResults, count);
  // A file that could not be loaded, or that left an error behind, has no failed test to show for it.
  if (!session.passed && count.failed === before) count.failed++;
}

/** Counts every test of every browser; a session that failed as a whole counts as one failure. */
export function closingLineReporter() {
  const count = { passed: 0, failed: 0, skipped: 0 };
  return {
    onTestRunFinished({ sessions }) {
      for (const session of sessions) countSession(session, count);
    },
    stop() {
      // The other reporter leaves the cursor within a line.
      console.log(`\n${count.passed} passed, ${count.failed} failed, ${count.skipped} skipped`);
    },
  };
}
