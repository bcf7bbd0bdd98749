import type { Meta, StoryObj } from '@storybook/web-components-vite';
import { html, type TemplateResult } from 'lit';
import { standardRecords, type Adapter, type WriteContext } from '../src/contract/index.js';
import '../src/elements/card/card.define.js';
import { base, failing, TRAINEE } from './support/bases.js';
import { until } from './support/play.js';
import './support/story.css';

interface Args {
  tab: string;
  withClose: boolean;
  withEdit: boolean;
  withMessage: boolean;
  withBook: boolean;
}

const CONTEXT: Omit<WriteContext, 'key'> = { tenant: 'local', actor: 'u-story', role: 'owner' };

interface Opened {
  readonly adapter: Adapter;
  readonly client: string;
}

/** A regular of the sample base, with two notes of which one is an alert. */
async function regular(options: Parameters<typeof base>[1] = {}): Promise<Opened> {
  const adapter = base(300, {
    recordKinds: standardRecords,
    ...options,
  });
  const where = { v: 1, where: { kind: 'field', field: 'visits', op: 'gte', value: 12 } } as const;
  const page = await adapter.find({ where, sort: [], window: { at: 0, size: 1 } }, CONTEXT);
  const client = page.items[0]?.id ?? '';
  const notes = [
    { text: 'Wants quiet, no small talk', author: 'Olga', alert: true, at: '2026-05-20T10:00:00Z' },
    { text: 'Prefers Saturdays\nComes by car', author: 'Anna', pinned: true, at: '2026-05-21T10:00:00Z' },
  ];
  for (const [index, note] of notes.entries()) {
    const patch = { audience: 'all', ...note };
    await adapter.records?.save(
      { record: 'notes', id: `note-${index}`, version: null, client, patch },
      { ...CONTEXT, key: `story-note-${index}` },
    );
  }
  return { adapter, client };
}

function card(args: Args, { adapter, client }: Opened, lang = 'en', theme = 'light'): TemplateResult {
  const { tab, withClose, withEdit, withMessage, withBook } = args;
  return html`<clientele-provider class="story" lang=${lang} theme=${theme} .adapter=${adapter}>
    <clientele-card
      client=${client}
      tab=${tab}
      ?with-close=${withClose}
      ?with-edit=${withEdit}
      ?with-message=${withMessage}
      ?with-book=${withBook}
    ></clientele-card>
  </clientele-provider>`;
}

const meta: Meta<Args> = {
  title: 'Client card',
  component: 'clientele-card',
  tags: ['autodocs'],
  args: { tab: '', withClose: true, withEdit: true, withMessage: true, withBook: true },
  loaders: [async () => ({ opened: await regular() })],
  render: (args, { loaded }) => card(args, loaded['opened'] as Opened),
};

export default meta;
type Story = StoryObj<Args>;

const withHead: Story['play'] = async ({ canvasElement }) =>
  void (await until(() =>
    canvasElement
      .querySelector('clientele-card')
      ?.shadowRoot?.querySelector('clientele-card-head-0')
      ?.shadowRoot?.querySelector('.number'),
  ));

/** Who stands there, what must be known first, and their numbers, each of which says where it comes from. */
export const Overview: Story = { play: withHead };

/** Everything that happened, in one order. */
export const Timeline: Story = { args: { tab: 'timeline' }, play: withHead };

export const Notes: Story = { args: { tab: 'notes' }, play: withHead };

/** Records of one kind; a host's own kind gets the same table. */
export const Bookings: Story = { args: { tab: 'bookings' }, play: withHead };

/** Contacts masked, money hidden: as the role says. */
export const Trainee: Story = {
  loaders: [async () => ({ opened: await regular({ rights: TRAINEE }) })],
  play: async ({ canvasElement }) =>
    void (await until(() =>
      canvasElement.querySelector('clientele-card')?.shadowRoot?.querySelector('clientele-card-head-0'),
    )),
};

export const Narrow: Story = {
  render: (args, { loaded }) => html`<div class="narrow">${card(args, loaded['opened'] as Opened)}</div>`,
  play: withHead,
};

export const DarkRussian: Story = {
  name: 'Dark, in Russian',
  render: (args, { loaded }) => card(args, loaded['opened'] as Opened, 'ru', 'dark'),
  play: withHead,
};

/** The client was removed elsewhere, or the address is an old one. */
export const Gone: Story = {
  render: (args) => card(args, { adapter: base(20), client: 'nobody' }),
  play: async ({ canvasElement }) =>
    void (await until(() =>
      canvasElement.querySelector('clientele-card')?.shadowRoot?.querySelector('.empty-state'),
    )),
};

export const Failing: Story = {
  render: (args) => {
    const adapter = failing('unavailable', 'the database is being mended');
    return card(args, { adapter: { ...adapter, get: adapter.find as never }, client: 'someone' });
  },
  play: Gone.play!,
};
