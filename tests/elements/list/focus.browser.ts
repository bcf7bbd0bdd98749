import { expect } from 'chai';
import { EVERYONE, type Adapter, type Client } from '../../../src/contract/index.js';
import type { ClienteleList } from '../../../src/elements/list/list.js';
import { deepActiveElement, ignoreResizeObserverLoop, nextFrame, until } from '../../support/browser.js';
import { click, engine, press } from '../../support/keys.js';
import {
  base,
  buttonNamed,
  columnsOf,
  gridOf,
  headOf,
  headsOf,
  modelOf,
  nameAt,
  rowAt,
  rowTexts,
  scrollerOf,
  sessionOf,
  settled,
  show,
  stateOf,
} from './fixture.js';

/** Where the keyboard is: [row, column]; row −1 is the header; null: in no cell. */
function place(): [number, number] | null {
  const cell = deepActiveElement()?.closest<HTMLElement>('[data-column]');
  if (!cell) return null;
  const row = cell.closest<HTMLElement>('[data-index]');
  return [row ? Number(row.dataset['index']) : -1, Number(cell.dataset['column'])];
}

const isInGrid = (list: ClienteleList): boolean => gridOf(list).shadowRoot!.activeElement !== null;

/** Long enough for the rows to be put in order after scrolling. */
const pause = (): Promise<void> => new Promise((resolve) => setTimeout(resolve, 250));

/** An adapter whose answers to `find` can be held back, as a slow machine's would be. */
function held(inner: Adapter): {
  adapter: Adapter;
  hold: () => void;
  release: () => void;
  waiting: () => number;
} {
  let gate = Promise.resolve();
  let release = (): void => undefined;
  let waiting = 0;
  return {
    adapter: {
      ...inner,
      find: async (query, context) => {
        waiting++;
        await gate;
        waiting--;
        context.signal?.throwIfAborted();
        return inner.find(query, context);
      },
    },
    hold: () => {
      gate = new Promise((resolve) => {
        release = resolve;
      });
    },
    release: () => release(),
    waiting: () => waiting,
  };
}

/** Clients called 001, 002 …, in this order by name. */
const numbered = (count: number): Client[] =>
  Array.from({ length: count }, (_, at) => ({
    id: `n${at}`,
    version: 1,
    name: String(at + 1).padStart(3, '0'),
  }));

const byName: Partial<ClienteleList> = {
  view: {
    v: 1,
    columns: [{ field: 'name' }, { field: 'phones' }, { field: 'visits' }],
    pinned: 0,
    sort: [{ field: 'name', dir: 'asc' }],
    where: EVERYONE,
  },
};

