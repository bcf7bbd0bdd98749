import { expect } from 'chai';
import { ClienteleError, type Adapter } from '../../../src/contract/index.js';
import { deepActiveElement, ignoreResizeObserverLoop, inside, until } from '../../support/browser.js';
import { click, hover, press, type } from '../../support/keys.js';
import {
  all,
  announcements,
  base,
  buttonNamed,
  conditionAt,
  control,
  faults,
  figure,
  foundOf,
  hasButton,
  sentence,
  settled,
  show,
  textOf,
  treeOf,
  visits,
} from './fixture.js';

const input = (builder: Parameters<typeof conditionAt>[0], index = 0): HTMLInputElement =>
  control<HTMLInputElement>(conditionAt(builder, index), 'input');
const sample = (builder: Parameters<typeof conditionAt>[0]): string[] =>
  [...foundOf(builder).shadowRoot!.querySelectorAll('.sample .truncate')].map(textOf);
const isOld = (builder: Parameters<typeof conditionAt>[0]): boolean =>
  inside(foundOf(builder), '.figure').classList.contains('old');

/** Lets questions wait until told. */
function held(adapter: Adapter): { adapter: Adapter; release: () => void; waiting: () => number } {
  const waiting: (() => void)[] = [];
  return {
    adapter: {
      ...adapter,
      count: async (where, context, options) => {
        // How many can be written to is another question.
        if (!JSON.stringify(where).includes('reachable'))
          await new Promise<void>((resolve) => waiting.push(resolve));
        return adapter.count(where, context, options);
      },
    },
    release: () => waiting.shift()?.(),
    waiting: () => waiting.length,
  };
}

