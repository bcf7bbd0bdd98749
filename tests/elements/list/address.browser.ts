import { expect } from 'chai';
import type { ClienteleList } from '../../../src/elements/list/list.js';
import { documentOf } from '../../../src/elements/list/model/list-model.js';
import { ignoreResizeObserverLoop, inside, until } from '../../support/browser.js';
import {
  base,
  columnsOf,
  modelOf,
  rowTexts,
  settled,
  show,
  stateOf,
  textOf,
  toastsOf,
  type Fixture,
} from './fixture.js';

const param = (): string => new URLSearchParams(location.search).get('clients') ?? '';
const FILTERS = documentOf([{ kind: 'field', field: 'visits', op: 'gte', value: 5 }]);

async function showAt(text: string | null, options: Parameters<typeof show>[0] = {}): Promise<Fixture> {
  const url = new URL(location.href);
  url.searchParams.delete('clients');
  if (text !== null) url.search += `${url.search ? '&' : ''}clients=${text}`;
  history.replaceState({ host: 'router' }, '', url);
  return show({ ...options, list: { address: 'clients', ...options.list } });
}

const gone = (list: ClienteleList): void => list.remove();
const said = async (list: ClienteleList, part: string): Promise<unknown> =>
  until(
    () => inside(list, 'clientele-toasts-0').shadowRoot && toastsOf(list).some((text) => text.includes(part)),
    `a toast with ${part}`,
  );

describe('the view of the client list in the address', () => {
  ignoreResizeObserverLoop();
  const before = location.href;
  afterEach(() => history.replaceState(null, '', before));

  it('follows every change without a step of history, and leaves the rest of the address alone', async () => {
    const { list } = await showAt(null);
    const { length } = history;
    const others = [...new URLSearchParams(location.search).entries()];
    modelOf(list).setFilters(FILTERS);
    modelOf(list).setSort([{ field: 'visits', dir: 'desc' }]);
    await until(() => param().includes('~s.visits!d~w.'), 'the address');
    expect(history.length).to.equal(length);
    expect(history.state).to.deep.equal({ host: 'router' });
    expect(
      [...new URLSearchParams(location.search).entries()].filter(([name]) => name !== 'clients'),
    ).to.deep.equal(others);
    modelOf(list).clearFilters();
    modelOf(list).setSort([]);
    await until(() => param() === '', 'an address without it');
  });

  it('is taken over at the start, with one question to the base', async () => {
    const first = await showAt(null);
    modelOf(first.list).setFilters(FILTERS);
    modelOf(first.list).toggleColumn(modelOf(first.list).fields.get('age')!);
    await until(() => param() !== '', 'the address');
    const text = param();
    const names = rowTexts(first.list);
    gone(first.list);
    const adapter = base();
    let asked = 0;
    const { find } = adapter;
    const { list } = await showAt(text, {
      adapter: {
        ...adapter,
        find: (query, context) => {
          asked++;
          expect(query.where).to.deep.equal(FILTERS);
          return find.call(adapter, query, context);
        },
      },
    });
    expect(asked).to.be.greaterThan(0);
    expect(rowTexts(list)).to.deep.equal(names);
    expect(columnsOf(list)).to.include('age');
    expect(param()).to.equal(text);
  });

  it('is followed back and forth', async () => {
    const { list } = await showAt(null);
    const plain = location.href;
    modelOf(list).setFilters(FILTERS);
    await until(() => param() !== '', 'the address');
    const filtered = location.href;
    history.replaceState(null, '', plain);
    dispatchEvent(new PopStateEvent('popstate'));
    await settled(list);
    expect(modelOf(list).filters.where.kind).to.equal('everyone');
    history.replaceState(null, '', filtered);
    dispatchEvent(new PopStateEvent('popstate'));
    await settled(list);
    expect(modelOf(list).filters).to.deep.equal(FILTERS);
  });

  it('never holds what was searched for, nor a filter by name', async () => {
    const { list } = await showAt(null);
    modelOf(list).setSearch('Anna');
    modelOf(list).setFilters(documentOf([{ kind: 'field', field: 'name', op: 'contains', value: 'Anna' }]));
    await until(() => param() !== '', 'the address');
    expect(param()).to.equal('1~x');
  });

  it('that cannot be read leaves the list as usual, and says so', async () => {
    const warn = console.warn;
    const warned: string[] = [];
    console.warn = (text: string) => warned.push(text);
    try {
      const { list } = await showAt('page-2');
      await said(list, 'This link could not be read');
      expect(modelOf(list).filters.where.kind).to.equal('everyone');
      expect(rowTexts(list).length).to.be.greaterThan(5);
      expect(warned.join()).to.contain('address:clients');
      expect(param()).to.equal('page-2');
    } finally {
      console.warn = warn;
    }
  });

  it('that asks for what the user may not see is refused with a word', async () => {
    const first = await showAt(null);
    modelOf(first.list).setFilters(documentOf([{ kind: 'field', field: 'totalSpent', op: 'gt', value: 1 }]));
    modelOf(first.list).setSort([{ field: 'totalSpent', dir: 'desc' }]);
    modelOf(first.list).toggleColumn(modelOf(first.list).fields.get('age')!);
    await until(() => param().includes('totalSpent'), 'the address');
    const text = param();
    gone(first.list);
    const url = new URL(location.href);
    url.searchParams.delete('clients');
    history.replaceState(null, '', `${url.pathname}${url.search}${url.search ? '&' : '?'}clients=${text}`);
    const fixture = (await import('./fixture.js')).place({
      session: { hidden: ['totalSpent'] },
      list: { address: 'clients' },
    });
    await until(() => stateOf(fixture.list).includes('A filter is no longer understood'), 'the state');
    await said(fixture.list, 'asked to sort by what you may not');
    expect(modelOf(fixture.list).sort).to.deep.equal([]);
    expect(rowTexts(fixture.list)).to.deep.equal([]);
    expect(textOf(inside(fixture.list, '.state'))).not.to.contain('You may not see clients');
  });

  it('names the saved view, so that it is chosen after a reload', async () => {
    const adapter = base();
    const first = await showAt(null, { adapter });
    modelOf(first.list).setFilters(FILTERS);
    const saved = await first.session.saveView({
      id: 'regulars',
      version: null,
      name: 'Regulars',
      scope: 'personal',
      state: modelOf(first.list).viewState,
    });
    modelOf(first.list).adoptView(saved);
    await until(() => param().includes('i.regulars'), 'the address');
    const text = param();
    gone(first.list);
    const { list } = await showAt(text, { adapter });
    await until(() => modelOf(list).view?.name === 'Regulars', 'the view');
    expect(modelOf(list).isChanged).to.equal(false);
  });

  it('is left alone by a list that is told no name', async () => {
    const { list } = await showAt(null, { list: { address: '' } });
    modelOf(list).setFilters(FILTERS);
    await settled(list);
    expect(param()).to.equal('');
  });
});
