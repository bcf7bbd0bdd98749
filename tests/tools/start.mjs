/**
 * `npm start`: the demo, a booking product's page with Clientele inside, served with reload on change.
 *
 *   npm start                      everything in the page, no server
 *   npm start -- --server          also a Node server, which the demo reaches over HTTP
 *   npm start -- --port=5174       on a port of your choice; --host lets other machines in, --open opens the page
 *
 * Installs the dependencies first when they are missing; never a browser. Plain Node until then.
 */
import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { createServer } from 'node:net';
import { setTimeout as delay } from 'node:timers/promises';
import { bin, projectNode, root } from './paths.mjs';
import { ensureDependencies } from './setup.mjs';

const args = process.argv.slice(2);
const unknown = args.filter((arg) => !/^--(?:server|open|strictPort|host(?:=.*)?|port=\d+)$/.test(arg));

const children = [];

function start(nodeArgs, env = {}) {
  const child = spawn(projectNode(), nodeArgs, {
    cwd: root,
    stdio: 'inherit',
    env: { ...process.env, ...env },
  });
  children.push(child);
  // When one of the two ends, so does the other: half a demo helps nobody.
  child.once('exit', (code) => stop(code ?? 0));
  return child;
}

function stop(code) {
  process.exitCode ??= code;
  for (const child of children) if (child.exitCode === null) child.kill();
}

async function freePort() {
  const server = createServer().listen(0, '127.0.0.1');
  await once(server, 'listening');
  const { port } = server.address();
  server.close();
  await once(server, 'close');
  return port;
}

async function answers(url) {
  for (let attempt = 0; attempt < 300; attempt++) {
    const isUp = await fetch(url).then(
      () => true,
      () => false,
    );
    if (isUp) return;
    if (process.exitCode !== undefined) throw new Error('The demo server ended before it answered.');
    await delay(100);
  }
  throw new Error(`The demo server did not answer at ${url} within 30 s.`);
}

async function main() {
  if (unknown.length > 0) {
    console.error(`Unknown argument ${unknown.join(' ')}. Known: --server, --port=N, --host, --open.`);
    process.exitCode = 1;
    return;
  }
  if (!ensureDependencies()) {
    process.exitCode = 1;
    return;
  }
  process.once('SIGINT', () => stop(0));
  process.once('SIGTERM', () => stop(0));
  const env = {};
  if (args.includes('--server')) {
    const port = await freePort();
    env.CLIENTELE_SERVER = `http://127.0.0.1:${port}`;
    // Vite hands variables with this prefix to the page, which then offers HTTP among its adapters.
    env.VITE_CLIENTELE_SERVER = '/api/clientele';
    start(['--import', 'tsx', 'demo/server/main.ts'], { PORT: String(port) });
    await answers(`${env.CLIENTELE_SERVER}/`);
  }
  const forVite = args.filter((arg) => arg !== '--server').flatMap((arg) => arg.split('='));
  start([bin('vite/bin/vite.js'), ...forVite], env);
}

await main();
