import { expect } from 'chai';
import type { Client } from '../../../src/contract/index.js';
import { tickedCount } from '../../../src/elements/list/model/selection.js';
import type { ClienteleList } from '../../../src/elements/list/list.js';
import type { Session } from '../../../src/sdk/types.js';
import {
  deepActiveElement,
  ignoreResizeObserverLoop,
  inside,
  nextEvent,
  until,
} from '../../support/browser.js';
import { click, press } from '../../support/keys.js';
import {
  base,
  buttonNamed,
  hasButton,
  gridOf,
  modelOf,
  rowAt,
  settled,
  show,
  stateOf,
  textOf,
  without,
} from './fixture.js';

const barOf = (list: ClienteleList): HTMLElement => inside(list, 'clientele-list-bar-0');
const panelOf = (list: ClienteleList): HTMLElement => inside(list, 'clientele-list-panel-0');

async function tick(list: ClienteleList, ...rows: number[]): Promise<void> {
  for (const row of rows) await click(rowAt(list, row).querySelector('[data-tick]')!);
  await until(() => list.renderRoot.querySelector('clientele-list-bar-0')?.shadowRoot?.querySelector('.bar'));
  await settled(list);
}

/** A figure of the panel by its caption. */
function figure(list: ClienteleList, caption: string): string {
  const panel = list.renderRoot.querySelector('clientele-list-panel-0')?.shadowRoot;
  const found = [...(panel?.querySelectorAll('.figure') ?? [])].find(
    (each) => textOf(each.querySelector('dt')!) === caption,
  );
  return found ? textOf(found.querySelector('dd')!) : '';
}

const sum = (clients: readonly Client[], field: 'visits' | 'totalSpent' | 'points'): number =>
  clients.reduce((total, client) => total + (client[field] ?? 0), 0);

/** The clients of some rows, whole. */
async function clientsAt(list: ClienteleList, session: Session, ...rows: number[]): Promise<Client[]> {
  return Promise.all(rows.map(async (row) => session.get(modelOf(list).result.rows(row, 1)[0]!.id)));
}

