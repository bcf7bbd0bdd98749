import { expect } from 'chai';
import { ClienteleError, EVERYONE, type Adapter, type ErrorCode } from '../../../src/contract/index.js';
import { createClientele } from '../../../src/sdk/index.js';
import { ignoreResizeObserverLoop, mount, nextEvent, nextFrame, until } from '../../support/browser.js';
import { click } from '../../support/keys.js';
import {
  base,
  buttonNamed,
  gridOf,
  hasButton,
  later,
  modelOf,
  place,
  rowTexts,
  scrollerOf,
  seenRows,
  settled,
  show,
  stateOf,
  textOf,
  toastsOf,
  without,
} from './fixture.js';
import type { ClienteleList } from '../../../src/elements/list/list.js';

/** A base whose reads fail while `fault` is set. */
function faulty(adapter: Adapter = base()): { adapter: Adapter; fault: ErrorCode | null } {
  const check = (): void => {
    if (state.fault) throw new ClienteleError(state.fault, 'as the test wants');
  };
  const state = {
    fault: null as ErrorCode | null,
    adapter: {
      ...adapter,
      describe: (context) => (check(), adapter.describe(context)),
      find: (query, context) => (check(), adapter.find(query, context)),
      count: (where, context, options) => (check(), adapter.count(where, context, options)),
      get: (id, context, fields) => (check(), adapter.get(id, context, fields)),
    } as Adapter,
  };
  return state;
}

const shows = async (list: ClienteleList, text: string): Promise<unknown> =>
  until(() => stateOf(list).includes(text), `"${text}" (it shows "${stateOf(list)}")`);

const stateElement = (list: ClienteleList): Element => list.renderRoot.querySelector('.state')!;

