import { expect } from 'chai';
import type { Adapter, LibraryKind, Node, SegmentDocument } from '../../../src/contract/index.js';
import { ClienteleError } from '../../../src/contract/index.js';
import type { ClienteleSegments } from '../../../src/elements/segments/segments.js';
import '../../../src/elements/segments/segments.define.js';
import type { Session, SessionOptions } from '../../../src/sdk/types.js';
import { stocked } from '../../../stories/support/library.js';
import { expectAccessible } from '../../support/axe.js';
import { ignoreResizeObserverLoop, inside, mount, until } from '../../support/browser.js';
import { click, press, type } from '../../support/keys.js';
import { sessionOf, textOf } from '../segment-builder/fixture.js';

interface Shown {
  readonly manager: ClienteleSegments;
  readonly session: Session;
}

async function show(
  kind: LibraryKind,
  options: { session?: SessionOptions; adapter?: Adapter; width?: number; lang?: string } = {},
): Promise<Shown> {
  const session = sessionOf(options.adapter ?? (await stocked(120)), options.session);
  const frame = document.createElement('div');
  frame.style.cssText = `inline-size:${options.width ?? 1100}px;font:14px/1.45 'Liberation Sans',sans-serif`;
  const provider = Object.assign(document.createElement('clientele-provider'), { session });
  provider.lang = options.lang ?? 'en';
  const manager = Object.assign(document.createElement('clientele-segments'), { kind, withShow: true });
  provider.append(manager);
  frame.append(provider);
  mount(frame);
  await until(() => manager.renderRoot.querySelector('[data-item], .empty-state'), 'the items');
  return { manager, session };
}

const names = ({ manager }: Shown): string[] =>
  [...manager.renderRoot.querySelectorAll('[data-item] .name')].map(textOf);
const part = (row: Element, selector: string): HTMLElement => {
  const found = row.querySelector<HTMLElement>(selector);
  if (!found) throw new Error(`The row has no ${selector}.`);
  return found;
};
const rowOf = ({ manager }: Shown, name: string): HTMLElement => {
  const found = [...manager.renderRoot.querySelectorAll<HTMLElement>('[data-item]')].find(
    (row) => textOf(part(row, '.name')) === name,
  );
  if (!found) throw new Error(`There is no row ${name}.`);
  return found;
};
const figureOf = (shown: Shown, name: string): string =>
  textOf(part(rowOf(shown, name), 'td.numeric:not(:has(~ td.numeric))'));
const within = <T extends Element = HTMLElement>(root: ShadowRoot, selector: string): T =>
  inside<T>(root.host, selector);
const button = (root: ParentNode, name: string): HTMLElement => {
  const found = [...root.querySelectorAll<HTMLElement>('button')].find((each) => textOf(each) === name);
  if (!found) throw new Error(`There is no button ${name}.`);
  return found;
};

async function openMenu(shown: Shown, row: string, item: string): Promise<void> {
  await click(part(rowOf(shown, row), '[aria-haspopup="menu"]'));
  const menu = inside(shown.manager, 'clientele-menu-0');
  const line = await until(
    () => [...menu.shadowRoot!.querySelectorAll<HTMLElement>('.item')].find((each) => textOf(each) === item),
    item,
  );
  await click(line);
}

async function newItem(shown: Shown, name: string): Promise<ShadowRoot> {
  await click(inside(shown.manager, '.top .button.primary'));
  const root = await until(
    () => shown.manager.renderRoot.querySelector('clientele-segments-item-0')?.shadowRoot,
    'the dialog',
  );
  await until(() => root.querySelector('#dialog[open]') && root.querySelector('#name:focus'), 'the name');
  await type(name);
  return root;
}

