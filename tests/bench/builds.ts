import { spawnSync } from 'node:child_process';
import { existsSync, mkdirSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { gzipSync } from 'node:zlib';
import { build } from 'vite';
import { minifyTemplates } from '../tools/minify-templates.js';
import { workerFiles } from '../tools/worker-files.js';

const HERE = import.meta.dirname;
const PEERS = join(HERE, 'peers');
/** Where pages are built, and the figures kept. */
export const CACHE = resolve(HERE, '../../.cache/bench');

const PAGE = `<!doctype html>
<html lang="en">
<meta charset="utf-8">
<title>bench</title>
<link rel="stylesheet" href="page.css">
<div id="room"></div>
<script type="module" src="page.js"></script>
</html>
`;

export const OURS = ['clientele', 'limit'] as const;
export const PEER_NAMES = ['ag-grid', 'revogrid', 'vaadin', 'tanstack'] as const;

/** Peers have dependencies of their own, by their own lock file: they are fetched when first wanted. */
export function installPeers(): void {
  const stamp = join(PEERS, 'node_modules/.package-lock.json');
  const lock = join(PEERS, 'package-lock.json');
  if (existsSync(stamp) && existsSync(join(PEERS, 'node_modules/.fresh'))) {
    if (readFileSync(join(PEERS, 'node_modules/.fresh'), 'utf8') === readFileSync(lock, 'utf8')) return;
  }
  const { status } = spawnSync('npm', ['ci', '--ignore-scripts', '--prefix', PEERS], {
    stdio: 'inherit',
    cwd: PEERS,
  });
  if (status !== 0) throw new Error('The peers could not be installed; --without-peers needs none of them.');
  writeFileSync(join(PEERS, 'node_modules/.fresh'), readFileSync(lock));
}

/** Builds a page as a product would be: minified, for production. Answers its folder. */
export async function buildPage(name: string, entry: string): Promise<string> {
  const folder = join(CACHE, name);
  await build({
    configFile: false,
    root: HERE,
    base: './',
    logLevel: 'error',
    define: { 'process.env.NODE_ENV': '"production"' },
    plugins: [minifyTemplates(), workerFiles({ minify: true })],
    build: {
      target: 'es2022',
      outDir: folder,
      emptyOutDir: true,
      minify: true,
      reportCompressedSize: false,
      lib: { entry: join(HERE, entry), formats: ['es'], fileName: () => 'page.js' },
      rolldownOptions: {
        preserveEntrySignatures: 'allow-extension',
        output: { minify: true },
      },
    },
  });
  mkdirSync(folder, { recursive: true });
  writeFileSync(join(folder, 'index.html'), PAGE);
  writeFileSync(join(folder, 'page.css'), readFileSync(join(HERE, 'page/page.css')));
  return folder;
}

export const isPeer = (name: string): boolean => (PEER_NAMES as readonly string[]).includes(name);

export function entryOf(name: string): string {
  return isPeer(name) ? `peers/${name}.js` : `contestants/${name}.ts`;
}

/** Bytes of gzip of the first load of a peer: the library with what an application imports of it, none of the bench's own code. */
export async function peerSize(name: string): Promise<number> {
  const folder = await buildPage(`${name}-size`, `peers/${name}-size.js`);
  const files = readdirSync(folder).filter((file) => /\.(?:js|css)$/.test(file) && file !== 'page.css');
  return files.reduce(
    (sum, file) => sum + gzipSync(readFileSync(join(folder, file)), { level: 9 }).length,
    0,
  );
}
