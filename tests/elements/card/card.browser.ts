import { expect } from 'chai';
import { memoryAdapter, type MemoryOptions } from '../../../src/adapters/memory/index.js';
import { standardRecords, type Adapter, type Client } from '../../../src/contract/index.js';
import type { ClienteleCard } from '../../../src/elements/card/card.js';
import '../../../src/elements/card/card.define.js';
import { sampleColumns } from '../../../src/sample/index.js';
import type { Session, SessionOptions } from '../../../src/sdk/types.js';
import { expectAccessible } from '../../support/axe.js';
import { ignoreResizeObserverLoop, inside, mount, until } from '../../support/browser.js';
import { click, press, type } from '../../support/keys.js';
import { sessionOf, textOf } from '../segment-builder/fixture.js';

const TODAY = '2026-06-01';

interface Shown {
  readonly card: ClienteleCard;
  readonly session: Session;
  readonly client: Client;
}

function base(options: MemoryOptions = {}): Adapter {
  const now = (): number => Date.parse(`${TODAY}T09:00:00Z`);
  return memoryAdapter({
    ...sampleColumns({ clients: 150, today: TODAY }),
    recordKinds: standardRecords,
    now,
    ...options,
  });
}

async function show(
  options: { adapter?: Adapter; session?: SessionOptions; tab?: string; lang?: string; width?: number } = {},
): Promise<Shown> {
  const session = sessionOf(options.adapter ?? base(), options.session);
  await session.ready;
  const where = { kind: 'field', field: 'visits', op: 'gte', value: 12 } as const;
  const result = session.open({ where: { v: 1, where }, sort: [], fields: ['name'] });
  const client = await until(() => result.rows(0, 1)[0], 'a regular');
  const frame = document.createElement('div');
  frame.style.cssText = `inline-size:${options.width ?? 1000}px;font:14px/1.45 'Liberation Sans',sans-serif`;
  const provider = Object.assign(document.createElement('clientele-provider'), { session });
  provider.lang = options.lang ?? 'en';
  const card = Object.assign(document.createElement('clientele-card'), {
    client: client.id,
    tab: options.tab ?? '',
    result,
  });
  provider.append(card);
  frame.append(provider);
  mount(frame);
  await until(() => card.renderRoot.querySelector('clientele-card-head-0')?.shadowRoot, 'the head');
  return { card, session, client };
}

const head = ({ card }: Shown): HTMLElement => inside(card, 'clientele-card-head-0');
const tabs = ({ card }: Shown): string[] =>
  [...card.renderRoot.querySelectorAll<HTMLElement>('.tab')].map((tab) => tab.dataset['tab'] ?? '');
const numberOf = (shown: Shown, name: string): HTMLElement => {
  const found = [...head(shown).shadowRoot!.querySelectorAll<HTMLElement>('.number')].find(
    (each) => textOf(each.querySelector('dt')!) === name,
  );
  if (!found) throw new Error(`There is no number ${name}.`);
  return found.querySelector('button')!;
};

