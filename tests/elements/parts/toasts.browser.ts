import { expect } from 'chai';
import { html } from 'lit';
import '../../../src/elements/parts/toasts.define.js';
import type { ClienteleToasts } from '../../../src/elements/parts/toasts.js';
import { expectAccessible } from '../../support/axe.js';
import { deepActiveElement, inside, nextFrame, until } from '../../support/browser.js';
import { click, hover, press, resetPointer } from '../../support/keys.js';
import { stage, within, type Stage } from './stage.js';

async function withToasts(
  attributes: Record<string, string> = {},
): Promise<Stage & { toasts: ClienteleToasts }> {
  const on = await stage(
    html`<button id="before" class="button">Before</button
      ><clientele-toasts-0 dismiss-label="Dismiss"></clientele-toasts-0>`,
    attributes,
  );
  return { ...on, toasts: on.find<ClienteleToasts>('clientele-toasts-0') };
}

const texts = (toasts: ClienteleToasts): string[] =>
  within(toasts, '.toast .text').map((text) => text.textContent?.trim() ?? '');

const pause = async (ms: number): Promise<void> => new Promise((resolve) => setTimeout(resolve, ms));

describe('<clientele-toasts-0>', () => {
  afterEach(async () => {
    await resetPointer();
  });

  it('shows a message above everything and takes it away after its time', async () => {
    const { toasts } = await withToasts();
    toasts.show({ text: 'Saved', durationMs: 200 });
    await toasts.updateComplete;
    expect(texts(toasts)).to.deep.equal(['Saved']);
    expect(inside(toasts, '.stack').matches(':popover-open')).to.equal(true);
    await until(() => texts(toasts).length === 0, 'no message');
    expect(inside(toasts, '.stack').matches(':popover-open')).to.equal(false);
  });

  it('is read by a screen reader: quietly, or at once when something failed', async () => {
    const { toasts } = await withToasts();
    toasts.show({ text: 'Anna Miller deleted', actionLabel: 'Undo' });
    const polite = inside(toasts, '[data-announce=polite]');
    await until(() => polite.textContent === 'Anna Miller deleted Undo', 'a polite message');
    toasts.show({ text: 'Could not be saved', tone: 'danger' });
    const assertive = inside(toasts, '[data-announce=assertive]');
    await until(() => assertive.textContent === 'Could not be saved', 'an assertive message');
  });

  it('undoes once, goes, and gives the focus back', async () => {
    const { toasts, find } = await withToasts();
    let undone = 0;
    find('#before').focus();
    toasts.show({ text: 'Deleted', actionLabel: 'Undo', onAction: () => (undone += 1) });
    await toasts.updateComplete;
    await press('Tab', 'Enter');
    expect(undone).to.equal(1);
    await until(() => texts(toasts).length === 0, 'no message');
    expect(deepActiveElement()).to.equal(find('#before'));
  });

  it('stands still under the pointer and under the focus', async () => {
    const { toasts, find } = await withToasts();
    toasts.show({ text: 'Deleted', actionLabel: 'Undo', durationMs: 1500 });
    await toasts.updateComplete;
    await hover(inside(toasts, '.toast'));
    await pause(1800);
    expect(texts(toasts)).to.have.length(1);
    inside(toasts, '.action').focus();
    await hover(find('#before'));
    await pause(1800);
    expect(texts(toasts)).to.have.length(1);
    find('#before').focus();
    await until(() => texts(toasts).length === 0, 'no message');
  });

  it('keeps what failed until it is dismissed', async () => {
    const { toasts } = await withToasts();
    toasts.show({ text: 'Could not be saved', tone: 'danger' });
    await toasts.updateComplete;
    await pause(200);
    await click(inside(toasts, '.toast .icon-only'));
    expect(texts(toasts)).to.deep.equal([]);
  });

  it('shows three at once, the rest in turn, and one per id', async () => {
    const { toasts } = await withToasts();
    for (const text of ['a', 'b', 'c', 'd']) toasts.show({ id: text, text, durationMs: 0 });
    toasts.show({ id: 'b', text: 'B', durationMs: 0 });
    await toasts.updateComplete;
    expect(texts(toasts)).to.deep.equal(['a', 'B', 'c']);
    toasts.dismiss('a');
    await toasts.updateComplete;
    expect(texts(toasts)).to.deep.equal(['B', 'c', 'd']);
  });

  it('leaves no timer behind when it is taken out', async () => {
    const { toasts } = await withToasts();
    toasts.show({ text: 'Saved', durationMs: 50 });
    toasts.remove();
    await pause(120);
    expect(toasts.isConnected).to.equal(false);
    expect(toasts.isUpdatePending).to.equal(false);
  });

  it('is accessible in light and dark', async () => {
    for (const theme of ['light', 'dark']) {
      const { toasts, host } = await withToasts({ theme });
      toasts.show({ text: 'Deleted', actionLabel: 'Undo', tone: 'success', durationMs: 0 });
      toasts.show({ text: 'Failed', tone: 'danger', durationMs: 0 });
      await toasts.updateComplete;
      await nextFrame();
      await until(
        () => within(toasts, '.toast').every((toast) => getComputedStyle(toast).opacity === '1'),
        'rest',
      );
      await expectAccessible(host);
      toasts.remove();
    }
  });
});
