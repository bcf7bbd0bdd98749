import { expect } from 'chai';
import {
  deepActiveElement,
  ignoreResizeObserverLoop,
  inside,
  nextEvent,
  nextFrame,
  until,
} from '../../support/browser.js';
import { click, engine, holding, hover, press, resetPointer } from '../../support/keys.js';
import {
  base,
  cellAt,
  columnsOf,
  gridOf,
  headOf,
  headsOf,
  modelOf,
  nameAt,
  rowAt,
  rowsOf,
  rowTexts,
  scrollerOf,
  seenRows,
  settled,
  show,
  textOf,
} from './fixture.js';
import { tickedCount } from '../../../src/elements/list/model/selection.js';

describe('rows of the client list', () => {
  ignoreResizeObserverLoop();
  afterEach(resetPointer);

  it('are a grid that tells how many there are and which are drawn', async () => {
    const { list } = await show();
    const grid = scrollerOf(list);
    expect(grid.getAttribute('role')).to.equal('grid');
    expect(grid.getAttribute('aria-label')).to.equal('Clients');
    expect(grid.getAttribute('aria-rowcount')).to.equal('501');
    expect(grid.getAttribute('aria-colcount')).to.equal(String(headsOf(list).length));
    expect(grid.getAttribute('aria-multiselectable')).to.equal('true');
    expect(grid.getAttribute('aria-busy')).to.equal('false');
    const rows = rowsOf(list);
    expect(rows.length).to.be.within(15, 40);
    expect(rows.map((row) => row.getAttribute('aria-rowindex'))).to.deep.equal(
      rows.map((_, at) => String(at + 2)),
    );
    expect(new Set(rows.map((row) => row.getAttribute('role')))).to.deep.equal(new Set(['row']));
    const cells = [...rowAt(list, 0).querySelectorAll('.cell')];
    expect(cells.map((cell) => cell.getAttribute('aria-colindex'))).to.deep.equal(
      headsOf(list).map((head) => head.getAttribute('aria-colindex')),
    );
    expect(new Set(cells.map((cell) => cell.getAttribute('role')))).to.deep.equal(new Set(['gridcell']));
    expect(new Set(headsOf(list).map((head) => head.getAttribute('role')))).to.deep.equal(
      new Set(['columnheader']),
    );
  });

  it('show every field as its definition says', async () => {
    const { list, session } = await show();
    const at = rowsOf(list).findIndex((_, row) => modelOf(list).result.rows(row, 1)[0]!.lastVisit);
    const client = modelOf(list).result.rows(at, 1)[0]!;
    expect(nameAt(list, at)).to.equal(client.name);
    expect(textOf(cellAt(list, at, 'visits'))).to.equal(String(client.visits));
    expect(textOf(cellAt(list, at, 'totalSpent'))).to.equal(session.format.money(client.totalSpent ?? 0));
    expect(cellAt(list, at, 'totalSpent').classList.contains('end')).to.equal(true);
    expect(textOf(cellAt(list, at, 'status'))).to.match(/^(Regular|New|Lost|Potential)$/);
    const visit = cellAt(list, at, 'lastVisit');
    expect(textOf(visit)).to.equal(session.format.relative(client.lastVisit!));
    await hover(visit);
    await until(
      () =>
        [visit, ...visit.querySelectorAll('*')].some(
          (each) => each.getAttribute('title') === session.format.day(client.lastVisit!),
        ),
      'the exact day on hover',
    );
  });

  describe('sorted by a click on a header', () => {
    it('ascending, descending, and as they came', async () => {
      const { list } = await show();
      const unsorted = rowTexts(list);
      const values = (): number[] =>
        rowsOf(list).map((row) => Number(textOf(cellAt(list, Number(row.dataset['index']), 'visits'))));
      await click(headOf(list, 'visits'));
      await settled(list);
      expect(headOf(list, 'visits').getAttribute('aria-sort')).to.equal('ascending');
      expect(headOf(list, 'visits').querySelector('.label svg')).not.to.equal(null);
      expect(values()).to.deep.equal(values().toSorted((a, b) => a - b));
      await click(headOf(list, 'visits'));
      await settled(list);
      expect(headOf(list, 'visits').getAttribute('aria-sort')).to.equal('descending');
      expect(values()[0]).to.be.greaterThan(20);
      expect(values()).to.deep.equal(values().toSorted((a, b) => b - a));
      await click(headOf(list, 'visits'));
      await settled(list);
      expect(headOf(list, 'visits').hasAttribute('aria-sort')).to.equal(false);
      expect(rowTexts(list)).to.deep.equal(unsorted);
    });

    it('by a second key with Shift, the keys numbered', async function () {
      if (engine === 'webkit') this.skip();
      const { list } = await show();
      await click(headOf(list, 'visits'));
      await holding('Shift', () => click(headOf(list, 'name')));
      await settled(list);
      expect(modelOf(list).sort).to.deep.equal([
        { field: 'visits', dir: 'asc' },
        { field: 'name', dir: 'asc' },
      ]);
      expect(textOf(headOf(list, 'visits').querySelector('.order')!)).to.equal('1');
      expect(textOf(headOf(list, 'name').querySelector('.order')!)).to.equal('2');
      await holding('Shift', () => click(headOf(list, 'name')));
      expect(modelOf(list).sort[1]).to.deep.equal({ field: 'name', dir: 'desc' });
      await holding('Shift', () => click(headOf(list, 'name')));
      expect(modelOf(list).sort).to.deep.equal([{ field: 'visits', dir: 'asc' }]);
    });

    it('begins at the top again', async () => {
      const { list } = await show();
      scrollerOf(list).scrollTop = 5000;
      await nextFrame();
      await click(headOf(list, 'name'));
      await settled(list);
      expect(scrollerOf(list).scrollTop).to.equal(0);
      expect(Number(seenRows(list)[0]!.dataset['index'])).to.equal(0);
    });

    it('only where the base can sort', async () => {
      const adapter = base();
      const { list } = await show({
        adapter: {
          ...adapter,
          describe: async (context) => {
            const description = await adapter.describe(context);
            return { ...description, capabilities: { ...description.capabilities, sort: ['name'] } };
          },
        },
      });
      expect(headOf(list, 'name').classList.contains('sortable')).to.equal(true);
      expect(headOf(list, 'visits').classList.contains('sortable')).to.equal(false);
      await click(headOf(list, 'visits'));
      expect(modelOf(list).sort).to.deep.equal([]);
    });
  });

  describe('opened', () => {
    it('by a click on the row, on the name, and by Enter, each told with its place', async () => {
      const { list } = await show();
      const opened: unknown[] = [];
      list.addEventListener('clientele-list-open', ({ detail: { client, index, from } }) =>
        opened.push([client.name, index, from]),
      );
      await click(cellAt(list, 2, 'visits'));
      await click(rowAt(list, 3).querySelector('.name')!);
      gridOf(list).focusRow(4);
      await press('Enter');
      expect(opened).to.deep.equal([
        [nameAt(list, 2), 2, 'row'],
        [nameAt(list, 3), 3, 'name'],
        [nameAt(list, 4), 4, 'key'],
      ]);
    });

    it('as the link says, unless the host cancels the event', async () => {
      const { list } = await show({ properties: { hrefOf: (id) => `#card-${id}` } });
      const link = rowAt(list, 0).querySelector<HTMLAnchorElement>('a.name')!;
      const client = modelOf(list).result.rows(0, 1)[0]!;
      expect(link.getAttribute('href')).to.equal(`#card-${client.id}`);
      const before = location.hash;
      try {
        list.addEventListener('clientele-list-open', (event) => event.preventDefault(), { once: true });
        await click(link);
        expect(location.hash).to.equal(before);
        await click(link);
        expect(location.hash).to.equal(`#card-${client.id}`);
      } finally {
        history.replaceState(null, '', location.pathname + location.search);
      }
    });

    it('by the browser alone when a modified click asks for another tab', async function () {
      if (engine === 'webkit') this.skip();
      const { list } = await show({ properties: { hrefOf: (id) => `#card-${id}` } });
      let opened = 0;
      list.addEventListener('clientele-list-open', () => (opened += 1));
      const link = rowAt(list, 0).querySelector<HTMLAnchorElement>('a.name')!;
      // Not followed in the test, but only after the list has had its say.
      let wasLeftAlone = false;
      const stop = (event: Event): void => {
        wasLeftAlone = !event.defaultPrevented;
        event.preventDefault();
      };
      window.addEventListener('click', stop, { once: true });
      await holding('Control', () => click(link));
      expect(wasLeftAlone).to.equal(true);
      expect(opened).to.equal(0);
    });

    it('not while text is being selected, nor by a press on a control in the row', async () => {
      const { list } = await show();
      let opened = 0;
      list.addEventListener('clientele-list-open', () => (opened += 1));
      await click(rowAt(list, 0).querySelector('[data-tick]')!);
      await click(rowAt(list, 0).querySelector('[data-star]')!);
      await settled(list);
      expect(opened).to.equal(0);
    });
  });

  describe('ticked', () => {
    const ticked = (list: Awaited<ReturnType<typeof show>>['list']): number[] =>
      rowsOf(list)
        .filter((row) => row.getAttribute('aria-selected') === 'true')
        .map((row) => Number(row.dataset['index']));

    it('by their boxes, and by Space', async () => {
      const { list } = await show();
      await click(rowAt(list, 1).querySelector('[data-tick]')!);
      expect(ticked(list)).to.deep.equal([1]);
      gridOf(list).focusRow(3);
      await press(' ');
      await settled(list);
      expect(ticked(list)).to.deep.equal([1, 3]);
      await press(' ');
      await settled(list);
      expect(ticked(list)).to.deep.equal([1]);
      expect(rowAt(list, 1).querySelector<HTMLInputElement>('[data-tick]')!.checked).to.equal(true);
      expect(rowAt(list, 3).querySelector<HTMLInputElement>('[data-tick]')!.checked).to.equal(false);
    });

    it('as a range by Shift and a click, Shift and Space, Shift and an arrow', async function () {
      if (engine === 'webkit') this.skip();
      const { list } = await show();
      await click(rowAt(list, 1).querySelector('[data-tick]')!);
      await holding('Shift', () => click(rowAt(list, 4).querySelector('[data-tick]')!));
      await settled(list);
      expect(ticked(list)).to.deep.equal([1, 2, 3, 4]);
      gridOf(list).focusRow(7);
      await press('Shift+ ');
      await settled(list);
      expect(ticked(list)).to.deep.equal([1, 2, 3, 4, 5, 6, 7]);
      await press('Shift+ArrowDown', 'Shift+ArrowDown');
      await settled(list);
      expect(ticked(list)).to.deep.equal([1, 2, 3, 4, 5, 6, 7, 8, 9]);
      expect(document.getSelection()?.toString() ?? '').to.equal('');
    });

    it('all that are found by Control+A, from which single rows are then taken out', async function () {
      if (engine === 'webkit') this.skip();
      const { list } = await show();
      gridOf(list).focusRow(0);
      await press('Control+a');
      await until(() => tickedCount(modelOf(list).ticks) === 500, '500 ticked');
      await settled(list);
      expect(ticked(list).length).to.equal(rowsOf(list).length);
      const all = headsOf(list)[0]!.querySelector<HTMLInputElement>('[data-tick-all]')!;
      expect([all.checked, all.indeterminate]).to.deep.equal([true, false]);
      gridOf(list).focusRow(2);
      await press(' ');
      await settled(list);
      expect(tickedCount(modelOf(list).ticks)).to.equal(499);
      expect(ticked(list)).not.to.include(2);
      expect([all.checked, all.indeterminate]).to.deep.equal([false, true]);
      // A row that was never loaded is ticked too, once it is seen.
      gridOf(list).focusRow(480);
      await settled(list);
      expect(ticked(list)).to.include(480);
    });

    it('all by the box in the header, which also lets them go', async () => {
      const { list } = await show();
      const all = (): HTMLInputElement => headsOf(list)[0]!.querySelector('[data-tick-all]')!;
      expect(all().getAttribute('aria-label')).to.equal('Tick all 500 clients found');
      await click(all());
      await until(() => tickedCount(modelOf(list).ticks) === 500);
      await settled(list);
      expect(all().checked).to.equal(true);
      expect(all().getAttribute('aria-label')).to.equal('Untick all');
      await click(all());
      await settled(list);
      expect(tickedCount(modelOf(list).ticks)).to.equal(0);
      expect(all().checked).to.equal(false);
    });

    it('no more once Escape is pressed', async () => {
      const { list } = await show();
      gridOf(list).focusRow(1);
      await press(' ', 'Escape');
      await settled(list);
      expect(ticked(list)).to.deep.equal([]);
    });

    it('through another search; only "all found" belongs to its question', async () => {
      const { list } = await show();
      gridOf(list).focusRow(0);
      await press(' ');
      modelOf(list).setSearch('zzzz-nobody');
      await until(() => modelOf(list).result.total === 0);
      expect(tickedCount(modelOf(list).ticks)).to.equal(1);
    });
  });

  it('have a menu of their own, by the button, the right button and the context-menu key', async function () {
    // The engine's own menu comes as well there, and its driver cannot close it.
    if (engine === 'webkit') this.skip();
    const { list } = await show({ list: { 'with-edit': '', 'with-message': '' } });
    const menu = inside(list, '.row-menu');
    const items = (): string[] => [...menu.shadowRoot!.querySelectorAll('[role=menuitem]')].map(textOf);
    await click(rowAt(list, 1).querySelector('[data-row-menu]')!);
    await until(() => menu.matches(':popover-open'));
    await settled(list);
    expect(items()).to.deep.equal([
      'Open',
      'Edit',
      'Message',
      'Add to favourites',
      'Block',
      'Add to category',
      'Remove from category',
      'Add to group',
      'Remove from group',
      'Change tier',
      'Delete',
    ]);
    await press('Escape');
    await until(() => !menu.matches(':popover-open'));
    await click(cellAt(list, 2, 'visits'), 'right');
    await until(() => menu.matches(':popover-open'));
    await press('Escape');
    await until(() => !menu.matches(':popover-open'));
    gridOf(list).focusRow(3);
    await press('ContextMenu');
    await until(() => menu.matches(':popover-open'));
    const edit = nextEvent<CustomEvent<{ client: { name: string } }>>(list, 'clientele-list-edit');
    await press('ArrowDown', 'Enter');
    expect((await edit).detail.client.name).to.equal(nameAt(list, 3));
    await nextFrame();
    expect(deepActiveElement()?.closest('.row')).to.equal(rowAt(list, 3));
  });

  it('answer the menu of the row that it was opened for last, and of no other', async function () {
    // The engine's own menu comes as well there, and its driver cannot close it.
    if (engine === 'webkit') this.skip();
    const { list } = await show({ list: { 'with-edit': '' } });
    const edited: string[] = [];
    list.addEventListener('clientele-list-edit', ({ detail }) => edited.push(detail.client.name ?? ''));
    const menu = inside(list, '.row-menu');
    await click(cellAt(list, 1, 'visits'), 'right');
    await until(() => menu.matches(':popover-open'));
    await click(cellAt(list, 12, 'status'), 'right');
    await settled(list);
    if (!menu.matches(':popover-open')) await click(cellAt(list, 12, 'status'), 'right');
    await until(() => menu.matches(':popover-open'));
    await settled(list);
    await press('ArrowDown', 'Enter');
    await nextFrame();
    expect(edited).to.deep.equal([nameAt(list, 12)]);
  });

  it('have no column of a hidden field, and neither star nor actions without the right', async () => {
    const { list } = await show({
      session: { permissions: ['see'], hidden: ['totalSpent', 'visits'] },
      list: { 'with-edit': '', 'with-message': '' },
    });
    expect(columnsOf(list)).not.to.include.members(['totalSpent']);
    expect(columnsOf(list)).not.to.include('visits');
    await click(rowAt(list, 1).querySelector('[data-row-menu]')!);
    const menu = inside(list, '.row-menu');
    await until(() => menu.matches(':popover-open'));
    await settled(list);
    const items = [...menu.shadowRoot!.querySelectorAll('[role=menuitem]')].map(textOf);
    expect(items).to.deep.equal(['Open', 'Add to favourites']);
  });

  it('show masked contacts to those who may not see them', async () => {
    const { list } = await show({ session: { permissions: ['see'], masked: ['phones', 'emails'] } });
    const phones = rowsOf(list).map((row) => textOf(cellAt(list, Number(row.dataset['index']), 'phones')));
    const shown = phones.filter(Boolean);
    expect(shown.length).to.be.greaterThan(5);
    for (const phone of shown) expect(phone).to.match(/^••••/);
  });
});
