import type { Meta, StoryObj } from '@storybook/web-components-vite';
import { html } from 'lit';
import '../src/elements/list/list.define.js';
import { base } from './support/bases.js';
import { tickRows } from './support/play.js';
import './support/story.css';

const meta: Meta = {
  title: 'Welcome',
  render: () =>
    html`<div class="welcome">
      <h1>Client management that any booking product can drop in</h1>
      <p>
        This is the client list over two thousand made-up clients, as your users would meet it. Use the
        toolbar above: the brand colour, the scheme, the language, the direction of text and the density
        restyle everything at once. The theme builder turns one colour into tokens to take away.
      </p>
      <clientele-provider class="preview" .adapter=${base(2000)}>
        <clientele-list with-add with-import with-birthdays></clientele-list>
      </clientele-provider>
    </div>`,
  play: async ({ canvasElement }) => tickRows(canvasElement, 1),
};

export default meta;

export const Welcome: StoryObj = {};
export const Branded: StoryObj = { globals: { brand: '#b4235a' } };
