import { expect } from 'chai';
import { html, nothing } from 'lit';
import '../../../src/elements/parts/combobox.define.js';
import '../../../src/elements/parts/dialog.define.js';
import type { ClienteleDialog, ClienteleDialogCloseEvent } from '../../../src/elements/parts/dialog.js';
import '../../../src/elements/parts/menu.define.js';
import type { ClienteleMenu } from '../../../src/elements/parts/menu.js';
import { expectAccessible } from '../../support/axe.js';
import { deepActiveElement, inside, nextEvent, nextFrame, until } from '../../support/browser.js';
import { click, drag, engine, press, resetPointer, resizeViewport, type } from '../../support/keys.js';
import { sendMouse } from '@web/test-runner-commands';
import { stage, type Stage } from './stage.js';

async function withDialog(
  attributes: Record<string, string> = {},
  body = html`<label class="field"><span class="label">Word</span><input class="input" /></label>`,
  onClose: ((event: ClienteleDialogCloseEvent) => void) | typeof nothing = nothing,
): Promise<Stage & { dialog: ClienteleDialog; opener: HTMLButtonElement; reasons: string[] }> {
  const reasons: string[] = [];
  const on = await stage(
    html`<button id="opener" class="button">Delete…</button>
      <clientele-dialog-0
        label="Delete 3 clients"
        close-label="Close"
        @clientele-dialog-close=${(event: ClienteleDialogCloseEvent) => {
          reasons.push(event.reason);
          if (onClose !== nothing) onClose(event);
        }}
      >
        ${body}
        <div slot="footer"><button class="button danger">Delete 3 clients</button></div>
      </clientele-dialog-0>`,
    attributes,
  );
  const opener = on.find<HTMLButtonElement>('#opener');
  opener.focus();
  return { ...on, dialog: on.find<ClienteleDialog>('clientele-dialog-0'), opener, reasons };
}

async function open(dialog: ClienteleDialog): Promise<HTMLDialogElement> {
  dialog.open = true;
  await dialog.updateComplete;
  await nextFrame();
  const native = inside<HTMLDialogElement>(dialog, 'dialog');
  expect(native.matches(':modal')).to.equal(true);
  return native;
}

