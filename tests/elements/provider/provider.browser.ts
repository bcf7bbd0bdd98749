import { expect } from 'chai';
import { ClienteleError, type Adapter } from '../../../src/contract/index.js';
import { createClientele } from '../../../src/sdk/index.js';
import type { ClienteleErrorEvent } from '../../../src/elements/provider/provider.events.js';
import '../../../src/elements/provider/provider.define.js';
import type { ClienteleProvider } from '../../../src/elements/provider/provider.js';
import { clearSourceLoader, setSourceLoader } from '../../../src/elements/provider/source.js';
import { registerLocale } from '../../../src/locales/index.js';
import { en } from '../../../src/locales/en.js';
import { SmallBase } from '../../sdk/small-adapter.js';
import { mount, nextEvent, nextFrame, until } from '../../support/browser.js';
import './reader.js';
import { Reader } from './reader.js';

class BareReader extends Reader {}
customElements.define('test-reader-bare', BareReader);

const adapterOf = (): Adapter => new SmallBase({ clients: 5 }).adapter;

function make<T extends Element = Element>(
  tag: string,
  attributes: Record<string, string> = {},
  ...children: Element[]
): T {
  const element = document.createElement(tag);
  for (const [name, value] of Object.entries(attributes)) element.setAttribute(name, value);
  element.append(...children);
  return element as Element as T;
}

function provider(
  properties: Partial<ClienteleProvider> = {},
  inner: Element | null = make('test-reader'),
): ClienteleProvider {
  return Object.assign(
    make<ClienteleProvider>('clientele-provider', {}, ...(inner ? [inner] : [])),
    properties,
  );
}

function reader(within: ParentNode): Reader {
  const found = within.querySelector('test-reader');
  if (!(found instanceof Reader)) throw new Error('no reader');
  return found;
}

const shows = async (element: Reader, text: string): Promise<void> => {
  await until(() => element.text === text, `"${text}" (it shows "${element.text}")`);
};

/** What the console was told meanwhile. */
async function warnings(work: (said: readonly string[]) => Promise<void>): Promise<string[]> {
  const said: string[] = [];
  const { warn } = console;
  console.warn = (text: string) => said.push(text);
  try {
    await work(said);
  } finally {
    console.warn = warn;
  }
  return said;
}

afterEach(() => clearSourceLoader());

describe('a widget within a provider', () => {
  it('gets the session that the host made', async () => {
    const session = createClientele({ adapter: adapterOf() });
    const element = mount(provider({ session }));
    await shows(reader(element), 'ready Clients');
    expect(reader(element).app.session).to.equal(session);
    expect(element.current).to.equal(session);
    element.remove();
    await nextFrame();
    expect(session.description, 'is the host’s to end').not.to.equal(null);
    expect(() =>
      session.open({ where: { v: 1, where: { kind: 'everyone' } }, sort: [], fields: [] }),
    ).not.to.throw();
    session.end();
  });

  it('gets a session made of an adapter, or of an address', async () => {
    await shows(reader(mount(provider({ adapter: adapterOf() }))), 'ready Clients');
    const asked: string[] = [];
    setSourceLoader(async (src) => {
      asked.push(src);
      return { adapter: adapterOf() };
    });
    await shows(reader(mount(provider({ src: '/api/clientele' }))), 'ready Clients');
    expect(asked).to.deep.equal(['/api/clientele']);
  });

  it('gets it also when it comes later than the provider, or deeper, through shadow roots', async () => {
    const element = mount(provider({ adapter: adapterOf() }, make('div', { id: 'host' })));
    await element.updateComplete;
    const host = element.querySelector('#host');
    const root = host?.attachShadow({ mode: 'open' });
    root?.append(document.createElement('test-reader'));
    if (!root) throw new Error('no root');
    await shows(reader(root), 'ready Clients');
  });

  it('prefers its own .session', async () => {
    const own = createClientele({ adapter: adapterOf() });
    const element = mount(provider({ adapter: adapterOf() }));
    await shows(reader(element), 'ready Clients');
    reader(element).session = own;
    await until(() => reader(element).app.session === own);
    reader(element).session = null;
    await until(() => reader(element).app.session === element.current);
    own.end();
  });

  it('moves between providers with its place in the page', async () => {
    const [one, two] = [
      mount(provider({ adapter: adapterOf() })),
      mount(provider({ adapter: adapterOf() }, null)),
    ];
    const widget = reader(one);
    await shows(widget, 'ready Clients');
    two.append(widget);
    await until(() => widget.app.session === two.current && two.current !== null);
  });

  it('starts, is told of failure, and tries again', async () => {
    const base = new SmallBase();
    base.fail('describe', new ClienteleError('unavailable', 'down'));
    const element = mount(provider({ adapter: base.adapter }));
    const widget = reader(element);
    await shows(widget, 'failed unavailable');
    widget.app.retry();
    await shows(widget, 'ready Clients');
    expect(widget.entered).to.deep.equal([element.current]);
  });

  it('hears of an address that cannot be loaded, and tries again', async () => {
    let attempts = 0;
    setSourceLoader(async () => {
      if (attempts++ === 0) throw new ClienteleError('offline', 'no network');
      return { adapter: adapterOf() };
    });
    const element = provider({ src: '/api' });
    const failed = nextEvent<ClienteleErrorEvent>(document, 'clientele-error');
    mount(element);
    expect((await failed).error.code).to.equal('offline');
    const widget = reader(element);
    await shows(widget, 'failed offline');
    widget.app.retry();
    await shows(widget, 'ready Clients');
  });
});