describe('states of the client list', () => {
  ignoreResizeObserverLoop();

  it('without a provider: says so to the user, and the way out to the developer', async () => {
    const { warn } = console;
    const told: string[] = [];
    console.warn = (text: string) => told.push(text);
    try {
      const list = mount(document.createElement('clientele-list'));
      list.lang = 'en';
      await shows(list, 'There are no clients to show here');
      expect(stateOf(list)).not.to.match(/provider|session/i);
      expect(told.some((text) => /<clientele-provider src="…">/.test(text))).to.equal(true);
      // A session that comes later is welcome.
      const session = createClientele({ adapter: base() });
      list.session = session;
      await until(() => rowTexts(list).length > 0);
      session.end();
    } finally {
      console.warn = warn;
    }
  });

  it('starting: rows to come, told as busy, and nothing else', async () => {
    const adapter = base();
    let start = (): void => undefined;
    const gate = new Promise<void>((resolve) => (start = resolve));
    const { list } = place({
      adapter: {
        ...adapter,
        describe: async (context) => {
          await gate;
          return adapter.describe(context);
        },
      },
    });
    const busy = await until(() => list.renderRoot.querySelector('.starting'));
    expect(busy.getAttribute('aria-busy')).to.equal('true');
    expect(busy.getAttribute('aria-label')).to.equal('Loading…');
    const height = busy.querySelector('.starting-row')!.getBoundingClientRect().height;
    start();
    await until(() => rowTexts(list).length > 0);
    await settled(list);
    expect(seenRows(list)[0]!.getBoundingClientRect().height).to.equal(height);
  });

  it('loading: skeletons of rows while the first answer is on its way', async () => {
    const { list } = place({ adapter: later(base(), 1500) });
    await until(() => list.renderRoot.querySelector('clientele-list-grid-0'));
    await settled(list);
    const rows = seenRows(list);
    expect(rows.length).to.be.greaterThan(10);
    expect(rows.every((row) => row.getAttribute('aria-busy') === 'true')).to.equal(true);
    expect(scrollerOf(list).getAttribute('aria-busy')).to.equal('true');
    expect(scrollerOf(list).getAttribute('aria-rowcount')).to.equal('-1');
    await until(() => rowTexts(list).length > 0);
    await settled(list);
    expect(scrollerOf(list).getAttribute('aria-busy')).to.equal('false');
  });

  it('failed to start: says what, and starts when asked again', async () => {
    const host = faulty();
    host.fault = 'unavailable';
    const { list } = place({ adapter: host.adapter });
    await shows(list, 'The client base could not be opened');
    expect(stateOf(list)).to.include('unavailable: as the test wants');
    host.fault = null;
    await click(buttonNamed(stateElement(list), 'Try again'));
    await until(() => rowTexts(list).length > 0);
  });

  it('no permission: says whom to ask, and offers nothing that would fail again', async () => {
    const host = faulty();
    host.fault = 'forbidden';
    const { list } = place({ adapter: host.adapter });
    await shows(list, 'You may not see clients');
    expect(hasButton(stateElement(list), 'Try again')).to.equal(false);
    const { list: other } = place({ adapter: base(), session: { permissions: without('see') } });
    await shows(other, 'You may not see clients');
    await nextFrame();
    expect(toastsOf(other), 'once is enough').to.deep.equal([]);
  });

  it('offline before the first rows, and back by itself once the base answers', async () => {
    const host = faulty();
    const { list, session } = place({ adapter: host.adapter });
    await session.ready;
    host.fault = 'offline';
    await until(() => list.renderRoot.querySelector('clientele-list-toolbar-0'));
    modelOf(list).setSearch('anna');
    await shows(list, 'You are offline');
    host.fault = null;
    window.dispatchEvent(new Event('online'));
    await until(() => rowTexts(list).length > 0, 'the rows');
    expect(stateOf(list)).to.equal('');
  });

  it('offline with rows in sight: they stay where they are, and a line tells of it until the base answers', async () => {
    const host = faulty();
    const { list } = await show({ adapter: host.adapter });
    const names = rowTexts(list);
    host.fault = 'offline';
    modelOf(list).result.refresh();
    const line = await until(() => list.renderRoot.querySelector('.trouble'), 'the line');
    expect(textOf(line)).to.include('You are offline');
    expect(line.getAttribute('role')).to.equal('status');
    await settled(list);
    expect(rowTexts(list).slice(0, 10)).to.deep.equal(names.slice(0, 10));
    // What was never loaded is a skeleton, not an error and not another row.
    scrollerOf(list).scrollTop = 12_000;
    await nextFrame();
    await nextFrame();
    expect(seenRows(list).every((row) => row.getAttribute('aria-busy') === 'true')).to.equal(true);
    host.fault = null;
    await click(buttonNamed(line, 'Try again'));
    await until(() => !list.renderRoot.querySelector('.trouble'), 'the line to go');
    await until(() => seenRows(list).every((row) => row.getAttribute('aria-busy') === null));
  });

  it('failed: says so with the details folded, and tries again', async () => {
    const host = faulty();
    const { list } = await show({ adapter: host.adapter });
    host.fault = 'malformed_answer';
    modelOf(list).setSearch('anna');
    await shows(list, 'The clients could not be loaded');
    const details = stateElement(list).querySelector('details')!;
    expect(details.open).to.equal(false);
    expect(textOf(details)).to.include('malformed_answer');
    host.fault = null;
    await click(buttonNamed(stateElement(list), 'Try again'));
    await until(() => rowTexts(list).length > 0);
    expect(modelOf(list).search).to.equal('anna');
  });

  it('tells the host of every failure', async () => {
    const host = faulty();
    const { list, provider } = await show({ adapter: host.adapter });
    host.fault = 'unavailable';
    const told = nextEvent(provider, 'clientele-error');
    modelOf(list).setSearch('anna');
    expect((await told) instanceof Event).to.equal(true);
  });

  it('empty: one sentence, and one way on where the host answers it', async () => {
    const { list } = place({ adapter: base({ clients: [] }), list: { 'with-add': '' } });
    await shows(list, 'No clients yet');
    const added = nextEvent(list, 'clientele-list-add');
    await click(buttonNamed(stateElement(list), 'Add client'));
    await added;
    const { list: other } = place({ adapter: base({ clients: [] }) });
    await shows(other, 'Clients appear here as soon as the first booking is made.');
    expect(stateElement(other).querySelector('button') === null).to.equal(true);
  });

  it('empty: the first client is there as soon as somebody adds one', async () => {
    const { list, session } = place({ adapter: base({ clients: [] }) });
    await shows(list, 'No clients yet');
    await session.create({ firstName: 'Anna', lastName: 'First' });
    await until(() => rowTexts(list).includes('Anna First'), 'the first client');
  });

  it('nothing found: by filters, which can be cleared', async () => {
    const { list } = await show();
    modelOf(list).setFilters({ v: 1, where: { kind: 'field', field: 'visits', op: 'gt', value: 99_999 } });
    await shows(list, 'No client fits');
    expect(hasButton(stateElement(list), 'Clear search')).to.equal(false);
    await click(buttonNamed(stateElement(list), 'Clear filters'));
    await until(() => rowTexts(list).length > 0);
    expect(modelOf(list).filters).to.deep.equal(EVERYONE);
  });

  it('a filter that is no longer understood: nobody is shown, and it can be cleared', async () => {
    const { list } = await show();
    modelOf(list).setFilters({ v: 1, where: { kind: 'field', field: 'custom.gone', op: 'gt', value: 1 } });
    await shows(list, 'A filter is no longer understood');
    expect(list.renderRoot.querySelector('clientele-list-grid-0') === null).to.equal(true);
    await click(buttonNamed(stateElement(list), 'Clear filters'));
    await until(() => rowTexts(list).length > 0);
  });

  it('fewer rights than before: what may no longer be seen is gone at once', async () => {
    const { list, session } = await show();
    expect(
      gridOf(list).columns.some((column) => column.kind === 'field' && column.field.id === 'phones'),
    ).to.equal(true);
    session.update({ permissions: without('see') });
    await shows(list, 'You may not see clients');
    expect(rowTexts(list)).to.deep.equal([]);
  });

  it('speaks the language of the page in every state', async () => {
    const { list } = place({ adapter: base({ clients: [] }), provider: { lang: 'cs' } });
    await until(() => stateOf(list) !== '');
    expect(stateOf(list)).to.match(/zákazní/);
  });
});