describe('the focus of the client list', () => {
  ignoreResizeObserverLoop();

  /** What lit has to say of updates that cause updates. */
  const warnings: string[] = [];
  const { warn } = console;
  before(() => {
    console.warn = (...args: unknown[]) => {
      if (/change-in-update/.test(String(args[0]))) warnings.push(String(args[0]));
      else warn(...args);
    };
  });
  after(() => {
    console.warn = warn;
  });

  it('goes to the last row and back while no row of either end is there yet', async function () {
    if (engine === 'webkit') this.skip();
    const { adapter, hold, release, waiting } = held(base());
    const { list } = await show({ adapter });
    gridOf(list).focusRow(2, 3);
    hold();
    await press('Control+End');
    expect(place()).to.deep.equal([499, headsOf(list).length - 1]);
    expect(rowAt(list, 499).getAttribute('aria-busy')).to.equal('true');
    await pause();
    expect(waiting()).to.be.greaterThan(0);
    expect(place()).to.deep.equal([499, headsOf(list).length - 1]);
    await press('Control+Home');
    expect(place()).to.deep.equal([0, 0]);
    release();
    await pause();
    expect(place()).to.deep.equal([0, 0]);
    expect(rowAt(list, 0).hasAttribute('aria-busy')).to.equal(false);
  });

  it('goes to the last row once the rows are counted, when that was wanted before', async function () {
    if (engine === 'webkit') this.skip();
    const { adapter, hold, release } = held(base());
    const { list } = await show({ adapter });
    gridOf(list).focusRow(16, 3);
    hold();
    modelOf(list).setSort([{ field: 'name', dir: 'desc' }]);
    await settled(list);
    expect(place()).to.deep.equal([0, 3]);
    await press('Control+End');
    expect(place()![0]).to.be.within(1, 20);
    release();
    await until(() => place()?.[0] === 499, 'the last row');
    expect(place()![1]).to.equal(headsOf(list).length - 1);
  });

  it('forgets that wish with the next key', async function () {
    if (engine === 'webkit') this.skip();
    const { adapter, hold, release } = held(base());
    const { list } = await show({ adapter });
    gridOf(list).focusRow(0, 3);
    hold();
    modelOf(list).setSort([{ field: 'name', dir: 'desc' }]);
    await settled(list);
    await press('Control+End', 'Control+Home');
    release();
    await until(() => rowTexts(list).length > 5, 'the rows');
    await pause();
    expect(place()).to.deep.equal([0, 0]);
  });

  it('never leaves its row while the rows are put in order after scrolling', async () => {
    const { list } = await show();
    gridOf(list).focusRow(12, 2);
    const cell = deepActiveElement()!;
    let losses = 0;
    cell.addEventListener('blur', () => losses++);
    const removed: Node[] = [];
    const observer = new MutationObserver((changes) => {
      for (const change of changes) removed.push(...change.removedNodes);
    });
    observer.observe(rowAt(list, 12).parentElement!, { childList: true });
    scrollerOf(list).scrollTop = 36 * 7;
    await pause();
    scrollerOf(list).scrollTop = 36 * 2;
    await pause();
    const order = [...rowAt(list, 12).parentElement!.children].map((row) =>
      Number((row as HTMLElement).dataset['index']),
    );
    expect(order).to.deep.equal(order.toSorted((a, b) => a - b));
    observer.disconnect();
    expect(removed.filter((node) => node instanceof HTMLElement)).to.have.length.within(1, 14);
    expect(removed).not.to.include(rowAt(list, 12));
    expect(losses).to.equal(0);
    expect(deepActiveElement()).to.equal(cell);
  });

  it('comes back to its cell when the row that it was on is scrolled into view again', async () => {
    const { list } = await show();
    gridOf(list).focusRow(5, 2);
    scrollerOf(list).scrollTop = 8000;
    await pause();
    expect(deepActiveElement()).to.equal(scrollerOf(list));
    scrollerOf(list).scrollTop = 0;
    await until(() => place() !== null, 'the cell to have the focus');
    expect(place()).to.deep.equal([5, 2]);
  });

  for (const how of ['at once', 'later'] as const) {
    it(`stays in the rows when they are sorted anew, answered ${how}`, async () => {
      const { adapter, hold, release } = held(base());
      const { list } = await show({ adapter: how === 'later' ? adapter : base() });
      gridOf(list).focusRow(300, 4);
      hold();
      modelOf(list).setSort([{ field: 'name', dir: 'desc' }]);
      await settled(list);
      expect(place()).to.deep.equal([0, 4]);
      release();
      await pause();
      expect(place()).to.deep.equal([0, 4]);
    });
  }

  it('goes to what stands in place of the rows when nothing is found, and comes back with them', async () => {
    const { list } = await show();
    gridOf(list).focusRow(30, 2);
    modelOf(list).setSearch('no such client anywhere');
    await until(() => stateOf(list) !== '', 'the state');
    await settled(list);
    expect(deepActiveElement()).to.equal(list.renderRoot.querySelector('.state button'));
    await press('Enter');
    await until(() => place() !== null, 'the rows');
    expect(place()![0]).to.equal(0);
  });

  it('stands on the next client when its own is removed, and on the last when there is none after it', async () => {
    const adapter = base({ clients: numbered(6) });
    const session = sessionOf(adapter);
    const { list } = await show({ session, properties: byName });
    gridOf(list).focusRow(2, 2);
    await session.remove('n2', 1);
    await until(() => modelOf(list).result.total === 5);
    await settled(list);
    expect(place()).to.deep.equal([2, 2]);
    expect(nameAt(list, 2)).to.equal('004');
    gridOf(list).focusRow(4, 2);
    await session.remove('n5', 1);
    await until(() => modelOf(list).result.total === 4);
    await settled(list);
    expect(place()).to.deep.equal([3, 2]);
  });

  it('goes with its client to the row where an edit of others takes it', async () => {
    const adapter = base({ clients: numbered(12) });
    const session = sessionOf(adapter);
    const other = sessionOf(adapter);
    const { list } = await show({ session, properties: byName });
    await other.ready;
    gridOf(list).focusRow(4, 2);
    expect(nameAt(list, 4)).to.equal('005');
    await other.create({ firstName: '000' });
    await until(() => modelOf(list).result.total === 13);
    await until(() => place()?.[0] === 5, 'row 5');
    expect(nameAt(list, 5)).to.equal('005');
    expect(isInGrid(list)).to.equal(true);
  });

  it('stays with its column when one before it is hidden, and on the next one when its own is', async () => {
    const { list } = await show();
    const model = modelOf(list);
    const hide = async (field: string): Promise<void> => {
      model.toggleColumn(model.fields.get(field)!);
      await settled(list);
    };
    const fieldHere = (): string | undefined => headsOf(list)[place()?.[1] ?? -1]?.dataset['field'];
    const [, second, third, fourth] = columnsOf(list) as [string, string, string, string];
    const column = Number(headOf(list, third).dataset['column']);
    gridOf(list).focusRow(1, column);
    await hide(second);
    expect(fieldHere()).to.equal(third);
    expect(place()![0]).to.equal(1);
    await hide(third);
    expect(fieldHere()).to.equal(fourth);
    while (columnsOf(list).length > 1) await hide(columnsOf(list).at(-1)!);
    expect(place()![0]).to.equal(1);
    gridOf(list).focusRow(-1, 3);
    model.resetColumns();
    await settled(list);
    expect(place()![0]).to.equal(-1);
  });

  it('stays in the rows when they become cards, and when they are rows again', async () => {
    const { list, frame } = await show();
    gridOf(list).focusRow(-1, 5);
    frame.style.inlineSize = '400px';
    await until(() => gridOf(list).narrow);
    await settled(list);
    expect(place()![0]).to.equal(0);
    frame.style.inlineSize = '1200px';
    await until(() => !gridOf(list).narrow);
    await settled(list);
    expect(place()![0]).to.equal(0);
  });

  it('is not taken by a menu that comes after Escape, or after a key that went on', async () => {
    const { list } = await show();
    const menu = (): Element => list.renderRoot.querySelector('.row-menu')!;
    for (const key of ['Escape', 'ArrowDown']) {
      gridOf(list).focusRow(3, 4);
      const cell = deepActiveElement()!;
      // In one go, so that the menu has no time to load.
      cell.dispatchEvent(new MouseEvent('contextmenu', { bubbles: true, composed: true, cancelable: true }));
      cell.dispatchEvent(
        new KeyboardEvent('keydown', { key, bubbles: true, composed: true, cancelable: true }),
      );
      await pause();
      expect(menu().matches(':popover-open'), key).to.equal(false);
      expect(place(), key).to.deep.equal([key === 'Escape' ? 3 : 4, 4]);
    }
  });

  it('returns from a menu to its row, or to the grid when another row is drawn there by then', async () => {
    const { list } = await show();
    const menu = list.renderRoot.querySelector<HTMLElement>('.row-menu')!;
    // WebKit's driver cannot close the engine's own menu, which comes as well there.
    if (engine !== 'webkit') {
      await click(rowAt(list, 3).querySelector('[data-column="4"]')!, 'right');
      await until(() => menu.matches(':popover-open') && menu.matches(':focus-within'));
      await press('Escape');
      await until(() => !menu.matches(':popover-open'));
      expect(place()).to.deep.equal([3, 4]);
    }
    await click(rowAt(list, 3).querySelector('[data-row-menu]')!);
    await until(() => menu.matches(':popover-open') && menu.matches(':focus-within'));
    scrollerOf(list).scrollTop = 9000;
    await until(() => !menu.matches(':popover-open'), 'the menu to close');
    expect(deepActiveElement()).to.equal(scrollerOf(list));
    await press('ArrowDown');
    expect(place()![0]).to.equal(4);
  });

  it('goes to the rows when what opened a dialog has gone with its deed', async () => {
    const { list } = await show({ adapter: base({ clients: numbered(4) }), properties: byName });
    await click(rowAt(list, 3).querySelector('[data-row-menu]')!);
    await until(() => list.renderRoot.querySelector('.row-menu')!.matches(':focus-within'));
    await press('End', 'Enter');
    const dialog = await until(
      () => list.renderRoot.querySelector('clientele-action-dialog-0'),
      'the dialog',
    );
    await until(() => dialog.shadowRoot?.activeElement);
    const deed = buttonNamed(dialog, /^Delete/);
    await click(deed);
    await until(() => !dialog.isConnected && modelOf(list).result.total === 3, 'the client to go');
    await settled(list);
    expect(place()![0]).to.equal(2);
  });

  it('is kept by updates that ask for no second one', async () => {
    await nextFrame();
    expect(warnings).to.deep.equal([]);
  });
});
