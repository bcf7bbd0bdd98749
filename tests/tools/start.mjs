/**
 * `npm start`: the demo, a booking product's page with Clientele inside, served with reload on change.
 *
 *   npm start                      everything in the page, no server
 *   npm start -- --server          also a Node server, which the demo reaches over HTTP
 *   npm start -- --postgres        the same over a PostgreSQL of this machine: found, started, or installed where that is allowed
 *   npm start -- --postgres --clients=5000     with a base of another size than 100,000
 *   npm start -- --pglite          PostgreSQL in the browser, kept over reloads; no server
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
const OWN = /^--(?:server|postgres|pglite|clients=\d+)$/;
const PASSED = /^--(?:open|strictPort|host(?:=.*)?|port=\d+)$/;
const MODES = ['--server', '--postgres', '--pglite'];

const children = [];
/** What is stopped last, once nobody uses it. */
let stopDatabase = () => undefined;

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
  const left = children.filter((child) => child.exitCode === null && child.signalCode === null);
  for (const child of left) child.kill();
  if (left.length > 0) return;
  stopDatabase();
  stopDatabase = () => undefined;
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

/** What is wrong with the arguments; null: nothing. */
function mistake() {
  const unknown = args.filter((arg) => !OWN.test(arg) && !PASSED.test(arg));
  if (unknown.length > 0)
    return `Unknown argument ${unknown.join(' ')}. Known: --server, --postgres, --clients=N, --pglite, --port=N, --host, --open.`;
  const modes = MODES.filter((mode) => args.includes(mode));
  if (modes.length > 1) return `${modes.join(' and ')} do not go together: choose one.`;
  const clients = clientsOf();
  if (clients !== null && !args.includes('--postgres')) return '--clients=N goes with --postgres.';
  if (clients !== null && (clients < 1 || clients > 10_000_000)) return '--clients=N takes 1 to 10,000,000.';
  return null;
}

function clientsOf() {
  const given = args.find((arg) => arg.startsWith('--clients='));
  return given ? Number(given.split('=')[1]) : null;
}

/** What the demo's server and Vite are to know. Null: there is no database, and it has been said why. */
async function environment() {
  // Vite hands variables with this prefix to the page.
  if (args.includes('--pglite')) return { VITE_CLIENTELE_ADAPTER: 'pglite' };
  if (args.includes('--server')) return { VITE_CLIENTELE_SERVER: '/api/clientele' };
  if (!args.includes('--postgres')) return {};
  const { ensurePostgres } = await import('./postgres.mjs');
  const found = await ensurePostgres();
  if (typeof found === 'string') {
    console.error(found);
    return null;
  }
  console.log(`PostgreSQL: ${found.where}`);
  stopDatabase = found.stop;
  const clients = String(clientsOf() ?? 100_000);
  return {
    ...found.env,
    CLIENTELE_DATABASE: clients,
    VITE_CLIENTELE_SERVER: '/api/clientele',
    VITE_CLIENTELE_SERVER_SIZE: clients,
  };
}

async function main() {
  const wrong = mistake();
  if (wrong !== null) {
    console.error(wrong);
    process.exitCode = 1;
    return;
  }
  if (!ensureDependencies()) {
    process.exitCode = 1;
    return;
  }
  process.once('SIGINT', () => stop(0));
  process.once('SIGTERM', () => stop(0));
  const env = await environment();
  if (env === null) {
    process.exitCode = 1;
    return;
  }
  if (process.exitCode !== undefined) return stop(0);
  if (env.VITE_CLIENTELE_SERVER) {
    const port = await freePort();
    env.CLIENTELE_SERVER = `http://127.0.0.1:${port}`;
    start(['--import', 'tsx', 'demo/server/main.ts'], { ...env, PORT: String(port) });
    await answers(`${env.CLIENTELE_SERVER}/`);
  }
  const forVite = args.filter((arg) => !OWN.test(arg)).flatMap((arg) => arg.split('='));
  start([bin('vite/bin/vite.js'), ...forVite], env);
}

await main();
