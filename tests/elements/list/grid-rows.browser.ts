import { expect } from 'chai';
import type { Adapter, Client } from '../../../src/contract/index.js';
import { memoryAdapter } from '../../../src/adapters/memory/index.js';
import { ROW_HEIGHTS } from '../../../src/theme/tokens.js';
import { ignoreResizeObserverLoop, nextFrame, until } from '../../support/browser.js';
import { click, hover, press, resetPointer } from '../../support/keys.js';
import {
  base,
  cellAt,
  gridOf,
  headsOf,
  later,
  modelOf,
  nameAt,
  place,
  rowAt,
  rowsOf,
  rowTexts,
  scrollerOf,
  seenRows,
  sessionOf,
  settled,
  show,
  textOf,
} from './fixture.js';
import type { ClienteleList } from '../../../src/elements/list/list.js';

const isSkeleton = (row: HTMLElement): boolean => row.getAttribute('aria-busy') === 'true';

function numbered(count: number): Adapter {
  function* clients(): Generator<Partial<Client>> {
    for (let at = 0; at < count; at++)
      yield { id: `c${String(at).padStart(7, '0')}`, firstName: `Client ${at}`, visits: at % 50 };
  }
  return memoryAdapter({ clients: clients(), onProblems: () => undefined });
}

/** Every seen row shows the client of its position, or is a skeleton. */
function wrongRows(list: ClienteleList): string[] {
  return seenRows(list).flatMap((row) => {
    const index = Number(row.dataset['index']);
    const name = isSkeleton(row) ? null : textOf(row.querySelector('.name')!);
    return name === null || name === `Client ${index}` ? [] : [`${index}: ${name}`];
  });
}

