/** A segment builder in the page, over a base of made-up clients with records, and ways to look into it. */
import { memoryAdapter, type MemoryOptions } from '../../../src/adapters/memory/index.js';
import type { Adapter, Node, SegmentDocument } from '../../../src/contract/index.js';
import '../../../src/elements/provider/provider.define.js';
import type { BuilderCondition } from '../../../src/elements/segment-builder/condition/condition.js';
import type { ClienteleSegmentBuilder } from '../../../src/elements/segment-builder/segment-builder.js';
import '../../../src/elements/segment-builder/segment-builder.define.js';
import { sampleColumns } from '../../../src/sample/index.js';
import { createClientele } from '../../../src/sdk/index.js';
import type { Session, SessionOptions } from '../../../src/sdk/types.js';
import { deepActiveElement, inside, mount, nextFrame, until } from '../../support/browser.js';
import { click, press, type } from '../../support/keys.js';

export { buttonNamed, findButton, hasButton, later, textOf, without } from '../list/fixture.js';
import { textOf } from '../list/fixture.js';

export const TODAY = '2026-11-20';
const NOON = Date.parse(`${TODAY}T12:00:00Z`);

/** A base that keeps no segment yet. */
export function base(options: MemoryOptions = {}, clients = 300): Adapter {
  const sample = sampleColumns({ clients, today: TODAY });
  return memoryAdapter({ ...sample, segments: [], rules: [], now: () => NOON, ...options });
}

export const all = (...of: [Node, ...Node[]]): SegmentDocument => ({ v: 1, where: { kind: 'all', of } });
export const visits = (value: number): Node => ({ kind: 'field', field: 'visits', op: 'gte', value });

export interface Fixture {
  readonly builder: ClienteleSegmentBuilder;
  readonly session: Session;
  readonly frame: HTMLElement;
}

export interface FixtureOptions {
  readonly adapter?: Adapter;
  readonly session?: Session | SessionOptions;
  readonly value?: SegmentDocument;
  readonly width?: number;
  readonly lang?: string;
  readonly attributes?: Record<string, string>;
  readonly properties?: Partial<ClienteleSegmentBuilder>;
}

const sessions: Session[] = [];
afterEach(() => {
  for (const session of sessions.splice(0)) session.end();
});

export function sessionOf(adapter: Adapter, options: SessionOptions = {}): Session {
  const session = createClientele({ adapter, ...options });
  sessions.push(session);
  return session;
}

/** Puts a builder into the page; waits for nothing. */
export function place(options: FixtureOptions = {}): Fixture {
  const { adapter, width = 1100, lang = 'en', attributes = {}, properties = {}, value } = options;
  const given = options.session;
  const session = given && 'open' in given ? given : sessionOf(adapter ?? base(), given ?? {});
  const frame = document.createElement('div');
  frame.style.cssText = `inline-size:${width}px;font:14px/1.45 'Liberation Sans',sans-serif`;
  const provider = Object.assign(document.createElement('clientele-provider'), { session });
  provider.lang = lang;
  const builder = Object.assign(document.createElement('clientele-segment-builder'), properties);
  if (value) builder.value = value;
  for (const [name, text] of Object.entries(attributes)) builder.setAttribute(name, text);
  provider.append(builder);
  frame.append(provider);
  mount(frame);
  return { builder, session, frame };
}

/** Puts a builder into the page and waits until it can be worked with. */
export async function show(options: FixtureOptions = {}): Promise<Fixture> {
  const fixture = place(options);
  await until(
    () => fixture.builder.renderRoot.querySelector('clientele-builder-bar-0, .state, .empty-state'),
    'the builder',
  );
  await settled(fixture.builder);
  return fixture;
}

/** All that is in the page now has drawn itself, controls that load included, and the frame is painted. */
export async function settled(builder: ClienteleSegmentBuilder): Promise<void> {
  await builder.updateComplete;
  for (const element of builder.renderRoot.querySelectorAll('*'))
    if ('updateComplete' in element) await element.updateComplete;
  for (const condition of conditionsOf(builder)) await condition.whenReady();
  await nextFrame();
}

