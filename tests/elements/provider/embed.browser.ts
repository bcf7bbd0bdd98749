import { expect } from 'chai';
import { enableSources, loadSource } from '../../../src/embed/index.js';
import '../../../src/elements/provider/provider.define.js';
import type { ClienteleErrorEvent } from '../../../src/elements/provider/provider.events.js';
import { clearSourceLoader } from '../../../src/elements/provider/source.js';
import { mount, nextEvent, until } from '../../support/browser.js';

const signal = new AbortController().signal;

after(() => clearSourceLoader());

describe('an address of a provider', () => {
  it('sample:40 is a base of forty made-up clients in the page', async () => {
    enableSources();
    const element = document.createElement('clientele-provider');
    element.src = 'sample:40';
    mount(element);
    const session = await until(() => element.current, 'a session', 15_000);
    await session.ready;
    const { count } = await session.count({ v: 1, where: { kind: 'everyone' } });
    expect(count).to.equal(40);
    expect(session.description?.capabilities.actions).to.include('delete');
  });

  it('sample without a number is five hundred, and the same each time', async () => {
    const names = async (): Promise<unknown[]> => {
      const { adapter } = await loadSource('sample:', signal);
      const context = { tenant: 'local', actor: 'me', role: 'owner' };
      const page = await adapter.find(
        {
          where: { v: 1, where: { kind: 'everyone' } },
          sort: [],
          fields: ['name'],
          window: { at: 0, size: 1000 },
        },
        context,
      );
      await adapter.close?.();
      return page.items.map(({ name }) => name);
    };
    const [one, two] = [await names(), await names()];
    expect(one).to.have.length(500);
    expect(two).to.deep.equal(one);
  });

  it('anything else is a server, which may not be there', async () => {
    enableSources();
    const element = document.createElement('clientele-provider');
    element.src = '/nothing-here';
    const failed = nextEvent<ClienteleErrorEvent>(element, 'clientele-error', 40_000);
    mount(element);
    expect((await failed).error.code).to.be.oneOf([
      'malformed_answer',
      'not_found',
      'unavailable',
      'offline',
    ]);
  }).timeout(45_000);
});
