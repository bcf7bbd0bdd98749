import type { Meta, StoryObj } from '@storybook/web-components-vite';
import { html } from 'lit';
import './gallery-element.js';

const meta: Meta = {
  title: 'Parts/Gallery',
  parameters: { layout: 'fullscreen' },
  render: ({ theme, dir }) => html`<parts-gallery theme=${theme} dir=${dir}></parts-gallery>`,
  args: { theme: 'auto', dir: 'ltr' },
  argTypes: {
    theme: { control: 'inline-radio', options: ['auto', 'light', 'dark'] },
    dir: { control: 'inline-radio', options: ['ltr', 'rtl'] },
  },
};

export default meta;

/** Every part that the widgets share. */
export const Light: StoryObj = { args: { theme: 'light' } };

export const Dark: StoryObj = { args: { theme: 'dark' } };

export const RightToLeft: StoryObj = { args: { dir: 'rtl' } };