describe('<clientele-dialog-0>', () => {
  afterEach(async () => {
    await resetPointer();
  });

  it('moves the focus to the first field and gives it back when it closes', async () => {
    const { dialog, opener, find } = await withDialog();
    await open(dialog);
    expect(deepActiveElement()).to.equal(find('input'));
    const closed = nextEvent(dialog, 'clientele-dialog-closed');
    await press('Escape');
    await closed;
    expect(dialog.open).to.equal(false);
    expect(deepActiveElement()).to.equal(opener);
  });

  it('focuses what asks for it, else a button of the footer', async () => {
    const asked = await withDialog(
      {},
      html`<input class="input" aria-label="a" /><button autofocus>Go</button>`,
    );
    await open(asked.dialog);
    expect(deepActiveElement()?.textContent).to.equal('Go');
    asked.dialog.open = false;
    const bare = await withDialog({}, html`<p>They cannot be brought back.</p>`);
    await open(bare.dialog);
    expect(deepActiveElement()?.textContent).to.equal('Delete 3 clients');
  });

  it('keeps the focus inside', async () => {
    const { dialog, opener } = await withDialog();
    await open(dialog);
    const seen = new Set<Element | null>();
    for (let times = 0; times < 6; times += 1) {
      await press('Tab');
      seen.add(deepActiveElement());
    }
    expect(seen.has(opener)).to.equal(false);
  });

  it('asks before it closes: by Escape as often as one likes, by its button, by the backdrop', async () => {
    const { dialog, reasons } = await withDialog({}, undefined, (event) => event.preventDefault());
    await open(dialog);
    await press('Escape', 'Escape', 'Escape');
    expect(dialog.open).to.equal(true);
    await click(inside(dialog, 'header button'));
    await sendMouse({ type: 'click', position: [5, 5] });
    expect(dialog.open).to.equal(true);
    expect(inside<HTMLDialogElement>(dialog, 'dialog').open).to.equal(true);
    expect(reasons).to.deep.equal(['escape', 'escape', 'escape', 'button', 'backdrop']);
  });

  it('closes by its button and by the backdrop', async () => {
    for (const how of ['button', 'backdrop']) {
      const { dialog, reasons } = await withDialog();
      await open(dialog);
      const closed = nextEvent(dialog, 'clientele-dialog-closed');
      if (how === 'button') await click(inside(dialog, 'header button'));
      else await sendMouse({ type: 'click', position: [5, 5] });
      await closed;
      expect(reasons).to.deep.equal([how]);
    }
  });

  it('stays when a selection of text is dragged out of it', async () => {
    const { dialog, find } = await withDialog();
    await open(dialog);
    await drag(find('input'), [5, 5]);
    expect(dialog.open).to.equal(true);
  });

  it('leaves the backdrop alone when told so', async () => {
    const { dialog } = await withDialog();
    dialog.withoutBackdropClose = true;
    await open(dialog);
    await sendMouse({ type: 'click', position: [5, 5] });
    expect(dialog.open).to.equal(true);
  });

  it('lets Escape close a menu within it first', async () => {
    const { dialog, find } = await withDialog(
      {},
      html`<button id="more" class="button" aria-haspopup="menu" aria-expanded="false">More</button>
        <clientele-menu-0 label="More" .items=${[{ id: 'a', label: 'A' }]}></clientele-menu-0>`,
    );
    await open(dialog);
    const menu = find<ClienteleMenu>('clientele-menu-0');
    menu.show(find('#more'));
    await until(() => menu.matches(':focus-within'), 'the focus in the menu');
    await press('Escape');
    await until(() => !menu.open, 'a closed menu');
    expect(dialog.open).to.equal(true);
    await press('Escape');
    await until(() => !dialog.open, 'a closed dialog');
  });

  it('lets Escape empty a combobox within it first', async () => {
    const { dialog } = await withDialog(
      {},
      html`<clientele-combobox-0
        label="Staff"
        .options=${[{ value: 'a', label: 'Anna' }]}
      ></clientele-combobox-0>`,
    );
    await open(dialog);
    await type('an');
    await press('Escape', 'Escape');
    expect(dialog.open).to.equal(true);
    await press('Escape');
    await until(() => !dialog.open, 'a closed dialog');
  });

  it('opens again after it was taken out of the page and put back', async () => {
    const { dialog, shadow } = await withDialog();
    await open(dialog);
    dialog.remove();
    shadow.querySelector('.root')?.append(dialog);
    await nextFrame();
    expect(inside<HTMLDialogElement>(dialog, 'dialog').matches(':modal')).to.equal(dialog.open);
  });

  it('is a sheet at the foot of a narrow page, with a grip to pull it away', async function () {
    if (engine === 'webkit') this.skip();
    const { dialog, reasons } = await withDialog();
    await resizeViewport(400, 700);
    try {
      const native = await open(dialog);
      await until(
        () => Math.abs(native.getBoundingClientRect().bottom - window.innerHeight) < 2,
        'a sheet at rest',
      );
      expect(native.getBoundingClientRect().width).to.equal(400);
      const grip = inside(dialog, '.grip');
      await drag(grip, [200, window.innerHeight - 5]);
      await until(() => !dialog.open, 'a closed sheet');
      expect(reasons).to.deep.equal(['grip']);
    } finally {
      await resizeViewport(1280, 800);
    }
  });

  it('is 480 px wide on a wide page and never higher than it', async () => {
    const { dialog } = await withDialog(
      {},
      html`${Array.from({ length: 80 }, () => html`<p>Anna Miller</p>`)}`,
    );
    const native = await open(dialog);
    await until(() => getComputedStyle(native).opacity === '1', 'a dialog at rest');
    expect(Math.round(native.getBoundingClientRect().width)).to.equal(480);
    expect(native.getBoundingClientRect().height).to.be.below(window.innerHeight);
    const body = inside(dialog, '.body');
    expect(body.scrollHeight).to.be.above(body.clientHeight);
  });

  it('is accessible in light and dark', async () => {
    for (const theme of ['light', 'dark']) {
      const { dialog, host } = await withDialog({ theme });
      const native = await open(dialog);
      await until(() => getComputedStyle(native).opacity === '1', 'a dialog at rest');
      await expectAccessible(host);
      dialog.open = false;
      await dialog.updateComplete;
    }
  });
});