describe('what the segment builder finds', () => {
  ignoreResizeObserverLoop();

  it('is counted with every key, and is what the base counts', async () => {
    const { builder, session } = await show({ value: all(visits(1)) });
    input(builder).focus();
    await press('Control+a');
    for (const [key, value] of [
      ['2', 2],
      ['3', 23],
    ] as const) {
      await type(key);
      await settled(builder);
      const { count } = await session.count(all(visits(value)));
      await until(() => figure(builder).startsWith(`${count} `), `${count} clients`);
    }
  });

  it('shows some of them, who match', async () => {
    const { builder, session } = await show({ value: all(visits(5)) });
    await until(() => sample(builder).length > 0, 'a sample');
    const result = session.open({ where: all(visits(5)), sort: [], fields: ['name'] });
    const rows = result.rows(0, 5).map((client) => client?.name);
    result.close();
    expect(sample(builder)).to.deep.equal(rows);
  });

  it('says how many of them offers may be sent to', async () => {
    const { builder, session } = await show({ value: all(visits(1)) });
    const reach = { kind: 'reachable', channel: 'email', purpose: 'marketing' } as const;
    const { count } = await session.count(all(visits(1), reach));
    expect(count).to.be.greaterThan(0);
    await until(
      () => textOf(inside(foundOf(builder), '.note')) === `${count} of them can get offers by e-mail`,
      'how many',
    );
  });

  it('is read aloud once the figure rests', async () => {
    const { builder } = await show({ value: all(visits(1)) });
    const said = announcements(builder);
    input(builder).focus();
    await press('Control+a');
    await type('15');
    await settled(builder);
    await until(() => said.includes(figure(builder)), 'the figure');
    expect(said.filter((text) => /clients?$/.test(text)).length).to.equal(1);
  });

  it('stays dimmed while the base thinks, and never shows an answer that comes too late', async () => {
    const waiting = held(base());
    const { builder, session } = await show({ adapter: waiting.adapter, value: all(visits(1)) });
    await until(() => waiting.waiting() === 1, 'the first question');
    waiting.release();
    await until(() => /^\d+ clients$/.test(figure(builder)) && !isOld(builder), 'the first figure');
    const first = figure(builder);
    input(builder).focus();
    await press('Control+a');
    await type('9');
    await until(() => waiting.waiting() === 1, 'a question');
    expect(isOld(builder)).to.equal(true);
    expect(figure(builder)).to.equal(first);
    await type('9');
    await until(() => waiting.waiting() === 2, 'another question');
    waiting.release();
    await settled(builder);
    expect(figure(builder)).to.equal(first);
    expect(isOld(builder)).to.equal(true);
    waiting.release();
    await until(() => !isOld(builder), 'the newest answer');
    expect(figure(builder)).to.equal('0 clients');
    void session;
  });

  it('is nobody while a condition is not finished; the fault stands at it, and a press leads there', async () => {
    const { builder } = await show({ value: all(visits(1), visits(2)) });
    input(builder, 1).focus();
    await press('Control+a', 'Delete');
    await settled(builder);
    expect(figure(builder)).to.equal('Nobody yet');
    expect(sample(builder)).to.deep.equal([]);
    expect(faults(builder)).to.deep.equal(['Something is missing here. Fill it in.']);
    expect(sentence(builder)).to.contain('…');
    await click(buttonNamed(foundOf(builder), 'Show it'));
    await until(() => deepActiveElement() === input(builder, 1), 'the value that is missing');
    await type('7');
    await settled(builder);
    await until(() => /clients/.test(figure(builder)), 'a figure again');
    expect(faults(builder)).to.deep.equal([]);
  });

  it('is nobody where something is gone, and nothing of it is lost', async () => {
    const value = all(
      { kind: 'field', field: 'custom.gone', op: 'is', value: 1 },
      { kind: 'segment', id: 's-gone' },
      { kind: 'field', field: 'status', op: 'in', value: ['gone'] },
      visits(2),
    );
    const { builder } = await show({ value });
    expect(faults(builder)).to.deep.equal([
      'There is no such field.',
      'This segment is no longer there.',
      'This choice is no longer there.',
    ]);
    expect(figure(builder)).to.equal('Nobody yet');
    expect(builder.value).to.deep.equal(value);
  });

  it('lights up with its words, and words lead to their condition', async () => {
    const { builder } = await show({
      value: all(visits(1), { kind: 'field', field: 'phones', op: 'exists' }),
    });
    const runs = (): HTMLElement[] => [...foundOf(builder).shadowRoot!.querySelectorAll<HTMLElement>('.run')];
    const item = (index: number): HTMLElement => inside(treeOf(builder), `[data-item="where.of.${index}"]`);
    await hover(item(1));
    await settled(builder);
    expect(runs().map((run) => run.classList.contains('lit'))).to.deep.equal([false, true]);
    await hover(runs()[0]!);
    await settled(builder);
    expect([0, 1].map((index) => item(index).classList.contains('lit'))).to.deep.equal([true, false]);
    runs()[0]!.focus();
    await press('Enter');
    await until(() => deepActiveElement() === input(builder), 'the condition');
  });

  it('keeps the figure, dimmed, when the network goes, and asks again on demand', async () => {
    let isOffline = false;
    const own = base();
    const adapter: Adapter = {
      ...own,
      count: async (where, context, options) => {
        if (isOffline) throw new ClienteleError('offline', 'the network is not there');
        return own.count(where, context, options);
      },
    };
    const { builder } = await show({ adapter, value: all(visits(1)) });
    await until(() => /clients/.test(figure(builder)), 'a figure');
    isOffline = true;
    input(builder).focus();
    await press('Control+a');
    await type('3');
    await until(() => hasButton(foundOf(builder), 'Try again'), 'a way on');
    expect(isOld(builder)).to.equal(true);
    expect(textOf(inside(foundOf(builder), '.trouble'))).to.contain('No connection');
    expect(input(builder).value).to.equal('3');
    isOffline = false;
    await click(buttonNamed(foundOf(builder), 'Try again'));
    await until(() => !isOld(builder) && !hasButton(foundOf(builder), 'Try again'), 'the figure');
  });

  it('is counted within a scope, which is no part of what is built', async () => {
    const { builder, session } = await show({
      value: all(visits(1)),
      properties: { scope: all({ kind: 'field', field: 'emails', op: 'exists' }) },
    });
    const { count } = await session.count(all(visits(1), { kind: 'field', field: 'emails', op: 'exists' }));
    await until(() => figure(builder).startsWith(`${count} `), 'the count within');
    expect(builder.value.where).to.deep.equal(visits(1));
  });

  it('follows the base: a new client who matches is counted', async () => {
    const { builder, session } = await show();
    await until(() => figure(builder) === '300 clients', 'all');
    await session.create({ firstName: 'Nora' });
    await until(() => figure(builder) === '301 clients', 'one more');
  });
});
