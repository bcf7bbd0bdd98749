import { expect } from 'chai';
import { ClienteleError, type Adapter, type Client } from '../../../src/contract/index.js';
import type { ActionDialog } from '../../../src/elements/list/actions/action-dialog.js';
import type { ClienteleList } from '../../../src/elements/list/list.js';
import { deepActiveElement, ignoreResizeObserverLoop, inside, until } from '../../support/browser.js';
import { click, engine, press, type } from '../../support/keys.js';
import {
  announcements,
  base,
  buttonNamed,
  gridOf,
  hasButton,
  modelOf,
  nameAt,
  rowAt,
  rowTexts,
  scrollerOf,
  settled,
  show,
  textOf,
  toastButton,
  toastsOf,
  type Fixture,
  type FixtureOptions,
} from './fixture.js';

/** Enough for a job to be seen at work; WebKit makes as many clients in too long a time. */
const MANY = engine === 'webkit' ? 15_000 : 60_000;
const ofMany = `of ${MANY.toLocaleString('en')}`;

const dialogOf = (list: ClienteleList): ActionDialog | null =>
  list.renderRoot.querySelector<ActionDialog>('clientele-action-dialog-0');

/** The dialog's title, once it is open. */
async function opened(list: ClienteleList): Promise<string> {
  const title = await until(
    () =>
      dialogOf(list)
        ?.shadowRoot?.querySelector('clientele-dialog-0')
        ?.shadowRoot?.querySelector('dialog[open] h2'),
    'the dialog',
  );
  await settled(list);
  return textOf(title);
}

const control = (list: ClienteleList, name: string): HTMLInputElement =>
  inside(dialogOf(list)!, `[name="${name}"]`);
const failureOf = (list: ClienteleList): string => textOf(inside(dialogOf(list)!, '.error'));
const closed = async (list: ClienteleList): Promise<unknown> =>
  until(() => dialogOf(list) === null, 'the dialog to close');
const isStarred = (list: ClienteleList, row: number): boolean =>
  rowAt(list, row).querySelector('[data-star]')!.getAttribute('aria-pressed') === 'true';

/** Chooses an action in the menu of a row. */
async function fromRowMenu(list: ClienteleList, row: number, name: string): Promise<void> {
  await click(rowAt(list, row).querySelector('[data-row-menu]')!);
  const menu = inside(list, '.row-menu');
  await until(() => menu.matches(':popover-open') && hasButton(menu, name), `${name} in the menu`);
  await click(buttonNamed(menu, name));
}

/** A list in which some rows are ticked, without the panel, so that the bar shows the actions. */
async function ticked(rows: readonly number[], options: FixtureOptions = {}): Promise<Fixture> {
  const fixture = await show({ ...options, list: { 'without-panel': '' } });
  for (const row of rows) await click(rowAt(fixture.list, row).querySelector('[data-tick]')!);
  const hasBar = () => fixture.list.renderRoot.querySelector('clientele-list-bar-0') !== null;
  await until(() => hasBar() && hasButton(barOf(fixture.list), /./), 'the bar');
  return fixture;
}

const barOf = (list: ClienteleList): HTMLElement => inside(list, 'clientele-list-bar-0');

async function fromMore(list: ClienteleList, more: string, name: string): Promise<void> {
  await click(buttonNamed(barOf(list), more));
  await until(() => hasButton(barOf(list), name), name);
  await click(buttonNamed(barOf(list), name));
}

const toast = async (list: ClienteleList, text: string | RegExp): Promise<unknown> =>
  until(
    () => toastsOf(list).some((said) => (typeof text === 'string' ? said === text : text.test(said))),
    `the toast ${String(text)}`,
  );

/** Lets a test decide when, and whether, the base plans what is asked. */
function held(adapter: Adapter): { adapter: Adapter; answer: (error?: ClienteleError) => void } {
  let answer: (error?: ClienteleError) => void = () => undefined;
  const jobs = adapter.jobs!;
  return {
    adapter: {
      ...adapter,
      jobs: {
        ...jobs,
        plan: async (request, context) => {
          await new Promise<void>((resolve, reject) => {
            answer = (error) => (error ? reject(error) : resolve());
          });
          return jobs.plan(request, context);
        },
      },
    },
    answer: (error) => answer(error),
  };
}

