/** Loaded before each test file: a file whose tests have ended, but which keeps the process alive, fails instead of waiting for ever. */
const graceMs = 10_000;

// The process that only starts the others has no tests of its own.
if (process.env.NODE_TEST_CONTEXT) {
  const { after } = await import('node:test');
  after(() => {
    const timer = setTimeout(() => {
      const open = process.getActiveResourcesInfo().join(', ');
      console.error(
        `${process.argv[1]} left something open ${graceMs / 1000} s after its last test: ${open}`,
      );
      process.exit(1);
    }, graceMs);
    timer.unref();
  });
}