describe('a widget without a session', () => {
  it('says so in the page, and to the developer with the way out, once', async () => {
    const said = await warnings(async () => {
      const [one, two] = [
        mount(document.createElement('test-reader')),
        mount(document.createElement('test-reader')),
      ];
      await shows(one as Reader, 'no-provider Clients');
      await shows(two as Reader, 'no-provider Clients');
    });
    expect(said).to.have.length(1);
    expect(said[0]).to.contain('<test-reader> has no session').and.to.contain('<clientele-provider src=');
  });

  it('is silent when its .session comes right after it is in the page', async () => {
    const session = createClientele({ adapter: adapterOf() });
    const said = await warnings(async () => {
      const widget = mount(document.createElement('test-reader')) as Reader;
      widget.session = session;
      await shows(widget, 'ready Clients');
    });
    expect(said).to.deep.equal([]);
    session.end();
  });

  it('within a provider that was told nothing says that', async () => {
    const said = await warnings(async () => {
      const element = mount(provider({}, make('test-reader-bare')));
      const bare = element.firstElementChild as Reader;
      await until(() => bare.text.startsWith('no-provider'));
    });
    expect(said[0]).to.contain('was told of no client base');
  });

  it('waits when nobody says yet how to load an address, and tells the developer', async () => {
    const said = await warnings(async () => {
      const element = mount(provider({ src: 'sample:5' }));
      await nextFrame();
      await nextFrame();
      expect(reader(element).text).to.equal('starting Clients');
      setSourceLoader(async () => ({ adapter: adapterOf() }));
      await shows(reader(element), 'ready Clients');
    });
    expect(said.join()).to.contain('enableSources()');
  });
});

