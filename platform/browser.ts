/** The one place that imports the polyfill; the rest of `platform` takes the browser from here. */
export { default as browser } from 'webextension-polyfill';
