import type { Meta, StoryObj } from '@storybook/web-components-vite';
import { html } from 'lit';
import '../src/elements/list/list.define.js';
import { base } from './support/bases.js';
import { tickRows } from './support/play.js';
import './support/story.css';
import './support/theme-builder.js';

const meta: Meta<{ brand: string }> = {
  title: 'Theme builder',
  args: { brand: '#0f766e' },
  argTypes: { brand: { control: 'color' } },
  render: ({ brand }) =>
    html`<theme-builder brand=${brand}>
      <clientele-provider class="preview" .adapter=${base(60)}
        ><clientele-list with-add></clientele-list
      ></clientele-provider>
    </theme-builder>`,
  play: async ({ canvasElement }) => tickRows(canvasElement, 1),
};

export default meta;

/** Pick a colour, see the widgets follow, take the tokens away. */
export const Builder: StoryObj = {};
export const Dark: StoryObj = { globals: { theme: 'dark' } };