describe('the client card', () => {
  ignoreResizeObserverLoop();

  it('says who stands there, with numbers that are those of the base', async () => {
    const shown = await show();
    const client = await shown.session.get(shown.client.id);
    expect(textOf(inside(head(shown), '.name'))).to.equal(client.name);
    expect(textOf(numberOf(shown, 'visits'))).to.equal(String(client.visits));
    const above = await shown.session.count({
      v: 1,
      where: { kind: 'field', field: 'totalSpent', op: 'gt', value: client.totalSpent! },
    });
    await until(() => textOf(numberOf(shown, 'in the TOP')) === `${above.count + 1} of 150`, 'the place');
    await expectAccessible(shown.card);
  });

  it('explains a number, and goes to what it counts', async () => {
    const shown = await show();
    await click(numberOf(shown, 'visits'));
    const explained = await until(
      () => head(shown).shadowRoot!.querySelector('.explained'),
      'the explanation',
    );
    expect(textOf(explained)).to.contain('Bookings at which the client arrived.');
    await click(explained.querySelector('button')!);
    await until(() => shown.card.tab === 'bookings', 'the bookings');
    const table = inside(shown.card, 'clientele-card-records-0');
    const total = (await shown.session.recordCounts(shown.client.id))['bookings'];
    await until(
      () => table.shadowRoot?.querySelector('.foot span')?.textContent === `${total} entries`,
      `${total} bookings`,
    );
  });

  it('goes from tab to tab by the arrow keys, each with its number of records', async () => {
    const shown = await show();
    expect(tabs(shown).slice(0, 5)).to.deep.equal(['overview', 'timeline', 'notes', 'bookings', 'sales']);
    inside(shown.card, '#tab-overview').focus();
    await press('ArrowRight', 'ArrowRight');
    await until(() => shown.card.renderRoot.querySelector('clientele-card-notes-0')?.shadowRoot, 'notes');
    const counts = await shown.session.recordCounts(shown.client.id);
    await until(
      () => inside(shown.card, '#tab-sales').textContent?.includes(String(counts['sales'])),
      'the count of sales',
    );
  });

  it('has no tab of records that the base does not keep, or the order of the host', async () => {
    const shown = await show({ adapter: base({ recordKinds: [] }) });
    expect(tabs(shown)).to.deep.equal(['overview', 'timeline', 'bookings', 'sales', 'points']);
    shown.card.tabs = ['sales', 'nothing'];
    await shown.card.updateComplete;
    expect(tabs(shown)[0]).to.equal('sales');
  });

  it('takes a note, shows it as an alert, and brings a deleted one back', async () => {
    const shown = await show({ tab: 'notes' });
    const notes = await until(
      () => shown.card.renderRoot.querySelector('clientele-card-notes-0'),
      'the notes',
    );
    await until(() => notes.shadowRoot?.querySelector('textarea'), 'the box');
    await click(inside(notes, 'textarea'));
    await type('Bring the big chair');
    await click(inside(notes, '[name="alert"]'));
    await press('Tab', 'Tab');
    await press('Enter');
    await until(() => notes.shadowRoot!.querySelector('.note.alert'), 'the note');
    expect(inside<HTMLTextAreaElement>(notes, 'textarea').value).to.equal('');
    await until(
      () => head(shown).shadowRoot!.querySelector('.alerts')?.textContent?.includes('Bring the big chair'),
      'the alert in the head',
    );
    await expectAccessible(shown.card);
    await click(inside(notes, '[aria-label="Delete note"]'));
    await until(() => !notes.shadowRoot!.querySelector('.note'), 'it gone');
    const undo = await until(
      () => inside(shown.card, 'clientele-toasts-0').shadowRoot?.querySelector<HTMLElement>('.action'),
      'undo',
    );
    await click(undo);
    await until(() => notes.shadowRoot!.querySelector('.note'), 'it back');
  });

  it('keeps what was typed when the note cannot be saved', async () => {
    const adapter = base();
    const records = { ...adapter.records!, save: () => Promise.reject(new Error('lost')) };
    const shown = await show({ adapter: { ...adapter, records }, tab: 'notes' });
    const notes = await until(
      () => shown.card.renderRoot.querySelector('clientele-card-notes-0'),
      'the notes',
    );
    await until(() => notes.shadowRoot?.querySelector('textarea'), 'the box');
    await click(inside(notes, 'textarea'));
    await type('Keep me');
    await press('Control+Enter');
    await until(() => notes.shadowRoot!.querySelector('.failure'), 'the failure');
    expect(inside<HTMLTextAreaElement>(notes, 'textarea').value).to.equal('Keep me');
  });

  it('puts everything into one order, the latest first, and finds in it', async () => {
    const shown = await show({ tab: 'timeline' });
    const timeline = await until(
      () => shown.card.renderRoot.querySelector('clientele-card-timeline-0'),
      'the timeline',
    );
    const times = (): string[] =>
      [...(timeline.shadowRoot?.querySelectorAll('time') ?? [])].map((time) => time.dateTime);
    await until(() => times().length > 5, 'entries');
    expect(times()).to.deep.equal([...times()].sort().reverse());
    const before = times().length;
    await click(inside(timeline, 'input[type="search"]'));
    await type('unheard of');
    await until(() => timeline.shadowRoot!.querySelector('.empty-state'), 'nothing');
    await press('Control+a', 'Delete');
    await until(() => times().length === before, 'all of them');
  });

  it('goes to the next client of the list', async () => {
    const shown = await show();
    const name = textOf(inside(head(shown), '.name'));
    await click(inside(shown.card, '[aria-label="Next client"]'));
    await until(() => textOf(inside(head(shown), '.name')) !== name, 'another client');
    expect(textOf(inside(shown.card, '.place span'))).to.match(/^2 of /);
  });

  it('shows an edit that is made elsewhere, and stays readable when the client is removed', async () => {
    const shown = await show();
    const client = await shown.session.get(shown.client.id);
    await shown.session.save(client.id, client.version, { firstName: 'Zelda', lastName: 'Zimmer' });
    await until(() => textOf(inside(head(shown), '.name')).includes('Zelda'), 'the new name');
    const now = await shown.session.get(shown.client.id);
    await shown.session.remove(now.id, now.version);
    await until(() => shown.card.renderRoot.querySelector('.gone'), 'what became of them');
    expect(textOf(inside(head(shown), '.name'))).to.include('Zelda');
  });

  it('shows neither what is hidden nor what is masked', async () => {
    const shown = await show({
      session: {
        permissions: ['see'],
        hidden: ['totalSpent', 'averageTicket'],
        masked: ['phones', 'emails'],
      },
    });
    const text = head(shown).shadowRoot!.textContent ?? '';
    expect(text).to.not.match(/spent|in the TOP|@[a-z]/);
    expect(head(shown).shadowRoot!.querySelector('a[href^="tel:"], a[href^="mailto:"]')).to.equal(null);
  });

  it('says that somebody is not there', async () => {
    const shown = await show();
    shown.card.client = 'nobody';
    await until(() => shown.card.renderRoot.querySelector('.empty-state'), 'the state');
    await expectAccessible(shown.card);
  });

  for (const [lang, width] of [
    ['ru', 360],
    ['ar', 700],
  ] as const) {
    it(`is accessible in ${lang} at ${width} px`, async () => {
      const shown = await show({ lang, width });
      await until(
        () => shown.card.renderRoot.querySelector('clientele-card-overview-0')?.shadowRoot,
        'facts',
      );
      await expectAccessible(shown.card);
      expect(shown.card.scrollWidth).to.be.at.most(width);
    });
  }
});
