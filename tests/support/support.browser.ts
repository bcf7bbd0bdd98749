import { expect } from 'chai';
import { http, HttpResponse } from 'msw';
import { setupWorker } from 'msw/browser';
import { axeViolations } from './axe.js';
import { deepActiveElement, ignoreResizeObserverLoop, mount, nextEvent, until } from './browser.js';
import { click, press, resizeViewport, type } from './keys.js';

describe('test support in the browser', () => {
  ignoreResizeObserverLoop();

  it('types real keys into the focused field', async () => {
    const input = mount(document.createElement('input'));
    input.focus();
    const event = nextEvent<InputEvent>(input, 'input');
    await type('Юлия');
    expect(input.value).to.equal('Юлия');
    expect((await event).isTrusted).to.equal(true);
    await press('Control+a', 'Delete');
    expect(input.value).to.equal('');
  });

  it('resizes the page', async () => {
    const wide = window.innerWidth;
    await resizeViewport(500, 700);
    await until(() => window.innerWidth < 600, 'a narrow page');
    await resizeViewport(1280, 800);
    await until(() => window.innerWidth > 600, `a page of ${wide} px again`);
  });

  it('clicks where the element is', async () => {
    const button = mount(document.createElement('button'));
    button.textContent = 'Save';
    const event = nextEvent<MouseEvent>(button, 'click');
    await click(button);
    expect((await event).isTrusted).to.equal(true);
  });

  it('finds the focus through shadow roots', () => {
    const host = mount(document.createElement('div'));
    const input = document.createElement('input');
    host.attachShadow({ mode: 'open' }).append(input);
    input.focus();
    expect(deepActiveElement()).to.equal(input);
  });

  it('reports a control without a name and a target too small, through shadow roots', async () => {
    const host = mount(document.createElement('div'));
    const shadow = host.attachShadow({ mode: 'open' });
    for (let i = 0; i < 2; i++) {
      const button = document.createElement('button');
      button.style.cssText = 'width: 10px; height: 10px; padding: 0; border: 0';
      shadow.append(button);
    }
    const found = (await axeViolations(host)).map((line) => line.split(':')[0]);
    expect(found).to.include('button-name');
    expect(found).to.include('target-size');
  });

  it('mocks requests by a service worker', async () => {
    const worker = setupWorker(http.get('/api/hello', () => HttpResponse.json({ hello: 'Юлия' })));
    await worker.start({ quiet: true });
    try {
      expect(await (await fetch('/api/hello')).json()).to.deep.equal({ hello: 'Юлия' });
    } finally {
      worker.stop();
    }
  });
});
