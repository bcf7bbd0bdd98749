import type { Meta, StoryObj } from '@storybook/web-components-vite';
import { html, type TemplateResult } from 'lit';
import type { Adapter, LibraryKind } from '../src/contract/index.js';
import { memoryAdapter } from '../src/adapters/memory/index.js';
import '../src/elements/segments/segments.define.js';
import { base, failing } from './support/bases.js';
import { stocked } from './support/library.js';
import { until } from './support/play.js';
import './support/story.css';

interface Args {
  kind: LibraryKind;
  item: string;
  withShow: boolean;
}

function manager({ kind, item, withShow }: Args, adapter: Adapter, lang = ''): TemplateResult {
  return html`<clientele-provider class="story" lang=${lang || 'en'} .adapter=${adapter}>
    <clientele-segments kind=${kind} item=${item} ?with-show=${withShow}></clientele-segments>
  </clientele-provider>`;
}

const meta: Meta<Args> = {
  title: 'Segments, groups and rules',
  component: 'clientele-segments',
  tags: ['autodocs'],
  args: { kind: 'segments', item: '', withShow: true },
  argTypes: {
    kind: { control: 'inline-radio', options: ['segments', 'groups', 'categories', 'tiers', 'rules'] },
  },
  loaders: [async () => ({ adapter: await stocked() })],
  render: (args, { loaded }) => manager(args, loaded['adapter'] as Adapter),
};

export default meta;
type Story = StoryObj<Args>;

const root = (canvas: HTMLElement): ShadowRoot | null | undefined =>
  canvas.querySelector('clientele-segments')?.shadowRoot;

const withRows: Story['play'] = async ({ canvasElement }) =>
  void (await until(() => root(canvasElement)?.querySelector('[data-item]')));

/** Kept segments: what they say, how many clients, how that moved. */
export const Segments: Story = { play: withRows };

/** One of them opened: its conditions in words and what points at it. */
export const Details: Story = {
  args: { item: 's-regulars' },
  play: async ({ canvasElement }) =>
    void (await until(() =>
      root(canvasElement)
        ?.querySelector('clientele-segments-details-0')
        ?.shadowRoot?.querySelector('.uses, .hint'),
    )),
};

export const Groups: Story = { args: { kind: 'groups' } };

/** Coloured marks; each with its number of clients. */
export const Categories: Story = { args: { kind: 'categories' }, play: withRows };

/** Levels, by hand or by conditions, with their discount. */
export const Tiers: Story = { args: { kind: 'tiers' }, play: withRows };

/** What assigns by itself, and a switch for each. */
export const Rules: Story = { args: { kind: 'rules' }, play: withRows };

/** A new rule: whom it is given to, what it gives. */
export const NewRule: Story = {
  args: { kind: 'rules' },
  play: async (context) => {
    await withRows(context);
    await context.canvasElement.querySelector('clientele-segments')?.add();
    await until(() =>
      root(context.canvasElement)
        ?.querySelector('clientele-segments-item-0')
        ?.shadowRoot?.querySelector('#dialog[open]'),
    );
  },
};

/** A segment in the builder, inside the manager. */
export const Building: Story = {
  play: async (context) => {
    await withRows(context);
    await context.canvasElement.querySelector('clientele-segments')?.add();
    await until(() =>
      root(context.canvasElement)
        ?.querySelector('clientele-segment-builder')
        ?.shadowRoot?.querySelector('.conditions'),
    );
  },
};

export const Empty: Story = {
  loaders: [async () => ({ adapter: memoryAdapter({}) })],
  play: async ({ canvasElement }) =>
    void (await until(() => root(canvasElement)?.querySelector('.empty-state'))),
};

/** Whoever may not change settings sees what there is, and nothing to change it with. */
export const ReadOnly: Story = {
  loaders: [
    async () => {
      const adapter = await stocked();
      const described = await adapter.describe({ tenant: 'local', actor: 'u-story', role: 'owner' });
      return {
        adapter: {
          ...adapter,
          describe: () => ({ ...described, rights: { ...described.rights, permissions: ['see'] } }),
        },
      };
    },
  ],
  play: withRows,
};

/** The base does not answer: what is known stays, and there is a way on. */
export const Failing: Story = {
  loaders: [
    async () => {
      const adapter = failing('unavailable', 'the database is being mended');
      const fail = () => Promise.reject(new Error('the database is being mended'));
      return { adapter: { ...adapter, library: { ...adapter.library, list: fail } } };
    },
  ],
  play: async ({ canvasElement }) =>
    void (await until(() => root(canvasElement)?.querySelector('.empty-state'))),
};

/** On a phone: details take the place of the table. */
export const Narrow: Story = {
  render: (args, { loaded }) =>
    html`<div class="narrow">${manager(args, loaded['adapter'] as Adapter)}</div>`,
  play: withRows,
};

export const Russian: Story = {
  render: (args, { loaded }) => manager(args, loaded['adapter'] as Adapter, 'ru'),
  play: withRows,
};

/** A base without a library. */
export const NotKept: Story = {
  loaders: [
    async () => {
      const adapter = base(20);
      const described = await adapter.describe({ tenant: 'local', actor: 'u-story', role: 'owner' });
      const { library: _library, ...capabilities } = described.capabilities;
      return { adapter: { ...adapter, describe: () => ({ ...described, capabilities }) } };
    },
  ],
  play: async ({ canvasElement }) =>
    void (await until(() => root(canvasElement)?.querySelector('.empty-state'))),
};
