/** A client list in the page, over a base of made-up clients, and ways to look into it. */
import { PERMISSIONS, type Adapter, type Client, type Permission } from '../../../src/contract/index.js';
import { memoryAdapter, type MemoryOptions } from '../../../src/adapters/memory/index.js';
import '../../../src/elements/list/list.define.js';
// What answers keys and clicks is at hand, as it is on a page that has been open for a moment.
import '../../../src/elements/list/grid/interaction.js';
import '../../../src/elements/provider/provider.define.js';
import type { ListGrid } from '../../../src/elements/list/grid/grid.js';
import type { ClienteleList } from '../../../src/elements/list/list.js';
import { afterPaint } from '../../../src/elements/parts/after-paint.js';
import type { ListToolbar } from '../../../src/elements/list/toolbar/toolbar.js';
import type { ListModel } from '../../../src/elements/list/model/list-model.js';
import type { ClienteleProvider } from '../../../src/elements/provider/provider.js';
import { sampleBase } from '../../../src/sample/index.js';
import { createClientele } from '../../../src/sdk/index.js';
import type { Session, SessionOptions } from '../../../src/sdk/types.js';
import { inside, mount, nextFrame, until } from '../../support/browser.js';

export const TODAY = '2026-11-20';
const NOON = Date.parse(`${TODAY}T12:00:00Z`);

/** The base of most tests: 500 clients, none of them blocked or a favourite, at noon of `TODAY`. */
export function base(options: MemoryOptions = {}, clients = 500): Adapter {
  const sample = sampleBase({ clients, today: TODAY });
  return memoryAdapter({
    clients: plain(sample.clients),
    lists: sample.lists,
    settings: sample.settings,
    now: () => NOON,
    ...options,
  });
}

function* plain(clients: Iterable<Client>): Generator<Client> {
  for (const { blockReason: _, ...client } of clients) yield { ...client, blocked: false, favourite: false };
}

/** Answers the way a server does: later, never at once. */
export function later(adapter: Adapter, delayMs = 10): Adapter {
  const wait = () => new Promise((resolve) => setTimeout(resolve, delayMs));
  return {
    ...adapter,
    find: async (query, context) => {
      await wait();
      context.signal?.throwIfAborted();
      return adapter.find(query, context);
    },
    count: async (where, context, options) => {
      await wait();
      return adapter.count(where, context, options);
    },
    get: async (id, context, fields) => {
      await wait();
      return adapter.get(id, context, fields);
    },
  };
}

export const without = (...gone: Permission[]): Permission[] =>
  PERMISSIONS.filter((permission) => !gone.includes(permission));

export interface Fixture {
  readonly list: ClienteleList;
  readonly provider: ClienteleProvider;
  readonly session: Session;
  readonly frame: HTMLElement;
}

export interface FixtureOptions {
  readonly adapter?: Adapter;
  readonly session?: Session | SessionOptions;
  readonly width?: number;
  readonly height?: number;
  /** Attributes of the provider. */
  readonly provider?: Record<string, string>;
  /** Attributes of the list. */
  readonly list?: Record<string, string>;
  /** Attributes of the frame around both. */
  readonly frame?: Record<string, string>;
  readonly properties?: Partial<ClienteleList>;
}

const sessions: Session[] = [];
afterEach(() => {
  for (const session of sessions.splice(0)) session.end();
});

/** A session that ends with the test. */
export function sessionOf(adapter: Adapter, options: SessionOptions = {}): Session {
  const session = createClientele({ adapter, ...options });
  sessions.push(session);
  return session;
}

/** Puts a list into the page; waits for nothing. */
export function place(options: FixtureOptions = {}): Fixture {
  const { adapter = base(), width = 1200, height = 640, properties = {} } = options;
  const given = options.session;
  const session = given && 'open' in given ? given : sessionOf(adapter, given ?? {});
  const frame = document.createElement('div');
  frame.style.cssText = `inline-size:${width}px;block-size:${height}px;font:14px/1.45 'Liberation Sans',sans-serif`;
  const provider = Object.assign(document.createElement('clientele-provider'), { session });
  provider.lang = 'en';
  const list = Object.assign(document.createElement('clientele-list'), properties);
  const write = (element: Element, attributes: Record<string, string> = {}): void => {
    for (const [name, value] of Object.entries(attributes)) element.setAttribute(name, value);
  };
  write(frame, options.frame);
  write(provider, options.provider);
  write(list, options.list);
  provider.append(list);
  frame.append(provider);
  mount(frame);
  return { list, provider, session, frame };
}

/** Puts a list into the page and waits for its first rows. */
export async function show(options: FixtureOptions = {}): Promise<Fixture> {
  const fixture = place(options);
  await until(() => maybeGrid(fixture.list) && rowTexts(fixture.list).length > 0, 'the first rows', 12_000);
  await settled(fixture.list);
  return fixture;
}

/** What comes after the first rows. */
const LATE = ['filters', 'columns'].map((part) => `clientele-list-${part}-0:not(:defined)`).join();

/** Columns can be moved and resized by pointer: what does it loads at the first moment of leisure after the first rows. */
export async function withHeadTools(): Promise<void> {
  await import('../../../src/elements/list/grid/head-tools.js');
  await new Promise<void>((resolve) => afterPaint(resolve));
  await nextFrame();
}

/** Everything that is in the page now has drawn itself, what comes after the first rows too, and the frame is painted. */
export async function settled(list: ClienteleList): Promise<void> {
  await until(() => list.renderRoot.querySelector(LATE) === null, 'what comes after the first rows');
  await list.updateComplete;
  for (const element of list.renderRoot.querySelectorAll('*'))
    if ('updateComplete' in element) await element.updateComplete;
  const grid = maybeGrid(list);
  await until(
    () => !grid?.clientHeight || (grid.frame.isComplete && grid.isAnswering),
    'what comes after the rows that are seen',
  );
  await nextFrame();
}

