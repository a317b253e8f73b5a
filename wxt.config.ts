import { copyFile, mkdir } from 'node:fs/promises';
import { defineConfig } from 'wxt';
import { NEWS_SITES } from './platform/news-sites.ts';
import { withoutInnerHtml } from './tools/build/without-inner-html.ts';
import { writeKnowledge } from './tools/knowledge/compile.ts';

export default defineConfig({
  manifestVersion: 3,
  imports: false,
  vite: () => ({
    oxc: { jsx: { runtime: 'automatic', importSource: 'preact' } },
    plugins: [withoutInnerHtml()],
    // browsers that run us preload modules themselves; the polyfill would fetch
    build: {
      modulePreload: { polyfill: false },
      // the oldest browsers we run in know `light-dark()`; rewritten for older ones it fails in shadow trees
      cssTarget: ['chrome123', 'firefox142'],
    },
  }),
  hooks: {
    'entrypoints:resolved': (_, entrypoints) => {
      for (const entrypoint of entrypoints) {
        if (entrypoint.type === 'content-script') entrypoint.options.matches = [...NEWS_SITES];
      }
    },
    'build:before': async () => {
      // The pack and its lexicon are compiled into the package; an entry that breaks a rule stops the build.
      await writeKnowledge('public/knowledge/core.pack.json', 'public/knowledge/core.lexicon');
      // One variable font for our screens and the card.
      await mkdir('public/fonts', { recursive: true });
      await copyFile('node_modules/vazirmatn/fonts/webfonts/Vazirmatn[wght].woff2', 'public/fonts/vazirmatn.woff2');
    },
  },
  manifest: ({ browser }) => ({
    name: '__MSG_extensionName__',
    description: '__MSG_extensionDescription__',
    default_locale: 'en',
    icons: { 16: 'icon/16.png', 32: 'icon/32.png', 48: 'icon/48.png', 128: 'icon/128.png' },
    permissions: [
      'storage',
      'unlimitedStorage',
      'contextMenus',
      'activeTab',
      'scripting',
      ...(browser === 'firefox' ? [] : ['sidePanel']),
    ],
    // the sites whose pages the reader script runs on: the card is put there when it is first wanted (decision 8)
    host_permissions: [...NEWS_SITES],
    // any other site only when the reader asks for it
    optional_host_permissions: ['*://*/*'],
    action: { default_title: '__MSG_extensionName__' },
    commands: {
      'toggle-annotations': { suggested_key: { default: 'Alt+Shift+P' }, description: '__MSG_commandToggle__' },
      'next-annotation': { suggested_key: { default: 'Alt+Shift+N' }, description: '__MSG_commandNext__' },
      'previous-annotation': { suggested_key: { default: 'Alt+Shift+B' }, description: '__MSG_commandPrevious__' },
      'save-highlight': { suggested_key: { default: 'Alt+Shift+S' }, description: '__MSG_commandSave__' },
      // browsers suggest keys for four commands at most; the reader may choose keys for these
      'open-card': { description: '__MSG_commandOpen__' },
      'pin-card': { description: '__MSG_commandPin__' },
      'open-panel': { description: '__MSG_commandPanel__' },
    },
    content_security_policy: {
      // nothing of ours ever goes out: not even our own pages may connect anywhere but to the package
      extension_pages:
        "default-src 'none'; script-src 'self'; style-src 'self' 'unsafe-inline'; font-src 'self'; img-src 'self' data:; connect-src 'self'; object-src 'none'; base-uri 'none'; form-action 'none'",
    },
    ...(browser === 'firefox'
      ? {
          browser_specific_settings: {
            gecko: {
              id: 'pishineh@pishineh.example',
              strict_min_version: '142.0',
              data_collection_permissions: { required: ['none'] },
            },
            gecko_android: { strict_min_version: '142.0' },
          },
        }
      : // for `light-dark()`
        { minimum_chrome_version: '123' }),
  }),
  zip: {
    excludeSources: ['.cache/**', '.output/**', 'coverage/**', 'public/knowledge/**', 'public/fonts/**', '.ci/**'],
  },
});