describe('what is ticked in the client list', () => {
  ignoreResizeObserverLoop();

  it('brings a bar with the count and the actions, and takes it away again', async () => {
    const { list } = await show({ list: { 'without-panel': '' } });
    expect(list.renderRoot.querySelector('clientele-list-bar-0') === null).to.equal(true);
    await tick(list, 0, 1);
    const bar = inside(barOf(list), '.bar');
    expect(bar.getAttribute('role')).to.equal('toolbar');
    expect(textOf(inside(barOf(list), '.count'))).to.equal('2 selected');
    expect(hasButton(barOf(list), 'Favourite')).to.equal(true);
    expect(hasButton(barOf(list), 'Block')).to.equal(true);
    await click(buttonNamed(barOf(list), 'Clear'));
    await settled(list);
    expect(list.renderRoot.querySelector('clientele-list-bar-0') === null).to.equal(true);
    expect(list.renderRoot.querySelector('clientele-list-panel-0') === null).to.equal(true);
  });

  it('can become all that is found, whence single rows are taken out', async () => {
    const { list } = await show();
    await tick(list, 0);
    await click(buttonNamed(barOf(list), 'Select all 500 found'));
    await until(() => tickedCount(modelOf(list).ticks) === 500);
    await settled(list);
    expect(textOf(inside(barOf(list), '.count'))).to.equal('500 selected');
    expect(hasButton(barOf(list), /^Select all/)).to.equal(false);
    await click(rowAt(list, 3).querySelector('[data-tick]')!);
    await settled(list);
    expect(textOf(inside(barOf(list), '.count'))).to.equal('499 selected');
  });

  it('shows one client’s essentials in the panel', async () => {
    const { list, session } = await show();
    const rows = modelOf(list).result.rows(0, 15);
    const at = rows.findIndex((row) => row?.lastVisit);
    await tick(list, at);
    await until(() => figure(list, 'Visits') !== '', 'the figures');
    const [client] = await clientsAt(list, session, at);
    const { format } = session;
    const text = textOf(panelOf(list).shadowRoot!.querySelector('.content')!);
    expect(text).to.include(client!.name);
    expect(figure(list, 'Visits')).to.equal(format.number(client!.visits!));
    expect(figure(list, 'Spent')).to.equal(format.money(client!.totalSpent!));
    expect(figure(list, 'Last visit')).to.equal(format.relative(client!.lastVisit!));
    expect(figure(list, 'Points')).to.equal(format.number(client!.points!));
    const call = inside<HTMLAnchorElement>(panelOf(list), 'a[href^="tel:"]');
    const phone = client!.phones![0]!;
    expect(call.getAttribute('href')).to.equal('value' in phone ? `tel:${phone.value}` : '');
    const opened = nextEvent<CustomEvent<{ from: string; index: number }>>(list, 'clientele-list-open');
    await click(buttonNamed(panelOf(list), 'Open card'));
    expect((await opened).detail).to.include({ from: 'panel', index: at });
  });

  it('adds several clients up in the panel, equal to the data', async () => {
    const { list, session } = await show();
    await tick(list, 0, 1, 2, 5, 6);
    const clients = await clientsAt(list, session, 0, 1, 2, 5, 6);
    const { format } = session;
    await until(() => figure(list, 'Visits') === format.number(sum(clients, 'visits')), 'the sum of visits');
    expect(textOf(inside(panelOf(list), '.title'))).to.equal('5 clients ticked');
    expect(figure(list, 'Spent')).to.equal(format.money(sum(clients, 'totalSpent')));
    expect(figure(list, 'Points')).to.equal(format.number(sum(clients, 'points')));
    expect(figure(list, 'Average ticket')).to.equal(
      format.money(Math.round(sum(clients, 'totalSpent') / sum(clients, 'visits'))),
    );
  });

  it('adds all that is found up, without those taken out, and names the categories that all have', async () => {
    const { list, session } = await show();
    modelOf(list).setFilters({
      v: 1,
      where: { kind: 'field', field: 'categories', op: 'anyOf', value: ['k-vip'] },
    });
    await until(() => modelOf(list).result.state === 'ready' && modelOf(list).result.total! < 200);
    await settled(list);
    const { total } = modelOf(list).result;
    await modelOf(list).tickAllFound();
    await settled(list);
    await click(rowAt(list, 0).querySelector('[data-tick]')!);
    await until(() =>
      list.renderRoot.querySelector('clientele-list-panel-0')?.shadowRoot?.querySelector('.title'),
    );
    const rows = Array.from({ length: total! - 1 }, (_, at) => at + 1);
    const clients = await clientsAt(list, session, ...rows);
    const { format } = session;
    await until(() => figure(list, 'Visits') === format.number(sum(clients, 'visits')), 'the sum of visits');
    expect(figure(list, 'Spent')).to.equal(format.money(sum(clients, 'totalSpent')));
    const shared = [...panelOf(list).shadowRoot!.querySelectorAll('.tags > *')].map(textOf);
    expect(shared).to.deep.equal(['VIP']);
  });

  it('follows a change of the client that is shown', async () => {
    const { list, session } = await show();
    await tick(list, 1);
    await until(() => figure(list, 'Visits') !== '', 'the figures');
    const [client] = await clientsAt(list, session, 1);
    await session.save(client!.id, client!.version, { firstName: 'Renamed' });
    await until(() => /Renamed/.test(textOf(panelOf(list).shadowRoot!.querySelector('.content')!)));
  });

  it('warns of allergies, debts and a block before anything else', async () => {
    const adapter = base({
      clients: [
        {
          id: 'a',
          firstName: 'Anna',
          allergies: 'Ammonia',
          blocked: true,
          blockReason: 'No-shows',
          totalSpent: 100,
        },
      ],
    });
    const { list } = await show({ adapter });
    await tick(list, 0);
    await until(() => panelOf(list).shadowRoot?.querySelector('.alerts'));
    const alerts = [...panelOf(list).shadowRoot!.querySelectorAll('.alerts li')].map(textOf);
    expect(alerts).to.deep.equal(['Allergies: Ammonia', 'Blocked: No-shows']);
    expect(hasButton(panelOf(list), 'Unblock')).to.equal(true);
    expect(hasButton(panelOf(list), 'Block')).to.equal(false);
  });

  it('has a panel that can be closed, and is there again for the next selection', async () => {
    const { list } = await show();
    await tick(list, 0);
    await until(() =>
      list.renderRoot.querySelector('clientele-list-panel-0')?.shadowRoot?.querySelector('.head'),
    );
    await click(buttonNamed(panelOf(list), 'Close the panel'));
    await settled(list);
    expect(list.renderRoot.querySelector('clientele-list-panel-0') === null).to.equal(true);
    expect(tickedCount(modelOf(list).ticks)).to.equal(1);
    modelOf(list).clearTicks();
    await settled(list);
    await tick(list, 2);
    expect(list.renderRoot.querySelector('clientele-list-panel-0') === null).to.equal(false);
  });

  it('has no panel where the host wants none', async () => {
    const { list } = await show({ list: { 'without-panel': '' } });
    await tick(list, 0);
    expect(list.renderRoot.querySelector('clientele-list-panel-0') === null).to.equal(true);
    expect(textOf(inside(barOf(list), '.count'))).to.equal('1 selected');
  });

  it('shows the panel as a sheet in a narrow frame, by a press on the count', async () => {
    const { list } = await show({ width: 420, height: 700 });
    await tick(list, 0);
    expect(list.renderRoot.querySelector('clientele-list-panel-0') === null).to.equal(true);
    await click(buttonNamed(barOf(list), '1 selected'));
    const dialog = await until(() =>
      inside(list, 'clientele-dialog-0').shadowRoot?.querySelector<HTMLDialogElement>('dialog[open]'),
    );
    await until(() => figure(list, 'Visits') !== '');
    expect(dialog.open).to.equal(true);
    await press('Escape');
    await until(() => !list.renderRoot.querySelector('clientele-list-panel-0'));
    expect(textOf(deepActiveElement()!)).to.equal('1 selected');
    // Actions that find no room in the bar are in its menu.
    await click(buttonNamed(barOf(list), 'More'));
    await settled(list);
    for (const name of ['Add 1 client to favourites', 'Block 1 client', 'Delete 1 client'])
      expect(hasButton(barOf(list), name), name).to.equal(true);
  });

  it('offers no action that the user may not do', async () => {
    const session = { permissions: without('block', 'delete', 'message') };
    const { list } = await show({ session, list: { 'with-message': '' } });
    await tick(list, 0);
    await until(() => hasButton(panelOf(list), 'Favourite'), 'the actions of the panel');
    await click(buttonNamed(barOf(list), 'More'));
    await settled(list);
    expect(hasButton(barOf(list), 'Add 1 client to favourites')).to.equal(true);
    for (const name of [/^Block/, /^Unblock/, /^Delete/, /^Message/]) {
      expect(hasButton(barOf(list), name), `bar: ${name}`).to.equal(false);
      expect(hasButton(panelOf(list), name), `panel: ${name}`).to.equal(false);
    }
  });

  it('masks contacts in the panel, without a link that would tell', async () => {
    const { list } = await show({ session: { permissions: ['see'], masked: ['phones', 'emails'] } });
    await tick(list, 0);
    await until(() => panelOf(list).shadowRoot?.querySelector('.contacts'));
    const contacts = panelOf(list).shadowRoot!.querySelector('.contacts')!;
    expect(textOf(contacts)).to.match(/••••/);
    expect(contacts.querySelector('a')).to.equal(null);
  });

  it('survives a search; the bar stays when nothing is found', async () => {
    const { list } = await show();
    await tick(list, 0);
    modelOf(list).setSearch('nobody is called so');
    await until(() => stateOf(list) !== '');
    expect(textOf(inside(barOf(list), '.count'))).to.equal('1 selected');
  });

  it('goes by Escape from the rows, and the keyboard stays there', async () => {
    const { list } = await show();
    gridOf(list).focusRow(2);
    await press(' ');
    await until(() => list.renderRoot.querySelector('clientele-list-bar-0'));
    await press('Escape');
    await settled(list);
    expect(list.renderRoot.querySelector('clientele-list-bar-0') === null).to.equal(true);
    expect(deepActiveElement()?.closest('.row')).to.equal(rowAt(list, 2));
  });
});