const maybeGrid = (list: ClienteleList): ListGrid | null =>
  list.renderRoot.querySelector<ListGrid>('clientele-list-grid-0');

export const gridOf = (list: ClienteleList): ListGrid => inside<ListGrid>(list, 'clientele-list-grid-0');

export const modelOf = (list: ClienteleList): ListModel => {
  const { model } = inside<ListToolbar>(list, 'clientele-list-toolbar-0');
  if (!model) throw new Error('The list has no model yet.');
  return model;
};

export const scrollerOf = (list: ClienteleList): HTMLElement => inside(gridOf(list), '.scroller');

/** The drawn rows in the order of their positions. */
export function rowsOf(list: ClienteleList): HTMLElement[] {
  const rows = [...(maybeGrid(list)?.renderRoot.querySelectorAll<HTMLElement>('.canvas > .row') ?? [])];
  return rows.sort((a, b) => Number(a.dataset['index']) - Number(b.dataset['index']));
}

export function rowAt(list: ClienteleList, index: number): HTMLElement {
  const row = rowsOf(list).find((each) => each.dataset['index'] === String(index));
  if (!row) throw new Error(`Row ${index} is not drawn.`);
  return row;
}

/** Those rows that lie within the scroller, below the header. */
export function seenRows(list: ClienteleList): HTMLElement[] {
  const { top, bottom } = scrollerOf(list).getBoundingClientRect();
  return rowsOf(list).filter((row) => {
    const box = row.getBoundingClientRect();
    return box.bottom > top + 36 && box.top < bottom - 1;
  });
}

export const textOf = (element: Element): string => (element.textContent ?? '').replace(/\s+/g, ' ').trim();

/** Names of the drawn clients, in order. */
export const rowTexts = (list: ClienteleList): string[] =>
  rowsOf(list)
    .map((row) => row.querySelector('.name'))
    .flatMap((name) => (name ? [textOf(name)] : []));

export const nameAt = (list: ClienteleList, index: number): string =>
  textOf(rowAt(list, index).querySelector('.name') ?? document.createElement('a'));

export const headsOf = (list: ClienteleList): HTMLElement[] => [
  ...gridOf(list).renderRoot.querySelectorAll<HTMLElement>('.head-cell'),
];

export const headOf = (list: ClienteleList, field: string): HTMLElement =>
  inside(gridOf(list), `.head-cell[data-field="${field}"]`);

/** The fields of the shown columns, as the header has them. */
export const columnsOf = (list: ClienteleList): string[] =>
  headsOf(list).flatMap((head) => head.dataset['field'] ?? []);

/** The cell of a field in a drawn row. */
export function cellAt(list: ClienteleList, row: number, field: string): HTMLElement {
  const column = headOf(list, field).dataset['column'];
  const cell = rowAt(list, row).querySelector<HTMLElement>(`[data-column="${column}"]`);
  if (!cell) throw new Error(`No cell of ${field} in row ${row}.`);
  return cell;
}

/** Texts of the toasts that are shown. */
export const toastsOf = (list: ClienteleList): string[] =>
  [...(inside(list, 'clientele-toasts-0').shadowRoot?.querySelectorAll('.toast .text') ?? [])].map(textOf);

export const toastButton = (list: ClienteleList): HTMLElement =>
  inside(inside(list, 'clientele-toasts-0'), '.toast .action');

/** What a screen reader is told: all that is written to live regions of the list and its parts from now on. */
export async function announcements(list: ClienteleList): Promise<string[]> {
  const said: string[] = [];
  const observer = new MutationObserver((changes) => {
    for (const { target } of changes) {
      const text = (target.textContent ?? '').trim();
      if (text && said.at(-1) !== text) said.push(text);
    }
  });
  await import('../../../src/elements/parts/toasts.define.js');
  const toasts = inside(list, 'clientele-toasts-0');
  await settled(list);
  for (const root of [list.renderRoot, toasts.shadowRoot!])
    for (const region of root.querySelectorAll('[data-announce]'))
      observer.observe(region, { childList: true, characterData: true, subtree: true });
  return said;
}

/** The state that stands where the rows would be: its words. */
export const stateOf = (list: ClienteleList): string => {
  const state = list.renderRoot.querySelector('.state');
  return state ? textOf(state) : '';
};

/** A button by its words, anywhere below an element, through shadow roots. */
export function buttonNamed(root: Element | ShadowRoot, name: string | RegExp): HTMLElement {
  const found = findButton(root, name);
  if (!found) throw new Error(`No button is called ${String(name)}.`);
  return found;
}

/** Whether there is such a button. A missing one is better told by its name than by an element in a failed comparison. */
export const hasButton = (root: Element | ShadowRoot, name: string | RegExp): boolean =>
  findButton(root, name) !== null;

export function findButton(root: Element | ShadowRoot, name: string | RegExp): HTMLElement | null {
  const fits = (text: string): boolean => (typeof name === 'string' ? text === name : name.test(text));
  const own = root instanceof Element && root.shadowRoot ? findButton(root.shadowRoot, name) : null;
  if (own) return own;
  for (const element of root.querySelectorAll<HTMLElement>('*')) {
    if (
      element.matches('button, [role="menuitem"]') &&
      element.checkVisibility({ visibilityProperty: true }) &&
      (fits(element.innerText.replace(/\s+/g, ' ').trim()) || fits(element.getAttribute('aria-label') ?? ''))
    )
      return element;
    const inner = element.shadowRoot && findButton(element.shadowRoot, name);
    if (inner) return inner;
  }
  return null;
}