export const treeOf = (builder: ClienteleSegmentBuilder): HTMLElement =>
  inside(builder, 'clientele-builder-tree-0');
export const foundOf = (builder: ClienteleSegmentBuilder): HTMLElement =>
  inside(builder, 'clientele-builder-found-0');
export const barOf = (builder: ClienteleSegmentBuilder): HTMLElement =>
  inside(builder, 'clientele-builder-bar-0');

/** The conditions in the order in which they stand. */
export function conditionsOf(builder: ClienteleSegmentBuilder): BuilderCondition[] {
  const tree = builder.renderRoot.querySelector('clientele-builder-tree-0');
  return [...(tree?.shadowRoot?.querySelectorAll<BuilderCondition>('clientele-builder-condition-0') ?? [])];
}

export function conditionAt(builder: ClienteleSegmentBuilder, index: number): BuilderCondition {
  const condition = conditionsOf(builder)[index];
  if (!condition) throw new Error(`There is no condition ${index}.`);
  return condition;
}

/** Names of the conditions, in order. */
export const names = (builder: ClienteleSegmentBuilder): string[] =>
  conditionsOf(builder).map((condition) => textOf(inside(condition, '.name')));

export function gripAt(builder: ClienteleSegmentBuilder, path: string): HTMLElement {
  return inside(treeOf(builder), `[data-grip="${path}"]`);
}

/** A control of a condition. */
export const control = <T extends HTMLElement>(condition: Element, selector: string): T =>
  inside<T>(condition, selector);

export const figure = (builder: ClienteleSegmentBuilder): string =>
  textOf(inside(foundOf(builder), '.figure'));
export const sentence = (builder: ClienteleSegmentBuilder): string =>
  textOf(inside(foundOf(builder), '.sentence'));

/** Faults as they stand at their conditions. */
export const faults = (builder: ClienteleSegmentBuilder): string[] =>
  [
    ...conditionsOf(builder).flatMap((condition) => [...condition.renderRoot.querySelectorAll('.fault')]),
    ...(treeOf(builder).shadowRoot?.querySelectorAll('.fault') ?? []),
  ].map(textOf);

/** Chooses a value of a native select, as its list does. */
export async function choose(
  builder: ClienteleSegmentBuilder,
  select: HTMLSelectElement,
  value: string,
): Promise<void> {
  select.value = value;
  select.dispatchEvent(new Event('change', { bubbles: true }));
  await settled(builder);
}

/** Opens the menu of conditions of a group and chooses by typing. */
export async function add(builder: ClienteleSegmentBuilder, words: string, group = 'where'): Promise<void> {
  await click(inside(treeOf(builder), `[data-add="${group}"]`));
  await find(builder, words);
}

/** Types into the open menu of conditions and takes the first that fits. */
export async function find(builder: ClienteleSegmentBuilder, words: string): Promise<void> {
  await until(() => deepActiveElement()?.getAttribute('role') === 'combobox', 'the menu of conditions');
  const before = conditionsOf(builder).length;
  await type(words);
  const finder = inside(inside(treeOf(builder), 'clientele-builder-add-0'), 'clientele-finder-0');
  await until(
    () => finder.shadowRoot?.querySelector('.option.active')?.textContent?.toLowerCase().includes(words),
    `“${words}” in the menu`,
  );
  await press('Enter');
  await until(() => conditionsOf(builder).length !== before, 'a condition');
  await settled(builder);
}

/** All that is said to a screen reader from now on. */
export function announcements(builder: ClienteleSegmentBuilder): string[] {
  const said: string[] = [];
  const observer = new MutationObserver((changes) => {
    for (const { target } of changes) {
      const text = (target.textContent ?? '').trim();
      if (text && said.at(-1) !== text) said.push(text);
    }
  });
  for (const region of builder.renderRoot.querySelectorAll('[data-announce]'))
    observer.observe(region, { childList: true, characterData: true, subtree: true });
  return said;
}

/** Documents that the builder told of, from now on. */
export function changes(builder: ClienteleSegmentBuilder): SegmentDocument[] {
  const told: SegmentDocument[] = [];
  builder.addEventListener('clientele-segment-change', ({ detail }) => told.push(detail.document));
  return told;
}
