/** What the demo can be switched between; kept in the page's address so that a look can be shared. */
export const CHOICES = {
  locale: ['en', 'ru', 'bg', 'cs', 'lv'],
  theme: ['auto', 'light', 'dark'],
  density: ['comfortable', 'regular', 'compact'],
  role: ['owner', 'receptionist', 'trainee', 'park'],
  size: ['1000', '100000', '1000000'],
  adapter: ['memory', 'worker', 'http'],
} as const;

export type Switch = keyof typeof CHOICES;
export type Settings = { [K in Switch]: (typeof CHOICES)[K][number] } & { brand: string; page: Page };

export const PAGES = ['calendar', 'clients', 'services', 'team'] as const;
export type Page = (typeof PAGES)[number];

/** The brands that the demo dresses in: the salon's own, and three others to show that everything follows. */
export const BRANDS = ['#6d4aa8', '#0f766e', '#b45309', '#be123c'] as const;

const DEFAULTS: Settings = {
  locale: 'en',
  theme: 'auto',
  density: 'regular',
  role: 'owner',
  size: '100000',
  adapter: 'worker',
  brand: BRANDS[0],
  page: 'clients',
};

/** The address of the server that `npm start -- --server` starts; absent without one. */
export const SERVER: string | undefined = import.meta.env?.['VITE_CLIENTELE_SERVER'] as string | undefined;

function isOneOf<T extends string>(values: readonly T[], value: string | null): value is T {
  return value !== null && (values as readonly string[]).includes(value);
}

/** The choices on offer: HTTP only when there is a server to reach. */
export function choices<K extends Switch>(name: K): readonly Settings[K][] {
  const all: readonly string[] = CHOICES[name];
  return (
    name === 'adapter' && SERVER === undefined ? all.filter((value) => value !== 'http') : all
  ) as readonly Settings[K][];
}

/** Settings as the address says; what it does not say, or says wrongly, is the default. */
export function readSettings(): Settings {
  const query = new URLSearchParams(location.search);
  const settings = { ...DEFAULTS, ...(SERVER === undefined ? {} : { adapter: 'http' as const }) };
  for (const name of Object.keys(CHOICES) as Switch[]) {
    const value = query.get(name);
    if (isOneOf(choices(name), value)) Object.assign(settings, { [name]: value });
  }
  const brand = query.get('brand');
  if (brand !== null && /^#[\da-f]{6}$/i.test(brand)) settings.brand = brand;
  const page = query.get('page');
  if (isOneOf(PAGES, page)) settings.page = page;
  return settings;
}

/** Writes what differs from the defaults into the address, beside whatever else is there. */
export function writeSettings(settings: Settings): void {
  const url = new URL(location.href);
  for (const [name, value] of Object.entries(settings)) {
    if (value === DEFAULTS[name as keyof Settings]) url.searchParams.delete(name);
    else url.searchParams.set(name, value);
  }
  history.replaceState(history.state, '', url);
}
