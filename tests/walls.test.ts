import assert from 'node:assert/strict';
import { isBuiltin } from 'node:module';
import { describe, it } from 'node:test';
import packageJson from '../package.json' with { type: 'json' };
import {
  cycles,
  graphOf,
  packageOf,
  reachable,
  readImports,
  type ImportGraph,
} from './support/import-graph.js';
import { entries } from './tools/entries.js';

const leaves = ['contract', 'time', 'text'];
const pure = [...leaves, 'segments', 'insights', 'exchange'];
const below = [...pure, 'engine'];
const page = [...pure, 'sdk', 'theme', 'locales'];

/** Which rooms a room may import, besides itself. What is not said is forbidden. */
const walls: Readonly<Record<string, readonly string[]>> = {
  contract: [],
  time: [],
  text: [],
  locales: [],
  theme: [],
  segments: leaves,
  insights: leaves,
  exchange: leaves,
  engine: pure,
  sdk: below,
  server: below,
  'adapters/memory': below,
  'adapters/http': below,
  'adapters/postgres': below,
  // A list of a host's own, behind the memory adapter: made of it, and of nothing else.
  'adapters/from-list': [...below, 'adapters/memory'],
  elements: page,
  embed: [...page, 'elements'],
  sample: below,
  testing: [...below, 'sdk', 'server', 'sample', 'adapters/memory', 'adapters/http'],
  // The package's main door: the session and the contract.
  index: [...pure, 'engine', 'sdk', 'locales'],
};

/** What the composition root may load besides, once it is needed. */
const lazily: Readonly<Record<string, readonly string[]>> = {
  embed: ['adapters/memory', 'adapters/http', 'adapters/from-list', 'sample'],
};

/** Rooms of which a room may know the shapes alone. */
const shapes: Readonly<Record<string, readonly string[]>> = {
  // A sentence is made of whatever words it is given.
  segments: ['locales'],
};