describe('rows as one scrolls', () => {
  ignoreResizeObserverLoop();
  afterEach(resetPointer);

  it('are skeletons until an adapter that answers later has answered, of the same height, and never another row', async () => {
    const { list } = place({ adapter: later(numbered(5000), 40) });
    await until(() => list.renderRoot.querySelector('clientele-list-grid-0') && rowTexts(list).length > 0);
    await settled(list);
    const height = rowAt(list, 0).getBoundingClientRect().height;
    let skeletons = 0;
    for (const top of [2000, 60_000, 61_000, 120_000, 20_000, 100_000]) {
      scrollerOf(list).scrollTop = top;
      await nextFrame();
      expect(wrongRows(list)).to.deep.equal([]);
      expect(seenRows(list).length).to.be.greaterThan(10);
      for (const row of seenRows(list)) {
        if (isSkeleton(row)) skeletons++;
        expect(row.getBoundingClientRect().height).to.equal(height);
      }
    }
    expect(skeletons).to.be.greaterThan(10);
    await until(() => seenRows(list).every((row) => !isSkeleton(row)), 'rows in place of skeletons');
    expect(wrongRows(list)).to.deep.equal([]);
    expect(Number(seenRows(list)[0]!.dataset['index'])).to.be.within(2770, 2780);
  });

  it('are never blank with an adapter in the page: each frame of a fling shows rows, the right ones', async () => {
    const { list } = await show({ adapter: numbered(100_000) });
    for (let step = 1; step <= 30; step++) {
      scrollerOf(list).scrollTop = step * 20_000;
      await nextFrame();
      const seen = seenRows(list);
      expect(seen.length).to.be.at.least(Math.floor((scrollerOf(list).clientHeight - 36) / 36));
      expect(seen.filter(isSkeleton)).to.have.length(0);
      expect(wrongRows(list)).to.deep.equal([]);
    }
  });

  for (const density of Object.keys(ROW_HEIGHTS)) {
    it(`reach the last of 100,000, ${density}, by the bar and by the keyboard`, async () => {
      const { list } = await show({ adapter: numbered(100_000), provider: { density } });
      const scroller = scrollerOf(list);
      scroller.scrollTop = scroller.scrollHeight;
      await nextFrame();
      await nextFrame();
      const last = seenRows(list).at(-1)!;
      expect(last.dataset['index']).to.equal('99999');
      const box = last.getBoundingClientRect();
      expect(box.height).to.equal(ROW_HEIGHTS[density as keyof typeof ROW_HEIGHTS]);
      const bottom = scroller.getBoundingClientRect().top + scroller.clientHeight;
      expect(box.bottom).to.be.within(bottom - 2, bottom + 1);
      expect(nameAt(list, 99_999)).to.equal('Client 99999');
      gridOf(list).focusRow(0);
      await nextFrame();
      expect(wrongRows(list)).to.deep.equal([]);
      gridOf(list).focusRow(99_998);
      await press('ArrowDown');
      await nextFrame();
      expect(rowAt(list, 99_999).getBoundingClientRect().bottom).to.be.at.most(bottom + 1);
      expect(wrongRows(list)).to.deep.equal([]);
    });
  }

  it('keep the row under the eye when the density changes', async () => {
    const { list } = await show({ adapter: numbered(2000) });
    scrollerOf(list).scrollTop = 36 * 500;
    await nextFrame();
    const first = Number(seenRows(list)[0]!.dataset['index']);
    modelOf(list).setDensity('compact');
    await settled(list);
    await nextFrame();
    expect(Number(seenRows(list)[0]!.dataset['index'])).to.be.within(first - 1, first + 1);
    expect(rowAt(list, first + 2).getBoundingClientRect().height).to.equal(28);
    expect(wrongRows(list)).to.deep.equal([]);
  });

  it('fill a list that grows, and one that begins without a height', async () => {
    const { list, frame } = await show({ adapter: numbered(1000), height: 0 });
    expect(seenRows(list).length, 'it keeps a least height').to.be.at.least(4);
    frame.style.blockSize = '900px';
    await until(() => seenRows(list).length > 20, 'more rows');
  });

  it('show what another user has changed, in its place, without a reload', async () => {
    const adapter = base();
    const mine = await show({ adapter });
    const other = sessionOf(adapter, { actor: { id: 'other', name: 'Other', role: 'owner' } });
    await other.ready;
    const { list } = mine;
    const client = modelOf(list).result.rows(3, 1)[0]!;
    const now = await other.get(client.id);
    await other.save(client.id, now.version, { firstName: 'Changed', lastName: 'Elsewhere' });
    await until(() => /Changed/.test(nameAt(list, 3)), 'the new name');
    expect(nameAt(list, 3)).to.match(/^Changed (.* )?Elsewhere$/);
  });

  it('never move under the pointer; once it leaves, what others did is taken in', async () => {
    const adapter = base();
    const { list } = await show({ adapter });
    await click(headsOf(list).find((head) => head.dataset['field'] === 'name')!);
    await settled(list);
    const other = sessionOf(adapter);
    await other.ready;
    await hover(cellAt(list, 2, 'phones'));
    const before = rowTexts(list).slice(0, 10);
    const last = modelOf(list).result.rows(499, 1)[0]!;
    await other.create({ firstName: 'Aaaaa', lastName: 'Aaaaa' });
    const moved = await other.get(last.id);
    await other.save(moved.id, moved.version, { firstName: 'Aaaab', lastName: 'Aaaab' });
    await until(() => modelOf(list).result.stale, 'news of other rows');
    await settled(list);
    expect(rowTexts(list).slice(0, 10)).to.deep.equal(before);
    await resetPointer();
    const out = headsOf(list)[2]!;
    await hover(out);
    await until(() => nameAt(list, 0).startsWith('Aaaaa'), 'the new row in its place');
    await until(() => scrollerOf(list).getAttribute('aria-rowcount') === '502', 'the new count');
  });

  it('leave out a client that another user has deleted', async () => {
    const adapter = base();
    const { list } = await show({ adapter });
    const other = sessionOf(adapter);
    await other.ready;
    const gone = modelOf(list).result.rows(1, 1)[0]!;
    const { version } = await other.get(gone.id);
    await other.remove(gone.id, version);
    await until(() => scrollerOf(list).getAttribute('aria-rowcount') === '500');
    await settled(list);
    expect(rowTexts(list)).not.to.include(gone.name);
  });

  it('are cards in a narrow frame, with everything in reach of a finger', async () => {
    const { list } = await show({ width: 375, height: 700 });
    const row = rowAt(list, 0);
    expect(headsOf(list)).to.have.length(0);
    expect(row.getBoundingClientRect().height).to.be.at.least(56);
    expect(scrollerOf(list).scrollWidth).to.equal(scrollerOf(list).clientWidth);
    const client = modelOf(list).result.rows(0, 1)[0]!;
    expect(textOf(row)).to.include(client.name!);
    expect(textOf(row)).to.match(/\+\d/);
    expect(textOf(row)).to.include('€');
    const menu = row.querySelector('[data-row-menu]')!.getBoundingClientRect();
    expect(Math.min(menu.width, menu.height)).to.be.at.least(24);
    const opened: unknown[] = [];
    list.addEventListener('clientele-list-open', ({ detail }) => opened.push(detail.index));
    await click(row.querySelector('.card')!);
    expect(opened).to.deep.equal([0]);
    await click(row.querySelector('[data-tick]')!);
    await settled(list);
    expect(rowAt(list, 0).getAttribute('aria-selected')).to.equal('true');
    gridOf(list).focusRow(0, 1);
    await press('ArrowUp', 'ArrowDown', 'Enter');
    expect(opened).to.deep.equal([0, 1]);
  });

  it('turn to cards and back with the width of the list, not of the page', async () => {
    const { list, frame } = await show();
    frame.style.inlineSize = '420px';
    await until(() => headsOf(list).length === 0, 'cards');
    frame.style.inlineSize = '1100px';
    await until(() => headsOf(list).length > 4, 'columns');
    await settled(list);
    expect(rowAt(list, 0).getBoundingClientRect().height).to.equal(36);
  });

  it('show the host’s own element for a field that names one, with client and field', async () => {
    if (!customElements.get('test-loyalty-cell')) {
      customElements.define(
        'test-loyalty-cell',
        class extends HTMLElement {
          client: Client | null = null;
          field: { id: string } | null = null;
          connectedCallback(): void {
            this.textContent = `${this.field?.id}: ${this.client?.firstName}`;
          }
        },
      );
    }
    const { list } = await show({
      adapter: base({
        fields: [
          {
            id: 'custom.loyalty',
            type: 'text',
            label: 'Loyalty',
            column: { shown: true, width: 160, element: 'test-loyalty-cell' },
          },
        ],
      }),
    });
    const { firstName } = modelOf(list).result.rows(2, 1)[0]!;
    expect(textOf(cellAt(list, 2, 'custom.loyalty'))).to.equal(`custom.loyalty: ${firstName}`);
    scrollerOf(list).scrollTop = 4000;
    await nextFrame();
    await nextFrame();
    const row = seenRows(list)[3]!;
    const index = Number(row.dataset['index']);
    const { firstName: other } = modelOf(list).result.rows(index, 1)[0]!;
    expect(textOf(cellAt(list, index, 'custom.loyalty'))).to.equal(`custom.loyalty: ${other}`);
  });

  it('reuse their elements: a fling makes no new ones', async () => {
    const { list } = await show({ adapter: numbered(10_000) });
    scrollerOf(list).scrollTop = 5000;
    await nextFrame();
    const elements = new Set(rowsOf(list));
    scrollerOf(list).scrollTop = 5360;
    await nextFrame();
    expect(rowsOf(list).filter((row) => !elements.has(row))).to.have.length(0);
  });
});
