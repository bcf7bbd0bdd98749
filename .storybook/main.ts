import type { StorybookConfig } from '@storybook/web-components-vite';
import { msw } from 'msw/vite';

const config: StorybookConfig = {
  stories: ['../stories/**/*.stories.ts'],
  addons: ['@storybook/addon-docs', '@storybook/addon-a11y', 'msw-storybook-addon'],
  framework: {
    name: '@storybook/web-components-vite',
    // The demo's settings, in the project's own vite.config.ts, are of no use here.
    options: { builder: { viteConfigPath: '.storybook/vite.config.ts' } },
  },
  core: { disableTelemetry: true, disableWhatsNewNotifications: true, enableCrashReports: false },
  viteFinal: (vite) => ({
    ...vite,
    plugins: [...(vite.plugins ?? []), msw({ mode: 'worker-only' })],
    build: {
      ...vite.build,
      // Minified for older browsers, light-dark() would become something that needs a scheme declared in a style sheet; ours is set by the page.
      cssMinify: false,
      cssTarget: ['chrome125', 'firefox129', 'safari17.5'],
    },
  }),
};

export default config;