describe('the manager of segments', () => {
  ignoreResizeObserverLoop();

  it('says what each segment means and how many clients it has', async () => {
    const shown = await show('segments');
    expect(names(shown)).to.deep.equal([
      'Regulars away for long',
      'Spenders who stay away',
      'Spent over 500',
    ]);
    const { count } = await shown.session.count({
      v: 1,
      where: { kind: 'field', field: 'totalSpent', op: 'gt', value: 50_000 },
    });
    await until(() => figureOf(shown, 'Spent over 500') === String(count), `${count} clients`);
    expect(textOf(part(rowOf(shown, 'Spent over 500'), '.means'))).to.equal('Total spent: more than €500.00');
    await expectAccessible(shown.manager);
  });

  it('goes from kind to kind by the arrow keys', async () => {
    const shown = await show('segments');
    inside(shown.manager, '#tab-segments').focus();
    await press('ArrowRight', 'ArrowRight');
    await until(() => names(shown).includes('VIP') || shown.manager.kind === 'categories', 'categories');
    expect(shown.manager.getAttribute('kind')).to.equal('categories');
    await press('End');
    await until(() => names(shown).includes('Asleep'), 'the rules');
  });

  it('counts the clients of a category, and finds items by name', async () => {
    const shown = await show('categories');
    const [first = ''] = names(shown);
    const id = rowOf(shown, first).dataset['item'] ?? '';
    const where: Node = { kind: 'field', field: 'categories', op: 'anyOf', value: [id] };
    const { count } = await shown.session.count({ v: 1, where });
    await until(() => figureOf(shown, first) === String(count), `${count} clients`);
    await click(inside(shown.manager, '.search input'));
    await type('zzz');
    await until(() => shown.manager.renderRoot.querySelector('.empty-state'), 'nothing found');
    await click(inside(shown.manager, '.empty-state button'));
    await until(() => names(shown).includes(first), 'all of them');
  });

  it('makes a category, once it has a name', async () => {
    const shown = await show('categories');
    const root = await newItem(shown, ' ');
    await press('Enter');
    await until(() => root.querySelector('#name[aria-invalid="true"]'), 'the fault');
    expect(textOf(within(root, '#name-fault'))).to.equal('Give it a name');
    await expectAccessible(shown.manager);
    await type('Friends of the house');
    await click(within(root, '.hue-teal input'));
    await click(button(root, 'Save'));
    await until(() => names(shown).includes('Friends of the house'), 'the new category');
    expect(part(rowOf(shown, 'Friends of the house'), '.hue-dot').classList.contains('hue-teal')).to.equal(
      true,
    );
    const lists = shown.session.description?.lists.categories ?? [];
    expect(lists.some(({ name }) => name === 'Friends of the house')).to.equal(true);
  });

  it('refuses to delete what is used, and says by what', async () => {
    const shown = await show('segments');
    await openMenu(shown, 'Spent over 500', 'Delete');
    const root = await until(
      () => shown.manager.renderRoot.querySelector('clientele-segments-remove-0')?.shadowRoot,
      'the dialog',
    );
    await until(() => root.querySelector('clientele-dialog-0[open]'), 'the dialog open');
    expect(textOf(within(root, '.uses'))).to.contain('Spenders who stay away');
    expect(root.querySelector('.danger')).to.equal(null);
    await press('Escape');
    await until(() => !root.querySelector('clientele-dialog-0[open]'), 'the dialog closed');
    await openMenu(shown, 'Spenders who stay away', 'Delete');
    await click(await until(() => root.querySelector<HTMLElement>('.danger'), 'the deed'));
    await until(() => !names(shown).includes('Spenders who stay away'), 'it gone');
  });

  it('switches a rule off and on', async () => {
    const shown = await show('rules');
    await click(part(rowOf(shown, 'Asleep'), '.switch'));
    await until(
      async () => (await shown.session.library('rules')).find(({ name }) => name === 'Asleep')?.enabled,
      'it on',
    );
  });

  it('asks for the conditions of a new rule, and takes them from the builder', async () => {
    const shown = await show('rules');
    const root = await newItem(shown, 'Ten for all');
    await press('Enter');
    await until(() => textOf(within(root, '#where-fault')) === 'Say who gets it', 'the fault');
    await click(button(root, 'Choose conditions'));
    await until(() => root.querySelector('#conditions[open] clientele-segment-builder'), 'the builder');
    await click(button(root, 'Use these conditions'));
    await until(() => textOf(within(root, '.words')) === 'Everyone', 'the conditions in words');
    const [field, value] = [...root.querySelectorAll('select')];
    field!.value = 'tier';
    field!.dispatchEvent(new Event('change'));
    await until(() => root.querySelectorAll('select')[1]!.options.length > 1, 'the tiers');
    const tier = root.querySelectorAll('select')[1]!.options[1]!.value;
    value!.value = tier;
    value!.dispatchEvent(new Event('change'));
    await click(button(root, 'Save'));
    await until(() => names(shown).includes('Ten for all'), 'the rule');
    const rules = await shown.session.library('rules');
    const made = rules.find(({ name }) => name === 'Ten for all');
    expect(made).to.include({ field: 'tier', value: tier, keep: 'given', enabled: true });
    expect(made?.where).to.deep.equal({ v: 1, where: { kind: 'everyone' } });
  });

  it('changes the order of tiers', async () => {
    const shown = await show('tiers');
    const before = names(shown);
    await openMenu(shown, before[1]!, 'Move up');
    await until(() => names(shown)[0] === before[1], 'the new order');
    expect(names(shown).slice(0, 2)).to.deep.equal([before[1], before[0]]);
  });

  it('shows somebody else’s change before it is overwritten', async () => {
    const shown = await show('categories');
    const [first = ''] = names(shown);
    const id = rowOf(shown, first).dataset['item'] ?? '';
    await openMenu(shown, first, 'Edit');
    const root = await until(
      () => shown.manager.renderRoot.querySelector('clientele-segments-item-0')?.shadowRoot,
      'the dialog',
    );
    const input = await until(() => root.querySelector<HTMLInputElement>('#name:focus'), 'the name');
    const [item] = (await shown.session.library('categories')).filter((one) => one.id === id);
    await shown.session.saveItem('categories', { ...item!, version: item!.version ?? 0, name: 'Theirs' });
    await press('Control+a');
    await type('Mine');
    await press('Enter');
    await until(() => root.querySelector('.failure'), 'the warning');
    await until(() => input.value === 'Theirs', 'what stands now');
    await press('Escape');
  });

  it('builds a segment inside, and comes back', async () => {
    const shown = await show('segments');
    await click(inside(shown.manager, '.top .button.primary'));
    await until(() => shown.manager.renderRoot.querySelector('clientele-segment-builder'), 'the builder');
    await click(button(shown.manager.renderRoot, 'Back'));
    await until(() => names(shown).length === 3, 'the segments');
  });

  it('tells which clients are to be shown', async () => {
    const shown = await show('segments');
    const told: SegmentDocument[] = [];
    shown.manager.addEventListener('clientele-segments-show', (event) => told.push(event.detail.document));
    await openMenu(shown, 'Spent over 500', 'Show the clients');
    expect(told).to.deep.equal([
      { v: 1, where: { kind: 'field', field: 'totalSpent', op: 'gt', value: 50_000 } },
    ]);
  });

  it('offers no way to change anything to those who may not', async () => {
    const shown = await show('tiers', { session: { permissions: ['see'] } });
    expect(shown.manager.renderRoot.querySelector('.top .button.primary')).to.equal(null);
    await click(part(rowOf(shown, names(shown)[0]!), '[aria-haspopup="menu"]'));
    const menu = inside(shown.manager, 'clientele-menu-0');
    await until(() => menu.shadowRoot!.querySelector('.item'), 'the menu');
    expect([...menu.shadowRoot!.querySelectorAll('.item')].map(textOf)).to.deep.equal(['Show the clients']);
  });

  it('says what failed, and tries again', async () => {
    const adapter = await stocked(20);
    let isBroken = true;
    const library = {
      ...adapter.library!,
      list: ((kind, context) => {
        if (isBroken) throw new ClienteleError('unavailable', 'being mended');
        return adapter.library!.list(kind, context);
      }) as NonNullable<Adapter['library']>['list'],
    };
    const shown = await show('tiers', { adapter: { ...adapter, library } });
    await expectAccessible(shown.manager);
    isBroken = false;
    await click(inside(shown.manager, '.empty-state button'));
    await until(() => names(shown).length > 0, 'the tiers');
  });

  for (const [lang, width] of [
    ['en', 340],
    ['ru', 1100],
    ['ar', 700],
  ] as const) {
    it(`is accessible in ${lang} at ${width} px, with details open`, async () => {
      const shown = await show('segments', { lang, width });
      await click(part(rowOf(shown, 'Spent over 500'), '.item'));
      await until(
        () => shown.manager.renderRoot.querySelector('clientele-segments-details-0')?.shadowRoot,
        'the details',
      );
      await until(() => shown.manager.item === 's-spenders', 'the item told');
      await expectAccessible(shown.manager);
      expect(shown.manager.scrollWidth).to.be.at.most(width);
    });
  }
});
