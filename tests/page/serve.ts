import { mkdtempSync, renameSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { build } from 'vite';
import { workerFiles } from '../tools/worker-files.js';

export interface Site {
  readonly folder: string;
  remove(): void;
}

/** Builds one page of `site/` from the sources, as a host's bundler would, into a folder of its own, as its index.html. */
export async function buildSite(page: string): Promise<Site> {
  const folder = mkdtempSync(join(tmpdir(), `clientele-${page}-`));
  const root = join(import.meta.dirname, 'site');
  await build({
    configFile: false,
    root,
    base: './',
    logLevel: 'error',
    plugins: [workerFiles({ minify: true })],
    define: { 'process.env.NODE_ENV': '"production"' },
    build: {
      target: 'es2022',
      outDir: folder,
      emptyOutDir: true,
      modulePreload: { polyfill: false },
      rolldownOptions: { input: { index: join(root, `${page}.html`) }, external: ['/watch.js'] },
    },
  });
  renameSync(join(folder, `${page}.html`), join(folder, 'index.html'));
  return { folder, remove: () => rmSync(folder, { recursive: true, force: true }) };
}
