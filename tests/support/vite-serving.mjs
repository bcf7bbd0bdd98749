/** Serves a web-test-runner run through Vite: the same transform as the build, CommonJS dependencies bundled first. */
import { createServer } from 'vite';
import { msw } from 'msw/vite';

/**
 * Options for web-test-runner. It must be a middleware: what a plugin adds in `serverStart` comes after the runner's
 * own static files, too late for TypeScript.
 */
export async function viteServing() {
  const server = await createServer({
    configFile: false,
    root: process.cwd(),
    cacheDir: 'node_modules/.vite-tests',
    appType: 'custom',
    logLevel: 'warn',
    // The worker file of msw at /mockServiceWorker.js, for tests that mock requests.
    plugins: [msw({ mode: 'worker-only' })],
    server: { middlewareMode: true, hmr: false, ws: false, watch: null, preTransformRequests: false },
    optimizeDeps: {
      exclude: ['@web/test-runner-commands'],
      // Said ahead: a dependency found during the run would be bundled twice, and its module state with it.
      entries: ['src/**/*.ts', 'tests/**/*.browser.ts', 'tests/support/*.ts'],
    },
  });
  return {
    plugins: [
      {
        name: 'vite-stop',
        async serverStop() {
          await server.close();
        },
      },
    ],
    middleware: [
      async (context, next) => {
        const { path } = context;
        if (path === '/' || path.startsWith('/__web-') || path.startsWith('/node_modules/@web/'))
          return next();
        context.respond = false;
        // Koa starts at 404, Vite expects 200.
        context.res.statusCode = 200;
        await new Promise((resolve) => {
          context.res.once('close', resolve);
          server.middlewares(context.req, context.res, () => {
            context.res.statusCode = 404;
            context.res.end();
          });
        });
      },
    ],
  };
}
