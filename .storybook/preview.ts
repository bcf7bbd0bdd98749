import { setCustomElementsManifest, type Preview } from '@storybook/web-components-vite';
import { mswLoader } from 'msw-storybook-addon/csf3';
import manifest from '../dist/custom-elements.json';
import { applyPalette, palette, ROW_HEIGHTS } from '../src/theme/index.js';
import '../src/theme/theme.css';
import './preview.css';

setCustomElementsManifest(manifest);

const locales = {
  en: 'English',
  ru: 'Русский',
  bg: 'Български',
  cs: 'Čeština',
  lv: 'Latviešu',
};

const brands = {
  none: 'Default accent',
  '#0f766e': 'Teal',
  '#b4235a': 'Raspberry',
  '#1d4ed8': 'Blue',
  '#facc15': 'Yellow',
  '#111827': 'Ink',
};

function items(values: Record<string, string>) {
  return Object.entries(values).map(([value, title]) => ({ value, title }));
}

function isDensity(value: unknown): value is keyof typeof ROW_HEIGHTS {
  return typeof value === 'string' && value in ROW_HEIGHTS;
}

const preview: Preview = {
  globalTypes: {
    theme: {
      description: 'Colour scheme',
      toolbar: { icon: 'contrast', dynamicTitle: true, items: items({ light: 'Light', dark: 'Dark' }) },
    },
    locale: {
      description: 'Locale',
      toolbar: { icon: 'globe', dynamicTitle: true, items: items(locales) },
    },
    dir: {
      description: 'Direction of text',
      toolbar: {
        icon: 'transfer',
        dynamicTitle: true,
        items: items({ ltr: 'Left to right', rtl: 'Right to left' }),
      },
    },
    density: {
      description: 'Density',
      toolbar: {
        icon: 'listunordered',
        dynamicTitle: true,
        items: items({ comfortable: 'Comfortable', regular: 'Regular', compact: 'Compact' }),
      },
    },
    brand: {
      description: 'Brand colour',
      toolbar: { icon: 'paintbrush', dynamicTitle: true, items: items(brands) },
    },
  },
  initialGlobals: { theme: 'light', locale: 'en', dir: 'ltr', density: 'regular', brand: 'none' },
  parameters: {
    layout: 'fullscreen',
    controls: { expanded: true },
    a11y: {
      test: 'error',
      options: {
        runOnly: { type: 'tag', values: ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa'] },
        rules: { 'target-size': { enabled: true } },
      },
    },
  },
  loaders: [mswLoader()],
  decorators: [
    (story, { globals }) => {
      const page = document.documentElement;
      page.lang = String(globals['locale']);
      page.dir = String(globals['dir']);
      page.style.colorScheme = String(globals['theme']);
      const density: unknown = globals['density'];
      page.style.setProperty(
        '--clientele-row-height',
        `${ROW_HEIGHTS[isDensity(density) ? density : 'regular']}px`,
      );
      const brand = String(globals['brand']);
      applyPalette(page, brand === 'none' ? null : palette(brand));
      return story();
    },
  ],
};

export default preview;