describe('actions of the client list', () => {
  ignoreResizeObserverLoop();

  describe('favourite', () => {
    it('shows at once, is said, and can be taken back', async () => {
      const { list } = await show();
      const said = await announcements(list);
      await click(rowAt(list, 1).querySelector('[data-star]')!);
      await until(() => isStarred(list, 1), 'the star');
      await toast(list, 'Added to favourites');
      await until(() => said.some((text) => text.startsWith('Added to favourites')), 'the announcement');
      await click(toastButton(list));
      await until(() => !isStarred(list, 1), 'the star to go');
      await toast(list, 'Undone');
    });

    it('shows before the base has answered, and goes again with the reason when it refuses', async () => {
      const { adapter, answer } = held(base());
      const { list } = await show({ adapter });
      await click(rowAt(list, 2).querySelector('[data-star]')!);
      await until(() => isStarred(list, 2), 'the star before the answer');
      answer(new ClienteleError('forbidden', 'no'));
      await until(() => !isStarred(list, 2), 'the star to go');
      await until(() => toastsOf(list).length > 0);
      expect(toastsOf(list)[0]).to.match(/may not|not allowed|permission/i);
    });
  });

  describe('block', () => {
    it('asks for a reason, needs one, and marks the client', async () => {
      const { list, session } = await show();
      const { id } = modelOf(list).result.rows(1, 1)[0]!;
      await fromRowMenu(list, 1, 'Block');
      expect(await opened(list)).to.equal('Block this client?');
      const reason = control(list, 'reason');
      expect(deepActiveElement(), 'the keyboard is in the field').to.equal(reason);
      await click(buttonNamed(dialogOf(list)!, 'Block 1 client'));
      await settled(list);
      expect(failureOf(list)).not.to.equal('');
      expect(deepActiveElement()).to.equal(reason);
      await type('Three no-shows');
      await click(buttonNamed(dialogOf(list)!, 'Block 1 client'));
      await closed(list);
      await toast(list, 'Client blocked');
      const now = await session.get(id);
      expect([now.blocked, now.blockReason]).to.deep.equal([true, 'Three no-shows']);
      await until(() => rowAt(list, 1).querySelector('[aria-label="Blocked"]'), 'the sign in the row');
      await click(toastButton(list));
      await toast(list, 'Undone');
      await until(() => !rowAt(list, 1).querySelector('[aria-label="Blocked"]'), 'the sign to go');
      const undone = await session.get(id);
      expect([undone.blocked, undone.blockReason]).to.deep.equal([false, undefined]);
    });

    it('keeps what was typed when the base cannot be reached, and goes on from there', async () => {
      const { adapter, answer } = held(base());
      const { list } = await show({ adapter });
      await fromRowMenu(list, 0, 'Block');
      await opened(list);
      await type('Rude to the staff');
      await click(buttonNamed(dialogOf(list)!, 'Block 1 client'));
      await until(() => inside(dialogOf(list)!, '[role=progressbar]'), 'the progress');
      answer(new ClienteleError('offline', 'no network'));
      await until(() => dialogOf(list)!.shadowRoot!.querySelector('form:not([hidden])'), 'the form');
      await settled(list);
      expect(control(list, 'reason').value).to.equal('Rude to the staff');
      expect(failureOf(list)).to.match(/offline|connection/i);
      await click(buttonNamed(dialogOf(list)!, 'Block 1 client'));
      await until(() => dialogOf(list)!.shadowRoot!.querySelector('[role=progressbar]'));
      answer();
      await closed(list);
      await toast(list, 'Client blocked');
    });

    it('does nothing when it is cancelled, and gives the keyboard back to the row', async () => {
      const { list, session } = await show();
      const { id } = modelOf(list).result.rows(1, 1)[0]!;
      gridOf(list).focusRow(1);
      await fromRowMenu(list, 1, 'Block');
      await opened(list);
      await press('Escape');
      await closed(list);
      expect((await session.get(id)).blocked).to.equal(false);
      await until(() => deepActiveElement()?.closest('.row') === rowAt(list, 1), 'the focus in the row');
    });
  });

  describe('delete', () => {
    it('of one client asks, needs no word, and can be undone', async () => {
      const { list } = await show();
      const name = nameAt(list, 2);
      await fromRowMenu(list, 2, 'Delete');
      expect(await opened(list)).to.equal('Delete this client?');
      expect(dialogOf(list)!.shadowRoot!.querySelector('[name=word]') === null).to.equal(true);
      await click(buttonNamed(dialogOf(list)!, 'Delete 1 client'));
      await closed(list);
      await toast(list, 'Client deleted');
      await until(() => scrollerOf(list).getAttribute('aria-rowcount') === '500', 'one row fewer');
      await settled(list);
      expect(rowTexts(list)).not.to.include(name);
      await click(toastButton(list));
      await toast(list, 'Undone');
      await until(() => scrollerOf(list).getAttribute('aria-rowcount') === '501', 'the row again');
      await until(() => rowTexts(list).includes(name));
    });

    it('of several needs the word; another one is refused and stays to be corrected', async () => {
      const { list, session } = await ticked([0, 1, 2]);
      const names = rowTexts(list).slice(0, 3);
      await fromMore(list, 'More', 'Delete 3 clients');
      expect(await opened(list)).to.equal('Delete 3 clients?');
      expect(deepActiveElement()).to.equal(control(list, 'word'));
      await press('Enter');
      await settled(list);
      expect(failureOf(list)).to.equal('This is not the word DELETE');
      await type('remove');
      await press('Enter');
      await settled(list);
      expect(failureOf(list)).to.equal('This is not the word DELETE');
      expect(control(list, 'word').value).to.equal('remove');
      expect((await session.count({ v: 1, where: { kind: 'everyone' } })).count).to.equal(500);
      await press('Control+a');
      await type('delete');
      await press('Enter');
      await closed(list);
      await toast(list, '3 clients deleted');
      await until(() => scrollerOf(list).getAttribute('aria-rowcount') === '498', 'three rows fewer');
      await settled(list);
      expect(list.renderRoot.querySelector('clientele-list-bar-0') === null, 'nothing is ticked').to.equal(
        true,
      );
      await click(toastButton(list));
      await toast(list, 'Undone for 3 clients');
      await until(() => names.every((name) => rowTexts(list).includes(name)), 'all three again');
    });

    it('of several speaks the language of the page: УДАЛИТЬ', async () => {
      const { list } = await ticked([0, 1], { provider: { lang: 'ru' } });
      await fromMore(list, 'Ещё', 'Удалить 2 клиентов');
      expect(await opened(list)).to.equal('Удалить 2 клиентов?');
      await type('DELETE');
      await press('Enter');
      await settled(list);
      expect(failureOf(list)).to.equal('Это не слово УДАЛИТЬ');
      await press('Control+a');
      await type('удалить');
      await press('Enter');
      await closed(list);
      await toast(list, '2 клиента удалены');
    });

    it('is refused without the word below the widget too', async () => {
      const { session, list } = await show();
      const [one, two] = modelOf(list).result.rows(0, 2);
      const selection = { ids: [one!.id, two!.id] as [string, string] };
      for (const word of [undefined, 'remove', '']) {
        const request = { action: 'delete', params: {}, selection, ...(word === undefined ? {} : { word }) };
        const outcome = await session.act(request).then(
          () => 'accepted',
          (error: ClienteleError) => error.code,
        );
        expect(outcome).to.equal('invalid');
      }
    });

    it('of all that is found takes in what was excluded, and asks again when there are others now', async () => {
      const adapter = base();
      const { list, session } = await ticked([0], { adapter });
      await modelOf(list).tickAllFound();
      await settled(list);
      await click(rowAt(list, 0).querySelector('[data-tick]')!);
      await session.create({ firstName: 'New', lastName: 'Comer' });
      await fromMore(list, 'More', 'Delete 499 clients');
      await opened(list);
      await type('DELETE');
      await press('Enter');
      await until(
        () => dialogOf(list)!.shadowRoot!.querySelector('form:not([hidden])') && failureOf(list) !== '',
      );
      expect(failureOf(list)).not.to.match(/undefined|\[object/);
      expect(control(list, 'word').value, 'the word need not be typed again').to.equal('DELETE');
      expect((await session.count({ v: 1, where: { kind: 'everyone' } })).count).to.equal(501);
    });
  });

  describe('of the host', () => {
    const actions = [
      {
        id: 'promote',
        label: 'Promote',
        permission: 'edit' as const,
        confirm: 'dialog' as const,
        params: [
          { id: 'level', type: 'number' as const, label: 'Level', min: 1, max: 5 },
          { id: 'loud', type: 'boolean' as const, label: 'Tell the client' },
        ],
        required: ['level'],
      },
    ];
    const seen: unknown[] = [];
    const adapter = (clients: number): Adapter =>
      base(
        {
          fields: [{ id: 'custom.level', type: 'number', label: 'Level' }],
          actions,
          behaviours: {
            promote: {
              plan: () => 'affect',
              apply: (client: Client, params) => {
                seen.push(params);
                if (client.visits === 0) return { skip: 'no_consent' };
                if (client.visits === 1) return { fail: 'invalid' };
                return { patch: { 'custom.level': Number(params['level']) } };
              },
            },
          },
        },
        clients,
      );

    it('get a form made of their parameters, and say who was skipped, who failed, and why', async () => {
      seen.length = 0;
      const { list } = await ticked([0], { adapter: adapter(40) });
      await modelOf(list).tickAllFound();
      await settled(list);
      const clients = modelOf(list).result.rows(0, 40);
      const skipped = clients.filter((client) => client!.visits === 0).length;
      const failed = clients.filter((client) => client!.visits === 1).length;
      expect(skipped * failed, 'both kinds are there').to.be.greaterThan(0);
      await click(buttonNamed(barOf(list), /^More$/));
      await click(buttonNamed(barOf(list), /^Promote/));
      expect(await opened(list)).to.match(/^Promote/);
      control(list, 'level').focus();
      await type('9');
      await press('Enter');
      await settled(list);
      expect(failureOf(list), 'the bounds of the parameter hold').not.to.equal('');
      await press('Control+a');
      await type('3');
      await click(control(list, 'loud'));
      await click(buttonNamed(dialogOf(list)!, /^Promote/));
      const reasons = await until(
        () => dialogOf(list)!.shadowRoot!.querySelector('.reasons[open]'),
        'the reasons',
      );
      expect(textOf(reasons.querySelector('summary')!)).to.equal(`${skipped} skipped and ${failed} failed`);
      const lines = [...reasons.querySelectorAll('li')].map(textOf);
      expect(lines).to.have.members([`${skipped} · no consent`, `${failed} · a value is not valid`]);
      expect(seen[0]).to.deep.equal({ level: 3, loud: true });
      expect(hasButton(dialogOf(list)!, `Try ${failed} failed again`)).to.equal(true);
      await click(buttonNamed(dialogOf(list)!, /^Close$/));
      await closed(list);
    });

    it('show how far a long one is, and stop when told', async () => {
      const { list } = await ticked([0], { adapter: adapter(MANY) });
      await modelOf(list).tickAllFound();
      await settled(list);
      await click(buttonNamed(barOf(list), /^More$/));
      await click(buttonNamed(barOf(list), /^Promote/));
      await opened(list);
      control(list, 'level').focus();
      await type('2');
      await press('Enter');
      const progress = (): Element | null | undefined =>
        dialogOf(list)?.shadowRoot?.querySelector('[role=progressbar]');
      await until(() => Number(progress()?.getAttribute('aria-valuenow')) > 0, 'steps');
      expect(progress()!.getAttribute('aria-valuetext')).to.match(new RegExp(`^[\\d,]+ ${ofMany}$`));
      await click(buttonNamed(dialogOf(list)!, 'Stop'));
      await until(
        () => hasButton(dialogOf(list)!, /^Close$/) && !hasButton(dialogOf(list)!, 'Stop'),
        'its end',
        10_000,
      );
      expect(textOf(inside(dialogOf(list)!, '[role=status]'))).to.match(
        new RegExp(`^Stopped after [\\d,]+ ${ofMany}$`),
      );
      await toast(list, new RegExp(`^Stopped after [\\d,]+ ${ofMany}`));
    });
  });

  it('tell of a job that ended in a dialog also when the dialog was closed before', async () => {
    const { adapter, answer } = held(base());
    const { list } = await show({ adapter });
    await fromRowMenu(list, 0, 'Block');
    await opened(list);
    await type('Later');
    await press('Tab');
    await click(buttonNamed(dialogOf(list)!, 'Block 1 client'));
    await until(() => dialogOf(list)!.shadowRoot!.querySelector('[role=progressbar]'));
    await click(buttonNamed(dialogOf(list)!, /^Close$/));
    await closed(list);
    answer();
    await toast(list, 'Client blocked');
  });
});