describe('providers', () => {
  it('side by side have a session each', async () => {
    const [one, two] = [mount(provider({ adapter: adapterOf() })), mount(provider({ adapter: adapterOf() }))];
    await shows(reader(one), 'ready Clients');
    await shows(reader(two), 'ready Clients');
    expect(reader(one).app.session).not.to.equal(reader(two).app.session);
  });

  it('within each other hand down what the inner one leaves unsaid', async () => {
    const outer = mount(
      provider(
        { adapter: adapterOf(), density: 'compact' },
        make('clientele-provider', { lang: 'ru', theme: 'dark' }, make('test-reader')),
      ),
    );
    const widget = reader(outer);
    await shows(widget, 'ready Клиентская база');
    expect(widget.app.session).to.equal(outer.current);
    expect(widget.app.appearance).to.deep.equal({ theme: 'dark', density: 'compact' });
    expect(widget.app.lang).to.equal('ru');
    const inner = outer.querySelector('clientele-provider');
    if (inner) inner.adapter = adapterOf();
    await until(() => widget.app.session !== null && widget.app.session !== outer.current);
  });

  it('moved within the page keep their session', async () => {
    const element = mount(provider({ adapter: adapterOf() }));
    await shows(reader(element), 'ready Clients');
    const before = element.current;
    const place = mount(document.createElement('section'));
    place.append(element);
    await nextFrame();
    expect(element.current).to.equal(before);
    await shows(reader(element), 'ready Clients');
  });

  it('taken out end the session they made, and begin anew when they come back', async () => {
    const base = new SmallBase();
    setSourceLoader(async () => ({ adapter: base.adapter }));
    const element = mount(provider({ src: '/api' }));
    await shows(reader(element), 'ready Clients');
    const before = element.current;
    element.remove();
    await until(() => base.isClosed);
    base.isClosed = false;
    document.body.append(element);
    await until(() => element.current !== null && element.current !== before);
    await shows(reader(element), 'ready Clients');
    element.remove();
  });

  it('end the old session when src changes', async () => {
    const bases = new Map<string, SmallBase>();
    setSourceLoader(async (src) => {
      const base = new SmallBase();
      bases.set(src, base);
      return { adapter: base.adapter };
    });
    const element = mount(provider({ src: '/one' }));
    await shows(reader(element), 'ready Clients');
    const before = element.current;
    element.src = '/two';
    await until(() => element.current !== null && element.current !== before);
    expect(bases.get('/one')?.isClosed).to.equal(true);
    expect(bases.get('/two')?.isClosed).to.equal(false);
  });

  it('drop an address that was still loading when another came', async () => {
    const waiting = new Map<string, (adapter: Adapter) => void>();
    setSourceLoader(async (src) => ({
      adapter: await new Promise<Adapter>((resolve) => waiting.set(src, resolve)),
    }));
    const element = mount(provider({ src: '/slow' }));
    await until(() => waiting.has('/slow'));
    element.src = '/quick';
    await until(() => waiting.has('/quick'));
    const slow = new SmallBase();
    waiting.get('/quick')?.(adapterOf());
    await shows(reader(element), 'ready Clients');
    const { current } = element;
    waiting.get('/slow')?.(slow.adapter);
    await until(() => slow.isClosed);
    expect(element.current).to.equal(current);
  });

  it('leave an adapter of the host open', async () => {
    const base = new SmallBase();
    const element = mount(provider({ adapter: base.adapter }));
    await shows(reader(element), 'ready Clients');
    element.remove();
    await nextFrame();
    expect(base.isClosed).to.equal(false);
  });

  it('say when their session is ready', async () => {
    const element = provider({ adapter: adapterOf() });
    const ready = nextEvent<Event & { session: unknown }>(element, 'clientele-provider-ready');
    mount(element);
    expect((await ready).session).to.equal(element.current);
  });

  it('hand on errors of the session to the host', async () => {
    const base = new SmallBase();
    const element = mount(provider({ adapter: base.adapter }));
    await shows(reader(element), 'ready Clients');
    base.fail('get', new ClienteleError('timeout', 'slow'));
    const failed = nextEvent<ClienteleErrorEvent>(element, 'clientele-error');
    await Promise.resolve(element.current?.get('c00001')).catch(() => undefined);
    expect((await failed).error.code).to.equal('timeout');
  });

  it('pass their attributes on to a base in the page', async () => {
    const element = provider({ adapter: adapterOf() });
    element.setAttribute('currency', 'CZK');
    element.setAttribute('time-zone', 'Asia/Tokyo');
    element.setAttribute('user-role', 'reception');
    mount(element);
    await shows(reader(element), 'ready Clients');
    const { description } = element.current ?? {};
    expect(description?.settings).to.include({ currency: 'CZK', timeZone: 'Asia/Tokyo' });
    expect(description?.actor.role).to.equal('reception');
  });

  it('take no room of their own', () => {
    const element = mount(provider({ adapter: adapterOf() }));
    expect(getComputedStyle(element).display).to.equal('contents');
  });

  it('set scheme, row height and brand for what is within, whatever the page resets', async () => {
    const sheet = mount(document.createElement('style'));
    sheet.textContent = '* { all: unset }';
    const element = mount(
      provider({ adapter: adapterOf(), theme: 'dark', density: 'compact', brand: '#0a7d4f' }),
    );
    await element.updateComplete;
    const style = getComputedStyle(reader(element));
    expect(style.colorScheme).to.equal('dark');
    expect(style.getPropertyValue('--clientele-row-height').trim()).to.equal('28px');
    await until(() => getComputedStyle(reader(element)).getPropertyValue('--clientele-color-accent') !== '');
    element.brand = null;
    await until(() => getComputedStyle(reader(element)).getPropertyValue('--clientele-color-accent') === '');
  });

  it('tell the developer of a brand that is no colour', async () => {
    const all = await warnings(async (said) => {
      mount(provider({ adapter: adapterOf(), brand: 'lilac-ish' }));
      await until(() => said.length > 0);
    });
    expect(all.join()).to.contain('brand="lilac-ish"');
  });
});