function roomOf(file: string): string {
  const [first = '', second = ''] = file.replace(/^src\//, '').split('/');
  if (first === 'index.ts') return 'index';
  return first === 'adapters' ? `adapters/${second.replace(/\.ts$/, '')}` : first;
}

function forbiddenEdges(graph: ImportGraph): string[] {
  return [...graph.values()].flat().flatMap(({ from, to, kind }) => {
    if (!to.startsWith('src/')) return [];
    const [room, target] = [roomOf(from), roomOf(to)];
    const allowed = walls[room];
    if (!allowed) return [`${from}: the room ${room} has no walls yet`];
    const may =
      room === target ||
      allowed.includes(target) ||
      (kind === 'dynamic' && lazily[room]?.includes(target)) ||
      (kind === 'type' && shapes[room]?.includes(target));
    return may ? [] : [`${from} (${room}) imports ${to} (${target})`];
  });
}

/** Where a wrong package is reachable from a door, lazily or not. */
function wrongPackages(
  graph: ImportGraph,
  doors: readonly string[],
  isWrong: (name: string) => boolean,
): string[] {
  return doors.flatMap((door) =>
    [...reachable(graph, door, true)]
      .filter(([target]) => !target.startsWith('src/') && isWrong(packageOf(target)))
      .map(([, way]) => way.join(' → ')),
  );
}

const graph = readImports('src');
const doors = Object.values(entries);
const serverDoors = ['src/server/index.ts', 'src/testing/index.ts', 'src/adapters/postgres/index.ts'];

describe('the walls of the house', () => {
  it('no room imports what it may not', () => {
    assert.deepEqual(forbiddenEdges(graph), []);
  });

  it('no module imports itself by way of others', () => {
    assert.deepEqual(cycles(graph), []);
  });

  it('every relative import leads to a module that is there', () => {
    const missing = [...graph.values()].flat().filter(({ to }) => to.startsWith('src/') && !graph.has(to));
    assert.deepEqual(
      missing.filter(({ to }) => !to.endsWith('.css')).map(({ from, to }) => `${from} → ${to}`),
      [],
    );
  });

  it('every package that is imported is a dependency', () => {
    const known = Object.keys({ ...packageJson.dependencies, ...packageJson.peerDependencies });
    const unknown = [...graph.values()]
      .flat()
      .filter(({ to }) => !to.startsWith('src/') && !known.includes(packageOf(to)));
    assert.deepEqual(
      unknown.map(({ from, to }) => `${from} → ${to}`),
      [],
    );
  });

  it('no door leads to a module of Node or to a driver of PostgreSQL', () => {
    const isWrong = (name: string) => isBuiltin(name) || ['pg', '@electric-sql/pglite'].includes(name);
    assert.deepEqual(wrongPackages(graph, doors, isWrong), []);
  });

  it('no door of the page leads to what only a server needs', () => {
    const isWrong = (name: string) => ['hono', 'zod-openapi', 'kysely'].includes(name);
    const pageDoors = doors.filter((door) => !serverDoors.includes(door));
    assert.deepEqual(wrongPackages(graph, pageDoors, isWrong), []);
  });

  it('the demo’s page leads to no driver that needs Node, and to a database only when it is asked for', () => {
    const both = new Map([...graph, ...readImports('demo')]);
    const page = 'demo/main.ts';
    const needsNode = (name: string) => isBuiltin(name) || name === 'pg';
    assert.deepEqual(wrongPackages(both, [page], needsNode), []);
    const later = ['kysely', '@electric-sql/pglite', '@event-calendar/core'];
    const atOnce = [...reachable(both, page).keys()];
    assert.deepEqual(
      atOnce.filter((to) => later.includes(packageOf(to)) || /^src\/(?:adapters|sample)\//.test(to)),
      [],
    );
    assert.ok(reachable(both, page, true).has('@electric-sql/pglite'));
  });

  it('a class of a widget registers no tag', () => {
    const classes = doors.filter((door) => door.startsWith('src/elements/') && !door.endsWith('.define.ts'));
    const found = classes.flatMap((door) =>
      [...reachable(graph, door)]
        .filter(([target]) => target.endsWith('.define.ts'))
        .map(([, way]) => way.join(' → ')),
    );
    assert.deepEqual(found, []);
  });

  it('zod is imported as the namespace of zod/mini', () => {
    const wrong = [...graph.values()]
      .flat()
      .filter(
        ({ to, text }) =>
          packageOf(to) === 'zod' && !/^import (?:type )?\* as \w+ from 'zod\/mini'/.test(text),
      );
    assert.deepEqual(
      wrong.map(({ from, text }) => `${from}: ${text}`),
      [],
    );
  });
});

describe('the watch on the walls', () => {
  it('sees a forbidden import, a type and a re-export included', () => {
    const broken = graphOf({
      'src/contract/a.ts': "import type { B } from '../segments/b.js';",
      'src/segments/b.ts': "export { c } from '../adapters/memory/c.js';",
      'src/adapters/memory/c.ts': "import '../http/d.js'; export const c = 1;",
      'src/adapters/http/d.ts': "const later = import('../../server/e.js');",
    });
    assert.equal(forbiddenEdges(broken).length, 4);
  });

  it('lets the composition root load an adapter later, and no sooner', () => {
    const eager = { 'src/embed/a.ts': "import '../adapters/memory/c.js';", 'src/adapters/memory/c.ts': '' };
    const lazy = {
      'src/embed/a.ts': "void import('../adapters/memory/c.js');",
      'src/adapters/memory/c.ts': '',
    };
    assert.equal(forbiddenEdges(graphOf(eager)).length, 1);
    assert.deepEqual(forbiddenEdges(graphOf(lazy)), []);
  });

  it('sees a cycle, but not one of types', () => {
    const types = {
      'src/text/a.ts': "import type { B } from './b.js';",
      'src/text/b.ts': "import './a.js';",
    };
    const values = { 'src/text/a.ts': "import './b.js';", 'src/text/b.ts': "import './a.js';" };
    assert.deepEqual(cycles(graphOf(types)), []);
    assert.deepEqual(cycles(graphOf(values)), ['src/text/a.ts → src/text/b.ts → src/text/a.ts']);
  });

  it('follows a worker to what it imports', () => {
    const broken = graphOf({
      'src/index.ts': "new Worker(new URL('./sdk/worker.js', import.meta.url), { type: 'module' });",
      'src/sdk/worker.ts': "import { readFile } from 'node:fs/promises';",
    });
    assert.deepEqual(wrongPackages(broken, ['src/index.ts'], isBuiltin), [
      'src/index.ts → src/sdk/worker.ts → node:fs/promises',
    ]);
  });
});
