/** What the demo can be switched between; kept in the page's address so that a look can be shared. */
export const CHOICES = {
  locale: ['en', 'ru', 'bg', 'cs', 'lv'],
  theme: ['auto', 'light', 'dark'],
  density: ['comfortable', 'regular', 'compact'],
  role: ['owner', 'receptionist', 'trainee', 'park'],
  size: ['1000', '5000', '10000', '100000', '1000000'],
  adapter: ['memory', 'worker', 'http', 'pglite'],
} as const;

export type Switch = keyof typeof CHOICES;
export type Settings = { [K in Exclude<Switch, 'size'>]: (typeof CHOICES)[K][number] } & {
  /** How many clients the base has. */
  size: string;
  brand: string;
  page: Page;
};

export const PAGES = ['calendar', 'clients', 'segments', 'services', 'team'] as const;
export type Page = (typeof PAGES)[number];

/** The brands that the demo dresses in: the salon's own, and three others to show that everything follows. */
export const BRANDS = ['#6d4aa8', '#0f766e', '#b45309', '#be123c'] as const;

/** What `npm start` tells the page, by Vite. */
const told = (name: string): string | undefined =>
  import.meta.env?.[`VITE_CLIENTELE_${name}`] as string | undefined;

/** The address of the server that `npm start -- --server` or `--postgres` starts; absent without one. */
export const SERVER = told('SERVER');
/** The only size of base that the server has, in its database; absent: any, made when asked for. */
const SERVER_SIZE = told('SERVER_SIZE');

/** Sizes on offer, and the one to begin with. A database in the page takes its time. */
function sizesOf(adapter: Settings['adapter']): { all: readonly string[]; first: string } {
  if (adapter === 'pglite') return { all: ['1000', '5000', '10000'], first: '1000' };
  if (adapter === 'http' && SERVER_SIZE !== undefined) return { all: [SERVER_SIZE], first: SERVER_SIZE };
  return { all: ['1000', '100000', '1000000'], first: '100000' };
}

function isOneOf<T extends string>(values: readonly T[], value: string | null): value is T {
  return value !== null && (values as readonly string[]).includes(value);
}

/** The choices on offer: HTTP only when there is a server to reach, and sizes that the adapter is fit for. */
export function choices(name: Switch, adapter: Settings['adapter']): readonly string[] {
  if (name === 'size') return sizesOf(adapter).all;
  if (name === 'adapter' && SERVER === undefined) return CHOICES.adapter.filter((value) => value !== 'http');
  return CHOICES[name];
}

/** How the demo begins where the address says nothing. */
function beginning(asked: string | null): Settings {
  const ready = told('ADAPTER') ?? (SERVER === undefined ? 'worker' : 'http');
  const offered = choices('adapter', 'worker');
  const adapter = (
    isOneOf(offered, asked) ? asked : isOneOf(offered, ready) ? ready : 'worker'
  ) as Settings['adapter'];
  return {
    locale: 'en',
    theme: 'auto',
    density: 'regular',
    role: 'owner',
    size: sizesOf(adapter).first,
    adapter,
    brand: BRANDS[0],
    page: 'clients',
  };
}

/** Settings with a change that may carry others along: an adapter that lacks the size gets one that it has. */
export function changed(settings: Settings, change: Partial<Record<keyof Settings, string>>): Settings {
  const next = { ...settings, ...change } as Settings;
  const { all, first } = sizesOf(next.adapter);
  return all.includes(next.size) ? next : { ...next, size: first };
}

/** Settings as the address says; what it does not say, or says wrongly, is as the demo begins. */
export function readSettings(): Settings {
  const query = new URLSearchParams(location.search);
  const settings = beginning(query.get('adapter'));
  for (const name of Object.keys(CHOICES) as Switch[]) {
    const value = query.get(name);
    if (isOneOf(choices(name, settings.adapter), value)) Object.assign(settings, { [name]: value });
  }
  const brand = query.get('brand');
  if (brand !== null && /^#[\da-f]{6}$/i.test(brand)) settings.brand = brand;
  const page = query.get('page');
  if (isOneOf(PAGES, page)) settings.page = page;
  return settings;
}

/**
 * Writes what differs from the beginning into the address, beside whatever else is there. Going to another page is a step of the browser's
 * history, everything else is not. `more`: other parameters that go along; '' takes one out.
 */
export function writeSettings(settings: Settings, more: Readonly<Record<string, string>> = {}): void {
  const url = new URL(location.href);
  const isStep = (url.searchParams.get('page') ?? 'clients') !== settings.page;
  const first = { ...beginning(settings.adapter), adapter: beginning(null).adapter };
  for (const [name, value] of [...Object.entries(settings), ...Object.entries(more)]) {
    const isUsual = name in more ? value === '' : value === first[name as keyof Settings];
    if (isUsual) url.searchParams.delete(name);
    else url.searchParams.set(name, value);
  }
  if (isStep) history.pushState(null, '', url);
  else history.replaceState(history.state, '', url);
}