describe('the language of a widget', () => {
  it('is the provider’s, and changes with it, formats too', async () => {
    const element = mount(provider({ adapter: adapterOf(), lang: 'ru' }));
    const widget = reader(element);
    await shows(widget, 'ready Клиентская база');
    expect(element.current?.locale).to.equal('ru');
    expect(widget.app.format.relative(element.current?.today ?? '')).to.equal('сегодня');
    element.lang = 'cs';
    await shows(widget, 'ready Zákazníci');
    expect(element.current?.locale).to.equal('cs');
    expect(
      widget.app.format.field(element.current?.catalogue.fields.get('gender') as never, 'female'),
    ).to.equal('Žena');
  });

  it('is the nearest of the page, also through shadow roots, and follows it', async () => {
    const section = mount(document.createElement('section'));
    section.lang = 'lv';
    const root = section.attachShadow({ mode: 'open' });
    const element = provider({ adapter: adapterOf() });
    root.append(element);
    await shows(reader(element), 'ready Klienti');
    section.lang = 'bg';
    await shows(reader(element), 'ready Клиенти');
  });

  it('is its own where it has one', async () => {
    const element = mount(
      provider({ adapter: adapterOf(), lang: 'ru' }, make('test-reader', { lang: 'cs' })),
    );
    await shows(reader(element), 'ready Zákazníci');
  });

  it('that nobody knows is English, with English formats', async () => {
    const said = await warnings(async () => {
      const element = mount(provider({ adapter: adapterOf(), lang: 'tlh' }));
      await shows(reader(element), 'ready Clients');
      expect(reader(element).app.lang).to.equal('en');
    });
    expect(said.join()).to.contain('registerLocale');
  });

  it('turns the widget right to left, unless the page says a direction', async () => {
    registerLocale('ar', en);
    const element = mount(provider({ adapter: adapterOf(), lang: 'ar' }));
    const widget = reader(element);
    await shows(widget, 'ready Clients');
    expect(widget.dir).to.equal('rtl');
    expect(getComputedStyle(widget).direction).to.equal('rtl');
    element.lang = 'en';
    await until(() => widget.dir === '');
    element.dir = 'ltr';
    element.lang = 'ar';
    await nextFrame();
    expect(widget.dir).to.equal('');
    element.removeAttribute('dir');
    await until(() => widget.dir === 'rtl');
  });
});

describe('two hundred times in and out', () => {
  it('leaves no listener of a session behind', async () => {
    const session = createClientele({ adapter: adapterOf() });
    let listeners = 0;
    const { on } = session;
    session.on = ((type: never, listener: never) => {
      listeners++;
      const stop = on.call(session, type, listener);
      return () => {
        listeners--;
        stop();
      };
    }) as typeof on;
    for (let round = 0; round < 200; round++) {
      const element = provider({ session });
      document.body.append(element);
      if (round % 20 === 0) await nextFrame();
      element.remove();
    }
    await nextFrame();
    expect(listeners).to.equal(0);
    session.end();
  });
});
