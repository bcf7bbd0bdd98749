import { expect } from 'chai';
import { SmallBase } from '../../sdk/small-adapter.js';
import { mount, nextFrame, until } from '../../support/browser.js';
import './reader.js';
import type { Reader } from './reader.js';

// A page of its own: here the provider is not defined before the test says so.
describe('a provider upgraded after the widgets within', () => {
  it('is found by them with what was set on it before, and nothing is complained of meanwhile', async () => {
    const said: string[] = [];
    const { warn } = console;
    console.warn = (text: string) => said.push(text);
    const element = mount(document.createElement('clientele-provider'));
    element.append(document.createElement('test-reader'));
    element.adapter = new SmallBase({ clients: 5 }).adapter;
    const widget = element.firstElementChild as Reader;
    await nextFrame();
    await nextFrame();
    expect(widget.text).to.equal('starting Clients');
    await import('../../../src/elements/provider/provider.define.js');
    await until(() => widget.text === 'ready Clients');
    console.warn = warn;
    expect(said).to.deep.equal([]);
  });
});
